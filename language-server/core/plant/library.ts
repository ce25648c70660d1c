import { typeChain } from '../analysis/asset-types.ts';
import { chainFrom } from '../analysis/chain.ts';
import { kindsOf } from '../analysis/kinds.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { reveal, withPlaces } from '../engine/reveal.ts';
import type { AssetFlag, AssetType } from '../model/asset-type.ts';
import type { Catalog, Control } from '../model/control.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Framework, ReferenceModel, ZoneKind } from '../model/reference-model.ts';

/*
 * What elements are of, and what is asked of them: types, protocols, controls, kinds and frameworks, built in or the
 * folder's own. They are plain data and need no objects; what they inherit is a chain, to be asked with `given`.
 */

/** A protocol by its name; undefined where none has it. */
export function protocolNamed(query: Query, name: string): Protocol | undefined {
  const found = query.shared('protocol', name);
  return found && withPlaces<Protocol>(found.value);
}

/** A catalogue by its name; undefined where none has it. */
export function catalogNamed(query: Query, name: string): Catalog | undefined {
  const found = query.shared('catalog', name);
  return found && withPlaces<Catalog>(found.value);
}

/** A control of any catalogue by its identifier, as `SR 1.1` or `SR 1.1 RE 1`. */
export function controlNamed(query: Query, id: string): Control | undefined {
  const found = query.shared('control', id);
  return found && withPlaces<Control>(found.value);
}

/** The kinds of zones in a reference model, the implied `external` among them. */
export const kindsIn = (model: ReferenceModel): readonly ZoneKind[] => kindsOf(model).map(withPlaces<ZoneKind>);

/** Those of the model of a name; none of a model that is not known. */
export function kindsNamed(query: Query, model: string): readonly ZoneKind[] {
  const found = query.shared('reference-model', model);
  return found ? kindsIn(withPlaces<ReferenceModel>(found.value)) : [];
}

/** A type of asset with those that it extends. */
export interface PlantType {
  readonly name: string;
  /** Its name and those of the types that it extends, the nearest first; there need not be types of these names. */
  readonly names: readonly string[];
  /** Itself and the types that it extends, those that are known. */
  readonly chain: readonly AssetType[];
  /** Of all of them: a flag cannot be taken back. */
  readonly flags: readonly AssetFlag[];
}

const types = createMemo<string, PlantType>();

/** The type that a name stands for; one that is not known has an empty chain. */
export function typeNamed(query: Query, name: string): PlantType {
  return types(query, name, () => {
    const names = typeChain(query, name);
    return typeOf(name, names, knownOf(query, names));
  });
}

/** A type as it is declared, also where another one of its name counts. */
export function typeDeclared(query: Query, own: AssetType): PlantType {
  const names = typeChain(query, own.name.value);
  return typeOf(own.name.value, names, [...new Set([own, ...knownOf(query, names)])]);
}

const knownOf = (query: Query, names: readonly string[]): AssetType[] =>
  names.flatMap((name) => {
    const found = query.shared('asset-type', name);
    return found ? [reveal(found).entry.unit.assetTypes[found.index]!] : [];
  });

function typeOf(name: string, names: readonly string[], chain: readonly AssetType[]): PlantType {
  return { name, names, chain, flags: [...new Set(chain.flatMap(({ flags }) => flags))] };
}

/** A protocol and those that it extends, the nearest first. */
export function protocolChain(query: Query, own: Protocol): readonly Protocol[] {
  return chainFrom<Protocol>(own, ({ base }) => base && protocolNamed(query, base.text));
}

/** What the nearest member of a chain gives. */
export function given<T, R>(chain: readonly T[], read: (member: T) => R | undefined): R | undefined {
  for (const member of chain) {
    const value = read(member);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** As `given`, of a list: one that is given replaces what would be inherited. */
export function givenList<T, R>(chain: readonly T[], read: (member: T) => readonly R[]): readonly R[] {
  return given(chain, (member) => (read(member).length > 0 ? read(member) : undefined)) ?? [];
}

/** A framework by its name; undefined where none has it. */
export function frameworkNamed(query: Query, name: string): Framework | undefined {
  const found = query.shared('framework', name);
  return found && reveal(found).entry.unit.frameworks[found.index];
}

/** The controls that a name in a statement stands for: itself, or those of a profile. */
export const controlsMeant = (query: Query, name: string): readonly string[] => controlsNamed(query, name);
