import { type ZoneRef, zoneOf } from '../engine/entry.ts';
import { createMemo, type Query } from '../engine/query.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import type { Zone } from '../model/zone.ts';
import { kindNamed, systemModel } from './settings.ts';

/** The zone chain, the nearest first: the zone itself, then the zones around it. */
export function chainOf({ entry, index }: ZoneRef): Zone[] {
  const chain: Zone[] = [];
  for (let i = index; i >= 0; i = entry.unit.zones[i]!.parent) chain.push(entry.unit.zones[i]!);
  return chain;
}

/** The first value given in the chain, and the zone that gives it. */
export function inherited<T>({ entry, index }: ZoneRef, read: (zone: Zone) => T | undefined): T | undefined {
  const { zones } = entry.unit;
  for (let i = index; i >= 0; i = zones[i]!.parent) {
    const value = read(zones[i]!);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The kind of a zone, its own or inherited; undefined where none is stated or it is unknown. */
export function kindOf(query: Query, ref: ZoneRef): ZoneKind | undefined {
  return kinds(query, zoneOf(ref), () => {
    const name = inherited(ref, (zone) => zone.kind);
    const { model } = systemModel(query, ref.entry.system);
    return { kind: name && model && kindNamed(model, name.text) };
  }).kind;
}

const kinds = createMemo<Zone, { readonly kind?: ZoneKind }>();

/** The Purdue level: own, or inherited by a zone that does not state a kind of its own. */
export function levelOf(ref: ZoneRef): number | undefined {
  for (const zone of chainOf(ref)) {
    if (zone.level) return zone.level.value;
    if (zone.kind) return undefined;
  }
  return undefined;
}

export function isExternal(query: Query, ref: ZoneRef): boolean {
  return kindOf(query, ref)?.flags.includes('external') ?? false;
}
