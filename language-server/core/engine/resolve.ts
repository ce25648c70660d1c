import type { Place, Reference } from '../model/reference.ts';
import { compareElements, type ElementSort, type Handle } from './element.ts';
import type { Entry, Source } from './entry.ts';
import { identityOf, isSameZone, pathOf } from './handle.ts';
import { elementInside, ownAssetNamed, WANTED } from './inside.ts';
import { type HeldFlow, keys } from './keys.ts';
import { createMemo } from './memo.ts';
import type { Query } from './query.ts';
import { reveal } from './reveal.ts';

/** What a written name means. `wrong-sort` is something of the name that cannot stand here. */
export type Resolution<T> =
  | { readonly kind: 'one'; readonly target: T }
  | { readonly kind: 'many'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly other?: T };

/** True where the search ends in the unit itself: nothing declared elsewhere can give the reference another meaning. */
export const isFoundInside = (entry: Entry, reference: Reference): boolean =>
  foundInside(entry, reference) !== undefined;

interface Settled {
  readonly entry: Entry;
  readonly found: Map<Reference, Resolution<Handle> | null>;
}

/** Of the unit that was asked about last, whose parts are evaluated one after the other: its names are resolved once for all. */
let settled: Settled | undefined;

/** What a reference means that the unit itself settles. */
function foundInside(entry: Entry, reference: Reference): Resolution<Handle> | undefined {
  if (settled?.entry !== entry) settled = { entry, found: new Map() };
  const { found } = settled;
  const known = found.get(reference);
  if (known !== undefined) return known ?? undefined;
  const target = isBetweenEnds(reference) ? ownAssetNamed(entry, reference) : elementInside(entry, reference);
  const resolution = target && ({ kind: 'one', target } as const);
  found.set(reference, resolution ?? null);
  return resolution;
}

/** True where the equipment and the ends of a conduit come first. */
const isBetweenEnds = ({ sort, conduit }: Reference): boolean => conduit >= 0 && sort !== 'zone';

const resolutions = createMemo<Reference, Resolution<Handle>>();

/**
 * Resolves a reference to a zone, asset or conduit. The search goes: through the equipment of the conduit it is written
 * in, and inside its ends; from the innermost enclosing zone outwards; the system's top; other systems by name; unique last segments.
 */
export function resolveElement(query: Query, entry: Entry, reference: Reference): Resolution<Handle> {
  return foundInside(entry, reference) ?? resolutions(query, reference, () => search(query, entry, reference));
}

function search(query: Query, entry: Entry, reference: Reference): Resolution<Handle> {
  if (!isBetweenEnds(reference)) return searchAround(query, entry, reference);
  const conduit: Handle<'conduit'> = { entry, sort: 'conduit', index: reference.conduit };
  // One list for all that is written in the conduit: what follows from it is worked out once.
  const ends = knownEnds(query, identityOf(conduit), () => endsOf(query, conduit).flatMap((end) => end ?? []));
  return resolveBetween(query, entry, reference, ends);
}

const knownEnds = createMemo<object, readonly Handle<'zone'>[]>();

/** What a reference means in a conduit with these ends, written where the reference says. */
export function resolveBetween(
  query: Query,
  entry: Entry,
  reference: Reference,
  ends: readonly Handle<'zone'>[],
): Resolution<Handle> {
  return searchEnds(query, reference, ends) ?? searchAround(query, entry, reference);
}

function searchAround(query: Query, entry: Entry, reference: Reference): Resolution<Handle> {
  const wanted = WANTED[reference.sort] ?? [];
  const { text } = reference;
  const local = elementInside(entry, reference);
  if (local) return { kind: 'one', target: local };
  const exact = elementAtPath(query, entry.system, text, wanted) ?? inOtherSystem(query, text, wanted);
  if (exact) return { kind: 'one', target: exact };
  const candidates = byLastSegments(query, entry.system, text, wanted);
  return choose(query, candidates, wanted) ?? { kind: 'none', other: otherSort(query, entry, text) };
}

function searchEnds(
  query: Query,
  { sort, text }: Reference,
  zones: readonly Handle<'zone'>[],
): Resolution<Handle> | undefined {
  const wanted = WANTED[sort] ?? [];
  if (zones.length > MANY_ENDS) return searchManyEnds(query, text, wanted, zones);
  const direct = zones.flatMap((end) => elementAtPath(query, end.entry.system, `${pathOf(end)}.${text}`, wanted) ?? []);
  const found = choose(query, distinct(direct), wanted);
  if (found) return found;
  const inside = zones.flatMap((end) => {
    const prefix = `${pathOf(end)}.`;
    return byLastSegments(query, end.entry.system, text, wanted).filter((candidate) =>
      pathOf(candidate).startsWith(prefix),
    );
  });
  return choose(query, inside, wanted);
}

