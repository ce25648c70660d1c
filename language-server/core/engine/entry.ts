import type { Unit } from '../model/unit.ts';

/** Where something comes from: all that identifies a unit of the workspace, without what it says. */
export interface Source {
  /** The file's URI. */
  readonly file: string;
  /** Position among the units of its file. */
  readonly position: number;
  /** Empty for the library. */
  readonly system: string;
  readonly library: boolean;
}

/** A unit in the workspace: which file it stands in, where in that file, and the system it belongs to. */
export interface Entry extends Source {
  readonly unit: Unit;
  /** The only thing that an edit elsewhere in the file changes. */
  position: number;
}

/** Order of files, then of the text: what "first" and "second" mean in findings. */
export function compareSources(a: Source, b: Source): number {
  if (a.library !== b.library) return a.library ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.position - b.position;
}
