import type { AssetType } from '../model/asset-type.ts';
import type { Catalog, Control, Pointer, Profile } from '../model/control.ts';
import type { SlVector } from '../model/levels.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Place } from '../model/reference.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { Entry } from './entry.ts';
import type { Said } from './said.ts';

/** What others may not ask of a type: its levels have a name of their own (`capability`), the rest decides no finding. */
const WITHHELD = ['slC', 'vendor', 'product', 'description', 'doc', 'aliases', 'deferrals', 'maps'] as const;

/** What is declared in the workspace-wide spaces, as far as others may read it. */
export interface DeclaredValues {
  readonly profile: Said<Profile>;
  readonly catalog: Said<Catalog>;
  readonly control: Said<Control>;
  /** A number of a standard that only points to other requirements. */
  readonly pointer: Said<Pointer>;
  readonly 'asset-type': Said<Omit<AssetType, (typeof WITHHELD)[number]>>;
  /** The security levels that a type of asset is capable of. */
  readonly capability: SlVector | undefined;
  readonly protocol: Said<Protocol>;
  readonly 'reference-model': Said<ReferenceModel>;
  readonly kind: Said<ZoneKind>;
  readonly framework: undefined;
}

export type DeclaredSort = keyof DeclaredValues;

/** All of them; the compiler asks for each. */
export const DECLARED_SORTS = Object.keys({
  profile: true,
  catalog: true,
  control: true,
  pointer: true,
  'asset-type': true,
  capability: true,
  protocol: true,
  'reference-model': true,
  kind: true,
  framework: true,
} satisfies Record<DeclaredSort, true>) as readonly DeclaredSort[];

/**
 * The sorts of which a name of the workspace hides the library's: the library grows, and a model that was right must stay
 * right. Requirements and frameworks are the standards', not anybody's to take.
 */
export const HIDING: ReadonlySet<string> = new Set<DeclaredSort>([
  'asset-type',
  'capability',
  'protocol',
  'catalog',
  'profile',
  'reference-model',
]);

/** A declaration: its value, what is signed of it where that is less, and where it stands. */
export interface Declared<S extends DeclaredSort = DeclaredSort> {
  readonly sort: S;
  readonly name: string;
  readonly value: DeclaredValues[S];
  /** What decides whether it says something else than before. */
  readonly said: unknown;
  readonly at: Place;
  readonly index: number;
  /** Index inside the catalogue or reference model. */
  readonly inner: number;
}

type Declare = <S extends DeclaredSort>(declared: Declared<S>) => void;

/** Calls `declare` for all that a unit declares in the workspace-wide spaces, with what others may ask of it. */
export function eachDeclared({ unit }: Entry, declare: Declare): void {
  const named = <S extends DeclaredSort>(
    sort: S,
    items: readonly { readonly name: { readonly value: string; readonly at: Place } }[],
    read: (index: number) => DeclaredValues[S],
    saidOf: (index: number) => unknown = read,
  ) => {
    items.forEach(({ name: { value: name, at } }, index) => {
      if (name) declare({ sort, name, value: read(index), said: saidOf(index), at, index, inner: -1 });
    });
  };
  named('profile', unit.profiles, (i) => unit.profiles[i]!);
  named(
    'asset-type',
    unit.assetTypes,
    (i) => unit.assetTypes[i]!,
    (i) => allowedOf(unit.assetTypes[i]!),
  );
  named('capability', unit.assetTypes, (i) => unit.assetTypes[i]!.slC?.vector);
  named('protocol', unit.protocols, (i) => unit.protocols[i]!);
  named('framework', unit.frameworks, () => undefined);
  named('reference-model', unit.models, (i) => unit.models[i]!);
  unit.models.forEach((model, index) => {
    model.kinds.forEach((kind, inner) => {
      declare({ sort: 'kind', name: kind.name, value: kind, said: kind, at: kind.nameAt, index, inner });
    });
  });
  named('catalog', unit.catalogs, (i) => unit.catalogs[i]!);
  unit.catalogs.forEach(({ controls, pointers }, index) => {
    controls.forEach((control, inner) => {
      declare({ sort: 'control', name: control.id, value: control, said: control, at: control.nameAt, index, inner });
    });
    pointers.forEach((pointer, inner) => {
      declare({ sort: 'pointer', name: pointer.name, value: pointer, said: pointer, at: 0, index, inner });
    });
  });
}

/** A type without what is withheld. */
const allowedOf = (type: AssetType): unknown =>
  Object.fromEntries(Object.entries(type).filter(([name]) => !(WITHHELD as readonly string[]).includes(name)));
