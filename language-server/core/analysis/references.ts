import type { DeclaredSort } from '../engine/declared.ts';
import type { Handle } from '../engine/element.ts';
import type { Entry, Source } from '../engine/entry.ts';
import { isPathReference } from '../engine/inside.ts';
import { type Answer, keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { isFoundInside, type Resolution, resolveElement } from '../engine/resolve.ts';
import { placeOf } from '../engine/said.ts';
import type { RecordSort } from '../model/record.ts';
import type { Place, Reference, Sort, Text } from '../model/reference.ts';
import type { Unit } from '../model/unit.ts';
import { kindNamed, modelOf } from './kinds.ts';
import { riskScales } from './risk.ts';
import { systemModel } from './settings.ts';

/** Something that is declared at a place: the target of a reference into a shared space. */
export interface Declaration {
  readonly sort: DeclaredSort | RecordSort | 'matrix' | 'revision' | 'access-point';
  readonly name: string;
  readonly entry: Source;
  /** Place of its name. */
  readonly at: Place;
}

/** What a reference means; `word` is a name without a declaration (a rule's code, a built-in rank). */
export type Meaning =
  | { readonly kind: 'element'; readonly element: Handle }
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  | { readonly kind: 'word' }
  | { readonly kind: 'many'; readonly candidates: readonly Handle[] }
  /** Things of different sorts, which no path tells apart. */
  | { readonly kind: 'several'; readonly declarations: readonly Declaration[] }
  | { readonly kind: 'none'; readonly other?: Handle };

/** The shared spaces that a reference of a sort may name something in, in the order they are tried. */
export const SPACES: Partial<Record<Sort, readonly DeclaredSort[]>> = {
  control: ['control', 'profile'],
  means: ['control', 'profile'],
  'asset-type': ['asset-type'],
  protocol: ['protocol'],
  'reference-model': ['reference-model'],
  catalog: ['catalog'],
  framework: ['framework', 'catalog'],
};

/** The declarations of the record that a reference of a sort may name. */
export const RECORDED: Partial<Record<Sort, RecordSort>> = {
  policy: 'policy',
  'threat-source': 'threat-source',
  means: 'countermeasure',
};

/** What a reference means, seen from the unit it is written in. `ruleCodes` are the codes that exist. */
export function meaningOf(query: Query, entry: Entry, reference: Reference, ruleCodes: ReadonlySet<string>): Meaning {
  return meanings(query, reference, () => findMeaning(query, entry, reference, ruleCodes));
}

const meanings = createMemo<Reference, Meaning>();

const open = new WeakMap<object, WeakMap<Entry, readonly Reference[]>>();

/**
 * The references of a unit whose meaning may become another while its text stays. Most name something that is declared
 * in the unit around them, or in the library: until other names of it are hidden, those stay.
 */
export function openReferences(query: Query, entry: Entry): readonly Reference[] {
  const ofEntries = open.get(query.libraryAsSeen) ?? new WeakMap<Entry, readonly Reference[]>();
  open.set(query.libraryAsSeen, ofEntries);
  let references = ofEntries.get(entry);
  if (!references) {
    references = entry.unit.references.filter((reference) => !isSettled(query, entry, reference));
    ofEntries.set(entry, references);
  }
  return references;
}

function isSettled(query: Query, entry: Entry, reference: Reference): boolean {
  if (isPathReference(reference)) return isFoundInside(entry, reference);
  const [space] = SPACES[reference.sort] ?? [];
  // A countermeasure may have the name of a control, though not that of a requirement.
  if (reference.sort === 'means' && !reference.text.includes(' ')) return false;
  return space !== undefined && query.isOfLibrary(space, reference.text);
}

function findMeaning(query: Query, entry: Entry, reference: Reference, ruleCodes: ReadonlySet<string>): Meaning {
  const { sort, text } = reference;
  if (isPathReference(reference)) return ofElement(resolveElement(query, entry, reference));
  switch (sort) {
    case 'rule':
      return ruleCodes.has(text) ? { kind: 'word' } : { kind: 'none' };
    case 'likelihood':
    case 'impact':
      return ofRank(query, entry, sort, text);
    case 'row':
      return ofOwn(entry, 'matrix', text, rowsOf(entry.unit));
    case 'revision':
      return ofOwn(entry, 'revision', text, revisionsOf(entry.unit));
    case 'policy':
    case 'threat-source':
      return ofRecord(query, entry, sort, text);
    case 'means':
      return ofMeans(query, entry, text);
    case 'kind':
      return ofKind(query, systemModel(query, entry.system).name, text);
    case 'model-kind':
      return ofAnyKind(query, text);
    default:
      return ofShared(query, SPACES[sort] ?? [], text);
  }
}

function ofElement(found: Resolution<Handle>): Meaning {
  switch (found.kind) {
    case 'one':
      return { kind: 'element', element: found.target };
    case 'many':
      return found;
    case 'none':
      return found;
  }
}

function ofRank(query: Query, entry: Entry, sort: 'likelihood' | 'impact', text: string): Meaning {
  if (!riskScales(query, entry.system)[sort].includes(text)) return { kind: 'none' };
  const matrix = query.first(keys.matrix(entry.system));
  const rank = matrix?.value[sort].find(({ value }) => value === text);
  if (!matrix || !rank) return { kind: 'word' };
  return { kind: 'declaration', declaration: { sort: 'matrix', name: text, entry: matrix.entry, at: placeOf(rank) } };
}

/** The likelihoods of the matrix that a unit declares. */
export const rowsOf = ({ matrices }: Unit): readonly Text[] => matrices.flatMap(({ likelihood }) => likelihood);

/** The revisions of the record that a unit declares. */
export const revisionsOf = ({ system }: Unit): readonly Text[] => system?.revisions.map(({ number }) => number) ?? [];

/** Something that the unit itself declares. */
function ofOwn(entry: Entry, sort: 'matrix' | 'revision', name: string, declared: readonly Text[]): Meaning {
  const found = declared.find(({ value }) => value === name);
  return found ? { kind: 'declaration', declaration: { sort, name, entry, at: found.at } } : { kind: 'none' };
}

function ofRecord(query: Query, { system }: Entry, sort: RecordSort, name: string): Meaning {
  const found = query.first(keys.recorded(sort, system, name));
  return found ? ofAnswer(sort, name, found) : { kind: 'none' };
}

/** A control, a profile or a countermeasure. */
function ofMeans(query: Query, entry: Entry, name: string): Meaning {
  const found = [
    ofShared(query, ['control'], name),
    ofShared(query, ['profile'], name),
    name.includes(' ') ? NONE : ofRecord(query, entry, 'countermeasure', name),
  ].flatMap((meaning) => (meaning.kind === 'declaration' ? [meaning] : []));
  if (found.length < 2) return found[0] ?? NONE;
  return { kind: 'several', declarations: found.map(({ declaration }) => declaration) };
}

const NONE: Meaning = { kind: 'none' };

function ofKind(query: Query, modelName: string, text: string): Meaning {
  const model = modelOf(query, modelName);
  // An unknown reference model is one fault, reported where it is named; its kinds cannot be judged.
  if (!model) return { kind: 'word' };
  const kind = kindNamed(model, text);
  if (!kind) return { kind: 'none' };
  const offer = query.shared('reference-model', modelName)!;
  if (!model.kinds.includes(kind)) return { kind: 'word' };
  return { kind: 'declaration', declaration: { sort: 'kind', name: text, entry: offer.entry, at: placeOf(kind) } };
}

function ofAnyKind(query: Query, text: string): Meaning {
  const kind = query.shared('kind', text);
  if (kind) return ofAnswer('kind', text, kind);
  return text === 'external' ? { kind: 'word' } : { kind: 'none' };
}

function ofShared(query: Query, spaces: readonly DeclaredSort[], text: string): Meaning {
  for (const sort of spaces) {
    const found = query.named(sort, text);
    if (found) return ofAnswer(sort, text, found);
  }
  return { kind: 'none' };
}

const ofAnswer = (sort: DeclaredSort | RecordSort, name: string, { entry, at }: Answer<unknown>): Meaning => ({
  kind: 'declaration',
  declaration: { sort, name, entry, at },
});
