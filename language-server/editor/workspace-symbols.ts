import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Declaration } from '../core/analysis/references.ts';
import type { DeclaredSort } from '../core/engine/declared.ts';
import type { Entry } from '../core/engine/entry.ts';
import type { Query } from '../core/engine/query.ts';
import { accessPointsIn } from '../core/model/access-point.ts';
import { allAddresses } from '../core/model/asset.ts';
import { RECORD_SORTS, recordedIn } from '../core/model/record.ts';
import type { Place } from '../core/model/reference.ts';
import type { Unit } from '../core/model/unit.ts';
import { elementAt } from '../core/plant/index.ts';
import type { Workspace } from '../language/workspace.ts';
import { declaredNames, type NamedSymbol, sortOf } from './cursor.ts';
import { defineFeature } from './feature.ts';

export const workspaceSymbolFeature = defineFeature('workspaceSymbolProvider', () => true, {
  'workspace/symbol': async (host, { query }) =>
    (await host.allWorkspaces()).flatMap((workspace) => workspaceSymbols(workspace, query)),
});

const KINDS: Partial<Record<ReturnType<typeof sortOf>, SymbolKind>> = {
  system: SymbolKind.Package,
  zone: SymbolKind.Namespace,
  asset: SymbolKind.Field,
  conduit: SymbolKind.Interface,
  risk: SymbolKind.Event,
  'access-point': SymbolKind.Key,
  'essential-function': SymbolKind.Function,
  policy: SymbolKind.File,
  countermeasure: SymbolKind.Constant,
  regulation: SymbolKind.File,
  'threat-source': SymbolKind.Event,
  'asset-type': SymbolKind.Class,
  control: SymbolKind.Constant,
};

/** More answers than a person reads are of no use and cost time. */
const MOST_SYMBOLS = 200;

/**
 * What the workspace's own files declare whose name contains the letters of a query in order; then what its words are
 * found in otherwise: titles, types and kinds, addresses and networks. An editor looks for the words once more in the
 * name that it is sent, so that has what they were found in.
 */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const letters = query.toLowerCase();
  const words = letters.split(/\s+/).filter((word) => word !== '');
  const here = workspace.store.query();
  const byName: SymbolInformation[] = [];
  const otherwise: SymbolInformation[] = [];
  const detailsOf = detailReader(here);
  for (const entry of workspace.store.entries()) {
    if (entry.library) continue;
    for (const { name, at, symbol } of declaredNames(entry)) {
      const isNamed = contains(name.toLowerCase(), letters);
      if (!isNamed && (words.length === 0 || otherwise.length === MOST_SYMBOLS)) continue;
      const found = isNamed ? [] : foundIn(words, name, detailsOf(entry, symbol));
      if (!found) continue;
      (isNamed ? byName : otherwise).push({
        name: [name, ...found].join(' · '),
        kind: KINDS[sortOf(symbol)] ?? SymbolKind.Package,
        location: workspace.locationOf(entry, at),
        containerName: containerOf(here, symbol, entry),
      });
      if (byName.length === MOST_SYMBOLS) return byName;
    }
  }
  return [...byName, ...otherwise].slice(0, MOST_SYMBOLS);
}

/** The details that have the words that the name has not; undefined where one is in none of them. */
function foundIn(words: readonly string[], name: string, details: readonly string[]): string[] | undefined {
  const lower = name.toLowerCase();
  const found = new Set<string>();
  for (const word of words) {
    if (lower.includes(word)) continue;
    const detail = details.find((text) => text.toLowerCase().includes(word));
    if (detail === undefined) return undefined;
    found.add(detail);
  }
  return [...found];
}

/** Reads what is told of a symbol besides its name. Many assets have one type, so its title is looked up once. */
function detailReader(query: Query): (entry: Entry, symbol: NamedSymbol) => string[] {
  const ofTypes = new Map<string, string | undefined>();
  const titleOfType = (name: string) => {
    if (!ofTypes.has(name)) ofTypes.set(name, query.shared('asset-type', name)?.value.title?.value);
    return ofTypes.get(name);
  };
  return ({ unit }, symbol) => {
    if (symbol.kind === 'system') return given(unit.system?.title?.value);
    if (symbol.kind === 'declaration' && symbol.declaration.sort === 'access-point') {
      const { title, location } = accessPointAt(unit, symbol.declaration.at)!.point;
      return given(title?.value, location?.value);
    }
    if (symbol.kind === 'declaration') return given(titleOf(unit, symbol.declaration.sort, symbol.declaration.name));
    const { sort, index } = symbol.element;
    const title = unit[`${sort}s`][index]!.title?.value;
    if (sort === 'asset') {
      const { type } = unit.assets[index]!;
      const all = allAddresses(unit.assets[index]!);
      return given(title, type?.text, type && titleOfType(type.text), ...all.map(({ value }) => value));
    }
    if (sort !== 'zone') return given(title);
    const { kind, networks } = unit.zones[index]!;
    return given(title, kind?.text, ...networks.map(({ value }) => value));
  };
}

const given = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined);

const titles = new WeakMap<Unit, ReadonlyMap<string, string | undefined>>();

/** The title of what a unit declares for the whole folder. A unit never changes, so they are gathered once. */
function titleOf(unit: Unit, sort: Declaration['sort'], name: string): string | undefined {
  let known = titles.get(unit);
  if (!known) {
    known = new Map(titled(unit));
    titles.set(unit, known);
  }
  return known.get(`${sort} ${name}`);
}

function* titled(unit: Unit): Generator<[string, string | undefined]> {
  const { assetTypes, protocols, profiles, catalogs, models, frameworks } = unit;
  for (const [sort, items] of Object.entries({
    'asset-type': assetTypes,
    protocol: protocols,
    profile: profiles,
    catalog: catalogs,
    'reference-model': models,
    framework: frameworks,
  } satisfies Partial<Record<DeclaredSort, unknown>>)) {
    for (const { name, title } of items) yield [`${sort} ${name.value}`, title?.value];
  }
  for (const sort of RECORD_SORTS) {
    for (const { name, title } of recordedIn(unit, sort)) yield [`${sort} ${name.value}`, title?.value];
  }
  for (const { controls } of catalogs) for (const { id, title } of controls) yield [`control ${id}`, title];
  for (const { kinds } of models) for (const { name, title } of kinds) yield [`kind ${name}`, title];
}

/** Where a symbol stands: the path of the zone around it, else its system. */
function containerOf(query: Query, symbol: NamedSymbol, { system, unit }: Entry): string | undefined {
  if (symbol.kind === 'system') return undefined;
  const point = symbol.kind === 'declaration' ? accessPointAt(unit, symbol.declaration.at) : undefined;
  if (symbol.kind === 'declaration' && !point) return symbol.declaration.sort.replace('-', ' ');
  const path = point?.path ?? (symbol.kind === 'element' ? elementAt(query, symbol.element).path : '');
  const dot = path.lastIndexOf('.');
  return dot < 0 ? system : `${system} › ${path.slice(0, dot)}`;
}

/** The access point whose name stands at a place of a unit. */
const accessPointAt = (unit: Unit, at: Place) => accessPointsIn(unit).find(({ point }) => point.name.at === at);

function contains(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
