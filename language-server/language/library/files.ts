import type { Unit } from '../../core/model/unit.ts';
import type { SourceFile } from '../source-file.ts';
import { LIBRARY } from './generated.ts';

/** Scheme of the library's documents: read-only, the same for every client. */
export const LIBRARY_SCHEME = 'zones-library';

export interface LibraryFile {
  /** Such as `zones-library:/iec62443-3-3.zones`. */
  readonly uri: string;
  readonly source: SourceFile;
}

/** What scripts/generate-library.ts writes. */
interface GeneratedFile {
  readonly name: string;
  readonly text: string;
  readonly units: readonly { start: number; end: number; spans: number[]; unit: Unit }[];
}

let files: readonly LibraryFile[] | undefined;

/** The built-in library, as read when the project was built: reading it at every start would cost more than all else. */
export function libraryFiles(): readonly LibraryFile[] {
  files ??= (JSON.parse(LIBRARY) as GeneratedFile[]).map(({ name, text, units }) => ({
    uri: `${LIBRARY_SCHEME}:/${name}`,
    source: {
      text,
      units: units.map(({ start, end, spans, unit }) => ({
        start,
        source: { unit, spans, text: text.slice(start, end) },
      })),
    },
  }));
  return files;
}
