import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Entry } from '../core/engine/entry.ts';
import type { Control } from '../core/model/control.ts';
import { formatVector } from '../core/model/levels.ts';
import type { Place } from '../core/model/reference.ts';
import type { ZoneKind } from '../core/model/reference-model.ts';
import type { SystemHeader } from '../core/model/system.ts';
import { unitAt } from '../core/plant/index.ts';
import type {
  PlantAccessPoint,
  PlantAsset,
  PlantConduit,
  PlantFlow,
  PlantUnit,
  PlantZone,
} from '../core/plant/plant.ts';
import { countOf } from '../core/text/words.ts';
import type { Workspace } from '../language/workspace.ts';
import { defineFeature, inFile } from './feature.ts';

export const outlineFeature = defineFeature('documentSymbolProvider', () => true, {
  'textDocument/documentSymbol': inFile(documentSymbols),
});

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
  const query = workspace.store.query();
  return entries.flatMap((entry) => itemsOf(unitAt(query, entry)).map((item) => toSymbol(workspace, entry, item)));
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

function itemsOf({ header, topZones, topConduits, risks, matrices, record, shared }: PlantUnit): Item[] {
  return [
    ...(header ? [item(SymbolKind.Package, header, [], recordItems(header))] : []),
    ...topZones.map(zoneItem),
    ...topConduits.map(conduitItem),
    ...risks.map(({ declared }) => item(SymbolKind.Event, declared, [declared.on.map(({ text }) => text).join(', ')])),
    ...matrices.map((matrix) => item(SymbolKind.Array, matrix)),
    ...record['essential-function'].map(({ declared }) =>
      item(SymbolKind.Function, declared, [declared.on.map(({ text }) => text).join(', ')]),
    ),
    ...record.policy.map(({ declared }) => item(SymbolKind.File, declared, [declared.version?.value])),
    ...record.countermeasure.map(({ declared: measure }) =>
      item(SymbolKind.Constant, measure, [measure.until && `until ${measure.until.value}`]),
    ),
    ...record.regulation.map(({ declared }) => item(SymbolKind.File, declared, [declared.authority?.value])),
    ...record['threat-source'].map(({ declared: source }) =>
      item(SymbolKind.Event, source, [source.capability && `capability ${source.capability.value}`]),
    ),
    ...shared.profiles.map((profile) => item(SymbolKind.Array, profile, [countOf(profile.controls.length, 'control')])),
    ...shared.assetTypes.map((type) => item(SymbolKind.Class, type, [type.base && `extends ${type.base.text}`])),
    ...shared.protocols.map((protocol) => item(SymbolKind.Method, protocol)),
    ...shared.frameworks.map((framework) => item(SymbolKind.Package, framework)),
    ...shared.models.map((model) => item(SymbolKind.Package, model, [], model.kinds.map(kindItem))),
    ...shared.catalogs.map((catalog) => item(SymbolKind.Package, catalog, [], catalog.controls.map(controlItem))),
  ];
}

/** The revisions and approvals of a system. */
function recordItems({ revisions, approvals }: SystemHeader): Item[] {
  return [
    ...revisions.map(
      ({ number: { value, at }, on, by, what }): Item => ({
        name: `revision ${value}`,
        detail: join(on?.value, by?.value, what?.value),
        kind: SymbolKind.Field,
        at,
        nameAt: at,
      }),
    ),
    ...approvals.map(
      ({ on, by, revision, at }): Item => ({
        name: on ? `approval ${on.value}` : 'approval',
        detail: join(by?.value, revision && `of revision ${revision.text}`),
        kind: SymbolKind.Field,
        at,
        nameAt: at,
      }),
    ),
  ];
}

/** A zone with what it says itself: what it inherits, the zone around it shows. */
function zoneItem({ declared, assets, accessPoints, zones, conduits, flows }: PlantZone): Item {
  const { kind, slT } = declared;
  return item(
    SymbolKind.Namespace,
    declared,
    [kind?.text, slT && `SL-T ${formatVector(slT.vector)}`],
    [
      ...assets.map(assetItem),
      ...accessPoints.map(accessPointItem),
      ...zones.map(zoneItem),
      ...conduits.map(conduitItem),
      ...flows.map(flowItem),
    ],
  );
}

const accessPointItem = ({ declared }: PlantAccessPoint): Item =>
  item(SymbolKind.Key, declared, [declared.side?.value, declared.closed?.value && 'closed']);

function conduitItem({ declared, assets, accessPoints, flows }: PlantConduit): Item {
  const { ends, slT } = declared;
  const facts = [ends?.map(({ text }) => text).join(' — '), slT && `SL-T ${formatVector(slT.vector)}`];
  return item(SymbolKind.Interface, declared, facts, [
    ...assets.map(assetItem),
    ...accessPoints.map(accessPointItem),
    ...flows.map(flowItem),
  ]);
}

const assetItem = ({ declared }: PlantAsset): Item => item(SymbolKind.Field, declared, [declared.type?.text]);

function flowItem({ declared: { source, target, both, protocol, title, at } }: PlantFlow): Item {
  const name = `${source.text} ${both ? '↔' : '→'} ${target.text}`;
  return { name, detail: join(title?.value, protocol?.text), kind: SymbolKind.Event, at, nameAt: source.at };
}

function kindItem({ name, title, levels, at, nameAt }: ZoneKind): Item {
  const detail = join(title, levels.length > 0 && `level ${levels.join(', ')}`);
  return { name, detail, at, nameAt, kind: SymbolKind.EnumMember };
}

function controlItem({ id, title, level, at, nameAt }: Control): Item {
  return { name: id, detail: join(title, level !== undefined && `SL ${level}`), at, nameAt, kind: SymbolKind.Constant };
}
