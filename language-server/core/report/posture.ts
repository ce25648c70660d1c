import { focusOf } from '../analysis/focus.ts';
import { type Posture, postureOfConduit, postureOfZone } from '../analysis/posture.ts';
import { lowestSlC } from '../analysis/sl-c.ts';
import { isMet, type Status, statusIn } from '../analysis/status.ts';
import { isExternal, kindOf } from '../analysis/zone-facts.ts';
import type { Handle } from '../engine/entry.ts';
import {
  type AssetRef,
  type ConduitRef,
  compareSources,
  conduitOf,
  type Entry,
  type ZoneRef,
  zoneOf,
} from '../engine/entry.ts';
import { pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, viaOf } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { SlVector } from '../model/levels.ts';

/** How a zone or conduit stands; figures that it cannot have are null. */
interface Standing {
  readonly path: string;
  readonly title: string | null;
  readonly slT: SlVector | null;
  readonly slA: SlVector | null;
  readonly slC: SlVector | null;
  /** How many assets the SL-C rests on. */
  readonly slCAssets: number | null;
  readonly gap: SlVector | null;
  readonly required: number | null;
  readonly met: number | null;
  readonly planned: number | null;
  readonly accepted: number | null;
  readonly missing: readonly string[];
}

export interface ZonePosture extends Standing {
  readonly kind: string | null;
  readonly level: number | null;
  readonly external: boolean;
  readonly focus: readonly { readonly name: string; readonly met: boolean }[];
}

export interface ConduitPosture extends Standing {
  readonly between: readonly string[];
}

export interface SystemPosture {
  readonly name: string;
  readonly title: string | null;
  readonly zones: readonly ZonePosture[];
  readonly conduits: readonly ConduitPosture[];
}

/** The posture of all systems that the entries belong to, by name; zones and conduits in the order of the files. */
export function postureReport(query: Query, entries: Iterable<Entry>): SystemPosture[] {
  const own = [...entries].filter(({ library }) => !library).sort(compareSources);
  return [...new Set(own.map(({ system }) => system))].sort().flatMap((name) => {
    const units = own.filter(({ system }) => system === name);
    const zones = units.flatMap((entry) =>
      entry.unit.zones.map((_, index) => zonePosture(query, { entry, sort: 'zone', index })),
    );
    const conduits = units.flatMap((entry) =>
      entry.unit.conduits.map((_, index) => conduitPosture(query, { entry, sort: 'conduit', index })),
    );
    const titled = query.all(keys.system(name)).find(({ value }) => value.hasTitle);
    const title = titled && reveal(titled).entry.unit.system?.title;
    return zones.length + conduits.length > 0 ? [{ name, title: title?.value ?? null, zones, conduits }] : [];
  });
}

function zonePosture(query: Query, ref: ZoneRef): ZonePosture {
  const zone = zoneOf(ref);
  const external = isExternal(query, ref);
  const assets = zone.assets.map((index): AssetRef => ({ entry: ref.entry, sort: 'asset', index }));
  return {
    path: zone.path,
    title: zone.title?.value ?? null,
    kind: kindOf(query, ref)?.name ?? null,
    level: query.fact(ref, 'level') ?? null,
    external,
    ...(external ? NOTHING : standing(postureOfZone(query, ref), lowestSlC(query, assets))),
    focus: focusOf(query, ref).map(({ focus, met }) => ({ name: focus.name, met })),
  };
}

function conduitPosture(query: Query, ref: ConduitRef): ConduitPosture {
  const conduit = conduitOf(ref);
  const ends = endsOf(query, ref);
  return {
    path: conduit.path,
    title: conduit.title?.value ?? null,
    between: ends.map((end, i) => (end ? endName(ref.entry, end) : (conduit.ends?.[i]?.text ?? ''))),
    ...standing(postureOfConduit(query, ref), lowestSlC(query, viaOf(query, ref).map(reveal<Handle<'asset'>>))),
  };
}

/** The path of a conduit's end, behind its system's name where it is another's. */
function endName({ system }: Entry, end: Handle<'zone'>): string {
  return end.entry.system === system ? pathOf(end) : `${end.entry.system}.${pathOf(end)}`;
}

/** Outside the SuC nothing is required, so nothing is counted. */
const NOTHING = {
  slT: null,
  slA: null,
  slC: null,
  slCAssets: null,
  gap: null,
  required: null,
  met: null,
  planned: null,
  accepted: null,
  missing: [],
} as const;

function standing(
  { required, slT, slA, gap, statuses }: Posture,
  slC: { vector: SlVector; count: number } | undefined,
): Omit<Standing, 'path' | 'title'> {
  const states = required?.map(({ control }) => ({ id: control.id, status: statusIn(statuses, control.id) })) ?? [];
  const count = (test: (status: Status) => boolean) => states.filter(({ status }) => test(status)).length;
  return {
    slT: slT ?? null,
    slA,
    slC: slC?.vector ?? null,
    slCAssets: slC?.count ?? 0,
    gap: gap ?? null,
    // Without an SL-T nothing is asked, which is not the same as nothing left to meet.
    required: required ? states.length : null,
    met: required ? count(isMet) : null,
    planned: count((status) => status === 'planned'),
    accepted: count((status) => status === 'accepted'),
    missing: states.filter(({ status }) => !isMet(status)).map(({ id }) => id),
  };
}
