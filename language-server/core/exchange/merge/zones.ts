import { isIp, readAddress } from '../../model/address.ts';
import type { PlantSystem, PlantZone } from '../../plant/plant.ts';
import { isName } from '../../text/names.ts';
import type { NewZone, ZonePlace } from '../plan.ts';
import { quotedList, ZONE_PROPERTIES } from '../properties.ts';
import type { ZoneRecord } from '../records.ts';
import { createFilling, type Filling, fill, fillAll, type Ledger } from './fill.ts';
import { kindFor } from './kinds.ts';
import { createNamer, type Namer, nameFrom } from './names.ts';
import { createNetworks } from './networks.ts';

/** The zones of a system, those that are there and those that the import makes. */
export interface Zones {
  /** Those that a name, path or title means, the best first. */
  find(called: string): readonly ZonePlace[];
  /** The one at a path. */
  at(path: string): ZonePlace | undefined;
  /** The one that is meant, or a new one. */
  named(called: string, level?: number): ZonePlace;
  add(record: ZoneRecord): void;
  /** The one whose network is the narrowest around an address. */
  around(address: string): ZonePlace | undefined;
  /** Where things go that nobody places. */
  toBePlaced(): ZonePlace;
  /** A new zone beside one that is full, with the same title and kind. */
  continued(zone: ZonePlace): ZonePlace;
  /** The new ones, an outer one before those in it. */
  finish(): readonly NewZone[];
  readonly touched: ReadonlySet<Filling>;
}

/** The zone that asks to be emptied. */
export const TO_BE_PLACED = { name: 'to-be-placed', title: 'To be placed' } as const;

/** A name that a zone has in the language, or the slug of what it is called. */
export const nameOf = (called: string, isExact = false): string =>
  isExact && isName(called) ? called : nameFrom(called);

/** What a zone is looked up by: `VLAN10`, `vlan_10` and `VLAN 10` are one. */
const wordOf = (called: string): string => nameFrom(called).replace(/^v-?lan-?0*(\d+)$/, 'vlan-$1');

/** The VLAN that a zone is called after, also with a remark: `VLAN 20 (DMZ)`. */
const vlanOf = (called: string): string | undefined => /^(vlan[\s_-]*\d+)(?=$|\s+[^\d\s])/i.exec(called)?.[1];

