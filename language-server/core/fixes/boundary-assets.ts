import { isGuard, traitsOf } from '../analysis/asset-traits.ts';
import { counterFlow, type Ends, flowsOf, passedBy } from '../analysis/sides.ts';
import { isExternal, kindOf } from '../analysis/zone-facts.ts';
import {
  type AssetRef,
  assetOf,
  type ConduitRef,
  conduitOf,
  type Handle,
  type ZoneRef,
  zoneOf,
} from '../engine/element.ts';
import { homeOf, isSameElement, nameOf, pathFrom } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import { chainOf } from '../engine/zone-chain.ts';
import type { Edit, Fix } from './fix.ts';
import { placeholder } from './placeholder.ts';
import { freeName } from './relocate.ts';

/** At most this many boundary assets are offered. */
const MOST_OFFERED = 5;

/** The boundary devices that the conduits at a zone pass, by their titles. */
export function boundaryDevices(query: Query, ref: ZoneRef): string[] {
  const conduits = query.all(keys.ends(ref.entry.system, zoneOf(ref).path));
  return [...new Set(conduits.flatMap((conduit) => devicesPassed(query, conduit)))];
}

/** The boundary devices that a conduit passes, by their titles. */
export function devicesPassed(query: Query, conduit: Handle<'conduit'>): string[] {
  const devices = passedBy(query, conduit).map((asset) => assetOf(reveal(asset)));
  return [...new Set(devices.map(({ title, name }) => title?.value ?? name.value))];
}

/** A guard that a conduit may pass, and what its `via` calls it. */
interface Passable {
  readonly asset: AssetRef;
  readonly text: string;
}

/** Passing the conduit through a guard in or around one of its ends; or through a new firewall where there is none. */
export function passThroughBoundary(query: Query, ref: ConduitRef, ends: Ends): Fix[] {
  const guards = guardsAt(query, ref, ends);
  if (guards.length === 0) return throughNewFirewall(query, ref, ends);
  return guards.map(
    ({ asset, text }, i): Fix => ({
      title: `Pass it through '${assetOf(asset).name.value}' of zone '${pathFrom(ref, homeOf(asset))}'`,
      edits: [passing(ref, text)],
      preferred: i === 0,
    }),
  );
}

/** The same of a conduit that passes what only joins networks: beside it, or in its place where it is the only one that `via` names. */
export function passThroughGuard(query: Query, ref: ConduitRef, ends: Ends): Fix[] {
  const joining = conduitOf(ref).via.filter((reference) => {
    const found = resolveElement(query, ref.entry, reference);
    return found.kind === 'one' && traitsOf(query, found.target as Handle<'asset'>)?.flags.has('boundary');
  });
  const [only, another] = joining;
  const replacing = another ? undefined : only;
  return [
    ...passThroughBoundary(query, ref, ends),
    ...(replacing ? guardsAt(query, ref, ends) : []).map(
      ({ asset, text }): Fix => ({
        title: `Pass it through '${assetOf(asset).name.value}' instead of '${replacing!.text}'`,
        edits: [{ kind: 'replace', at: replacing!.at, text }],
      }),
    ),
  ];
}

function guardsAt(query: Query, ref: ConduitRef, ends: Ends): Passable[] {
  const isOneWay = !counterFlow(query, ends, flowsOf(ref));
  const guards = ends
    .flatMap((end) => boundaryAssets(query, end))
    .filter((asset, i, all) => all.findIndex((other) => isSameElement(asset, other)) === i)
    .filter((asset) => isGuard(traitsOf(query, asset)!))
    .filter((asset) => isOneWay || !traitsOf(query, asset)!.flags.has('one-way'));
  return guards.slice(0, MOST_OFFERED).flatMap((asset) => {
    const text = nameInConduit(query, ref, asset);
    return text ? [{ asset, text }] : [];
  });
}

/** Its `via` names the asset, too. */
function passing(element: ConduitRef, asset: string): Edit {
  const last = conduitOf(element).via.at(-1);
  return last
    ? { kind: 'replace', at: last.at, text: `${last.text}, ${asset}` }
    : { kind: 'add-member', element, text: `via ${asset}`, first: true };
}

/** A firewall that is still to be described, in the zone that outside connections enter by, or else in the one that asks for more. */
function throughNewFirewall(query: Query, ref: ConduitRef, ends: Ends): Fix[] {
  const { system } = ref.entry;
  const own = ends.filter((end) => end.entry.system === system && !isExternal(query, end));
  const asked = (zone: Handle<'zone'>) => (query.fact(zone, 'slT') ?? []).reduce((sum, level) => sum + level, 0);
  const zone =
    own.find((end) => kindOf(query, end)?.flags.includes('entry')) ?? own.sort((a, b) => asked(b) - asked(a))[0];
  if (!zone) return [];
  const name = freeName(query, system, `${nameOf(zone)}-firewall`);
  const text = `asset ${name} ${placeholder('which firewall this is')} : firewall`;
  return [
    {
      title: `Declare a firewall in zone '${pathFrom(ref, zone)}' and pass it through that`,
      edits: [{ kind: 'add-member', element: zone, text }, passing(ref, name)],
    },
  ];
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
