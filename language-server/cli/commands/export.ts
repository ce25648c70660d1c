import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { MODEL_FORMATS } from '../../core/export/formats.ts';
import {
  type ExportedFile,
  ExportRefused,
  endingOf,
  type FileContent,
  type ModelExport,
  type ModelFormat,
} from '../../core/export/frame/model-format.ts';
import { countOf, listAnd, listOr } from '../../core/text/words.ts';
import { exportedSystem } from '../../editor/exported.ts';
import { loadReaders } from '../../node-files.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { type ChosenSystem, chooseSystems } from '../chosen-systems.ts';
import { Failure } from '../failure.ts';
import { fileNames } from '../formats/report.ts';
import { emptyFolders, loadModels, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';
import { createProgress, say, warn } from '../terminal.ts';
import { writeAllWhole } from '../write-file.ts';

interface Options {
  readonly to: string;
  readonly output?: string;
  readonly system?: string;
  readonly asOf?: string;
}

/** The exit code where something of the model could not be written in the format. */
const SOME_LEFT_OUT = 1;

const MEND = 'Name a file in a folder that can be written.';

/** `zones export`: models for the tools of others. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write models as workbooks, tables, drawings, firewall rules and other formats of other tools.')
    .argument(...PATHS)
    .addOption(
      new Option('--to <format>', 'what to write').choices(MODEL_FORMATS.map(({ id }) => id)).makeOptionMandatory(),
    )
    .option('-o, --output <out>', 'the file to write, its ending saying what sort; for csv and oscal a folder')
    .option('--system <name>', 'the system to write, where there are several')
    .addOption(asOfOption())
    .addHelpText('after', `\nFormats:\n${MODEL_FORMATS.map(helpLine).join('\n')}\n`)
    .addHelpText(
      'after',
      `${examples(
        ['zones export --to xlsx -o plant.xlsx', 'the model in the current folder as a workbook'],
        ['zones export plant --to flows -o flows.csv', 'the flow matrix'],
        ['zones export plant --to csv -o tables', 'a folder of tables'],
      )}\nExit codes: 0 done; 1 written, but what cannot be written in the format is left out\nand listed; 2 nothing could be written.\n`,
    )
    .action(exportModels);
}

function helpLine({ id, hint, kinds }: ModelFormat): string {
  const endings = kinds.length === 0 ? 'folder' : kinds.map(({ ending }) => `.${ending}`).join(' ');
  return `  ${id.padEnd(9)} ${endings}: ${hint}`;
}

async function exportModels(paths: string[], { to, output, system, asOf }: Options): Promise<void> {
  const format = MODEL_FORMATS.find(({ id }) => id === to)!;
  const name = nameOf(format, output);
  const today = asOf ?? nodeRuntime.today();
  const models = await loadModels(paths, { asOf: today, judged: format.isJudged ?? false });
  const chosen = chooseSystems(models, system);
  if (chosen.length === 0) {
    throw new Failure(`${emptyFolders(models).join(' ')} Name a folder with a model, or make one with 'zones init'.`);
  }
  refuseSeveral(format, chosen);
  const names = fileNames(chosen);
  const progress = createProgress(process.stderr);
  let exported: ModelExport;
  try {
    progress.step('Exporting …');
    const systems = chosen.map(({ model, plant }) => exportedSystem(model.workspace, plant.name, names));
    exported = format.write({ systems, today, name });
  } catch (error) {
    throw error instanceof ExportRefused ? new Failure(error.message) : error;
  } finally {
    progress.end();
  }
  warn(...emptyFolders(models), ...unreadFiles(models));
  if (output === undefined) await print(exported.files, format);
  else say(await write(exported.files, format, output));
  warn(...exported.unwritten);
  if (exported.unwritten.length > 0) process.exitCode = SOME_LEFT_OUT;
}

/** The name of the wanted file, which says of what kind it is. */
function nameOf({ id, kinds }: ModelFormat, output: string | undefined): string {
  if (kinds.length === 0) {
    if (output === undefined) throw new Failure(`An export to ${id} is a folder of files: name the folder with -o.`);
    return basename(output);
  }
  if (output === undefined) return `${id}.${kinds[0]!.ending}`;
  if (kinds.some(({ ending }) => ending === endingOf(output))) return basename(output);
  const endings = listOr(kinds.map(({ ending }) => `.${ending}`));
  throw new Failure(
    `Cannot write '${output}': an export to ${id} is a file that ends in ${endings}. Name one with -o.`,
  );
}

function refuseSeveral({ id, isOfSeveral }: ModelFormat, chosen: readonly ChosenSystem[]): void {
  if (isOfSeveral || chosen.length < 2) return;
  const names = listAnd(chosen.map(({ plant }) => plant.name));
  throw new Failure(`An export to ${id} is of one system, and there are several: ${names}. Choose one with --system.`);
}

/** A file's content as it is written. */
const dataOf = (content: FileContent): Promise<Uint8Array> | string =>
  typeof content === 'string' ? content : loadReaders().writeWorkbook(content.sheets);

async function print(files: readonly ExportedFile[], { id }: ModelFormat): Promise<void> {
  const [file, ...more] = files;
  if (!file || more.length > 0 || typeof file.content !== 'string') {
    throw new Failure(`An export to ${id} cannot be printed here: name a file with -o.`);
  }
  process.stdout.write(file.content);
}

/** Writes the files, and says which. */
async function write(files: readonly ExportedFile[], { kinds }: ModelFormat, output: string): Promise<string> {
  const isFolder = kinds.length === 0 && !(files.length === 1 && files[0]!.name === basename(output));
  const folder = isFolder ? output : dirname(output);
  const written = files.map(({ name, content }) => ({
    path: join(folder, name),
    data: () => dataOf(content),
    mend: MEND,
  }));
  for (const { path } of written) {
    if (dirname(path) !== dirname(output)) await mkdir(dirname(path), { recursive: true }).catch(() => {});
  }
  await writeAllWhole(written);
  const [only] = files;
  if (isFolder) return `Wrote ${countOf(files.length, 'file')} to ${output}`;
  return files.length === 1 && only?.name === basename(output)
    ? `Wrote ${output}`
    : `Wrote ${listAnd(files.map(({ name }) => join(folder, name)))}`;
}