export function createZones(plant: PlantSystem, ledger: Ledger, namer: Namer = createNamer()): Zones {
  const byPath = new Map<string, ZonePlace>();
  const byWord = new Map<string, ZonePlace[]>();
  const networks = createNetworks();
  const made: NewZone[] = [];
  const levelsOf = new Map<NewZone, Set<number>>();
  const fillings = new Map<PlantZone, Filling>();
  const touched = new Set<Filling>();

  const know = (word: string, zone: ZonePlace) => {
    const known = byWord.get(word) ?? [];
    if (word !== '' && !known.includes(zone)) byWord.set(word, [...known, zone]);
  };
  const learn = (zone: ZonePlace, name: string, title: string | undefined) => {
    byPath.set(zone.path, zone);
    know(wordOf(name), zone);
    know(wordOf(title ?? ''), zone);
  };

  for (const zone of plant.zones) {
    learn(zone, zone.name, zone.declared.title?.value);
    for (const { value } of zone.declared.networks) networks.add(value, zone);
  }
  for (const { path } of [...plant.zones, ...plant.conduits, ...plant.risks]) note(namer, path);

  function find(called: string): readonly ZonePlace[] {
    const exact = byPath.get(called);
    if (exact) return [exact];
    const found = byWord.get(wordOf(called)) ?? [];
    // Of a name and a title that are alike the name counts.
    const named = found.filter((zone) => zone.name === called);
    return named.length > 0 ? named : found;
  }

  function make(
    called: string,
    { title, isExact, parent }: { title?: string; isExact?: boolean; parent?: ZonePlace },
  ): NewZone {
    const isNetwork = isIp(readAddress(called));
    const vlan = vlanOf(called);
    const wanted = isNetwork ? `network-${nameFrom(called).replace(/^n-/, '')}` : nameOf(called, isExact) || 'zone';
    const name = namer.take(parent?.path ?? '', wanted);
    const zone: NewZone = {
      sort: 'new-zone',
      name,
      title: title ?? (called === name ? undefined : called),
      parent,
      levels: [],
      networks: isNetwork ? [called] : vlan === undefined ? [] : [vlan],
      path: parent ? `${parent.path}.${name}` : name,
    };
    made.push(zone);
    learn(zone, called, title);
    for (const network of zone.networks) networks.add(network, zone);
    return zone;
  }

  /** Of a path like `control.cell-1` the zones that are not there yet are made, too. */
  function makeAlong(called: string, title: string | undefined, isExact: boolean): NewZone {
    const parts = called.split('.');
    if (!isExact || parts.length < 2 || !parts.every(isName)) return make(called, { title, isExact });
    const outer = parts.slice(0, -1).join('.');
    return make(parts.at(-1)!, { title, isExact, parent: byPath.get(outer) ?? makeAlong(outer, undefined, true) });
  }

  function note(names: Namer, path: string): void {
    const at = path.lastIndexOf('.');
    names.note(at < 0 ? '' : path.slice(0, at), path.slice(at + 1));
  }

  const atLevel = (zone: ZonePlace, levels: readonly number[]) => {
    if (!isNew(zone)) return;
    const known = levelsOf.get(zone) ?? new Set();
    for (const level of levels) known.add(level);
    levelsOf.set(zone, known);
  };

  return {
    find,
    at: (path) => byPath.get(path),
    touched,
    named(called, level) {
      const zone = find(called)[0] ?? makeAlong(called, undefined, /^[\w-]+(\.[\w-]+)+$/.test(called));
      if (level !== undefined) atLevel(zone, [level]);
      return zone;
    },
    add(record) {
      const { called, title, isExact = false, parent, networks: own = [], levels = [] } = record;
      const known = (word: string) => (record.isOwn ? byPath.get(word) : find(word)[0]);
      const around = parent === undefined ? undefined : (known(parent) ?? makeAlong(parent, undefined, isExact));
      const zone =
        known(called) ??
        (around
          ? make(inside(called, isExact), { title, isExact, parent: around })
          : makeAlong(called, title, isExact));
      for (const network of own) networks.add(network, zone);
      if (isNew(zone)) {
        atLevel(zone, levels);
        // What an earlier row says stays, as with what is there.
        zone.record = { ...record, ...zone.record };
        zone.title ??= title;
        zone.networks = [...new Set([...zone.networks, ...own])];
        return;
      }
      const filling = fillings.get(zone) ?? createFilling(zone);
      fillings.set(zone, filling);
      touched.add(filling);
      // An SL-T that it has from around it needs not to be written again.
      const slT = zone.slT && record.slT?.join() === zone.slT.join() ? undefined : record.slT;
      fillAll(ledger, filling, ZONE_PROPERTIES, { ...record, slT }, zone.declared as never);
      const stated = zone.declared.networks.map(({ value }) => value);
      fill(ledger, filling, 'network', {
        file: own.some((network) => !stated.includes(network)) ? own.join(', ') : undefined,
        model: stated.length > 0 ? stated.join(', ') : undefined,
        text: `network ${quotedList(own)}`,
      });
      const title_ = zone.declared.title?.value;
      if (title !== undefined && title_ !== undefined)
        fill(ledger, filling, 'title', { file: title, model: title_, text: '' });
    },
    around: (address) => networks.zoneOf(address),
    toBePlaced: () =>
      byPath.get(TO_BE_PLACED.name) ?? make(TO_BE_PLACED.name, { title: TO_BE_PLACED.title, isExact: true }),
    continued(zone) {
      const title = isNew(zone) ? zone.title : zone.declared.title?.value;
      // At the top: what is full is the whole declaration around it.
      const next = make(zone.name, { title: title ?? zone.name, isExact: true });
      const kind = isNew(zone) ? zone.record?.kind : zone.kind?.name;
      next.record = { sort: 'zone', row: 0, called: zone.name, kind };
      atLevel(next, isNew(zone) ? [...(levelsOf.get(zone) ?? [])] : zone.levels);
      return next;
    },
    finish() {
      for (const zone of made) {
        const levels = [...(levelsOf.get(zone) ?? [])].sort((a, b) => a - b);
        zone.levels = isNeighbouring(levels) ? levels : [];
        if (zone.name === TO_BE_PLACED.name && !zone.parent) continue;
        const around = zone.parent && (isNew(zone.parent) ? zone.parent.kind : zone.parent.kind?.name);
        const kind = kindFor(plant.kinds, { stated: zone.record?.kind, levels, name: zone.title ?? zone.name });
        // An inner zone has the kind of the one around it without saying so.
        zone.kind = kind === around && zone.record?.kind === undefined ? undefined : kind;
      }
      return [...made].sort((a, b) => depthOf(a) - depthOf(b));
    },
  };
}

/** Of a path of ours the last name. */
const inside = (called: string, isExact: boolean): string =>
  isExact && called.split('.').every(isName) ? called.slice(called.lastIndexOf('.') + 1) : called;

export const isNew = (zone: ZonePlace): zone is NewZone => zone.sort === 'new-zone';

const depthOf = ({ path }: NewZone): number => path.split('.').length;

const isNeighbouring = (levels: readonly number[]): boolean =>
  levels.every((level, i) => i === 0 || level - levels[i - 1]! <= 1);
