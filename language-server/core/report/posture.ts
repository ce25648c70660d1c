import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import { systems } from '../plant/index.ts';
import type { PlantConduit, PlantZone } from '../plant/plant.ts';

/** How a zone or conduit stands; figures that it cannot have are null. */
interface Figures {
  readonly path: string;
  readonly title: string | null;
  readonly slT: SlVector | null;
  /** What the model claims: null in an FR in which nothing can be achieved. */
  readonly slA: Achievement | null;
  /** The part of it that has evidence. */
  readonly slAEvidenced: Achievement | null;
  readonly slC: SlVector | null;
  /** How many assets the SL-C rests on, of how many. */
  readonly slCAssets: number | null;
  readonly assetCount: number | null;
  readonly gap: SlVector | null;
  readonly required: number | null;
  /** In place. Required are these, those not applicable, and the missing. */
  readonly met: number | null;
  readonly notApplicable: number | null;
  /** Those of the met whose statement stands in a zone around or in the settings. */
  readonly inherited: number | null;
  readonly planned: number | null;
  readonly accepted: number | null;
  readonly missing: readonly string[];
}

export interface ZonePosture extends Figures {
  readonly kind: string | null;
  /** The highest of its levels. */
  readonly level: number | null;
  readonly levels: readonly number[];
  readonly external: boolean;
  readonly focus: readonly { readonly name: string; readonly met: boolean }[];
}

export interface ConduitPosture extends Figures {
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
  const wanted = new Set(entries);
  const isWanted = ({ entry }: { readonly entry: Entry }) => wanted.has(entry);
  return systems(query).flatMap((system) => {
    const units = system.units.filter(isWanted);
    const zones = units.flatMap((unit) => unit.zones.map(zonePosture));
    const conduits = units.flatMap((unit) => unit.conduits.map(conduitPosture));
    const { name, title, isTitled } = system;
    return zones.length + conduits.length > 0 ? [{ name, title: isTitled ? title : null, zones, conduits }] : [];
  });
}

/** How a zone stands. */
export function zonePosture(zone: PlantZone): ZonePosture {
  const { path, declared, kind, level, levels, external, focus } = zone;
  return {
    path,
    title: declared.title?.value ?? null,
    kind: kind?.name ?? null,
    level: level ?? null,
    levels,
    external,
    ...(external ? NOTHING : figuresOf(zone)),
    focus: focus.map(({ focus: { name }, met }) => ({ name, met })),
  };
}

/** How a conduit stands. */
export function conduitPosture(conduit: PlantConduit): ConduitPosture {
  const { path, declared, ends } = conduit;
  return {
    path,
    title: declared.title?.value ?? null,
    between: ends.map(({ name }) => name),
    ...figuresOf(conduit),
  };
}

/** Outside the SuC nothing is required, so nothing is counted. */
const NOTHING = {
  slT: null,
  slA: null,
  slAEvidenced: null,
  slC: null,
  slCAssets: null,
  assetCount: null,
  gap: null,
  required: null,
  met: null,
  notApplicable: null,
  inherited: null,
  planned: null,
  accepted: null,
  missing: [],
} as const;

function figuresOf(judged: PlantZone | PlantConduit): Omit<Figures, 'path' | 'title'> {
  const { slT, slA, slAEvidenced, slC, assetCount, gap, required } = judged;
  return {
    slT: slT ?? null,
    slA: slA ?? null,
    slAEvidenced: slAEvidenced ?? null,
    slC: slC?.vector ?? null,
    slCAssets: slC?.count ?? 0,
    assetCount,
    gap: gap ?? null,
    // Without an SL-T nothing is asked, which is not the same as nothing left to meet.
    required: required?.all.length ?? null,
    met: required?.met.length ?? null,
    notApplicable: required?.notApplicable.length ?? null,
    inherited: required?.inherited.length ?? null,
    // Of a conduit without SL-T nothing is said at all.
    planned: required?.planned.length ?? (judged.sort === 'zone' ? 0 : null),
    accepted: required?.accepted.length ?? (judged.sort === 'zone' ? 0 : null),
    missing: required?.unmet.map(({ control }) => control.id) ?? [],
  };
}
