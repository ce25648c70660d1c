import { chainFrom } from '../analysis/chain.ts';
import { assetTypeOf, typeLine } from '../analysis/focus.ts';
import { protocolNamed } from '../analysis/protocols.ts';
import { createMemo, type Query } from '../engine/query.ts';
import type { AssetFlag, AssetType } from '../model/asset-type.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Framework } from '../model/reference-model.ts';

/*
 * What elements are of, and what is asked of them: types, protocols, controls, kinds and frameworks, built in or the
 * folder's own. They are plain data and need no objects; what they inherit is a line, to be asked with `given`.
 */
export { protocolNamed } from '../analysis/protocols.ts';
export { catalogOf as catalogNamed, controlOf as controlNamed, kindsOf } from '../analysis/settings.ts';

/** A type of asset with those that it extends. */
export interface PlantType {
  readonly name: string;
  /** Its name and those of the types that it extends, the nearest first; there need not be types of these names. */
  readonly names: readonly string[];
  /** Itself and the types that it extends, those that are known. */
  readonly line: readonly AssetType[];
  /** Of all of them: a flag cannot be taken back. */
  readonly flags: readonly AssetFlag[];
}

const types = createMemo<string, PlantType>();

/** The type that a name stands for; one that is not known has an empty line. */
export function typeNamed(query: Query, name: string): PlantType {
  return types(query, name, () => {
    const names = typeLine(query, name);
    return typeOf(name, names, knownOf(query, names));
  });
}

/** A type as it is declared, also where another one of its name counts. */
export function typeDeclared(query: Query, own: AssetType): PlantType {
  const names = typeLine(query, own.name.value);
  return typeOf(own.name.value, names, [...new Set([own, ...knownOf(query, names)])]);
}

const knownOf = (query: Query, names: readonly string[]): AssetType[] =>
  names.flatMap((name) => assetTypeOf(query, name)?.type ?? []);

function typeOf(name: string, names: readonly string[], line: readonly AssetType[]): PlantType {
  return { name, names, line, flags: [...new Set(line.flatMap(({ flags }) => flags))] };
}

/** A protocol and those that it extends, the nearest first. */
export function protocolLine(query: Query, own: Protocol): readonly Protocol[] {
  return chainFrom(own, ({ base }) => base && protocolNamed(query, base.text));
}

/** What the nearest member of a line gives. */
export function given<T, R>(line: readonly T[], read: (member: T) => R | undefined): R | undefined {
  for (const member of line) {
    const value = read(member);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** As `given`, of a list: one that is given replaces what would be inherited. */
export function givenList<T, R>(line: readonly T[], read: (member: T) => readonly R[]): readonly R[] {
  return given(line, (member) => (read(member).length > 0 ? read(member) : undefined)) ?? [];
}

export function frameworkNamed(query: Query, name: string): Framework | undefined {
  const offer = query.shared('framework', name);
  return offer?.entry.unit.frameworks[offer.index];
}
