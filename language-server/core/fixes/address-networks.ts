import { type AssetRef, assetOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { compareSources } from '../engine/entry.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { chainOf } from '../engine/zone-chain.ts';
import { type IpAddress, isIp, isWithin, networkAround, readAddress } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { Text } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
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
  const { name } = assetOf(ref);
  const addresses = allAddresses(assetOf(ref));
  return holding
    .filter((zone) => areInside(zone, addresses))
    .flatMap((zone) => intoZone(query, ref, zone) ?? [])
    .slice(0, MOST_OFFERED)
    .map(({ zone, edits }) => ({ title: `Move '${name.value}' to zone '${zone}'`, edits }));
}

/** The networks of a zone and of those around it, the nearest first. */
const networksAround = (zone: ZoneRef): IpAddress[] => chainOf(zone).flatMap(networksIn);

const networksIn = ({ networks }: Zone): IpAddress[] => networks.map(({ value }) => readAddress(value)).filter(isIp);

/** True where no address lies outside the networks that there would be around it. */
function areInside(zone: ZoneRef, addresses: readonly Text[]): boolean {
  const networks = networksAround(zone);
  return addresses
    .map(({ value }) => readAddress(value))
    .filter(isIp)
    .every((ip) => {
      const alike = networks.filter(({ version }) => version === ip.version);
      return alike.length === 0 || alike.some((network) => isWithin(ip, network));
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
        entry.unit.zones.flatMap((zone, index): Networked[] => {
          const networks = networksIn(zone);
          return networks.length > 0 ? [{ zone: { entry, sort: 'zone', index }, networks }] : [];
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

/** The network of an address as one of the zone that its asset stands in, as long as the nearest around it. */
function withNetwork(ref: AssetRef, address: IpAddress): Fix[] {
  const zone: ZoneRef = { ...ref, sort: 'zone', index: assetOf(ref).zone };
  const nearest = networksAround(zone).find(({ version }) => version === address.version);
  if (!nearest) return [];
  const { path, networks } = zoneOf(zone);
  const network = networkAround(address, nearest.prefix);
  const last = networks.at(-1);
  return [
    {
      title: `Add network ${network} to zone '${path}'`,
      edits: [
        last
          ? { kind: 'replace', at: last.at, text: `${quote(last.value)}, ${quote(network)}` }
          : { kind: 'add-member', element: zone, text: `network ${quote(network)}`, first: true },
      ],
    },
  ];
}
