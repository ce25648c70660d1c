import { hasRisks, isAtRisk, isConduitAtRisk } from '../analysis/risk-cover.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { conduitOf, zoneOf } from '../engine/element.ts';
import type { Levels } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';

export const slTUnjustified = defineRule({
  code: 'sl-t-unjustified',
  title: 'SL-T without a reason',
  group: 'requirements',
  // It asks whether there are risks: one more or less must not have all requirements judged again.
  apart: true,
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.6'],
  // Where no risk is on the zone, that is what is missing.
  yieldsTo: ['zone-without-risk'],
  messages: {
    zone: "Zone '{name}' has an SL-T that no risk on it or around it, no 'from' and no 'because' explains, so nobody can tell whether the level is right: name the risks that it comes from, or the reason.",
    conduit:
      "Conduit '{name}' has an SL-T that no risk on it or on its zones, no 'from' and no 'because' explains, so nobody can tell whether the level is right: name the risks that it comes from, or the reason.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { name, slT } = zoneOf(ref);
      if (!isUnexplained(slT) || !hasRisks(query, entry.system)) return;
      if (isExternal(query, ref) || isAtRisk(query, ref)) return;
      report('zone', { name: name.value }, { at: slT!.at, subject: { sort: 'zone', index: ref.index } });
    },
    conduit(ref, { entry, query }, report) {
      const { name, slT } = conduitOf(ref);
      if (!isUnexplained(slT) || !hasRisks(query, entry.system) || isConduitAtRisk(query, ref)) return;
      report('conduit', { name: name.value }, { at: slT!.at, subject: { sort: 'conduit', index: ref.index } });
    },
  },
});

/** True for a target above 0 that comes with neither risks nor a reason. */
const isUnexplained = (slT: Levels | undefined): boolean =>
  Boolean(slT?.vector.some((level) => level > 0) && slT.from.length === 0 && !slT.because);
