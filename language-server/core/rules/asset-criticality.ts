import { isAllowed } from '../analysis/allows.ts';
import { isGivenWrong, isGivenWrongAround } from '../analysis/given-wrong.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type AssetRef, assetOf, conduitOf, type ElementRef, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { inherited } from '../engine/zone-chain.ts';
import type { Fix } from '../fixes/fix.ts';
import { CRITICALITIES } from '../model/characteristics.ts';
import type { Text } from '../model/reference.ts';
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
    equipment:
      "Asset '{name}' has no criticality, neither its own nor that of conduit '{conduit}', whose equipment it is, so nobody can tell what to protect and restore first: add 'criticality' to it or to the conduit.",
    conduit:
      "{count} assets of conduit '{conduit}' have no criticality ({assets}), neither their own nor that of the conduit, so nobody can tell what to protect and restore first: add 'criticality' to the conduit, and to the assets that differ.",
    zone: "{count} assets of zone '{zone}' have no criticality ({assets}), neither their own nor that of the zone, so nobody can tell what to protect and restore first: add 'criticality' to the zone, and to the assets that differ.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { assets, name: zone } = zoneOf(ref);
      if (assets.length === 0 || inherited(ref, ({ criticality }) => criticality) || isExternal(query, ref)) return;
      if (isGivenWrongAround(ref, 'criticality')) return;
      const { alone, together } = unratedOf(query, entry, assets);
      const ofZone = () => ratings(ref, ` for all of zone '${zone.value}'`, true);
      for (const { ref: asset, name } of alone) {
        const fixes = () => [...ratings(asset, '', false), ...ofZone()];
        report(
          'asset',
          { name: name.value, zone: zone.value },
          { at: name.at, subject: { sort: 'asset', index: asset.index }, fixes },
        );
      }
      if (together.length < 2) return;
      const values = { count: together.length, zone: zone.value, assets: namesOf(together) };
      report('zone', values, { at: zone.at, subject: { sort: 'zone', index: ref.index }, fixes: ofZone });
    },
    conduit(ref, { entry, query }, report) {
      const { assets, name: conduit, criticality } = conduitOf(ref);
      if (criticality || isGivenWrong(ref, 'criticality')) return;
      const { alone, together } = unratedOf(query, entry, assets);
      const ofConduit = () => ratings(ref, ` for all of conduit '${conduit.value}'`, true);
      for (const { ref: asset, name } of alone) {
        const fixes = () => [...ratings(asset, '', false), ...ofConduit()];
        report(
          'equipment',
          { name: name.value, conduit: conduit.value },
          { at: name.at, subject: { sort: 'asset', index: asset.index }, fixes },
        );
      }
      if (together.length < 2) return;
      const values = { count: together.length, conduit: conduit.value, assets: namesOf(together) };
      report('conduit', values, { at: conduit.at, subject: { sort: 'conduit', index: ref.index }, fixes: ofConduit });
    },
  },
});

interface Unrated {
  readonly ref: AssetRef;
  readonly name: Text;
}

/**
 * The assets without a criticality of their own, those told one by one and those told together. An allowance in an asset
 * is about that asset, and excuses what is said of it alone.
 */
function unratedOf(
  query: Query,
  entry: Entry,
  assets: readonly number[],
): Readonly<Record<'alone' | 'together', Unrated[]>> {
  const unrated = assets.flatMap((index): Unrated[] => {
    const ref = { entry, sort: 'asset', index } as const;
    const { name, criticality } = assetOf(ref);
    return criticality || isGivenWrong(ref, 'criticality') ? [] : [{ ref, name }];
  });
  const isExcused = ({ ref }: Unrated) => isAllowed(assetOf(ref).allows, CODE, query.today);
  const together = unrated.filter((each) => !isExcused(each));
  return { alone: together.length === 1 ? unrated : unrated.filter(isExcused), together };
}

const namesOf = (assets: readonly Unrated[]): string =>
  abridge(
    assets.map(({ name }) => `'${name.value}'`),
    MOST_NAMED,
  );

/** A fix for each criticality there is; `first` writes it at the start of the element's block. */
function ratings(element: ElementRef, of: string, first: boolean): Fix[] {
  return CRITICALITIES.map((level) => ({
    title: `Set criticality ${level}${of}`,
    edits: [{ kind: 'add-member', element, text: `criticality ${level}`, first }],
  }));
}
