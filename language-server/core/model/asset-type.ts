import type { BoundaryRole } from './boundary-role.ts';
import type { ComponentClass, Mapping } from './control.ts';
import type { Deferral } from './deferral.ts';
import type { Levels } from './levels.ts';
import type { Place, Reference, Text } from './reference.ts';

export const ASSET_FLAGS = [
  'boundary',
  'wireless',
  'portable',
  'safety',
  'business',
  'sensor',
  'remote-access',
  'one-way',
  'control',
  'engineering',
  'switch',
  'unmanaged',
] as const;

/** What the rules ask of a type of asset; they never ask for its name. */
export type AssetFlag = (typeof ASSET_FLAGS)[number];

/** A type of asset as declared; what it does not give comes from the type it extends. */
export interface AssetType {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly base?: Reference;
  readonly class?: ComponentClass;
  readonly alternateClass?: ComponentClass;
  readonly levels: readonly number[];
  /** The first and last level it is typically found at, where they differ from `levels`. */
  readonly range?: readonly number[];
  readonly kinds: readonly Reference[];
  readonly flags: readonly AssetFlag[];
  readonly role?: BoundaryRole;
  readonly aliases: readonly string[];
  readonly deferrals: readonly Deferral[];
  readonly vendor?: Text;
  readonly product?: Text;
  readonly slC?: Levels;
  readonly description?: string;
  readonly maps: readonly Mapping[];
}
