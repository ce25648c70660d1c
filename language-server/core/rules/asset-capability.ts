import { slCOf } from '../analysis/sl-c.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { conduitOf, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { inherited } from '../engine/zone-chain.ts';
import type { SlVector } from '../model/levels.ts';
import { defineRule, type ReportDetails } from './frame/rule.ts';
import { below, listFrs } from './shared/levels.ts';

export const assetCapability = defineRule({
  code: 'asset-capability',
  title: "Asset below its zone's SL-T",
  group: 'components',
  // It asks for what all types are capable of.
  apart: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.8', 'IEC 62443-4-2'],
  messages: {
    equipment:
      "Asset '{name}' is capable of less than conduit '{conduit}' is to reach, in {frs}, so by itself it is a weak point there: compensate for it in the conduit, harden or replace the asset, or ask for less of the conduit.",
    asset:
      "Asset '{name}' is capable of less than zone '{zone}' is to reach, in {frs}, so by itself it is a weak point there: compensate for it in the zone, harden or replace the asset, or move it to a zone that asks for less.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { assets, name: zone } = zoneOf(ref);
      const slT = inherited(ref, (each) => each.slT)?.vector;
      if (!slT || assets.length === 0 || isExternal(query, ref)) return;
      for (const { name, frs, details } of shortfallsOf(query, entry, assets, slT)) {
        report('asset', { name, zone: zone.value, frs }, details);
      }
    },
    conduit(ref, { entry, query }, report) {
      const { assets, name: conduit, slT } = conduitOf(ref);
      if (!slT) return;
      for (const { name, frs, details } of shortfallsOf(query, entry, assets, slT.vector)) {
        report('equipment', { name, conduit: conduit.value, frs }, details);
      }
    },
  },
});

/** An asset that is capable of less than is asked: the FRs, as they are told, and where it stands. */
interface Shortfall {
  readonly name: string;
  readonly frs: string;
  readonly details: Pick<ReportDetails, 'at' | 'subject' | 'data'>;
}

function shortfallsOf(query: Query, entry: Entry, assets: readonly number[], slT: SlVector): Shortfall[] {
  return assets.flatMap((index) => {
    const slC = slCOf(query, { entry, sort: 'asset', index });
    const frs = slC ? below(slC.vector, slT) : [];
    if (!slC || frs.length === 0) return [];
    const { name } = entry.unit.assets[index]!;
    const details = { at: name.at, subject: { sort: 'asset', index }, data: { frs } } as const;
    return [{ name: name.value, frs: listFrs(frs, (fr) => `SL-C ${slC.vector[fr]}, SL-T ${slT[fr]}`), details }];
  });
}
