import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Entry } from '../core/engine/entry.ts';
import { pathOf } from '../core/engine/handle.ts';
import type { OfferSort } from '../core/engine/offers.ts';
import type { Control } from '../core/model/control.ts';
import { formatVector } from '../core/model/levels.ts';
import type { Place } from '../core/model/reference.ts';
import type { ZoneKind } from '../core/model/reference-model.ts';
import { countOf } from '../core/text/words.ts';
import type { Workspace } from '../language/workspace.ts';
import { declaredNames, sortOf, type Target } from './cursor.ts';

interface Item {
  readonly name: string;
  /** Facts beside the name, the title first. */
  readonly detail?: string;
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
  { name, detail, kind, at, nameAt, children }: Item,
): DocumentSymbol {
  return {
    name: name || '(no name)',
    detail,
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

const join = (...facts: readonly (string | undefined | false)[]): string | undefined =>
  facts.filter(Boolean).join(' · ') || undefined;

/** @param facts what is told beside the title */
function item(
  kind: SymbolKind,
  { name, title, at }: Named,
  facts: (string | undefined | false)[] = [],
  children?: Item[],
): Item {
  return { name: name.value, detail: join(title?.value, ...facts), kind, at, nameAt: name.at, children };
}

function itemsOf(entry: Entry): Item[] {
  const { unit } = entry;
  const flow = (index: number): Item => {
    const { source, target, both, protocol, title, at } = unit.flows[index]!;
    const name = `${source.text} ${both ? '↔' : '→'} ${target.text}`;
    return { name, detail: join(title?.value, protocol?.text), kind: SymbolKind.Event, at, nameAt: source.at };
  };
  const conduit = (index: number): Item => {
    const { ends, slT, flows } = unit.conduits[index]!;
    const facts = [ends && `${ends[0].text} — ${ends[1].text}`, slT && `SL-T ${formatVector(slT.vector)}`];
    return item(SymbolKind.Interface, unit.conduits[index]!, facts, flows.map(flow));
  };
  const zone = (index: number): Item => {
    const { assets, zones, conduits, flows, kind, slT } = unit.zones[index]!;
    return item(
      SymbolKind.Namespace,
      unit.zones[index]!,
      [kind?.text, slT && `SL-T ${formatVector(slT.vector)}`],
      [
        ...assets.map((i) => item(SymbolKind.Field, unit.assets[i]!, [unit.assets[i]!.type?.text])),
        ...zones.map(zone),
        ...conduits.map(conduit),
        ...flows.map(flow),
      ],
    );
  };
  const { system } = unit;
  return [
    ...(system ? [item(SymbolKind.Package, system)] : []),
    ...unit.zones.flatMap(({ parent }, i) => (parent < 0 ? [zone(i)] : [])),
    ...unit.conduits.flatMap(({ zone: outer }, i) => (outer < 0 ? [conduit(i)] : [])),
    ...unit.risks.map((risk) => item(SymbolKind.Event, risk, [risk.on.map(({ text }) => text).join(', ')])),
    ...unit.matrices.map((matrix) => item(SymbolKind.Array, matrix)),
    ...unit.profiles.map((profile) => item(SymbolKind.Array, profile, [countOf(profile.controls.length, 'control')])),
    ...unit.assetTypes.map((type) => item(SymbolKind.Class, type, [type.base && `extends ${type.base.text}`])),
    ...unit.protocols.map((protocol) => item(SymbolKind.Method, protocol)),
    ...unit.frameworks.map((framework) => item(SymbolKind.Package, framework)),
    ...unit.models.map((model) => item(SymbolKind.Package, model, [], model.kinds.map(kindItem))),
    ...unit.catalogs.map((catalog) => item(SymbolKind.Package, catalog, [], catalog.controls.map(controlItem))),
  ];
}

function kindItem({ name, title, levels, at, nameAt }: ZoneKind): Item {
  const detail = join(title, levels.length > 0 && `level ${levels.join(', ')}`);
  return { name, detail, at, nameAt, kind: SymbolKind.EnumMember };
}

function controlItem({ id, title, level, at, nameAt }: Control): Item {
  return { name: id, detail: join(title, level !== undefined && `SL ${level}`), at, nameAt, kind: SymbolKind.Constant };
}

const KINDS: Partial<Record<OfferSort, SymbolKind>> = {
  system: SymbolKind.Package,
  zone: SymbolKind.Namespace,
  asset: SymbolKind.Field,
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
  for (const entry of workspace.store.entries()) {
    if (entry.library) continue;
    for (const { name, at, symbol } of declaredNames(entry)) {
      if (!contains(name.toLowerCase(), letters)) continue;
      found.push({
        name,
        kind: KINDS[sortOf(symbol)] ?? SymbolKind.Package,
        location: workspace.locationOf(entry, at),
        containerName: containerOf(symbol, entry),
      });
      if (found.length === MOST_SYMBOLS) return found;
    }
  }
  return found;
}

/** Where a symbol stands: the path of the zone around it, else its system. */
function containerOf(symbol: Target, { system }: Entry): string | undefined {
  if (symbol.kind === 'system') return undefined;
  if (symbol.kind === 'declaration') return symbol.declaration.sort.replace('-', ' ');
  const path = pathOf(symbol.element);
  const dot = path.lastIndexOf('.');
  return dot < 0 ? system : `${system} › ${path.slice(0, dot)}`;
}

function contains(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
