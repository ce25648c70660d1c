import type { PlantConduit, PlantSystem } from '../../plant/plant.ts';
import type { Home, NewConduit, ZonePlace } from '../plan.ts';
import { CONDUIT_PROPERTIES } from '../properties.ts';
import type { ConduitRecord } from '../records.ts';
import { createFilling, type Filling, fill, fillAll, type Ledger } from './fill.ts';
import { type Namer, nameFrom } from './names.ts';
import { nameOf, type Zones } from './zones.ts';

export interface Conduits {
  add(record: ConduitRecord): void;
  find(called: string): PlantConduit | NewConduit | undefined;
  /** The one at a path. */
  at(path: string): PlantConduit | NewConduit | undefined;
  /** The one that joins two zones, or the zones around them, or a new one. */
  between(a: ZonePlace, b: ZonePlace): PlantConduit | NewConduit;
  readonly made: readonly NewConduit[];
  readonly touched: ReadonlySet<Filling>;
}

/** The conduits of a system, those that are there and those that the import makes. */
export function createConduits(plant: PlantSystem, zones: Zones, ledger: Ledger, namer: Namer): Conduits {
  const byPath = new Map<string, PlantConduit | NewConduit>();
  const byWord = new Map<string, PlantConduit | NewConduit>();
  const byEnds = new Map<string, PlantConduit | NewConduit>();
  const made: NewConduit[] = [];
  const fillings = new Map<PlantConduit, Filling>();
  const touched = new Set<Filling>();

  const learn = (conduit: PlantConduit | NewConduit, title: string | undefined, ends: readonly ZonePlace[]) => {
    if (!byPath.has(conduit.path)) byPath.set(conduit.path, conduit);
    for (const word of [conduit.path, nameFrom(conduit.name), nameFrom(title ?? '')]) {
      if (word !== '' && !byWord.has(word)) byWord.set(word, conduit);
    }
    ends.forEach((a, i) => {
      for (const b of ends.slice(i + 1)) if (!byEnds.has(keyOf(a, b))) byEnds.set(keyOf(a, b), conduit);
    });
  };
  for (const conduit of plant.conduits) {
    learn(
      conduit,
      conduit.declared.title?.value,
      conduit.ends.flatMap(({ zone }) => zone ?? []),
    );
  }

  function make(
    ends: readonly ZonePlace[],
    name: string,
    title: string | undefined,
    record?: ConduitRecord,
    parent?: ZonePlace,
  ): NewConduit {
    const free = namer.take(parent?.path ?? '', name);
    const conduit: NewConduit = {
      sort: 'new-conduit',
      name: free,
      parent,
      path: parent ? `${parent.path}.${free}` : free,
      title,
      ends,
      via: record?.via ?? [],
      record,
    };
    made.push(conduit);
    learn(conduit, title, ends);
    return conduit;
  }

  const find = (called: string) => byPath.get(called) ?? byWord.get(called) ?? byWord.get(nameFrom(called));

  return {
    made,
    touched,
    find,
    at: (path) => byPath.get(path),
    between(a, b) {
      for (const outer of chainOf(a)) {
        for (const other of chainOf(b)) {
          const found = outer === other ? undefined : byEnds.get(keyOf(outer, other));
          if (found) return found;
        }
      }
      return make([a, b], `${a.name}-to-${b.name}`, undefined);
    },
    add(record) {
      const { called, isExact, title, between } = record;
      const known = called === undefined ? undefined : record.isOwn ? byPath.get(called) : find(called);
      if (known === undefined) {
        const ends = [...new Set(between.map((end) => zones.named(end)))];
        if (ends.length < 2) return;
        const same = called === undefined ? byEnds.get(keyOf(ends[0]!, ends[1]!)) : undefined;
        if (same) return;
        const name = called === undefined ? '' : nameOf(called.split('.').at(-1)!, isExact);
        const free = name || `${ends[0]!.name}-to-${ends[1]!.name}`;
        const around = isExact ? zones.find(called!.slice(0, Math.max(0, called!.lastIndexOf('.'))))[0] : undefined;
        const stated = called === undefined || called.includes(free) ? undefined : called;
        make(ends, free, title ?? stated, record, around);
      } else if (known.sort === 'new-conduit') {
        known.record = { ...record, ...known.record };
        known.via = [...new Set([...known.via, ...(record.via ?? [])])];
      } else {
        const filling = fillings.get(known) ?? createFilling(known);
        fillings.set(known, filling);
        touched.add(filling);
        fillAll(ledger, filling, CONDUIT_PROPERTIES, record, known.declared as never);
        const model = known.via.map((asset) => asset.path).join(', ');
        if (record.via && known.declared.via.length === 0) {
          const via = record.via.join(', ');
          fill(ledger, filling, 'via', { file: via, model: model || undefined, text: `via ${via}` });
        }
      }
    },
  };
}

const keyOf = (a: ZonePlace, b: ZonePlace): string => [a.path, b.path].sort().join('\n');

/** A zone and those around it, the innermost first. */
export function chainOf(zone: ZonePlace): ZonePlace[] {
  const chain: ZonePlace[] = [];
  for (let at: ZonePlace | undefined = zone; at; at = at.parent) chain.push(at);
  return chain;
}

export const isZone = (home: Home): home is ZonePlace => home.sort === 'zone' || home.sort === 'new-zone';
