import { URI } from 'vscode-uri';
import { encode } from '../../encoding.ts';
import { inForm } from '../../language/edits/in-form.ts';
import { applyReplacements } from '../../language/format/replacements.ts';
import type { SystemImport } from '../../language/import/session.ts';
import { MAX_UNIT } from '../../language/lowering/unit.ts';
import { MAX_FILE, split } from '../../language/parser/split.ts';
import type { Workspace } from '../../language/workspace.ts';
import { decodeModelFile } from '../../node-runtime.ts';
import { Failure } from '../failure.ts';
import { displayPath } from '../model-paths.ts';
import { type FileToWrite, writeAllWhole } from '../write-file.ts';

/** A file as the import leaves it; its text is worked out when it is asked for. */
export interface ResultingFile {
  /** From the current folder. */
  readonly shown: string;
  readonly path: string;
  /** Undefined for a file that is made. */
  readonly before?: string;
  after(): string;
}

/** The files that an import changes and makes, in this order. @throws Failure where one would be too long, or is broken */
export function resultsOf(workspace: Workspace, systems: readonly SystemImport[]): ResultingFile[] {
  const broken = systems.flatMap(({ edits }) => edits.broken.map(shownOf));
  if (broken.length > 0) {
    throw new Failure(
      `Nothing was written: ${broken.map((path) => `'${path}'`).join(', ')} would have to be changed, but has syntax errors. Mend them first. See 'zones check'.`,
    );
  }
  return systems.flatMap(({ edits }) => [
    ...[...edits.changed].map(([uri, replacements]): ResultingFile => {
      const before = workspace.files.get(uri)!.source.text;
      const after = () =>
        applyReplacements(
          before,
          [...inForm(before, replacements)].sort((a, b) => a.start - b.start),
        );
      return { shown: shownOf(uri), path: pathOf(uri), before, after: () => readable(uri, after()) };
    }),
    ...edits.created.map(
      ({ uri, text }): ResultingFile => ({
        shown: shownOf(uri),
        path: pathOf(uri),
        after: () => readable(uri, text()),
      }),
    ),
  ]);
}

const pathOf = (uri: string): string => URI.parse(uri).fsPath;
const shownOf = (uri: string): string => displayPath(pathOf(uri));

/** A text that is read again. @throws Failure for one that would not be */
function readable(uri: string, text: string): string {
  const isTooLong =
    text.length > MAX_FILE || (text.length > MAX_UNIT && split(text).some(({ start, end }) => end - start > MAX_UNIT));
  if (!isTooLong) return text;
  throw new Failure(
    `'${shownOf(uri)}' was not written: it would be longer than what is read of a model (8 MB, and 2 MB a zone). Give its assets zones of their own, by a column for them.`,
  );
}

/** Writes the files, all or none, those that were there in the encoding that they had. */
export async function writeResults(results: readonly ResultingFile[]): Promise<void> {
  const files: FileToWrite[] = [];
  for (const { shown, path, before, after } of results) {
    if (before === undefined) {
      files.push({ path: shown, data: after, mend: 'Name another folder with --into.' });
      continue;
    }
    const text = after();
    const decoded = await decodeModelFile(path);
    if ('fault' in decoded) throw new Failure(`'${shown}' is left as it is. ${decoded.fault}`);
    const mark = decoded.text.startsWith('\ufeff') ? '\ufeff' : '';
    if (decoded.text.slice(mark.length) !== before) {
      throw new Failure(`Nothing was written: '${shown}' has changed meanwhile. Import again.`);
    }
    files.push({ path: shown, data: () => encode(mark + text, decoded.encoding), mend: 'It is as it was.' });
  }
  await writeAllWhole(files);
}
