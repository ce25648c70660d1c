import { type AssetRef, assetOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Asset } from '../model/asset.ts';
import type { Zone } from '../model/zone.ts';
import { type AssetTraits, traitsOf } from './asset-traits.ts';

/** An asset that stands directly in a zone, and what its type is. */
export interface Member {
  readonly ref: AssetRef;
  readonly asset: Asset;
  readonly traits: AssetTraits;
}

const members = createMemo<Zone, readonly Member[]>();

/** The assets directly in a zone, in the order of the text; one without a known type is left out: nothing is known of it. */
export function membersOf(query: Query, { entry, index }: ZoneRef): readonly Member[] {
  const zone = zoneOf({ entry, sort: 'zone', index });
  return members(query, zone, () =>
    zone.assets.flatMap((asset) => {
      const ref: AssetRef = { entry, sort: 'asset', index: asset };
      const traits = traitsOf(query, ref);
      return traits ? [{ ref, asset: assetOf(ref), traits }] : [];
    }),
  );
}

/** Boundary and monitoring devices serve every zone that they stand in: the rules of partitioning leave them aside. */
export const isAside = ({ traits: { flags } }: Member): boolean => flags.has('boundary') || flags.has('sensor');