/** In more ends than this, what a name may mean is not asked end by end. */
const MANY_ENDS = 16;

/** As `searchEnds`, by what is called so in the systems of the zones. */
function searchManyEnds(
  query: Query,
  text: string,
  wanted: readonly ElementSort[],
  zones: readonly Handle<'zone'>[],
): Resolution<Handle> | undefined {
  const { paths, systems } = places(query, zones, () => ({
    paths: new Set(zones.map((zone) => `${zone.entry.system}/${pathOf(zone)}`)),
    systems: [...new Set(zones.map(({ entry }) => entry.system))],
  }));
  const named = systems.flatMap((system) => byLastSegments(query, system, text, wanted));
  const isEnd = ({ entry }: Handle, path: string) => paths.has(`${entry.system}/${path}`);
  const isDirect = (each: Handle) => isEnd(each, pathOf(each).slice(0, -text.length - 1));
  const isInside = (each: Handle) => {
    const path = pathOf(each);
    for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1))
      if (isEnd(each, path.slice(0, dot))) return true;
    return false;
  };
  return choose(query, named.filter(isDirect), wanted) ?? choose(query, named.filter(isInside), wanted);
}

/** Where the ends of a conduit are, however many names are looked for in it. */
const places = createMemo<
  readonly Handle<'zone'>[],
  { readonly paths: ReadonlySet<string>; readonly systems: readonly string[] }
>();

/**
 * The ends of a conduit in the order of its text, undefined for one that does not resolve; none where it gives none.
 * What its own unit makes of their names is a fact of it, so that all of the search is remembered.
 */
export function endsOf(query: Query, conduit: Handle<'conduit'>): readonly (Handle<'zone'> | undefined)[] {
  return ends(query, identityOf(conduit), () => [...eachEnd(query, conduit)]);
}

const ends = createMemo<object, readonly (Handle<'zone'> | undefined)[]>();

function* eachEnd(query: Query, conduit: Handle<'conduit'>): Iterable<Handle<'zone'> | undefined> {
  query.fact(conduit, 'ends');
  const { entry, index } = reveal(conduit);
  for (const end of entry.unit.conduits[index]!.ends ?? []) {
    const found = resolveElement(query, entry, end);
    yield found.kind === 'one' ? (found.target as Handle<'zone'>) : undefined;
  }
}

/** True where a conduit ends at another zone, too. It looks no further than it must: a conduit may end at thousands. */
export function joinsAnother(query: Query, conduit: Handle<'conduit'>, zone: Handle<'zone'>): boolean {
  for (const end of eachEnd(query, conduit)) if (end && !isSameZone(end, zone)) return true;
  return false;
}

/** The own equipment of a conduit. */
export function ownAssetsOf(query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] {
  query.fact(conduit, 'assets');
  const { entry, index } = reveal(conduit);
  return entry.unit.conduits[index]!.assets.map((asset) => ({ entry, sort: 'asset', index: asset }));
}

/** The assets that a conduit passes, those that resolve. */
export function viaOf(query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] {
  query.fact(conduit, 'via');
  const { entry, index } = reveal(conduit);
  return assetsNamed(query, entry, entry.unit.conduits[index]!.via);
}

/** A flow that is written in a zone or conduit, with what its ends mean. */
export interface KnownFlow {
  readonly said: HeldFlow;
  readonly ends: readonly [Handle | undefined, Handle | undefined];
  /** Where it stands, to be pointed to. */
  readonly entry: Source;
  readonly at: Place;
}

/** The flows that are written in a zone or conduit, in the order of its text. */
export function flowsIn(query: Query, element: Handle<'zone'> | Handle<'conduit'>): readonly KnownFlow[] {
  return flows(query, identityOf(element), () => {
    const said = element.sort === 'zone' ? query.fact(element, 'flows') : query.fact(element, 'flows');
    const { entry, index } = reveal(element);
    const { unit } = entry;
    return said.map((each, i) => {
      const { source, target, at } = unit.flows[unit[`${element.sort}s`][index]!.flows[i]!]!;
      const meant = (end: Reference) => {
        const found = resolveElement(query, entry, end);
        return found.kind === 'one' ? found.target : undefined;
      };
      // Mostly what a flow runs by is asked first, and then no more.
      let ends: KnownFlow['ends'] | undefined;
      return {
        said: each,
        entry,
        at,
        get ends() {
          ends ??= [meant(source), meant(target)];
          return ends;
        },
      };
    });
  });
}

