import type { PlantFlow, PlantSystem } from '../../plant/plant.ts';
import type { Candidate } from '../../text/meant.ts';
import { spellingOf, wordsOf } from '../../text/spelling.ts';
import type { Home, NewFlow, Unplaced } from '../plan.ts';
import type { FlowRecord } from '../records.ts';
import type { Assets } from './assets.ts';
import { type Conduits, chainOf, isZone } from './conduits.ts';
import type { Zones } from './zones.ts';

/** The protocols there are, and the ports that each brings: `tcp 502`. */
export interface Protocols {
  readonly candidates: readonly Candidate[];
  portsOf(protocol: string): readonly string[];
}

/** An end of a flow: how it is written, and where it stands. */
interface Side {
  readonly path: string;
  readonly home: Home;
}

export interface FlowResult {
  readonly made: readonly NewFlow[];
  readonly unplaced: readonly Unplaced[];
  readonly unchanged: number;
}

/** Places flows, when all zones and assets are known: in the zone of both ends, or in a conduit between their zones. */
export function placeFlows(
  records: readonly FlowRecord[],
  plant: PlantSystem,
  { assets, zones, conduits }: { readonly assets: Assets; readonly zones: Zones; readonly conduits: Conduits },
  protocols: Protocols,
): FlowResult {
  const made: NewFlow[] = [];
  const unplaced: Unplaced[] = [];
  let unchanged = 0;
  const protocolOf = protocolFinder(protocols.candidates);
  /** Ports that the protocol has anyway are not written. */
  const ownPorts = (protocol: string | undefined, ports: readonly string[] | undefined) => {
    const usual = protocol === undefined ? [] : protocols.portsOf(protocol);
    return ports?.every((port) => usual.includes(port)) ? undefined : ports;
  };
  // What Zones has written says in which conduit a flow is: the same may run in two of them.
  const known = new Set(
    plant.flows.flatMap((flow) => {
      const key = keyOfFlow(flow, ownPorts);
      return [key, `${key}\n${flow.conduit?.path ?? ''}`];
    }),
  );

  const sideOf = (called: string, isOwn: boolean | undefined): Side | undefined => {
    const exact = isOwn ? assets.at(called) : undefined;
    if (exact) return exact;
    const at = isOwn ? zones.at(called) : undefined;
    if (at) return { path: at.path, home: at };
    const asset = assets.find(called);
    if (asset) return asset;
    const [zone] = zones.find(called);
    return zone && { path: zone.path, home: zone };
  };

  for (const record of records) {
    const [source, target] = [sideOf(record.source, record.isOwn), sideOf(record.target, record.isOwn)];
    if (!source || !target) {
      const lost = source ? record.target : record.source;
      unplaced.push({ row: record.row, why: `the flow was left out, as '${lost}' is no asset or zone that is known` });
      continue;
    }
    if (source.path === target.path) {
      unplaced.push({ row: record.row, why: `the flow was left out, as it leads from '${record.source}' to itself` });
      continue;
    }
    const { protocol, title } = protocolOf(record);
    const written = { ...record, title, ports: ownPorts(protocol, record.ports) };
    const place = record.isOwn ? `\n${record.conduit ?? ''}` : '';
    const keyWith = (named: string | undefined) =>
      keyOf(source.path, target.path, record.both ?? false, named, written.ports ?? []) + place;
    const key = keyWith(protocol);
    // A protocol of the model's own is none of the library's.
    if (known.has(key) || (record.isOwn && known.has(keyWith(record.protocol)))) {
      unchanged++;
      continue;
    }
    known.add(key);
    made.push({
      record: written,
      source: source.path,
      target: target.path,
      protocol,
      home: homeOf(record, source, target, conduits),
    });
  }
  return { made, unplaced, unchanged };
}

function homeOf(record: FlowRecord, source: Side, target: Side, conduits: Conduits): Home {
  const named = record.conduit === undefined ? undefined : conduits.find(record.conduit);
  if (named) return named;
  if (!isZone(source.home)) return source.home;
  if (!isZone(target.home)) return target.home;
  // What stands in no conduit stands in a zone around both.
  if (record.isOwn && record.conduit === undefined) {
    const around = chainOf(target.home);
    const common = chainOf(source.home).find((zone) => around.includes(zone));
    if (common) return common;
  }
  return source.home === target.home ? source.home : conduits.between(source.home, target.home);
}

const keyOf = (
  source: string,
  target: string,
  both: boolean,
  protocol: string | undefined,
  ports: readonly string[],
): string => [source, both ? '<->' : '->', target, protocol ?? '', ...[...ports].sort()].join('\n');

function keyOfFlow(
  { source, target, declared }: PlantFlow,
  ownPorts: (protocol: string | undefined, ports: readonly string[]) => readonly string[] | undefined,
): string {
  const ports = declared.ports.map(({ transport = 'tcp', port }) => `${transport} ${port}`);
  const pathOf = (side: PlantFlow['source']) => side.element?.path ?? side.reference.text;
  return keyOf(
    pathOf(source),
    pathOf(target),
    declared.both,
    declared.protocol?.text,
    ownPorts(declared.protocol?.text, ports) ?? [],
  );
}

/** The protocol that the words of a flow mean; a word that means none stays as its title. */
function protocolFinder(candidates: readonly Candidate[]) {
  const bySpelling = new Map<string, { name: string; rank: number }>();
  for (const { name, title, aliases = [], behind } of candidates) {
    for (const spelling of [name, title ?? '', ...aliases].map(spellingOf)) {
      const rank = behind?.get(spelling) ?? 0;
      if (spelling !== '' && rank < (bySpelling.get(spelling)?.rank ?? Number.POSITIVE_INFINITY)) {
        bySpelling.set(spelling, { name, rank });
      }
    }
  }
  const within = (text: string): string | undefined => {
    const words = wordsOf(text);
    for (let length = Math.min(4, words.length); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const found = bySpelling.get(words.slice(from, from + length).join(''));
        if (found) return found.name;
      }
    }
    return undefined;
  };
  return ({ protocol, title }: FlowRecord): { readonly protocol?: string; readonly title?: string } => {
    const stated = protocol ?? title;
    if (stated === undefined) return {};
    const exact = bySpelling.get(spellingOf(stated))?.name;
    if (exact) return { protocol: exact, title: protocol === undefined ? undefined : title };
    const found = within(stated);
    const words = [protocol, title].filter((word) => word !== undefined).join(', ');
    return { ...(found && { protocol: found }), title: words };
  };
}
