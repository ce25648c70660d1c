import { type Declaration, type Meaning, meaningOf, revisionsOf } from '../core/analysis/references.ts';
import { type ElementRef, elementOf, type Handle } from '../core/engine/element.ts';
import { compareSources, type Entry } from '../core/engine/entry.ts';
import { pathOf } from '../core/engine/handle.ts';
import { keys } from '../core/engine/keys.ts';
import type { OfferSort } from '../core/engine/offers.ts';
import type { Query } from '../core/engine/query.ts';
import { reveal } from '../core/engine/reveal.ts';
import { accessPointsIn } from '../core/model/access-point.ts';
import { isRecordSort, RECORD_SORTS, recordedIn } from '../core/model/record.ts';
import type { Place, Reference, Text } from '../core/model/reference.ts';
import { RULE_CODES } from '../core/rules/index.ts';
import { normaliseName } from '../core/text/names.ts';
import { lineStartsOf, type Position } from '../language/source-file.ts';
import { type Location, type Range, rangeAt, type Workspace, type WorkspaceFile } from '../language/workspace.ts';

/** Something that has a name and can be found, renamed and explained. */
export type NamedSymbol =
  | { readonly kind: 'element'; readonly element: ElementRef }
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  | { readonly kind: 'system'; readonly system: string };

/** A name in the text: where it stands, and what it stands for. */
export interface NameAt {
  readonly entry: Entry;
  readonly range: Range;
  /** The word as written; of a dotted path the segment under the cursor. */
  readonly word: string;
  /** The reference, when the name is not the declaration itself. */
  readonly reference?: Reference;
  readonly symbol?: NamedSymbol;
}

/** Offset of a position in a file; a position past the end of a line or the file counts as that end. */
export function offsetAt(file: WorkspaceFile, { line, character }: Position): number {
  file.lineStarts ??= lineStartsOf(file.source.text);
  const { text } = file.source;
  const start = file.lineStarts[line];
  if (start === undefined) return text.length;
  const next = file.lineStarts[line + 1];
  const end = next === undefined ? text.length : next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
  return Math.min(start + character, end);
}

/** A position as it counts in a file: one past the end of a line or the file is that end. */
export const positionIn = (file: WorkspaceFile, position: Position): Position =>
  rangeAt(file, 0, offsetAt(file, position)).end;

/** The entry whose text holds an offset, with that offset relative to the entry's text. */
export function entryAt(file: WorkspaceFile, offset: number): { entry: Entry; inner: number } | undefined {
  const index = file.source.units.findLastIndex(({ start }) => start <= offset);
  const unit = file.source.units[index];
  if (!unit || offset > unit.start + unit.source.text.length) return undefined;
  return { entry: file.entries[index]!, inner: offset - unit.start };
}

/** The name at a position, undefined between names. */
export function nameAtPosition(workspace: Workspace, uri: string, position: Position): NameAt | undefined {
  const file = workspace.files.get(uri);
  const found = file && entryAt(file, offsetAt(file, position));
  if (!found) return undefined;
  const { entry, inner } = found;
  const { spans } = file.source.units[entry.position]!.source;
  const holds = (at: Place) => spans[2 * at]! <= inner && inner <= spans[2 * at + 1]!;
  const query = workspace.store.query();
  const reference = entry.unit.references.find(({ at }) => holds(at));
  if (reference) {
    const segments = segmentsOf(workspace, query, entry, reference);
    const column = inner - spans[2 * reference.at]!;
    const segment = segments.find(({ start, end }) => start <= column && column <= end) ?? segments.at(-1)!;
    const { start } = workspace.rangeOf(entry, reference.at);
    const at = (column: number): Position => ({ ...start, character: start.character + column });
    const { symbol, text: word } = segment;
    return { entry, reference, symbol, word, range: { start: at(segment.start), end: at(segment.end) } };
  }
  for (const declared of [...declaredNames(entry), ...namesInside(entry)]) {
    // What lost its name to a syntax error stands for nothing yet.
    if (declared.name && holds(declared.at)) {
      return { entry, symbol: declared.symbol, word: declared.name, range: workspace.rangeOf(entry, declared.at) };
    }
  }
  return undefined;
}

