import { traitsOf } from '../analysis/asset-traits.ts';
import { counterFlow, type Ends, flowsOf } from '../analysis/sides.ts';
import { type AssetRef, assetOf, type ConduitRef, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { isSameElement, isSameZone, pathOf, zoneAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement, viaOf } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import { chainOf } from '../engine/zone-chain.ts';
import type { Fix } from './fix.ts';

/** At most this many boundary assets are offered. */
const MOST_OFFERED = 5;

/** The boundary devices that the conduits at a zone pass, by their titles. */
export function boundaryDevices(query: Query, ref: ZoneRef): string[] {
  const conduits = query.all(keys.ends(ref.entry.system, zoneOf(ref).path));
  const devices = conduits.flatMap((conduit) => viaOf(query, conduit).map((asset) => assetOf(reveal(asset))));
  return [...new Set(devices.map(({ title, name }) => title?.value ?? name.value))];
}

/** Passing the conduit through a boundary asset in or around one of its ends. */
export function passThroughBoundary(query: Query, ref: ConduitRef, ends: Ends): Fix[] {
  const isOneWay = !counterFlow(query, ends, flowsOf(ref));
  return ends
    .filter((end, i) => i === 0 || !isSameZone(end, ends[0]))
    .flatMap((end) => boundaryAssets(query, end))
    .filter((asset, i, all) => all.findIndex((other) => isSameElement(asset, other)) === i)
    .filter((asset) => isOneWay || !traitsOf(query, asset)!.flags.has('one-way'))
    .slice(0, MOST_OFFERED)
    .flatMap((asset, i): Fix[] => {
      const text = nameInConduit(query, ref, asset);
      const { name } = assetOf(asset);
      const title = `Pass it through '${name.value}' of zone '${pathOf(zoneAround(asset))}'`;
      return text
        ? [
            {
              title,
              edits: [{ kind: 'add-member', element: ref, text: `via ${text}`, first: true }],
              preferred: i === 0,
            },
          ]
        : [];
    });
}

/** The boundary assets directly in a zone, then those of the zones around it. */
function boundaryAssets(query: Query, zone: Handle<'zone'>): AssetRef[] {
  const { entry } = reveal(zone);
  return chainOf(reveal(zone))
    .flatMap(({ assets }) => assets)
    .map((asset): AssetRef => ({ entry, sort: 'asset', index: asset }))
    .filter((asset) => traitsOf(query, asset)?.flags.has('boundary'));
}

/** What to write for an asset in a conduit's `via`: its name, or as much of its path as it takes. */
function nameInConduit(query: Query, { entry, index }: ConduitRef, asset: AssetRef): string | undefined {
  const { name, path } = assetOf(asset);
  return [name.value, path, `${asset.entry.system}.${path}`].find((text) => {
    const zone = entry.unit.conduits[index]!.zone;
    const found = resolveElement(query, entry, { sort: 'asset', text, at: 0, zone, conduit: index });
    return found.kind === 'one' && isSameElement(found.target, asset);
  });
}
