import { homeKinds, traitsOfType } from '../../analysis/asset-traits.ts';
import { assetTypeOf, typeLine } from '../../analysis/asset-types.ts';
import { postureOfZone } from '../../analysis/posture.ts';
import { kindsOf, systemModel } from '../../analysis/settings.ts';
import { isExternal, kindOf } from '../../analysis/zone-facts.ts';
import {
  assetOf,
  type ConduitRef,
  compareSources,
  conduitOf,
  type Entry,
  type Handle,
  type ZoneRef,
  zoneOf,
} from '../../engine/entry.ts';
import { pathOf } from '../../engine/handle.ts';
import type { Query } from '../../engine/query.ts';
import { endsOf, resolveElement } from '../../engine/resolve.ts';
import { reveal } from '../../engine/reveal.ts';
import type { Said } from '../../engine/said.ts';
import { inherited } from '../../engine/zone-chain.ts';
import type { AssetFlag } from '../../model/asset-type.ts';
import type { Flow } from '../../model/conduit.ts';
import type { Reference } from '../../model/reference.ts';
import type { ZoneKind } from '../../model/reference-model.ts';
import type {
  DiagramAsset,
  DiagramConduit,
  DiagramFlow,
  DiagramModel,
  DiagramZone,
  Direction,
  FindingMark,
} from './diagram-model.ts';
import { hueOf } from './hues.ts';
import { iconOf } from './icons.ts';
import { type Hints, rankByHints } from './ranks.ts';

/** What the rules say of the elements of a system. */
export interface FindingsByElement {
  readonly marks: ReadonlyMap<string, FindingMark>;
  /** Paths of the conduits on which a rule about boundaries fires. */
  readonly faults: ReadonlySet<string>;
}

export const NO_FINDINGS: FindingsByElement = { marks: new Map(), faults: new Set() };

/** What the picture of a system shows. `entries` are all units of the workspace; those of other systems are left out. */
export function buildDiagram(
  query: Query,
  system: string,
  entries: Iterable<Entry>,
  findings: FindingsByElement = NO_FINDINGS,
): DiagramModel {
  const own = [...entries].filter((entry) => !entry.library && entry.system === system).sort(compareSources);
  const builder: Builder = { query, system, findings, ids: new Set(), foreign: new Map(), hints: new Map() };
  const zones = own.flatMap((entry) => topZones(builder, entry));
  const conduits = own.flatMap((entry) =>
    entry.unit.conduits.flatMap((_, index) => buildConduit(builder, entry, index)),
  );
  const flows = own.flatMap((entry) =>
    entry.unit.flows.filter(({ conduit }) => conduit < 0).map((flow) => flowOf(builder, entry, flow)),
  );
  const title = own.find(({ unit }) => unit.system?.title)?.unit.system?.title?.value ?? system;
  const all = rankByHints(
    [...zones, ...builder.foreign.values()],
    conduits,
    builder.hints,
    rankOfUnknown(query, system),
  );
  return { system: { name: system, title }, zones: all, conduits, flows };
}

interface Builder {
  readonly query: Query;
  readonly system: string;
  readonly findings: FindingsByElement;
  /** Paths in the picture: of two elements with one path the first is shown. */
  readonly ids: Set<string>;
  /** Zones of other systems that conduits of this one reach. */
  readonly foreign: Map<string, DiagramZone>;
  /** For zones without a kind, by path. */
  readonly hints: Map<string, Hints>;
}

function isNew({ ids }: Builder, id: string): boolean {
  if (ids.has(id)) return false;
  ids.add(id);
  return true;
}

function topZones(builder: Builder, entry: Entry): DiagramZone[] {
  return entry.unit.zones.flatMap(({ parent }, index) => (parent < 0 ? buildZone(builder, entry, index) : []));
}

