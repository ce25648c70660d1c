import { focusOf, viaAssets } from '../analysis/focus.ts';
import { lowestSlC } from '../analysis/sl-c.ts';
import { isMet, type Status } from '../analysis/status.ts';
import { isExternal, kindOf, levelOf, type Posture, postureOfConduit, postureOfZone } from '../analysis/zone-facts.ts';
import {
  type AssetRef,
  type ConduitRef,
  compareEntries,
  conduitOf,
  type Entry,
  pathOf,
  type ZoneRef,
  zoneOf,
} from '../engine/entry.ts';
import { endsOf } from '../engine/resolve.ts';
import type { View } from '../engine/view.ts';
import type { SlVector } from '../model/levels.ts';

/** How a zone or conduit stands; figures that it cannot have are null. */
interface Standing {
  readonly path: string;
  readonly title: string | null;
  readonly slT: SlVector | null;
  readonly slA: SlVector | null;
  readonly slC: SlVector | null;
  /** How many assets the SL-C rests on. */
  readonly slCAssets: number;
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
  readonly zones: readonly ZonePosture[];
  readonly conduits: readonly ConduitPosture[];
}

/** The posture of all systems of a workspace, by name; zones and conduits in the order of the files. */
export function postureReport(view: View, entries: Iterable<Entry>): SystemPosture[] {
  const systems = new Map<string, { zones: ZonePosture[]; conduits: ConduitPosture[] }>();
  for (const entry of [...entries].sort(compareEntries)) {
    if (entry.library) continue;
    const system = systems.get(entry.system) ?? { zones: [], conduits: [] };
    systems.set(entry.system, system);
    entry.unit.zones.forEach((_, index) => {
      system.zones.push(zonePosture(view, { entry, sort: 'zone', index }));
    });
    entry.unit.conduits.forEach((_, index) => {
      system.conduits.push(conduitPosture(view, { entry, sort: 'conduit', index }));
    });
  }
  return [...systems]
    .filter(([, { zones, conduits }]) => zones.length + conduits.length > 0)
    .map(([name, content]) => ({ name, ...content }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function zonePosture(view: View, ref: ZoneRef): ZonePosture {
  const zone = zoneOf(ref);
  const external = isExternal(view, ref);
  const assets = zone.assets.map((index): AssetRef => ({ entry: ref.entry, sort: 'asset', index }));
  return {
    path: zone.path,
    title: zone.title?.value ?? null,
    kind: kindOf(view, ref)?.name ?? null,
    level: levelOf(ref) ?? null,
    external,
    ...(external ? NOTHING : standing(postureOfZone(view, ref), lowestSlC(view, assets))),
    focus: focusOf(view, ref).map(({ focus, met }) => ({ name: focus.name, met })),
  };
}

function conduitPosture(view: View, ref: ConduitRef): ConduitPosture {
  const conduit = conduitOf(ref);
  const ends = endsOf(view, ref);
  return {
    path: conduit.path,
    title: conduit.title?.value ?? null,
    between: ends.map((end, i) => (end ? pathOf(end) : (conduit.ends?.[i]?.text ?? ''))),
    ...standing(postureOfConduit(view, ref), lowestSlC(view, viaAssets(view, ref))),
  };
}

/** Outside the SuC nothing is required, so nothing is counted. */
const NOTHING = {
  slT: null,
  slA: null,
  slC: null,
  slCAssets: 0,
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
  const states = required?.map(({ control }) => ({ id: control.id, status: statuses.of(control.id) }));
  const count = (test: (status: Status) => boolean) => states?.filter(({ status }) => test(status)).length ?? null;
  return {
    slT: slT ?? null,
    slA,
    slC: slC?.vector ?? null,
    slCAssets: slC?.count ?? 0,
    gap: gap ?? null,
    required: states?.length ?? null,
    met: count(isMet),
    planned: count((status) => status === 'planned'),
    accepted: count((status) => status === 'accepted'),
    missing: states?.filter(({ status }) => !isMet(status)).map(({ id }) => id) ?? [],
  };
}
