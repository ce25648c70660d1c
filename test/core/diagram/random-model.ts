import { random } from '../../../bench/support/models.ts';
import {
  type DiagramAsset,
  type DiagramConduit,
  type DiagramModel,
  type DiagramZone,
  type Direction,
  eachZone,
} from '../../../language-server/core/diagram/model/diagram-model.ts';
import type { PictureOptions } from '../../../language-server/core/diagram/model/picture-options.ts';

const HUES = ['external', 'enterprise', 'perimeter', 'control', 'cell', 'process'] as const;
const ON_TARGET = { slA: [2, 2, 2, 2, 3, 2, 2], gap: [0, 0, 0, 0, 0, 0, 0] };
const BELOW_TARGET = { slA: [0, 1, 2, 2, 1, 0, 2], gap: [2, 1, 0, 0, 2, 2, 0] };
const RANKS = [6, 5, 4, 3, 2, 1];
const WORDS = ['Filter', 'Pump', 'Dosing', 'Boiler', 'Line', 'Substation', 'Packaging', 'Compressor', 'Turbine hall'];
const DIRECTIONS: readonly Direction[] = ['forward', 'backward', 'both', 'none'];

export interface Size {
  /** About how many zones. */
  readonly zones: number;
  /** Assets in each zone, at most. */
  readonly assets: number;
  /** Conduits for each zone, about. */
  readonly conduits: number;
  /** Whether some of them join more than two zones, or have equipment of their own. */
  readonly buses?: boolean;
}

/** A model of a seed: the same seed gives the same model, whatever else has been made before. */
export function randomModel(seed: number, { zones, assets, conduits, buses = false }: Size): DiagramModel {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const ids: string[] = [];

  function makeZone(parent: string, kind: number, depth: number): DiagramZone {
    const name = `z${ids.length}`;
    const id = parent ? `${parent}.${name}` : name;
    ids.push(id);
    const children: DiagramZone[] = [];
    while (depth < 3 && ids.length < zones && next() < 0.45) {
      children.push(makeZone(id, Math.min(5, kind + Math.floor(next() * 2)), depth + 1));
    }
    return {
      id,
      name,
      title: `${pick(WORDS)} ${next() < 0.2 ? 'with a rather long title of its own, as people write them' : ids.length}`,
      hue: HUES[kind]!,
      rank: RANKS[kind]!,
      level: 5 - kind,
      chip: kind === 0 ? 'EXT' : `L${5 - kind}`,
      external: kind === 0,
      slT: [2, 2, 2, 2, 3, 2, 2],
      ...(next() < 0.5 ? ON_TARGET : BELOW_TARGET),
      findings:
        next() < 0.3 ? { count: 1 + Math.floor(next() * 120), severity: pick(['error', 'warning']) } : undefined,
      assets: Array.from({ length: Math.floor(next() * (assets + 1)) }, (_, i) => makeAsset(id, i)),
      zones: children,
    };
  }

  function makeAsset(zone: string, i: number): DiagramAsset {
    return {
      id: `${zone}.a${i}`,
      name: `a${i}`,
      title: `${pick(WORDS)} ${next() < 0.1 ? 'programmable logic controller, redundant pair' : 'PLC'} ${i}`,
      icon: 'plc',
      count: next() < 0.2 ? 12 : 1,
      boundary: next() < 0.1,
      addresses: [],
      findings: next() < 0.2 ? { count: 2, severity: 'error' } : undefined,
    };
  }

  const top: DiagramZone[] = [];
  while (ids.length < zones) top.push(makeZone('', Math.floor(next() * 6), 0));
  const made: DiagramConduit[] = [];
  for (let i = 0; i < zones * conduits; i++) {
    // Of every six conduits one joins more zones, and one has equipment, where there are to be such.
    const count = buses && i % 6 === 3 ? 3 + Math.floor(next() * 3) : 2;
    const ends = [...new Set(Array.from({ length: count }, () => pick(ids)))];
    if (ends.length < 2) continue;
    made.push({
      id: `conduit-${i}`,
      name: `conduit-${i}`,
      title: `conduit-${i}`,
      ends,
      openings: ends.map(() => pick(DIRECTIONS)),
      assets:
        buses && i % 6 === 5
          ? [0, 1, 2].slice(0, 1 + Math.floor(next() * 3)).map((n) => makeAsset(`conduit-${i}`, n))
          : [],
      flows: [],
      fault: next() < 0.1,
    });
  }
  return { system: { name: 'plant', title: `Plant ${seed}` }, zones: top, conduits: made, flows: [] };
}

/** The model with one more asset in the zone at a place of the list of all zones. */
export function withOneMore(model: DiagramModel, at: number): DiagramModel {
  let left = at;
  const add = (zones: readonly DiagramZone[]): DiagramZone[] =>
    zones.map((zone) => {
      const isIt = left-- === 0;
      const asset: DiagramAsset = {
        id: `${zone.id}.new`,
        name: 'new',
        title: 'New PLC',
        icon: 'plc',
        count: 1,
        boundary: false,
        addresses: [],
      };
      return { ...zone, assets: isIt ? [...zone.assets, asset] : zone.assets, zones: add(zone.zones) };
    });
  return { ...model, zones: add(model.zones) };
}

/** Nothing collapsed, whatever the size. */
export function everythingOpen(model: DiagramModel): PictureOptions {
  const expanded: string[] = [];
  eachZone(model.zones, ({ id }) => void expanded.push(id));
  return { expanded };
}