function buildZone(builder: Builder, entry: Entry, index: number): DiagramZone[] {
  const zone = entry.unit.zones[index]!;
  if (!zone.name.value || !isNew(builder, zone.path)) return [];
  const ref: ZoneRef = { entry, sort: 'zone', index };
  const facts = factsOf(builder.query, ref);
  if (!facts.kind) builder.hints.set(zone.path, hintsOf(builder.query, ref));
  return [
    {
      ...facts,
      id: zone.path,
      findings: builder.findings.marks.get(zone.path),
      assets: zone.assets.flatMap((asset) => buildAsset(builder, entry, asset)),
      zones: zone.zones.flatMap((child) => buildZone(builder, entry, child)),
    },
  ];
}

function hintsOf(query: Query, ref: ZoneRef): Hints {
  const { system, unit } = ref.entry;
  const ofAssets = zoneOf(ref).assets.map((index) => {
    const { type } = unit.assets[index]!;
    const traits = type && traitsOfType(query, type.text);
    return traits ? homeKinds(query, system, traits).map(({ rank }) => rank) : [];
  });
  return { ofLevel: kindAt(modelKinds(query, system), query.fact(ref, 'level'))?.rank, ofAssets };
}

/** Where zones stand of which nothing is known: above all zones of the plant itself, below where the outside ends. */
function rankOfUnknown(query: Query, system: string): number {
  const inside = modelKinds(query, system).filter(({ flags }) => flags.length === 0);
  return inside.length > 0 ? Math.max(...inside.map(({ rank }) => rank)) + 0.5 : 0;
}

/** What a zone is, without what it holds. */
function factsOf(query: Query, ref: ZoneRef): Omit<DiagramZone, 'id' | 'findings' | 'assets' | 'zones'> {
  const zone = zoneOf(ref);
  const kinds = modelKinds(query, ref.entry.system);
  const kind = kindOf(query, ref);
  const level = query.fact(ref, 'level');
  const external = isExternal(query, ref);
  const { slT, slA } = external ? {} : postureOfZone(query, ref);
  const isSafety = inherited(ref, ({ safety }) => safety)?.value ?? false;
  return {
    name: zone.name.value,
    title: zone.title?.value || zone.name.value,
    kind: kind?.name,
    kindTitle: isSafety ? 'Safety zone' : (kind?.title ?? kind?.name),
    hue: isSafety ? 'safety' : hueOf(kinds, kind),
    rank: kind?.rank ?? 0,
    level,
    chip: chipOf(kind, level),
    external,
    slT,
    slA,
  };
}

function modelKinds(query: Query, system: string): readonly Said<ZoneKind>[] {
  const { model } = systemModel(query, system);
  return model ? kindsOf(model) : [];
}

/** The kind that a zone without one stands beside: the innermost with its level. */
function kindAt(kinds: readonly Said<ZoneKind>[], level: number | undefined): Said<ZoneKind> | undefined {
  if (level === undefined) return undefined;
  return kinds.filter(({ levels }) => levels.includes(level)).sort((a, b) => a.rank - b.rank)[0];
}

function chipOf(kind: Said<ZoneKind> | undefined, level: number | undefined): string {
  if (kind?.flags.includes('external')) return 'EXT';
  if (kind?.flags.includes('entry')) return 'DMZ';
  return level === undefined ? '' : `L${level}`;
}

function buildAsset(builder: Builder, entry: Entry, index: number): DiagramAsset[] {
  const { query, findings } = builder;
  const asset = assetOf({ entry, sort: 'asset', index });
  if (!asset.name.value || !isNew(builder, asset.path)) return [];
  const line = asset.type ? typeLine(query, asset.type.text) : [];
  const types = line.flatMap((name) => assetTypeOf(query, name) ?? []);
  const flags: AssetFlag[] = types.flatMap((type) => type.flags);
  const first = <T>(read: (type: (typeof types)[number]) => T | undefined): T | undefined =>
    types.map(read).find((value) => value !== undefined);
  return [
    {
      id: asset.path,
      name: asset.name.value,
      title: asset.title?.value || asset.name.value,
      type: first(({ title }) => title?.value) ?? asset.type?.text,
      icon: iconOf({ line, flags, class: first((type) => type.class), role: first((type) => type.role) }),
      count: asset.count?.value ?? 1,
      boundary: flags.includes('boundary'),
      addresses: asset.addresses.map(({ value }) => value),
      findings: findings.marks.get(asset.path),
    },
  ];
}