const flows = createMemo<object, readonly KnownFlow[]>();

/** What hosts an asset, if that resolves. */
export function hostOf(query: Query, asset: Handle<'asset'>): Handle<'asset'> | undefined {
  query.fact(asset, 'runsOn');
  const { entry, index } = reveal(asset);
  const { runsOn } = entry.unit.assets[index]!;
  return assetsNamed(query, entry, runsOn ? [runsOn] : [])[0];
}

/** The assets of which an asset says that they stand in for it, those that resolve. */
export function partnersOf(query: Query, asset: Handle<'asset'>): Handle<'asset'>[] {
  query.fact(asset, 'redundantWith');
  const { entry, index } = reveal(asset);
  return assetsNamed(query, entry, entry.unit.assets[index]!.redundantWith);
}

/** The zones that a zone says it is separated from, those that resolve. */
export function separatedOf(query: Query, zone: Handle<'zone'>): Handle<'zone'>[] {
  query.fact(zone, 'separatedFrom');
  const { entry, index } = reveal(zone);
  return entry.unit.zones[index]!.separatedFrom.flatMap((reference) => {
    const found = resolveElement(query, entry, reference);
    return found.kind === 'one' ? [found.target as Handle<'zone'>] : [];
  });
}

function assetsNamed(query: Query, entry: Entry, references: readonly Reference[]): Handle<'asset'>[] {
  return references.flatMap((reference) => {
    const found = resolveElement(query, entry, reference);
    return found.kind === 'one' ? [found.target as Handle<'asset'>] : [];
  });
}

/** The element of a system at a full path: of those of a wanted sort the one that counts. */
export function elementAtPath(
  query: Query,
  system: string,
  path: string,
  wanted: readonly ElementSort[],
): Handle | undefined {
  return query.all(keys.path(system, path)).find(({ sort }) => wanted.includes(sort));
}

function inOtherSystem(query: Query, text: string, wanted: readonly ElementSort[]): Handle | undefined {
  const dot = text.indexOf('.');
  if (dot < 0) return undefined;
  return elementAtPath(query, text.slice(0, dot), text.slice(dot + 1), wanted);
}

/** Elements whose path ends with the written segments. */
function byLastSegments(query: Query, system: string, text: string, wanted: readonly ElementSort[]): Handle[] {
  const name = text.slice(text.lastIndexOf('.') + 1);
  const suffix = `.${text}`;
  return query.all(keys.last(system, name)).filter((candidate) => {
    if (!wanted.includes(candidate.sort)) return false;
    const path = pathOf(candidate);
    return path === text || path.endsWith(suffix);
  });
}

/** Elements declared twice under one path are one thing here: the first. */
function distinct(elements: readonly Handle[]): Handle[] {
  const paths = new Map<string, Handle>();
  for (const element of [...elements].sort(compareElements)) {
    const id = `${element.entry.system}/${pathOf(element)}`;
    if (!paths.has(id)) paths.set(id, element);
  }
  return [...paths.values()];
}

function choose(
  query: Query,
  elements: readonly Handle[],
  wanted: readonly ElementSort[],
): Resolution<Handle> | undefined {
  if (elements.length === 0) return undefined;
  if (elements.length === 1) return { kind: 'one', target: elements[0]! };
  const candidates = distinct(elements);
  if (candidates.length > 1) return { kind: 'many', candidates };
  // Asked for by its path, since which of several declarations of one path is the first may change.
  const [{ entry }] = candidates as [Handle];
  return { kind: 'one', target: elementAtPath(query, entry.system, pathOf(candidates[0]!), wanted)! };
}

const ANY: readonly ElementSort[] = ['zone', 'asset', 'conduit', 'risk'];

function otherSort(query: Query, entry: Entry, text: string): Handle | undefined {
  const exact = elementAtPath(query, entry.system, text, ANY);
  if (exact) return exact;
  // Candidates come in no order, so the choice must follow from what they are.
  const rank = (element: Handle) => `${pathOf(element)} ${element.sort}`;
  const candidates = byLastSegments(query, entry.system, text, ANY);
  return candidates.length === 0 ? undefined : candidates.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}
