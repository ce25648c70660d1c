import { realpath } from 'node:fs/promises';
import { Command } from 'commander';
import { abridge } from '../../core/text/words.ts';
import { type Encoding, encode } from '../../encoding.ts';
import { formatText } from '../../language/format/index.ts';
import { lineStartsOf, positionAt } from '../../language/source-file.ts';
import { decodeModelFile } from '../../node-runtime.ts';
import { COULD_NOT, Failure } from '../failure.ts';
import { displayPath, filesIn, foldersOf, leaveOut, noModelsIn } from '../model-paths.ts';
import { examples, PATHS } from '../options.ts';
import { say, warn } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';

interface Options {
  readonly check?: boolean;
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
      `\nAn outermost declaration with a syntax error is left as it was written; it counts as formatted, and zones check\nfails for it.\n${examples(
        ['zones format', 'all models in the current folder and below'],
        ['zones format plant/control.zones', 'one file'],
        ['zones format --check plant', 'before a commit'],
      )}`,
    )
    .action(async (paths: string[], { check = false }: Options) => formatFiles(paths, check));
}

/** All files are read before one is written. One that cannot be read or written stops none of the others. */
async function formatFiles(paths: readonly string[], check: boolean): Promise<void> {
  const found = new Set<string>();
  for (const [folder, only] of await foldersOf(paths)) {
    const inFolder = only ? [...only].sort() : await filesIn(folder);
    if (inFolder.length === 0) warn(noModelsIn(displayPath(folder)));
    for (const path of inFolder) found.add(path);
  }
  const files: FormattedFile[] = [];
  for (const path of found) {
    const target = await realpath(path).catch(() => path);
    // A link to another of the files.
    if (target !== path && found.has(target)) continue;
    const file = await orComplain(formatFile(path));
    if (file) files.push(file);
  }
  for (const { shown, source, text, encoding, left } of files) {
    if (left) warn(left);
    if (text === source) continue;
    if (check) process.exitCode ||= NOT_FORMATTED;
    else if (!(await orComplain(writeWhole(shown, encode(text, encoding), 'It is as it was.').then(() => true))))
      continue;
    say(`${check ? 'Not formatted' : 'Formatted'}: ${shown}`);
  }
}

/** What comes of some work on a file; undefined where it could not be done, which is told. */
async function orComplain<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warn(`zones format: ${error.message}`);
    process.exitCode = COULD_NOT;
    return undefined;
  }
}

interface FormattedFile {
  /** The path from the current folder. */
  readonly shown: string;
  readonly source: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** What is to be said of declarations that are left as they were. */
  readonly left?: string;
}

/** Undefined for what cannot be read, which is told. */
async function formatFile(path: string): Promise<FormattedFile | undefined> {
  const shown = displayPath(path);
  const decoded = await decodeModelFile(path).catch((error: unknown) => leaveOut(path, error));
  if (!decoded) return undefined;
  // What cannot be decoded would not come back as it was.
  if ('fault' in decoded) throw new Failure(`'${shown}' is left as it is. ${decoded.fault}`);
  const { text: source, encoding } = decoded;
  const { text, left } = formatText(source);
  const starts = lineStartsOf(source);
  const lines = left.map(({ fault }) => `${positionAt(starts, fault).line + 1}`);
  const whatIsLeft = `${shown}: left as written, since it cannot be read: line ${abridge(lines, 5)}. See 'zones check'.`;
  return { shown, source, text, encoding, ...(lines.length > 0 && { left: whatIsLeft }) };
}