function buildConduit(builder: Builder, entry: Entry, index: number): DiagramConduit[] {
  const { query, findings } = builder;
  const ref: ConduitRef = { entry, sort: 'conduit', index };
  const conduit = conduitOf(ref);
  const [a, b] = endsOf(query, ref);
  if (!a || !b || !conduit.name.value || !isNew(builder, conduit.path)) return [];
  const ends = [endId(builder, a), endId(builder, b)] as const;
  if (ends[0] === ends[1] || !ends.every((end) => builder.ids.has(end))) return [];
  const opened: Direction[] = [];
  const flows = conduit.flows.map((index) => {
    const flow = entry.unit.flows[index]!;
    const from = sideOf(query, entry, flow.source, [a, b]);
    const to = sideOf(query, entry, flow.target, [a, b]);
    // Of a side that means nothing it is known that it is at the other end.
    const opener = from >= 0 ? from : to >= 0 ? 1 - to : undefined;
    const opens = to >= 0 ? to : from >= 0 ? 1 - from : undefined;
    opened.push(flow.both ? 'both' : opener === undefined ? 'none' : opener === 0 ? 'forward' : 'backward');
    return flowOf(builder, entry, flow, [ends[opener ?? -1], ends[opens ?? -1]]);
  });
  return [
    {
      id: conduit.path,
      name: conduit.name.value,
      title: conduit.title?.value || conduit.name.value,
      ends,
      direction: directionOf(opened),
      flows,
      slT: conduit.slT?.vector,
      fault: findings.faults.has(conduit.path),
      findings: findings.marks.get(conduit.path),
    },
  ];
}

/** A flow with the paths of its sides; of a side that is not in the picture, what stands for it. */
function flowOf(
  { query, system }: Builder,
  entry: Entry,
  { source, target, protocol, both }: Flow,
  [from, to]: readonly [string | undefined, string | undefined] = [undefined, undefined],
): DiagramFlow {
  const path = (side: Reference): string | undefined => {
    const found = resolveElement(query, entry, side);
    return found.kind === 'one' && found.target.entry.system === system ? pathOf(found.target) : undefined;
  };
  return {
    from: source.text,
    to: target.text,
    source: path(source) ?? from,
    target: path(target) ?? to,
    protocol: protocol?.text,
    both,
  };
}

/** The id of a conduit's end. A zone of another system is put into the picture as an empty one. */
function endId(builder: Builder, end: Handle<'zone'>): string {
  const { query, system, ids, foreign } = builder;
  const path = pathOf(end);
  if (end.entry.system === system) return path;
  const id = `${end.entry.system}.${path}`;
  if (!foreign.has(id)) {
    const facts = factsOf(query, reveal(end));
    const title = `${facts.title} (${end.entry.system})`;
    foreign.set(id, { ...facts, title, id, slT: undefined, slA: undefined, assets: [], zones: [] });
    if (!facts.kind) builder.hints.set(id, hintsOf(query, reveal(end)));
    ids.add(id);
  }
  return id;
}

/** The end of a conduit that a side of a flow stands in: 0, 1, or -1 for neither; the inner one of two nested. */
function sideOf(query: Query, entry: Entry, side: Reference, ends: readonly [Handle<'zone'>, Handle<'zone'>]): number {
  const found = resolveElement(query, entry, side);
  if (found.kind !== 'one') return -1;
  const holds = (end: Handle) =>
    end.entry.system === found.target.entry.system &&
    (pathOf(found.target) === pathOf(end) || pathOf(found.target).startsWith(`${pathOf(end)}.`));
  const inside = ends.flatMap((end, i) => (holds(end) ? [i] : []));
  if (inside.length < 2) return inside[0] ?? -1;
  return pathOf(ends[0]).length > pathOf(ends[1]).length ? 0 : 1;
}

function directionOf(opened: readonly Direction[]): Direction {
  const forward = opened.some((direction) => direction === 'forward' || direction === 'both');
  const backward = opened.some((direction) => direction === 'backward' || direction === 'both');
  if (forward && backward) return 'both';
  return forward ? 'forward' : backward ? 'backward' : 'none';
}
