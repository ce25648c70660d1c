import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { OfferSort } from '../core/engine/contributions.ts';
import type { Entry } from '../core/engine/entry.ts';
import type { Place } from '../core/model/reference.ts';
import type { Workspace } from '../language/workspace.ts';
import { declaredNames } from './cursor.ts';

interface Item {
  readonly name: string;
  readonly title?: string;
  readonly kind: SymbolKind;
  readonly at: Place;
  readonly nameAt: Place;
  readonly children?: Item[];
}

/** The outline of a file: systems, zones with what they contain, conduits, and the library's declarations. */
export function documentSymbols(workspace: Workspace, uri: string): DocumentSymbol[] {
  const entries = workspace.files.get(uri)?.entries ?? [];
  return entries.flatMap((entry) => itemsOf(entry).map((item) => toSymbol(workspace, entry, item)));
}

function toSymbol(
  workspace: Workspace,
  entry: Entry,
  { name, title, kind, at, nameAt, children }: Item,
): DocumentSymbol {
  return {
    name: name || '(no name)',
    detail: title,
    kind,
    range: workspace.rangeOf(entry, at),
    selectionRange: workspace.rangeOf(entry, nameAt),
    children: children?.map((child) => toSymbol(workspace, entry, child)),
  };
}

interface Named {
  readonly name: { readonly value: string; readonly at: Place };
  readonly title?: { readonly value: string };
  readonly at: Place;
}

const item = (kind: SymbolKind, { name, title, at }: Named, children?: Item[]): Item => ({
  name: name.value,
  title: title?.value,
  kind,
  at,
  nameAt: name.at,
  children,
});

function itemsOf({ unit }: Entry): Item[] {
  const zone = (index: number): Item => {
    const { assets, zones, conduits } = unit.zones[index]!;
    return item(SymbolKind.Namespace, unit.zones[index]!, [
      ...assets.map((i) => item(SymbolKind.Object, unit.assets[i]!)),
      ...zones.map(zone),
      ...conduits.map((i) => item(SymbolKind.Interface, unit.conduits[i]!)),
    ]);
  };
  const { system } = unit;
  return [
    ...(system ? [item(SymbolKind.Module, system)] : []),
    ...unit.zones.flatMap(({ parent }, i) => (parent < 0 ? [zone(i)] : [])),
    ...unit.conduits.flatMap((conduit) => (conduit.zone < 0 ? [item(SymbolKind.Interface, conduit)] : [])),
    ...unit.risks.map((risk) => item(SymbolKind.Event, risk)),
    ...unit.matrices.map((matrix) => item(SymbolKind.Array, matrix)),
    ...unit.profiles.map((profile) => item(SymbolKind.Array, profile)),
    ...unit.assetTypes.map((type) => item(SymbolKind.Class, type)),
    ...unit.protocols.map((protocol) => item(SymbolKind.Method, protocol)),
    ...unit.frameworks.map((framework) => item(SymbolKind.Package, framework)),
    ...unit.models.map((model) =>
      item(
        SymbolKind.Package,
        model,
        model.kinds.map(({ name, title, at, nameAt }) => ({ name, title, at, nameAt, kind: SymbolKind.EnumMember })),
      ),
    ),
    ...unit.catalogs.map((catalog) =>
      item(
        SymbolKind.Package,
        catalog,
        catalog.controls.map(({ id, title, at, nameAt }) => ({
          name: id,
          title,
          at,
          nameAt,
          kind: SymbolKind.Constant,
        })),
      ),
    ),
  ];
}

/** Blocks, text blocks and comments of more than one line. */
export function foldingRanges(workspace: Workspace, uri: string): FoldingRange[] {
  const text = workspace.files.get(uri)?.source.text ?? '';
  const ranges: FoldingRange[] = [];
  const open: number[] = [];
  let line = 0;
  const pattern = /\r\n?|\n|"""(?:\\[\s\S]|[^\\])*?"""|"(?:\\.|[^"\\\r\n])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|[{}]/g;
  for (const [token] of text.matchAll(pattern)) {
    if (token === '\n' || token === '\r' || token === '\r\n') line++;
    else if (token === '{') open.push(line);
    else if (token === '}') {
      const start = open.pop();
      // The closing brace stays visible below the folded block.
      if (start !== undefined && line - 1 > start) ranges.push({ startLine: start, endLine: line - 1 });
    } else {
      const end = line + (token.match(/\r\n?|\n/g)?.length ?? 0);
      const kind = token.startsWith('/') ? FoldingRangeKind.Comment : undefined;
      if (end > line) ranges.push({ startLine: line, endLine: end, ...(kind && { kind }) });
      line = end;
    }
  }
  return ranges;
}

const KINDS: Partial<Record<OfferSort, SymbolKind>> = {
  zone: SymbolKind.Namespace,
  asset: SymbolKind.Object,
  conduit: SymbolKind.Interface,
  risk: SymbolKind.Event,
  'asset-type': SymbolKind.Class,
  control: SymbolKind.Constant,
};

/** More answers than a person reads are of no use and cost time. */
const MOST_SYMBOLS = 200;

/** Names of the workspace's own files that contain the letters of a query in order. */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const letters = query.toLowerCase();
  const found: SymbolInformation[] = [];
  for (const entry of workspace.world.entries()) {
    if (entry.library) continue;
    for (const { name, at, symbol } of declaredNames(entry)) {
      if (!contains(name.toLowerCase(), letters)) continue;
      const sort = symbol.kind === 'element' ? symbol.element.sort : symbol.declaration.sort;
      found.push({ name, kind: KINDS[sort] ?? SymbolKind.Package, location: workspace.locationOf(entry, at) });
      if (found.length === MOST_SYMBOLS) return found;
    }
  }
  return found;
}

function contains(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
