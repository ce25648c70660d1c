import type { Zone } from '../model/zone.ts';
import type { ZoneRef } from './element.ts';

/** The zone chain, the nearest first: the zone itself, then the zones around it. They are all of one unit. */
export function chainOf({ entry, index }: ZoneRef): Zone[] {
  const chain: Zone[] = [];
  for (let i = index; i >= 0; i = entry.unit.zones[i]!.parent) chain.push(entry.unit.zones[i]!);
  return chain;
}

/** The Purdue levels of a zone, the lowest first: its own, or inherited by a zone that does not state a kind of its own. */
export function levelsOf(ref: ZoneRef): readonly number[] {
  for (const { level, furtherLevels, kind } of chainOf(ref)) {
    if (level) return [...furtherLevels, level].map(({ value }) => value).sort((a, b) => a - b);
    if (kind) return [];
  }
  return [];
}

/** The first value given in the chain. */
export function inherited<T>({ entry, index }: ZoneRef, read: (zone: Zone) => T | undefined): T | undefined {
  const { zones } = entry.unit;
  for (let i = index; i >= 0; i = zones[i]!.parent) {
    const value = read(zones[i]!);
    if (value !== undefined) return value;
  }
  return undefined;
}
