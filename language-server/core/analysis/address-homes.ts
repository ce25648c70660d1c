import { type AssetRef, assetOf, compareElements, type Handle } from '../engine/element.ts';
import type { Source } from '../engine/entry.ts';
import { holds, homeOf, pathOf, zonesAround } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys, type StatedNetworks } from '../engine/keys.ts';
import { createCommonMemo, createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { chainOf } from '../engine/zone-chain.ts';
import {
  type AddressReading,
  bucketOfHost,
  bucketsOf,
  hostAddress,
  type IpAddress,
  isIp,
  isWithin,
  readAddress,
} from '../model/address.ts';
import type { Place } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import { traitsOf } from './asset-traits.ts';

/** A network as its value and as it is written. */
export interface Network extends IpAddress {
  readonly written: string;
}

const networks = createMemo<Zone, readonly Network[]>();

/**
 * The networks of the zones around an asset, the nearest first, or of the conduit whose equipment it is; none where one
 * cannot be read: it may hold anything.
 */
export function networksOfHome(query: Query, ref: AssetRef): readonly Network[] {
  const { entry } = ref;
  const { zone, conduit } = assetOf(ref);
  if (conduit >= 0) return readAll(entry.unit.conduits[conduit]!.networks.map(({ value }) => value)) ?? [];
  return networks(query, entry.unit.zones[zone]!, () => {
    const around = chainOf({ entry, sort: 'zone', index: zone });
    return readAll(around.flatMap((each) => each.networks.map(({ value }) => value))) ?? [];
  });
}

/**
 * The networks in which an address is at home, too: of a shared segment that its zone, or one around it, is on; of a
 * boundary asset those of the zones that its conduits join. Undefined where one cannot be read.
 */
export function furtherNetworks(query: Query, ref: AssetRef): readonly Network[] | undefined {
  const home = homeOf(ref);
  const isBoundary = traitsOf(query, ref)?.flags.has('boundary') ?? false;
  const passing = isBoundary ? query.all(keys.via(ref.entry.system, pathOf(ref))) : [];
  const crossed = home.sort === 'conduit' && isBoundary ? [home, ...passing] : passing;
  const segments =
    home.sort === 'zone'
      ? zonesAround(home).flatMap((each) => query.all(keys.ends(each.entry.system, pathOf(each))))
      : [];
  const zones = crossed.flatMap((conduit) => endsOf(query, conduit).flatMap((end) => (end ? zonesAround(end) : [])));
  return readAll([...segments, ...crossed, ...zones].flatMap((each) => query.fact(each, 'networks')));
}

/** Networks as they are written, those that are addresses; undefined where one cannot be read. */
function readAll(written: readonly string[]): readonly Network[] | undefined {
  const read = written.map((value) => ({ ...readAddress(value), written: value }));
  return read.some(({ kind }) => kind === 'fault') ? undefined : read.filter((each) => each.kind === 'ip');
}

/** Where an address lies, seen from some networks; undefined where none is of its version. */
export function placeOf(address: AddressReading, around: readonly Network[]): 'inside' | 'outside' | undefined {
  if (!isIp(address)) return undefined;
  let place: 'outside' | undefined;
  for (const network of around) {
    if (isWithin(address, network)) return 'inside';
    if (network.version === address.version) place = 'outside';
  }
  return place;
}

/** Zones of one network, in the order of the files. */
export interface NetworkedZones {
  readonly network: Network;
  readonly zones: readonly { readonly zone: Handle<'zone'>; readonly entry: Source; readonly at: Place }[];
}

const byNetwork = createCommonMemo<string, readonly NetworkedZones[]>();

/** The different networks of zones under a key, the narrowest first: those of one bucket, however many zones have them. */
function networksUnder(query: Query, key: Key<ElementAnswer<'zone' | 'conduit', StatedNetworks>>) {
  return byNetwork(query, key, (common) => {
    const found = new Map<string, NetworkedZones & { zones: NetworkedZones['zones'][number][] }>();
    const seen = new Set<string>();
    for (const stated of [...common.all(key)].sort(compareElements)) {
      if (stated.sort !== 'zone' || seen.has(pathOf(stated))) continue;
      seen.add(pathOf(stated));
      for (const { value: written, at } of stated.value.networks) {
        const ip = readAddress(written);
        // What holds all addresses tells nothing of any.
        if (!isIp(ip) || ip.prefix === 0) continue;
        const id = `${ip.bytes.map((byte, i) => byte & mask(ip.prefix - 8 * i))}/${ip.prefix}`;
        const zone = { zone: stated as Handle<'zone'>, entry: stated.entry, at };
        const known = found.get(id);
        if (known) known.zones.push(zone);
        else found.set(id, { network: { ...ip, written }, zones: [zone] });
      }
    }
    return [...found.values()].sort((a, b) => b.network.prefix - a.network.prefix);
  });
}

/** The bits of a byte of which so many belong to the network. */
const mask = (bits: number): number => (bits >= 8 ? 255 : bits <= 0 ? 0 : (255 << (8 - bits)) & 255);

/** By system and bucket. */
const around = createMemo<string, Map<number | string, readonly NetworkedZones[]>>();

/** The zones of a system in whose own network an address lies, by the narrowest such network; undefined where it lies in none. */
export function zonesByAddress(query: Query, system: string, address: IpAddress): NetworkedZones | undefined {
  // Those that may hold an address may hold all beside it, too: a zone's assets have theirs in few buckets.
  const known = around(query, system, () => new Map());
  const bucket = bucketOfHost(address);
  let near = known.get(bucket);
  if (!near) {
    near = bucketsOf(hostAddress(address))
      .flatMap((each) => networksUnder(query, keys.networks(system, each)))
      .sort((a, b) => b.network.prefix - a.network.prefix);
    known.set(bucket, near);
  }
  return near.find(({ network }) => isWithin(address, network));
}

/**
 * True where an address lies in the network of a zone nested in that of its asset: beside an address at home it is a
 * further port, as that of a controller to its field devices.
 */
export function isInNested(query: Query, ref: AssetRef, address: AddressReading): boolean {
  const home = homeOf(ref);
  if (home.sort !== 'zone' || !isIp(address)) return false;
  const nested = zonesByAddress(query, ref.entry.system, address)?.zones[0]?.zone;
  return nested !== undefined && holds(home, nested);
}
