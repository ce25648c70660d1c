import { allAddresses } from '../../model/asset.ts';
import { isOfProcess, type ZoneKind } from '../../model/reference-model.ts';
import { given } from '../../plant/library.ts';
import type {
  PlantAccessPoint,
  PlantAsset,
  PlantConduit,
  PlantEnd,
  PlantFlow,
  PlantSide,
  PlantSystem,
  PlantZone,
} from '../../plant/plant.ts';
import { levelSpan } from '../../text/purdue.ts';
import {
  accessPointId,
  type DiagramAccessPoint,
  type DiagramAsset,
  type DiagramConduit,
  type DiagramFlow,
  type DiagramModel,
  type DiagramZone,
  type Direction,
  type FindingMark,
  joined,
} from './diagram-model.ts';
import { hueOf } from './hues.ts';
import { iconOf } from './icons.ts';
import { type Hints, rankByHints } from './ranks.ts';

/** What the rules say of the elements of a system. */
export interface FindingsByElement {
  readonly marks: ReadonlyMap<string, FindingMark>;
  /** Paths of the conduits whose boundary a rule finds open or gone around. */
  readonly faults: ReadonlySet<string>;
}

const NO_FINDINGS: FindingsByElement = { marks: new Map(), faults: new Set() };

/** What the picture of a system shows. */
export function buildDiagram(system: PlantSystem, findings: FindingsByElement = NO_FINDINGS): DiagramModel {
  const builder: Builder = { system, findings, ids: new Set(), foreign: new Map(), hints: new Map() };
  const zones = system.topZones.flatMap((zone) => buildZone(builder, zone));
  const conduits = system.conduits.flatMap((conduit) => buildConduit(builder, conduit));
  const flows = system.flows.flatMap((flow) => (flow.conduit ? [] : [buildFlow(builder, flow)]));
  const inner = withInner(zones, conduits);
  const all = rankByHints([...inner, ...builder.foreign.values()], conduits, builder.hints, rankOfUnknown(system));
  return { system: { name: system.name, title: system.title }, zones: all, conduits, flows };
}

/** Zones with the conduits that are inside each. */
function withInner(zones: readonly DiagramZone[], conduits: readonly DiagramConduit[]): DiagramZone[] {
  const inner = new Map<string, DiagramConduit[]>();
  for (const conduit of conduits) {
    const around = conduit.ends.reduce(commonPath);
    const those = inner.get(around);
    if (those) those.push(conduit);
    else inner.set(around, [conduit]);
  }
  const add = (zone: DiagramZone): DiagramZone => ({ ...zone, inner: inner.get(zone.id), zones: zone.zones.map(add) });
  return inner.size > 0 ? zones.map(add) : [...zones];
}

/** The path of the innermost zone that is around two others or one of them; empty for none. */
function commonPath(a: string, b: string): string {
  const [names, others] = [a.split('.'), b.split('.')];
  const end = names.findIndex((name, i) => name !== others[i]);
  return names.slice(0, end < 0 ? names.length : end).join('.');
}

