import { type AssetRef, assetOf, type ZoneRef } from '../engine/element.ts';
import { compareSources } from '../engine/entry.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { chainOf } from '../engine/zone-chain.ts';
import { type AddressReading, type IpAddress, isWithin, networkAround, readAddress } from '../model/address.ts';
import type { Text } from '../model/reference.ts';
import type { Fix } from './fix.ts';
import { quote } from './placeholder.ts';
import { intoZone } from './relocate.ts';

/** At most this many zones are offered to move an asset to. */
const MOST_OFFERED = 3;

/**
 * The moves of an asset to zones in whose networks an address of it lies; where there are none, the network that its zone
 * seems to lack: as long as the one that the zone has.
 */
export function bringInside(query: Query, ref: AssetRef, address: string): Fix[] {
  const read = readAddress(address);
  if (!isIp(read)) return [];
  const holding = zonesHolding(query, ref, read);
  if (holding.length === 0) return withNetwork(ref, read);
  const { name, addresses } = assetOf(ref);
  return holding
    .filter((zone) => areInside(zone, addresses))
    .flatMap((zone) => intoZone(query, ref, zone) ?? [])
    .slice(0, MOST_OFFERED)
    .map(({ zone, edits }) => ({ title: `Move '${name.value}' to zone '${zone}'`, edits }));
}

const isIp = (reading: AddressReading): reading is IpAddress => reading.kind === 'ip';

/** The networks of a zone and of those around it, the nearest first, each with its text. */
const networksAround = (zone: ZoneRef): { readonly text: Text; readonly ip: IpAddress }[] =>
  chainOf(zone).flatMap(({ networks }) => networks.flatMap(networkOf));

function networkOf(text: Text): { readonly text: Text; readonly ip: IpAddress }[] {
  const ip = readAddress(text.value);
  return isIp(ip) ? [{ text, ip }] : [];
}

/** True where no address lies outside the networks that there would be around it. */
function areInside(zone: ZoneRef, addresses: readonly Text[]): boolean {
  const networks = networksAround(zone);
  return addresses
    .map(({ value }) => readAddress(value))
    .filter(isIp)
    .every((ip) => {
      const alike = networks.filter((network) => network.ip.version === ip.version);
      return alike.length === 0 || alike.some((network) => isWithin(ip, network.ip));
    });
}

interface Networked {
  readonly zone: ZoneRef;
  readonly networks: readonly IpAddress[];
}

const networked = createMemo<string, readonly Networked[]>();

/** The zones of a system that state networks, in the order of the files. */
function networkedZones(query: Query, system: string): readonly Networked[] {
  return networked(query, system, () =>
    [...(query.overview?.entries() ?? [])]
      .filter((entry) => entry.system === system && !entry.library && !entry.unit.broken)
      .sort(compareSources)
      .flatMap((entry) =>
        entry.unit.zones.flatMap(({ networks }, index): Networked[] => {
          const read = networks.flatMap(networkOf).map(({ ip }) => ip);
          return read.length > 0 ? [{ zone: { entry, sort: 'zone', index }, networks: read }] : [];
        }),
      ),
  );
}

/** The zones in whose own networks an address lies, the narrowest network first. */
function zonesHolding(query: Query, { entry }: AssetRef, address: IpAddress): ZoneRef[] {
  return networkedZones(query, entry.system)
    .flatMap(({ zone, networks }) => {
      const prefixes = networks.filter((network) => isWithin(address, network)).map(({ prefix }) => prefix);
      return prefixes.length > 0 ? [{ zone, prefix: Math.max(...prefixes) }] : [];
    })
    .sort((a, b) => b.prefix - a.prefix)
    .map(({ zone }) => zone);
}

/** The network of an address, beside the nearest that there is around its asset. */
function withNetwork(ref: AssetRef, address: IpAddress): Fix[] {
  const zone: ZoneRef = { ...ref, sort: 'zone', index: assetOf(ref).zone };
  const nearest = networksAround(zone).find(({ ip }) => ip.version === address.version);
  if (!nearest) return [];
  const { text, ip } = nearest;
  const network = networkAround(address, ip.prefix);
  const owner = chainOf(zone).find(({ networks }) => networks.includes(text))!;
  return [
    {
      title: `Add network ${network} to zone '${owner.path}'`,
      edits: [{ kind: 'replace', at: text.at, text: `${quote(text.value)}, ${quote(network)}` }],
    },
  ];
}
