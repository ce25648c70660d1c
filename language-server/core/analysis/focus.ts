import { type AssetRef, assetOf, type ConduitRef, type Entry, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { keys } from '../engine/facts.ts';
import { createCommonMemo, createMemo, type Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { AssetType } from '../model/asset-type.ts';
import type { Focus, ZoneKind } from '../model/reference-model.ts';
import type { Unit } from '../model/unit.ts';
import { chainFrom } from './chain.ts';
import { statusesOfZone } from './posture.ts';
import { controlsNamed } from './statements.ts';
import { isMet, statusIn } from './status.ts';
import { kindOf } from './zone-facts.ts';

/** A focus topic of a zone's kind, and how it stands in the zone. */
export interface FocusState {
  readonly focus: Focus;
  readonly met: boolean;
  /** Its controls that are not met, in order. */
  readonly unmet: readonly string[];
}

/** The focus topics asked of a zone: those of the kind it states itself, not of one it inherits. */
export function focusOf(query: Query, ref: ZoneRef): readonly FocusState[] {
  const kind: ZoneKind | undefined = zoneOf(ref).kind && kindOf(query, ref);
  if (!kind || kind.flags.includes('external')) return [];
  return kind.focus.map((focus) => focusState(query, ref, focus));
}

function focusState(query: Query, ref: ZoneRef, focus: Focus): FocusState {
  const statuses = statusesOfZone(query, ref);
  const controls = controlsOfFocus(query, focus);
  const unmet = controls.filter((control) => !isMet(statusIn(statuses, control)));
  const byControls = controls.length > 0 && unmet.length === 0;
  return { focus, unmet, met: byControls || hasAssetOf(query, ref, focus) };
}

const focusControls = createCommonMemo<Focus, readonly string[]>();

function controlsOfFocus(query: Query, focus: Focus): readonly string[] {
  return focusControls(query, focus, (query) => focus.controls.flatMap(({ text }) => controlsNamed(query, text)));
}

/** An asset of a listed type in the zone, in a zone around or inside it, or in the `via` of a conduit at it. */
function hasAssetOf(query: Query, ref: ZoneRef, focus: Focus): boolean {
  if (focus.assetTypes.length === 0) return false;
  const wanted = new Set(focus.assetTypes.map(({ text }) => text));
  const isWanted = (type: string | undefined) =>
    type !== undefined && typeLine(query, type).some((name) => wanted.has(name));
  const { unit, system } = ref.entry;
  const path = zoneOf(ref).path;
  const { homes, around } = zonesWith(query, unit, focus, isWanted);
  if (around.has(ref.index)) return true;
  for (let zone = zoneOf(ref).parent; zone >= 0; zone = unit.zones[zone]!.parent) if (homes.has(zone)) return true;
  return query
    .all(keys.ends(system, path))
    .some(({ entry, index }) =>
      viaAssets(query, { entry, sort: 'conduit', index }).some((via) => isWanted(assetOf(via).type?.text)),
    );
}

/** Zones of a unit that hold an asset of the wanted types, and those with all that are around them. */
interface ZonesWith {
  readonly homes: ReadonlySet<number>;
  readonly around: ReadonlySet<number>;
}

const zonesByFocus = createMemo<Unit, Map<Focus, ZonesWith>>();
const zonesByType = createMemo<Unit, ReadonlyMap<string, ReadonlySet<number>>>();

/** Looked up once a unit and topic: a zone need not look at all assets of its unit then. */
function zonesWith(query: Query, unit: Unit, focus: Focus, isWanted: (type: string | undefined) => boolean): ZonesWith {
  const known = zonesByFocus(query, unit, () => new Map());
  const found = known.get(focus);
  if (found) return found;
  const homes = new Set<number>();
  for (const [type, zones] of zonesByType(query, unit, () => listByType(unit)))
    if (isWanted(type)) for (const zone of zones) homes.add(zone);
  const around = new Set<number>();
  for (const home of homes)
    for (let zone = home; zone >= 0 && !around.has(zone); zone = unit.zones[zone]!.parent) around.add(zone);
  known.set(focus, { homes, around });
  return { homes, around };
}

/** The zones of a unit that hold assets of each type. */
function listByType({ assets }: Unit): Map<string, Set<number>> {
  const zones = new Map<string, Set<number>>();
  for (const { type, zone } of assets) {
    if (!type) continue;
    const known = zones.get(type.text);
    if (known) known.add(zone);
    else zones.set(type.text, new Set([zone]));
  }
  return zones;
}

/** The boundary assets that a conduit passes, those that resolve. */
export function viaAssets(query: Query, { entry, index }: ConduitRef): AssetRef[] {
  return entry.unit.conduits[index]!.via.flatMap((via) => {
    const found = resolveElement(query, entry, via);
    return found.kind === 'one' ? [found.target as AssetRef] : [];
  });
}

export function assetTypeOf(query: Query, name: string): { entry: Entry; type: AssetType } | undefined {
  const offer = query.shared('asset-type', name);
  return offer && { entry: offer.entry, type: offer.entry.unit.assetTypes[offer.index]! };
}

const typeLines = createCommonMemo<string, readonly string[]>();

/** The names of a type and of those it extends, the nearest first; a cycle ends where it closes. */
export function typeLine(query: Query, name: string): readonly string[] {
  return typeLines(query, name, (query) =>
    chainFrom<string>(name, (member) => assetTypeOf(query, member)?.type.base?.text),
  );
}
