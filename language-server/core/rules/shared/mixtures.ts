import { isAllowed } from '../../analysis/allows.ts';
import { isExternal } from '../../analysis/zone-facts.ts';
import { isAside, type Member, membersOf } from '../../analysis/zone-members.ts';
import { type ZoneRef, zoneOf } from '../../engine/element.ts';
import type { Query } from '../../engine/query.ts';
import type { Fix } from '../../fixes/fix.ts';
import { intoNestedZone, type NewZone } from '../../fixes/relocate.ts';
import type { AssetFlag } from '../../model/asset-type.ts';

/** Assets that should not share a zone: those at fault, and those beside them. */
export interface Mixture {
  readonly flagged: readonly Member[];
  readonly others: readonly Member[];
}

/**
 * The assets with a flag that stand directly in a zone, and those without it beside them; undefined without either.
 * What stands outside the system is for its owner to partition.
 */
export function mixtureOf(query: Query, zone: ZoneRef, flag: AssetFlag, leaveAside: boolean): Mixture | undefined {
  const members = membersOf(query, zone);
  const flagged = members.filter(({ traits }) => traits.flags.has(flag));
  if (flagged.length === 0 || flagged.length === members.length || isExternal(query, zone)) return undefined;
  const others = members.filter((member) => !member.traits.flags.has(flag) && !(leaveAside && isAside(member)));
  return others.length > 0 ? { flagged, others } : undefined;
}

/**
 * The fix that moves all assets at fault in a zone, less those allowed to stay, to one new zone in it. It is worked out
 * once for all their findings. `what` names several of them: `portable assets`.
 */
export function moveToNestedZone(
  query: Query,
  zone: ZoneRef,
  rule: string,
  flagged: readonly Member[],
  what: string,
  newZone: NewZone,
): () => readonly Fix[] {
  let fixes: readonly Fix[] | undefined;
  return () => {
    fixes ??= movesToNestedZone(query, zone, rule, flagged, what, newZone);
    return fixes;
  };
}

function movesToNestedZone(
  query: Query,
  zone: ZoneRef,
  rule: string,
  flagged: readonly Member[],
  what: string,
  newZone: NewZone,
): readonly Fix[] {
  const moving = flagged.filter(({ asset }) => !isAllowed(asset.allows, rule, query.today));
  if (moving.length === 0) return [];
  const refs = moving.map(({ ref }) => ref);
  const moved = intoNestedZone(query, zone, refs, newZone);
  if (!moved) return [];
  const name = zoneOf(zone).name.value;
  const whom = moving.length === 1 ? `'${moving[0]!.asset.name.value}'` : `the ${moving.length} ${what} of '${name}'`;
  return [{ title: `Move ${whom} to a new zone '${moved.zone}'`, edits: moved.edits, preferred: true }];
}