interface Builder {
  readonly system: PlantSystem;
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

function buildZone(builder: Builder, zone: PlantZone): DiagramZone[] {
  const { name, path } = zone;
  if (!name || !isNew(builder, path)) return [];
  const facts = factsOf(zone);
  if (!facts.kind) builder.hints.set(path, hintsOf(zone));
  return [
    {
      ...facts,
      id: path,
      findings: builder.findings.marks.get(path),
      assets: zone.assets.flatMap((asset) => buildAsset(builder, asset)),
      accessPoints: zone.accessPoints.map(buildAccessPoint),
      zones: zone.zones.flatMap((child) => buildZone(builder, child)),
    },
  ];
}

function hintsOf({ system, level, assets }: PlantZone): Hints {
  const ofAssets = assets.map(({ homeKinds }) => homeKinds.map(({ rank }) => rank));
  return { ofLevel: kindAt(system.kinds, level)?.rank, ofAssets };
}

/** Where zones stand of which nothing is known: above all zones of the plant itself, below where the outside ends. */
function rankOfUnknown({ kinds }: PlantSystem): number {
  const inside = kinds.filter(isOfProcess);
  return inside.length > 0 ? Math.max(...inside.map(({ rank }) => rank)) + 0.5 : 0;
}

/** What a zone is, without what it holds. */
function factsOf(zone: PlantZone): Omit<DiagramZone, 'id' | 'findings' | 'assets' | 'accessPoints' | 'zones'> {
  const { name, title, kind, level, levels, external, slT, slA, slAEvidenced, gap, system } = zone;
  const safety = zone.designation?.value ?? false;
  return {
    name,
    title,
    kind: kind?.name,
    kindTitle: safety ? 'Safety zone' : (kind?.title ?? kind?.name),
    hue: safety ? 'safety' : hueOf(system.kinds, kind),
    rank: kind?.rank ?? 0,
    level,
    levels,
    chip: chipOf(kind, levels),
    external,
    slT,
    slA,
    slAEvidenced,
    gap,
  };
}

/** The kind that a zone without one stands beside: the innermost with its level. */
function kindAt(kinds: readonly ZoneKind[], level: number | undefined): ZoneKind | undefined {
  if (level === undefined) return undefined;
  return kinds.filter(({ levels }) => levels.includes(level)).sort((a, b) => a.rank - b.rank)[0];
}

function chipOf(kind: ZoneKind | undefined, levels: readonly number[]): string {
  if (kind?.flags.includes('external')) return 'EXT';
  if (kind?.flags.includes('entry')) return 'DMZ';
  return levels.length > 0 ? `L${levelSpan(levels)}` : '';
}

function buildAsset(builder: Builder, asset: PlantAsset): DiagramAsset[] {
  const { name, title, path, type, declared } = asset;
  if (!name || !isNew(builder, path)) return [];
  const { names = [], chain = [], flags = [] } = type ?? {};
  const [componentClass, role] = [given(chain, (each) => each.class), given(chain, (each) => each.role)];
  return [
    {
      id: path,
      name,
      title,
      type: given(chain, (each) => each.title?.value) ?? type?.name,
      icon: iconOf({ chain: names, flags, class: componentClass, role }),
      count: declared.count?.value ?? 1,
      boundary: flags.includes('boundary'),
      addresses: allAddresses(declared).map(({ value }) => value),
      findings: builder.findings.marks.get(path),
    },
  ];
}

function buildAccessPoint({ declared, home }: PlantAccessPoint): DiagramAccessPoint {
  const { name, title, side, location, protection, usedBy, closed } = declared;
  return {
    id: accessPointId(home.path, name.value),
    name: name.value,
    title: title?.value || name.value,
    side: side?.value,
    location: location?.value,
    protection: protection?.value,
    usedBy: usedBy.map(({ value }) => value),
    closed: closed?.value,
  };
}

function buildConduit(builder: Builder, conduit: PlantConduit): DiagramConduit[] {
  const { name, title, path, slT } = conduit;
  const known = conduit.ends.flatMap((end) => (end.zone ? [endId(builder, end, end.zone)] : []));
  const ends = [...new Set(known)];
  if (!name || known.length < conduit.ends.length || ends.length < 2) return [];
  if (!ends.every((end) => builder.ids.has(end)) || !isNew(builder, path)) return [];
  const placed = conduit.flows.map((flow) => placeFlow(flow, known, ends));
  return [
    {
      id: path,
      name,
      title,
      ends,
      openings: ends.map((_, end) =>
        placed.map(({ from, to, both }) => openingAt(end, from, to, both)).reduce(joined, 'none'),
      ),
      assets: conduit.assets.flatMap((asset) => buildAsset(builder, asset)),
      accessPoints: conduit.accessPoints.map(buildAccessPoint),
      flows: placed.map(({ flow, from, to }) => buildFlow(builder, flow, [ends[from ?? -1], ends[to ?? -1]])),
      slT,
      fault: builder.findings.faults.has(path),
      findings: builder.findings.marks.get(path),
    },
  ];
}

/** A flow and the ends, of those that are drawn, that it leads from and to, so far as they are known. */
interface PlacedFlow {
  readonly flow: PlantFlow;
  readonly from?: number;
  readonly to?: number;
  readonly both: boolean;
}

/** @param known the ids of all ends of the conduit, `ends` each of them once */
function placeFlow(flow: PlantFlow, known: readonly string[], ends: readonly string[]): PlacedFlow {
  const { source, target, declared } = flow;
  const endOf = ({ end }: PlantSide) => (end === undefined ? undefined : ends.indexOf(known[end] ?? ''));
  const [from, to] = [endOf(source), endOf(target)];
  // Of two ends it is known that a side that means nothing is at the other.
  const other = (end: number | undefined) => (end === undefined || ends.length > 2 ? undefined : 1 - end);
  return { flow, from: from ?? other(to), to: to ?? other(from), both: declared.both };
}

/** Who opens a flow at an end: `forward` the zone there. */
function openingAt(end: number, from: number | undefined, to: number | undefined, both: boolean): Direction {
  if (end !== from && end !== to) return 'none';
  if (both) return 'both';
  return end === from ? 'forward' : 'backward';
}

/** A flow with the paths of its sides; of a side that is not in the picture, what stands for it. */
function buildFlow(
  { system }: Builder,
  { source, target, declared: { protocol, both } }: PlantFlow,
  [from, to]: readonly [string | undefined, string | undefined] = [undefined, undefined],
): DiagramFlow {
  const pathOf = ({ element }: PlantSide) => (element?.entry.system === system.name ? element.path : undefined);
  return {
    from: source.reference.text,
    to: target.reference.text,
    source: pathOf(source) ?? from,
    target: pathOf(target) ?? to,
    protocol: protocol?.text,
    both,
  };
}

/** The id of a conduit's end. A zone of another system is put into the picture as an empty one. */
function endId({ system, ids, foreign, hints }: Builder, { name: id }: PlantEnd, zone: PlantZone): string {
  if (zone.entry.system !== system.name && !foreign.has(id)) {
    const facts = factsOf(zone);
    const title = `${facts.title} (${zone.entry.system})`;
    foreign.set(id, {
      ...facts,
      title,
      id,
      slT: undefined,
      slA: undefined,
      slAEvidenced: undefined,
      gap: undefined,
      assets: [],
      zones: [],
    });
    if (!facts.kind) hints.set(id, hintsOf(zone));
    ids.add(id);
  }
  return id;
}
