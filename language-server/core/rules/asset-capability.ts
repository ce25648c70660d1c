import { slCOf } from '../analysis/sl-c.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import { inherited } from '../engine/zone-chain.ts';
import { FRS, type Fr } from '../model/levels.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

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
    asset:
      "Asset '{name}' is capable of less than zone '{zone}' is to reach, in {frs}, so by itself it is a weak point there: compensate for it in the zone, harden or replace the asset, or move it to a zone that asks for less.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { assets, name: zone } = zoneOf(ref);
      const slT = inherited(ref, (each) => each.slT)?.vector;
      if (!slT || assets.length === 0 || isExternal(query, ref)) return;
      for (const index of assets) {
        const slC = slCOf(query, { entry, sort: 'asset', index });
        if (!slC?.vector.some((level, fr) => level < slT[fr]!)) continue;
        const below = FRS.filter((_, fr) => slC.vector[fr]! < slT[fr]!);
        const { name } = entry.unit.assets[index]!;
        const pairOf = (fr: Fr) => `SL-C ${slC.vector[FRS.indexOf(fr)]}, SL-T ${slT[FRS.indexOf(fr)]}`;
        const pairs = [...new Set(below.map(pairOf))];
        const alike = pairs.map((pair) => `${listAnd(below.filter((fr) => pairOf(fr) === pair))} (${pair})`);
        report(
          'asset',
          { name: name.value, zone: zone.value, frs: listAnd(alike) },
          { at: name.at, subject: { sort: 'asset', index }, data: { frs: below } },
        );
      }
    },
  },
});
