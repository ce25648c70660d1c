import type { PlantAsset, PlantConduit, PlantZone } from '../plant/plant.ts';
import { countOf } from '../text/words.ts';
import type { AssetRecord, ConduitRecord, FlowRecord, ZoneRecord } from './records.ts';
import type { TypeGuess } from './types/recognise-type.ts';

/*
 * What an import would do to a system: new elements as they are to be written, and what is filled in those there are.
 * `members` are properties as text of the language, one each, in the order in which people write them.
 */

/** Where something stands: a zone that is there, or one that the import makes. */
export type ZonePlace = PlantZone | NewZone;

/** The same, or a conduit whose own equipment it is. */
export type Home = ZonePlace | PlantConduit | NewConduit;

export interface NewZone {
  readonly sort: 'new-zone';
  name: string;
  title?: string;
  /** The zone around it. */
  parent?: ZonePlace;
  kind?: string;
  levels: readonly number[];
  record?: ZoneRecord;
  networks: readonly string[];
  /** Dotted path from the system's top. */
  path: string;
}

/** A new asset as it is to be written. */
export interface NewAsset {
  readonly name: string;
  readonly title?: string;
  readonly path: string;
  /** What was read of it: rows that speak of one asset are put together. */
  readonly record: AssetRecord;
  readonly guess: TypeGuess;
  readonly home: Home;
}

/** The new assets, each made when it is asked for: there may be a million. */
export interface AssetList extends Iterable<NewAsset> {
  readonly length: number;
  at(index: number): NewAsset;
  homeOf(index: number): Home;
  guessOf(index: number): TypeGuess;
  /** About how long its text will be. */
  sizeOf(index: number): number;
}

export interface NewConduit {
  readonly sort: 'new-conduit';
  readonly name: string;
  readonly title?: string;
  /** The zone that it is written in; undefined at the top. */
  readonly parent?: ZonePlace;
  /** Dotted path from the system's top. */
  readonly path: string;
  readonly ends: readonly ZonePlace[];
  /** The boundary assets that it passes, as they are to be written. */
  via: readonly string[];
  record?: ConduitRecord;
}

export interface NewFlow {
  readonly record: FlowRecord;
  /** The two ends as they are to be written. */
  readonly source: string;
  readonly target: string;
  readonly protocol?: string;
  readonly home: Home;
}

/** A property that an element had not, as text of the language. */
export interface Fill {
  readonly element: PlantAsset | PlantZone | PlantConduit;
  readonly path: string;
  readonly property: string;
  readonly text: string;
}

/** What the model says otherwise than a file; the model stays. */
export interface Conflict {
  readonly path: string;
  readonly property: string;
  readonly model: string;
  readonly file: string;
}

/** What could not be taken over, and the row it stands in. */
export interface Unplaced {
  readonly row: number;
  readonly why: string;
}

export interface ImportPlan {
  readonly system: string;
  readonly zones: readonly NewZone[];
  readonly assets: AssetList;
  readonly conduits: readonly NewConduit[];
  readonly flows: readonly NewFlow[];
  readonly fills: readonly Fill[];
  readonly conflicts: readonly Conflict[];
  /** How many elements that were read say nothing that the model does not. */
  readonly unchanged: number;
  readonly unplaced: readonly Unplaced[];
  /** Words of type columns that mean no type that is known, and how many rows have each. */
  readonly unknownTypes: ReadonlyMap<string, number>;
  /** How many assets have a level that cannot be written: a zone has it, and theirs is of others. */
  readonly levelsLeft: number;
}

/** What is said of levels that are left out. */
export const levelNotes = ({ levelsLeft }: Pick<ImportPlan, 'levelsLeft'>): string[] =>
  levelsLeft === 0
    ? []
    : [
        `Levels left out of ${countOf(levelsLeft, 'asset')}: a level stands in a zone, and theirs does not have it. Name a zone for them, or write the level into their zone.`,
      ];
