import type { DeclaredSort } from '../engine/declared.ts';
import type { Entry } from '../engine/entry.ts';
import { isPathReference, WANTED } from '../engine/inside.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { RecordSort } from '../model/record.ts';
import type { Reference, Sort } from '../model/reference.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { Unit } from '../model/unit.ts';
import { type Candidate, meant } from '../text/meant.ts';
import { kindsOf } from './kinds.ts';
import { rowsOf, SPACES } from './references.ts';
import { riskScales } from './risk.ts';
import { systemModel } from './settings.ts';

/** More elements than this that only have a word in common with a name are not what was meant. */
const MOST_ALIKE = 3;

/**
 * Names that a reference may have been meant for, the best first: of the library, of the system's reference model or
 * matrix, of the unit itself. Names of other files are left out, so that a finding does not change with every name
 * typed elsewhere.
 */
export function meantNames(query: Query, entry: Entry, reference: Reference, ruleCodes: ReadonlySet<string>): string[] {
  const { sort, text } = reference;
  switch (sort) {
    case 'rule':
      return meant(text, plain(ruleCodes));
    case 'likelihood':
    case 'impact':
      return meant(text, plain(riskScales(query, entry.system)[sort]));
    case 'row':
      return meant(text, plain(rowsOf(entry.unit).map(({ value }) => value)));
    // Of a number that is another one nobody can tell which was meant.
    case 'revision':
      return [];
    case 'policy':
    case 'threat-source':
      return meant(text, recordCandidates(query, entry, sort));
    case 'means': {
      const own = meant(text, recordCandidates(query, entry, 'countermeasure'));
      return own.length > 0 ? own : meant(text, libraryCandidates(query, SPACES[sort] ?? []));
    }
    case 'kind': {
      const { model } = systemModel(query, entry.system);
      return model ? meantKinds(query, model, text) : [];
    }
    case 'model-kind':
      return meant(text, query.libraryCandidates('kind'));
    default:
      return isPathReference(reference)
        ? meant(text, elementsIn(entry.unit, sort), MOST_ALIKE)
        : meant(text, libraryCandidates(query, SPACES[sort] ?? []));
  }
}

/** The declarations of a sort in the record of a system: few, so that a name typed in another file may change what is meant. */
const recordCandidates = (query: Query, { system }: Entry, sort: RecordSort): Candidate[] =>
  query
    .all(keys.recordedAs(system, sort))
    .map(({ value }) => value)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const lists = new WeakMap<Iterable<string>, readonly Candidate[]>();

/** Names without titles. */
function plain(names: Iterable<string>): readonly Candidate[] {
  let candidates = lists.get(names);
  if (!candidates) {
    candidates = [...names].map((name) => ({ name }));
    lists.set(names, candidates);
  }
  return candidates;
}

const joined = new WeakMap<readonly Candidate[], readonly Candidate[]>();

function libraryCandidates(query: Query, spaces: readonly DeclaredSort[]): readonly Candidate[] {
  const [first = NONE, second = NONE] = spaces.map((space) => query.libraryCandidates(space));
  if (second.length === 0) return first;
  let both = joined.get(first);
  if (!both) {
    both = [...first, ...second];
    joined.set(first, both);
  }
  return both;
}

const NONE: readonly Candidate[] = [];

const ofUnits = new WeakMap<Unit, Partial<Record<Sort, readonly Candidate[]>>>();

function elementsIn(unit: Unit, sort: Sort): readonly Candidate[] {
  const known = ofUnits.get(unit) ?? {};
  ofUnits.set(unit, known);
  known[sort] ??= (WANTED[sort] ?? []).flatMap((wanted) =>
    unit[`${wanted}s`].map(({ name, title }) => ({ name: name.value, title: title?.value })),
  );
  return known[sort];
}

const kindLists = new WeakMap<Said<ReferenceModel>, readonly Candidate[]>();

/**
 * The kinds of a model that a name may have been meant for. A kind that other models of the library have stands for
 * those at its place in the plant: a DMZ is a perimeter.
 */
function meantKinds(query: Query, model: Said<ReferenceModel>, text: string): string[] {
  const kinds = kindsOf(model);
  let candidates = kindLists.get(model);
  if (!candidates) {
    candidates = kinds.map(({ name, title }) => ({ name, title }));
    kindLists.set(model, candidates);
  }
  const library = query.libraryCandidates('kind');
  const others = library.some(({ name }) => name === text) ? [text] : [];
  const direct = others.length > 0 ? [] : meant(text, candidates);
  if (direct.length > 0) return direct;
  const elsewhere = others.length > 0 ? others : meant(text, library);
  const places = elsewhere.flatMap((name) => query.shared('kind', name)?.value ?? []);
  return [...new Set(places.flatMap((place) => kinds.filter((kind) => isAtPlace(kind, place))))].map(
    ({ name }) => name,
  );
}

type Kind = Pick<Said<ZoneKind>, 'levels' | 'flags'>;

/** True for kinds that the rules ask the same of and that have a level in common. */
const isAtPlace = (a: Kind, b: Kind): boolean =>
  a.flags.join() === b.flags.join() && a.levels.some((level) => b.levels.includes(level));
