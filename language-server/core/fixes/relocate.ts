import { type AssetRef, assetOf, type ElementRef, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { inUnit, nameOf } from '../engine/handle.ts';
import { isPathReference } from '../engine/inside.ts';
import { keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Flow } from '../model/conduit.ts';
import type { Reference } from '../model/reference.ts';
import type { Unit } from '../model/unit.ts';
import type { Edit } from './fix.ts';

/** How a new zone for assets is called and what it says: `<zone>-<stem>`. */
export interface NewZone {
  readonly stem: string;
  /** Where it has a kind of its own. */
  readonly kind?: string;
  readonly members?: readonly string[];
}

/** A move of assets: the name of the zone that they come to, and the edits. */
export interface Relocation {
  readonly zone: string;
  readonly edits: readonly Edit[];
}

/**
 * Moves assets that stand directly in a zone into a new zone inside it. Flows that come to cross its boundary move
 * into a new conduit, and references by path follow. Undefined where a reference could not follow.
 */
export function intoNestedZone(
  query: Query,
  zone: ZoneRef,
  assets: readonly AssetRef[],
  { stem, kind, members }: NewZone,
): Relocation | undefined {
  const { entry } = zone;
  const { unit } = entry;
  const { name, path } = zoneOf(zone);
  const inner = freeName(query, entry.system, `${name.value}-${stem}`);
  const target = `${path}.${inner}`;
  const moving = new Set(assets.map(({ index }) => index));
  const { within, across } = flowsToMove(query, zone, moving);
  const inside = [...assetsReferences(unit, assets), ...within.flatMap(endsOfFlow)];
  const references = followReferences(query, assets, target, new Set([...inside, ...across.flatMap(endsOfFlow)]));
  if (!references) return undefined;
  const wrap: Edit = {
    kind: 'wrap',
    at: [...assets.map((asset) => assetOf(asset).at), ...within.map(({ at }) => at)],
    head: `zone ${inner}${kind ? ` : ${kind}` : ''}`,
    members,
  };
  if (across.length === 0) return { zone: inner, edits: [wrap, ...references] };
  const conduit = freeName(query, entry.system, `${name.value}-to-${inner}`);
  const declare: Edit = {
    kind: 'declare',
    head: `conduit ${conduit} between ${path} and ${target}`,
    members: across.map(({ at }) => at),
    after: outermost(zone),
  };
  return { zone: inner, edits: [wrap, declare, ...references] };
}

/** Moves an asset into a new zone after the outermost zone around it; undefined where a flow or a conduit needs it where it is. */
export function intoZoneBeside(query: Query, asset: AssetRef, { stem, kind }: NewZone): Relocation | undefined {
  const from: ZoneRef = { entry: asset.entry, sort: 'zone', index: assetOf(asset).zone };
  const zone = freeName(query, asset.entry.system, `${zoneOf(from).name.value}-${stem}`);
  const references = followFreely(query, asset, zone);
  const head = `zone ${zone}${kind ? ` : ${kind}` : ''}`;
  const declare: Edit = { kind: 'declare', head, members: [assetOf(asset).at], after: outermost(from) };
  return references && { zone, edits: [declare, ...references] };
}

/** Moves an asset into another zone; undefined where a flow or a conduit needs it where it is, or its name is taken there. */
export function intoZone(query: Query, asset: AssetRef, to: ZoneRef): Relocation | undefined {
  const { path } = zoneOf(to);
  if (query.first(keys.path(to.entry.system, `${path}.${assetOf(asset).name.value}`))) return undefined;
  const references = followFreely(query, asset, path);
  return references && { zone: path, edits: [{ kind: 'move', at: [assetOf(asset).at], to }, ...references] };
}

/** References to an asset that nothing holds where it is; undefined where something does. */
function followFreely(query: Query, asset: AssetRef, target: string): readonly Edit[] | undefined {
  const { unit } = asset.entry;
  // What it names itself may be a neighbour, which it would lose sight of.
  if (assetsReferences(unit, [asset]).some((reference) => !isSeenAnywhere(query, asset.entry, reference)))
    return undefined;
  const isHeld = namings(query, asset).some(({ entry, reference }) => heldReferences(query, entry.unit).has(reference));
  return isHeld ? undefined : followReferences(query, [asset], target, new Set());
}

const loose = createMemo<Unit, ReadonlySet<Reference>>();

/** The ends of flows that no conduit holds: they would cross a boundary once an end has moved into another zone. */
const looseEnds = (query: Query, unit: Unit): ReadonlySet<Reference> =>
  loose(query, unit, () => new Set(unit.flows.filter(({ conduit }) => conduit < 0).flatMap(endsOfFlow)));

const held = createMemo<Unit, ReadonlySet<Reference>>();

/** The ends of flows and the `via` of conduits: what depends on the zone that an asset is in. */
const heldReferences = (query: Query, unit: Unit): ReadonlySet<Reference> =>
  held(query, unit, () => new Set([...unit.flows.flatMap(endsOfFlow), ...unit.conduits.flatMap(({ via }) => via)]));

const endsOfFlow = ({ source, target }: Flow): Reference[] => [source, target];

/** What assets name in their own text: what implements their requirements, hosts them, stands in for them. */
const assetsReferences = ({ assets }: Unit, refs: readonly AssetRef[]): Reference[] =>
  refs.flatMap(({ index }) => {
    const { statements, runsOn, redundantWith } = assets[index]!;
    return [...statements.flatMap(({ by }) => by), ...(runsOn ? [runsOn] : []), ...redundantWith];
  });

/** True for a reference that means the same wherever it is written in its system: nothing else is called so. */
function isSeenAnywhere(query: Query, entry: Entry, reference: Reference): boolean {
  const found = resolveElement(query, entry, reference);
  if (found.kind !== 'one' || found.target.entry.system !== entry.system) return false;
  return query.all(keys.last(entry.system, nameOf(found.target))).length === 1;
}

/** The flows written in zones that leave with moving assets, and those that will cross the new zone's boundary. */
function flowsToMove(query: Query, zone: ZoneRef, moving: ReadonlySet<number>): { within: Flow[]; across: Flow[] } {
  const { entry, index } = zone;
  const within: Flow[] = [];
  const across: Flow[] = [];
  for (const flow of entry.unit.flows) {
    if (flow.conduit >= 0) continue;
    const ends = endsOfFlow(flow).map((end) => endIn(query, entry, end));
    const [from, to] = ends.map((end) => end?.sort === 'asset' && moving.has(end.index));
    if (from && to) {
      if (flow.zone === index) within.push(flow);
    } else if (from || to) {
      const other = ends[from ? 1 : 0];
      if (other && zoneIndexOf(other) === index) across.push(flow);
    }
  }
  return { within, across };
}

/** The zone that an end of a flow lies in; -1 for the own equipment of a conduit. */
const zoneIndexOf = (end: ElementRef): number =>
  end.sort === 'asset' ? end.entry.unit.assets[end.index]!.zone : end.index;

/** What an end of a flow means, if it is in the flow's own unit. */
function endIn(query: Query, entry: Entry, end: Reference): ElementRef | undefined {
  const found = resolveElement(query, entry, end);
  return found.kind === 'one' ? inUnit(entry, found.target) : undefined;
}

interface Naming {
  readonly entry: Entry;
  readonly reference: Reference;
}

const byName = createMemo<Unit, Map<string, Reference[]>>();

/** The references of a unit to elements by their last segment. */
function referencesByName(query: Query, unit: Unit): Map<string, Reference[]> {
  return byName(query, unit, () => {
    const found = new Map<string, Reference[]>();
    for (const reference of unit.references) {
      if (!isPathReference(reference)) continue;
      const name = reference.text.slice(reference.text.lastIndexOf('.') + 1);
      const present = found.get(name);
      if (present) present.push(reference);
      else found.set(name, [reference]);
    }
    return found;
  });
}

/** All references to an asset, in whatever file. */
function namings(query: Query, asset: AssetRef): Naming[] {
  const { entry } = asset;
  const { name, path } = assetOf(asset);
  const asked = [keys.last(entry.system, name.value), keys.path(entry.system, path)];
  const entries = new Set([entry, ...(query.overview?.readersOf(asked) ?? [])]);
  return [...entries].flatMap((each) =>
    (referencesByName(query, each.unit).get(name.value) ?? []).flatMap((reference) => {
      const found = resolveElement(query, each, reference);
      const isIt = found.kind === 'one' && found.target.sort === 'asset' && found.target.index === asset.index;
      return isIt && found.target.entry === entry ? [{ entry: each, reference }] : [];
    }),
  );
}

/**
 * The references to assets, changed to where they will be. A bare name that is the only one of its kind follows by
 * itself. Undefined where one that stands in moving text would have to be changed, or one that cannot follow.
 */
function followReferences(
  query: Query,
  assets: readonly AssetRef[],
  target: string,
  moving: ReadonlySet<Reference>,
): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const asset of assets) {
    const { system } = asset.entry;
    const { path: place, name: named } = assetOf(asset);
    const name = named.value;
    // Of two assets with one path, references mean the first: moving one would change what the other is called by.
    if (query.all(keys.path(system, place)).length > 1) return undefined;
    const isOnlyOne = query.all(keys.last(system, name)).length === 1;
    for (const { entry, reference } of namings(query, asset)) {
      if (entry !== asset.entry && looseEnds(query, entry.unit).has(reference)) return undefined;
      const isBare = reference.text === name;
      if (isBare && (isOnlyOne || moving.has(reference))) continue;
      if (moving.has(reference)) return undefined;
      const path = `${target}.${name}`;
      const text = entry.system === system ? path : `${system}.${path}`;
      edits.push({ kind: 'replace', at: reference.at, text, in: entry });
    }
  }
  return edits;
}

/** A stem, or the first of `stem-2`, `stem-3` … that nothing in the system is called. */
export function freeName(query: Query, system: string, stem: string): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? stem : `${stem}-${i}`;
    if (!query.first(keys.last(system, name))) return name;
  }
}

/** The zone at the top of the declaration that a zone stands in. */
export function outermost({ entry, index }: ZoneRef): ZoneRef {
  let top = index;
  while (entry.unit.zones[top]!.parent >= 0) top = entry.unit.zones[top]!.parent;
  return { entry, sort: 'zone', index: top };
}
