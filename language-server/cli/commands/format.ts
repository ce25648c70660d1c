import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { abridge } from '../../core/text/words.ts';
import { formatText } from '../../language/format/index.ts';
import { lineStartsOf, positionAt } from '../../language/source-file.ts';
import { Failure, reasonOf } from '../failure.ts';
import { displayPath, filesIn, foldersOf, noModelsIn } from '../model-paths.ts';
import { examples, PATHS } from '../options.ts';
import { printableLine } from '../terminal.ts';

interface Options {
  readonly check?: true;
}

/** The exit code where files are not formatted. */
const NOT_FORMATTED = 1;

/** `zones format`: one way to write a model. */
export function formatCommand(): Command {
  return new Command('format')
    .description('Format models in place. What they say and their comments stay as they are.')
    .argument(...PATHS)
    .option('--check', 'change nothing; list what is not formatted, and end with 1 where there is any')
    .addHelpText(
      'after',
      examples(
        ['zones format', 'all models in the current folder and below'],
        ['zones format plant/control.zones', 'one file'],
        ['zones format --check plant', 'before a commit'],
      ),
    )
    .action(async (paths: string[], { check }: Options) => {
      const notes: string[] = [];
      const files = [];
      for (const [folder, only] of await foldersOf(paths)) {
        const found = only ? [...only].sort() : await filesIn(folder);
        if (found.length === 0) notes.push(noModelsIn(displayPath(folder)));
        for (const path of found) files.push(await formatFile(path));
      }
      const changed = files.filter(({ isChanged }) => isChanged);
      for (const { path, text } of changed) {
        if (!check) await write(path, text);
        process.stdout.write(`${check ? 'Not formatted' : 'Formatted'}: ${printableLine(displayPath(path))}\n`);
      }
      notes.push(...files.flatMap(({ note }) => note ?? []));
      if (notes.length > 0) process.stderr.write(`${notes.join('\n')}\n`);
      if (check && changed.length > 0) process.exitCode = NOT_FORMATTED;
    });
}

interface FormattedFile {
  readonly path: string;
  readonly text: string;
  readonly isChanged: boolean;
  /** What is to be said of it. */
  readonly note?: string;
}

async function formatFile(path: string): Promise<FormattedFile> {
  const source = await read(path);
  const { text, left } = formatText(source);
  const starts = lineStartsOf(source);
  const lines = left.map((offset) => `${positionAt(starts, offset).line + 1}`);
  return {
    path,
    text,
    isChanged: text !== source,
    ...(lines.length > 0 && {
      note: `${printableLine(displayPath(path))}: left as written, for a syntax error: line ${abridge(lines, 5)}. See 'zones check'.`,
    }),
  };
}

/** The text of a file with its byte order mark. What is no UTF-8 would not come back as it was. */
async function read(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    const shown = printableLine(displayPath(path));
    if (error instanceof TypeError) throw new Failure(`'${shown}' is not in UTF-8: save it in UTF-8 first.`);
    throw new Failure(`Cannot read '${shown}': ${reasonOf(error)}. Make it readable, or move it away.`);
  }
}

/** Writes a file whole or not at all, whatever happens to the disk or the process. */
async function write(path: string, text: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
    await writeFileAtomic(path, text);
  } catch (error) {
    throw new Failure(`Cannot write '${printableLine(displayPath(path))}': ${reasonOf(error)}. It is as it was.`);
  }
}
