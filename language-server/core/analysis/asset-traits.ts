import type { DeclaredValues } from '../engine/declared.ts';
import type { Handle } from '../engine/element.ts';
import { createCommonMemo, createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { AssetFlag } from '../model/asset-type.ts';
import { BOUNDARY_ROLES, type BoundaryRole } from '../model/boundary-role.ts';
import type { ComponentClass } from '../model/control.ts';
import type { SlVector } from '../model/levels.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import { assetTypeOf, typeChain } from './asset-types.ts';
import { kindsOf } from './kinds.ts';
import { systemModel } from './settings.ts';

type AssetType = DeclaredValues['asset-type'];

/** What a type of asset is, with all that it inherits from the types it extends: what the rules ask for. */
export interface AssetTraits {
  readonly title: string;
  readonly flags: ReadonlySet<AssetFlag>;
  /** Kinds of zones that it is at home in; empty where the type names none. */
  readonly kinds: readonly string[];
  /** Purdue levels that it is found at: a list, or the first and last of a range. */
  readonly levels: readonly number[];
  readonly class?: ComponentClass;
  /** What it does at a boundary. */
  readonly role?: BoundaryRole;
}

/** True for a boundary asset that decides what passes it. */
export const isGuard = ({ flags, role }: AssetTraits): boolean =>
  flags.has('boundary') && role !== undefined && BOUNDARY_ROLES[role].guards;

const traits = createCommonMemo<string, AssetTraits | undefined>();

/** The traits of a type by its name, undefined for one that does not exist. */
export function traitsOfType(query: Query, name: string): AssetTraits | undefined {
  return traits(query, name, (query) => {
    const found = assetTypeOf(query, name);
    return found && readTraits(query, name, found);
  });
}

function readTraits(query: Query, name: string, type: AssetType): AssetTraits {
  const line = typeChain(query, name).flatMap((each) => assetTypeOf(query, each) ?? []);
  /** What the nearest type of the line gives: a given member replaces what it would inherit. */
  const nearest = <T>(read: (type: AssetType) => readonly T[]): readonly T[] =>
    line.map(read).find(({ length }) => length > 0) ?? [];
  return {
    title: type.title?.value ?? name,
    flags: new Set(line.flatMap(({ flags }) => flags)),
    kinds: nearest(({ kinds }) => kinds.map(({ text }) => text)),
    levels: nearest(({ range, levels }) => range ?? levels),
    class: line.find((each) => each.class)?.class,
    role: line.find((each) => each.role)?.role,
  };
}

/**
 * The security levels that a type, or else the nearest it extends, is capable of. They are asked for under a key of
 * their own: few rules care, and the others need not be asked again when they change.
 */
export function slCOfType(query: Query, name: string): SlVector | undefined {
  return capabilities(query, name, (query) => {
    for (const each of typeChain(query, name)) {
      const capability = query.shared('capability', each)?.value;
      if (capability) return capability;
    }
    return undefined;
  });
}

const capabilities = createCommonMemo<string, SlVector | undefined>();

/** The traits of an asset's type; undefined where it has none or one that does not exist. */
export function traitsOf(query: Query, asset: Handle<'asset'>): AssetTraits | undefined {
  const type = query.fact(asset, 'type');
  return type === undefined ? undefined : traitsOfType(query, type);
}

/**
 * The kinds of a system's reference model that a type is at home in: those it names, and where the model lacks any of
 * these, those of the type's levels for them. Empty for a type that is at home anywhere.
 */
export function homeKinds(query: Query, system: string, { kinds, levels }: AssetTraits): readonly Said<ZoneKind>[] {
  const { model } = systemModel(query, system);
  if (!model || kinds.length === 0) return [];
  const all = kindsOf(model);
  const named = kinds.map((name) => all.find((kind) => kind.name === name));
  if (named.every((kind) => kind !== undefined)) return named;
  const [first, last] = [Math.min(...levels), Math.max(...levels)];
  const isOfLevels = ({ flags, levels }: Said<ZoneKind>) =>
    !flags.includes('external') && levels.some((level) => first <= level && level <= last);
  return all.filter((kind) => named.includes(kind) || isOfLevels(kind));
}

const homes = createMemo<AssetTraits, Map<string, readonly Said<ZoneKind>[]>>();

/** As `homeKinds`, worked out once for all assets of a type. */
export function homesOf(query: Query, system: string, traits: AssetTraits): readonly Said<ZoneKind>[] {
  const bySystem = homes(query, traits, () => new Map());
  let kinds = bySystem.get(system);
  if (!kinds) {
    kinds = homeKinds(query, system, traits);
    bySystem.set(system, kinds);
  }
  return kinds;
}