/** A part of a path, at columns of the text as it is written relative to the path's start, and what it names. */
export interface Segment {
  /** In the form in which names are compared. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly symbol?: NamedSymbol;
}

/**
 * The segments of a written path with what each names: of `control.cell-1.plc-101` the two zones and the asset.
 * The last of them stand for the last of the resolved path; what is before that is the name of a system.
 */
export function segmentsOf(workspace: Workspace, query: Query, entry: Entry, reference: Reference): Segment[] {
  const meaning = meaningOf(query, entry, reference, RULE_CODES);
  const symbol = symbolOf(meaning);
  const whole = writtenAt(workspace, entry, reference.at);
  if (
    !reference.text.includes('.') ||
    reference.sort === 'control' ||
    reference.sort === 'means' ||
    meaning.kind !== 'element'
  ) {
    return [{ text: reference.text, start: 0, end: whole.length, symbol }];
  }
  // An accent may be a letter of its own in the text: only there the columns are what an editor counts.
  const written = whole.split('.');
  const path = pathOf(meaning.element).split('.');
  let column = 0;
  return written.map((segment, i) => {
    const start = column;
    const end = start + segment.length;
    column = end + 1;
    const depth = path.length - (written.length - i);
    return { text: normaliseName(segment), start, end, symbol: segmentSymbol(query, meaning.element, path, depth) };
  });
}

/** What is written at a place, as it stands in the file. */
function writtenAt(workspace: Workspace, entry: Entry, at: Place): string {
  const { text, spans } = workspace.files.get(entry.file)!.source.units[entry.position]!.source;
  return text.slice(spans[2 * at], spans[2 * at + 1]);
}

/** What a name stands for; undefined where it stands for nothing, for several things or for a plain word. */
function symbolOf(meaning: Meaning): NamedSymbol | undefined {
  if (meaning.kind === 'element') return { kind: 'element', element: reveal(meaning.element) };
  return meaning.kind === 'declaration' ? meaning : undefined;
}

/** What the segments of a path up to an index name; before the first stands the name of the system. */
function segmentSymbol(query: Query, target: Handle, path: readonly string[], last: number): NamedSymbol | undefined {
  if (last < 0) return last === -1 ? { kind: 'system', system: target.entry.system } : undefined;
  const element = elementAt(query, target, path.slice(0, last + 1).join('.'));
  return element && { kind: 'element', element };
}

function elementAt(query: Query, target: Handle, path: string): ElementRef | undefined {
  if (pathOf(target) === path) return reveal(target);
  const found = query.first(keys.path(target.entry.system, path));
  return found && reveal(found);
}

/** All names that a unit declares, with their places. */
export function* declaredNames(entry: Entry): Generator<{ name: string; at: Place; symbol: NamedSymbol }> {
  const { unit } = entry;
  if (unit.system?.name.value) {
    yield { name: entry.system, at: unit.system.name.at, symbol: { kind: 'system', system: entry.system } };
  }
  for (const sort of ['zone', 'asset', 'conduit', 'risk'] as const) {
    for (let index = 0; index < unit[`${sort}s`].length; index++) {
      const { name } = unit[`${sort}s`][index]!;
      yield { name: name.value, at: name.at, symbol: { kind: 'element', element: { entry, sort, index } } };
    }
  }
  const declared = (sort: Declaration['sort'], name: string, at: Place) => ({
    name,
    at,
    symbol: { kind: 'declaration', declaration: { sort, name, entry, at } } as const,
  });
  for (const [sort, items] of [
    ['profile', unit.profiles],
    ['catalog', unit.catalogs],
    ['asset-type', unit.assetTypes],
    ['protocol', unit.protocols],
    ['reference-model', unit.models],
    ['framework', unit.frameworks],
  ] as const) {
    for (const { name } of items) yield declared(sort, name.value, name.at);
  }
  for (const sort of RECORD_SORTS) {
    for (const { name } of recordedIn(unit, sort)) yield declared(sort, name.value, name.at);
  }
  for (const { point } of accessPointsIn(unit)) yield declared('access-point', point.name.value, point.name.at);
  for (const { controls } of unit.catalogs) {
    for (const { id, nameAt } of controls) yield declared('control', id, nameAt);
  }
  for (const { kinds } of unit.models) {
    for (const { name, nameAt } of kinds) yield declared('kind', name, nameAt);
  }
}

/** What has a name within a declaration alone: revisions, and the words of a risk matrix. */
function* namesInside(entry: Entry): ReturnType<typeof declaredNames> {
  const { matrices } = entry.unit;
  const named = (sort: 'revision' | 'matrix') => (name: Text) => ({
    name: name.value,
    at: name.at,
    symbol: { kind: 'declaration', declaration: { sort, name: name.value, entry, at: name.at } } as const,
  });
  yield* revisionsOf(entry.unit).map(named('revision'));
  yield* matrices.flatMap(({ likelihood, impact }) => [...likelihood, ...impact]).map(named('matrix'));
}

/** Sorts whose names mean something in the declaration that has them. */
const OF_DECLARATION: ReadonlySet<Declaration['sort']> = new Set(['kind', 'matrix', 'revision']);

/** True when both are the same thing. Elements are compared by what they are called, since edits replace them. */
export function isSameSymbol(a: NamedSymbol | undefined, b: NamedSymbol): boolean {
  if (a?.kind === 'element' && b.kind === 'element') {
    return (
      a.element.entry.system === b.element.entry.system &&
      a.element.sort === b.element.sort &&
      pathOf(a.element) === pathOf(b.element)
    );
  }
  if (a?.kind === 'system' && b.kind === 'system') return a.system === b.system;
  if (a?.kind !== 'declaration' || b.kind !== 'declaration') return false;
  const [x, y] = [a.declaration, b.declaration];
  if (x.sort !== y.sort || x.name !== y.name) return false;
  if (x.sort === 'access-point') return x.entry === y.entry && x.at === y.at;
  // What is no name of the whole folder is one of its system, or of its declaration.
  if (isRecordSort(x.sort)) return x.entry.system === y.entry.system;
  return !OF_DECLARATION.has(x.sort) || x.entry === y.entry;
}

/** Where a symbol's name is declared; a system that no header names is declared nowhere. */
export function declarationOf(workspace: Workspace, symbol: NamedSymbol): Location | undefined {
  switch (symbol.kind) {
    case 'element':
      return workspace.locationOf(symbol.element.entry, elementOf(symbol.element).name.at);
    case 'declaration':
      return workspace.locationOf(symbol.declaration.entry, symbol.declaration.at);
    case 'system': {
      const headers = headersOf(workspace, symbol.system);
      const main = headers.find(({ unit }) => unit.system?.settings || unit.system?.title) ?? headers[0];
      return main && workspace.locationOf(main, main.unit.system!.name.at);
    }
  }
}

/** The units that hold the headers of a system, in the order of the files. */
export function headersOf(workspace: Workspace, system: string): Entry[] {
  return [...workspace.store.entries()]
    .filter((entry) => entry.system === system && entry.unit.system?.name.value)
    .sort(compareSources);
}

/** The name of a symbol as it is written; of an element the last segment of its path. */
export function nameOfSymbol(symbol: NamedSymbol): string {
  switch (symbol.kind) {
    case 'element':
      return elementOf(symbol.element).name.value;
    case 'declaration':
      return symbol.declaration.name;
    case 'system':
      return symbol.system;
  }
}

/** True for what comes with the product and is not to be renamed. */
export function isLibrarySymbol(symbol: NamedSymbol): boolean {
  if (symbol.kind === 'system') return false;
  return (symbol.kind === 'element' ? symbol.element.entry : symbol.declaration.entry).library;
}

/** What sort of thing a symbol is. */
export function sortOf(symbol: NamedSymbol): OfferSort | Declaration['sort'] {
  if (symbol.kind === 'system') return 'system';
  return symbol.kind === 'element' ? symbol.element.sort : symbol.declaration.sort;
}
