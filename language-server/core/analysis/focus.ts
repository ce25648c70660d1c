import { type ZoneRef, zoneOf } from '../engine/element.ts';
import { keys } from '../engine/keys.ts';
import { createCommonMemo, createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Focus } from '../model/reference-model.ts';
import type { Unit } from '../model/unit.ts';
import { typeChain } from './asset-types.ts';
import { statusesOfZone } from './posture.ts';
import { controlsNamed } from './profiles.ts';
import { passedBy } from './sides.ts';
import { isMet, isSettled, statusIn } from './status.ts';
import { kindOf } from './zone-facts.ts';

/** A focus topic of a zone's kind, and how it stands in the zone. */
export interface FocusState {
  readonly focus: Said<Focus>;
  readonly met: boolean;
  /** Its controls that are not met, in order. */
  readonly unmet: readonly string[];
  /** True where all of its controls are excluded. */
  readonly isExcluded: boolean;
}

/** The focus topics asked of a zone, and how they stand in it. */
export function focusOf(query: Query, ref: ZoneRef): readonly FocusState[] {
  return topicsOf(query, ref).map((focus) => focusState(query, ref, focus));
}

/** The titles of the focus topics asked of a zone that some of these controls belong to. */
export function topicsOfControls(query: Query, ref: ZoneRef, controls: readonly string[]): string[] {
  return topicsOf(query, ref).flatMap((focus) =>
    controlsOfFocus(query, focus).some((control) => controls.includes(control)) ? [titleOf(focus)] : [],
  );
}

export const titleOf = ({ title, name }: Said<Focus>): string => title ?? name;

/** Those of the kind that a zone states itself, not of one it inherits. */
function topicsOf(query: Query, ref: ZoneRef): readonly Said<Focus>[] {
  const kind = zoneOf(ref).kind && kindOf(query, ref);
  return !kind || kind.flags.includes('external') ? [] : kind.focus;
}

function focusState(query: Query, ref: ZoneRef, focus: Said<Focus>): FocusState {
  const statuses = statusesOfZone(query, ref);
  const controls = controlsOfFocus(query, focus);
  const states = controls.map((control) => ({ control, status: statusIn(statuses, control) }));
  const isAnyMet = states.some(({ status }) => isMet(status));
  const open = states.filter(({ status }) => !isSettled(status));
  // Where all is excluded nothing is covered.
  const unmet = (isAnyMet || open.length > 0 ? open : states).map(({ control }) => control);
  const byControls = isAnyMet && open.length === 0;
  const isExcluded = states.length > 0 && states.every(({ status }) => status === 'excluded');
  return { focus, unmet, isExcluded, met: byControls || hasAssetOf(query, ref, focus) };
}

const focusControls = createCommonMemo<Said<Focus>, readonly string[]>();

function controlsOfFocus(query: Query, focus: Said<Focus>): readonly string[] {
  return focusControls(query, focus, (query) => focus.controls.flatMap(({ text }) => controlsNamed(query, text)));
}

/** An asset of a listed type in the zone, in a zone around or inside it, or in what a conduit at it passes. */
function hasAssetOf(query: Query, ref: ZoneRef, focus: Said<Focus>): boolean {
  if (focus.assetTypes.length === 0) return false;
  const wanted = new Set(focus.assetTypes.map(({ text }) => text));
  const isWanted = (type: string | undefined) =>
    type !== undefined && typeChain(query, type).some((name) => wanted.has(name));
  const { unit, system } = ref.entry;
  const path = zoneOf(ref).path;
  const { homes, around } = zonesWith(query, unit, focus, isWanted);
  if (around.has(ref.index)) return true;
  for (let zone = zoneOf(ref).parent; zone >= 0; zone = unit.zones[zone]!.parent) if (homes.has(zone)) return true;
  return query
    .all(keys.ends(system, path))
    .some((conduit) => passedBy(query, conduit).some((asset) => isWanted(query.fact(asset, 'type'))));
}

/** Zones of a unit that hold an asset of the wanted types, and those with all that are around them. */
interface ZonesWith {
  readonly homes: ReadonlySet<number>;
  readonly around: ReadonlySet<number>;
}

const zonesByFocus = createMemo<Unit, Map<Said<Focus>, ZonesWith>>();
const zonesByType = createMemo<Unit, ReadonlyMap<string, ReadonlySet<number>>>();

/** Looked up once a unit and topic: a zone need not look at all assets of its unit then. */
function zonesWith(
  query: Query,
  unit: Unit,
  focus: Said<Focus>,
  isWanted: (type: string | undefined) => boolean,
): ZonesWith {
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
    if (!type || zone < 0) continue;
    const known = zones.get(type.text);
    if (known) known.add(zone);
    else zones.set(type.text, new Set([zone]));
  }
  return zones;
}
