import type { Reference } from '../model/reference.ts';
import { compareElements, type ElementSort, type Handle } from './element.ts';
import type { Entry } from './entry.ts';
import { pathOf } from './handle.ts';
import { elementInside, WANTED } from './inside.ts';
import { keys } from './keys.ts';
import { createMemo } from './memo.ts';
import type { Query } from './query.ts';
import { reveal } from './reveal.ts';

/** What a written name means. `wrong-sort` is something of the name that cannot stand here. */
export type Resolution<T> =
  | { readonly kind: 'one'; readonly target: T }
  | { readonly kind: 'many'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly other?: T };

/** True where the search ends in the unit itself: nothing declared elsewhere can give the reference another meaning. */
export function isFoundInside(entry: Entry, reference: Reference): boolean {
  return !isBetweenEnds(reference) && elementInside(entry, reference) !== undefined;
}

/** True where the ends of a conduit come first. */
const isBetweenEnds = ({ sort, conduit }: Reference): boolean => conduit >= 0 && sort !== 'zone';

const resolutions = createMemo<Reference, Resolution<Handle>>();

/**
 * Resolves a reference to a zone, asset or conduit. The search goes: inside the ends of the conduit it is written
 * in; from the innermost enclosing zone outwards; the system's top; other systems by name; unique last segments.
 */
export function resolveElement(query: Query, entry: Entry, reference: Reference): Resolution<Handle> {
  return resolutions(query, reference, () => search(query, entry, reference));
}

function search(query: Query, entry: Entry, reference: Reference): Resolution<Handle> {
  if (!isBetweenEnds(reference)) return searchAround(query, entry, reference);
  const ends = endsOf(query, { entry, sort: 'conduit', index: reference.conduit });
  return resolveBetween(
    query,
    entry,
    reference,
    ends.flatMap((end) => end ?? []),
  );
}

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

/**
 * The two ends of a conduit, undefined where one does not resolve. What its own unit makes of their names is a fact of
 * it, so that all of the search is remembered.
 */
export function endsOf(
  query: Query,
  conduit: Handle<'conduit'>,
): readonly [Handle<'zone'> | undefined, Handle<'zone'> | undefined] {
  query.fact(conduit, 'ends');
  const { entry, index } = reveal(conduit);
  const { ends } = entry.unit.conduits[index]!;
  if (!ends) return [undefined, undefined];
  const [left, right] = ends.map((end) => {
    const found = resolveElement(query, entry, end);
    return found.kind === 'one' ? (found.target as Handle<'zone'>) : undefined;
  });
  return [left, right];
}

/** The assets that a conduit passes, those that resolve. */
export function viaOf(query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] {
  query.fact(conduit, 'via');
  const { entry, index } = reveal(conduit);
  return assetsNamed(query, entry, entry.unit.conduits[index]!.via);
}

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
