import { isAllowed } from '../analysis/allows.ts';
import { isGivenWrong, isGivenWrongAround } from '../analysis/given-wrong.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type ElementRef, zoneOf } from '../engine/element.ts';
import { inherited } from '../engine/zone-chain.ts';
import type { Fix } from '../fixes/fix.ts';
import { CRITICALITIES } from '../model/zone.ts';
import { abridge } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

const CODE = 'asset-criticality';

/** One finding names at most this many assets. */
const MOST_NAMED = 3;

export const assetCriticality = defineRule({
  code: CODE,
  title: 'Asset without criticality',
  group: 'documentation',
  severity: 'hint',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    asset:
      "Asset '{name}' has no criticality, neither its own nor that of zone '{zone}', so nobody can tell what to protect and restore first: add 'criticality' to it or to the zone.",
    zone: "{count} assets of zone '{zone}' have no criticality ({assets}), neither their own nor that of the zone, so nobody can tell what to protect and restore first: add 'criticality' to the zone, and to the assets that differ.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { assets, name: zone } = zoneOf(ref);
      if (assets.length === 0 || inherited(ref, ({ criticality }) => criticality) || isExternal(query, ref)) return;
      if (isGivenWrongAround(ref, 'criticality')) return;
      const isUnrated = (index: number) =>
        !entry.unit.assets[index]!.criticality && !isGivenWrong({ entry, sort: 'asset', index }, 'criticality');
      const unrated = assets.filter(isUnrated);
      // An allowance in an asset is about that asset, and excuses what is said of it alone.
      const isExcused = (index: number) => isAllowed(entry.unit.assets[index]!.allows, CODE, query.today);
      const together = unrated.filter((index) => !isExcused(index));
      const alone = together.length === 1 ? unrated : unrated.filter(isExcused);
      const ofZone = () => ratings(ref, ` for all of zone '${zone.value}'`, true);
      for (const index of alone) {
        const { name } = entry.unit.assets[index]!;
        report(
          'asset',
          { name: name.value, zone: zone.value },
          {
            at: name.at,
            subject: { sort: 'asset', index },
            fixes: () => [...ratings({ entry, sort: 'asset', index }, '', false), ...ofZone()],
          },
        );
      }
      if (together.length < 2) return;
      const names = together.map((index) => `'${entry.unit.assets[index]!.name.value}'`);
      report(
        'zone',
        { count: names.length, zone: zone.value, assets: abridge(names, MOST_NAMED) },
        { at: zone.at, subject: { sort: 'zone', index: ref.index }, fixes: ofZone },
      );
    },
  },
});

/** A fix for each criticality there is; `first` writes it at the start of the element's block. */
function ratings(element: ElementRef, of: string, first: boolean): Fix[] {
  return CRITICALITIES.map((level) => ({
    title: `Set criticality ${level}${of}`,
    edits: [{ kind: 'add-member', element, text: `criticality ${level}`, first }],
  }));
}
