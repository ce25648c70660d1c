import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { URI } from 'vscode-uri';
import { type MappingFile, readMapping } from '../../core/exchange/reading/mapping.ts';
import type { Mapping } from '../../core/exchange/reading/recognise-columns.ts';
import { IMPORT_FORMATS, type ImportFormat } from '../../core/exchange/sheet.ts';
import { isName, systemNameOf } from '../../core/text/names.ts';
import { listAnd } from '../../core/text/words.ts';
import { createImportSession } from '../../language/import/session.ts';
import { createWorkspace } from '../../language/workspace.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { COULD_NOT, Failure, reasonOf } from '../failure.ts';
import { type ImportReport, importJson, importText, isNothingRead } from '../formats/import.ts';
import { streamJson } from '../formats/json.ts';
import { type ResultingFile, resultsOf, writeResults } from '../importing/apply.ts';
import { askForColumns, canAsk } from '../importing/ask.ts';
import { writeDiff } from '../importing/diff.ts';
import { mappingRead, readFiles } from '../importing/read-files.ts';
import { loadModels, type Model } from '../models.ts';
import { examples } from '../options.ts';
import { createProgress, say, warn } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';

interface Options {
  readonly into: string;
  readonly system?: string;
  readonly mapping?: string;
  readonly format?: ImportFormat;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The exit code where some rows could not be taken over. */
const SOME_LEFT_OUT = 1;

/** `zones import`: what others have written down of a plant, as a model. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Import assets, zones and flows from lists, scans and drawings. What the model says already stays as it is; importing a file again changes nothing.',
    )
    .argument('<files...>', 'CSV, XLSX, Nmap XML, OTM, draw.io, CycloneDX, NetBox or Zeek files')
    .option('--into <dir>', 'the folder with the model to import into; made where there is none', '.')
    .option('--system <name>', 'the system to import into, where there are several')
    .option('--mapping <file>', 'what the columns mean, as JSON: read where it is there, and written after the import')
    .addOption(
      new Option('--format <format>', 'what the files are (default: as their content tells)').choices([
        ...IMPORT_FORMATS,
      ]),
    )
    .option('--dry-run', 'write nothing; print what would change')
    .option('--json', 'print what was understood and done as JSON')
    .addHelpText(
      'after',
      `${examples(
        ['zones import assets.xlsx --into plant', 'an inventory into the model in plant/'],
        ['zones import scan.xml --dry-run', 'what an Nmap scan would add'],
        ['zones import export.csv --mapping tool.json', 'the next export of the tool needs no question'],
      )}\nExit codes: 0 done; 1 done, but rows were left out; 2 nothing could be read or written.\n`,
    )
    .action(importFiles);
}

/**
 * How much the heap may grow between two collections, in percent. Rows of an inventory are garbage as soon as they are
 * read; by itself V8 lets a gigabyte of them lie where a third of it is enough.
 */
const HEAP_GROWTH = 25;

async function importFiles(paths: string[], options: Options): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const { into, system, format, dryRun = false, json = false } = options;
  const folder = resolve(into);
  if (system !== undefined && !isName(system)) {
    throw new Failure(`'${system}' cannot be the name of a system: take letters, digits, '-' and '_'.`);
  }
  const model = await modelIn(folder);
  const workspace =
    model?.workspace ??
    createWorkspace({
      defaultSystem: systemNameOf(URI.file(folder).toString()),
      today: nodeRuntime.today(),
      judged: false,
    });
  const systems = [...new Set((model?.files ?? []).map(({ file }) => file.system))].sort();
  const session = createImportSession({
    workspace,
    system: system ?? (systems.length > 1 ? undefined : (systems[0] ?? systemNameOf(URI.file(folder).toString()))),
    isNamed: system !== undefined,
    fileFor: fileNamer(folder),
    undecided: () => {
      throw new Failure(`There are several systems in '${into}': name one of ${listAnd(systems)} with --system.`);
    },
  });
  const known = await knownMapping(options.mapping);
  const progress = createProgress(process.stderr);
  let report: ImportReport;
  let results: ResultingFile[];
  try {
    const ask = canAsk() && !json ? askForColumns : undefined;
    const read = await readFiles(
      paths.map((path) => resolve(path)),
      session,
      { format, mapping: known.mapping, progress, ask },
    );
    progress.step('Putting together …', 1000);
    const imported = session.finish();
    results = resultsOf(workspace, imported);
    const plans = imported.map(({ plan }) => plan);
    const unplaced = plans.flatMap((plan) =>
      plan.unplaced.map((each) => ({ file: read.files[0]!.file, ...each, why: sentence(each.why) })),
    );
    const skipped = [...read.skipped, ...unplaced];
    report = { files: read.files, plans, skipped, written: results.map(({ shown }) => shown), isDry: dryRun };
    if (!dryRun) {
      progress.step('Writing …', 1000);
      if (results.length > 0) await mkdir(folder, { recursive: true });
      await writeResults(results);
      if (options.mapping) {
        const text = `${JSON.stringify(mappingRead(read.files, known.file), undefined, 2)}\n`;
        await writeWhole(options.mapping, text, 'Name a file in a folder that can be written.');
      }
    }
  } finally {
    progress.end();
  }
  if (json) await streamJson(importJson({ ...report, written: dryRun ? [] : report.written }));
  else {
    const { lines, warnings } = importText(report);
    say(...lines);
    if (dryRun) await writeDiff(results);
    warn(...warnings);
  }
  if (isNothingRead(report)) process.exitCode = COULD_NOT;
  else if (report.skipped.some(({ isValue }) => !isValue)) process.exitCode ||= SOME_LEFT_OUT;
}

const sentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

/** The model in a folder; undefined where there is no such folder yet. */
async function modelIn(folder: string): Promise<Model | undefined> {
  if (!existsSync(folder)) return undefined;
  const [model] = await loadModels([folder], { judged: false });
  return model;
}

/** Names for new files: the wanted one, or numbered where a file has it. */
function fileNamer(folder: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let path = join(folder, `${name}.zones`);
    for (let number = 2; taken.has(path) || existsSync(path); number++) path = join(folder, `${name}-${number}.zones`);
    taken.add(path);
    return URI.file(path).toString();
  };
}

/** What `--mapping` says; nothing where the file is not there yet. */
async function knownMapping(
  path: string | undefined,
): Promise<{ readonly mapping: Mapping; readonly file?: MappingFile }> {
  if (path === undefined || !existsSync(path)) return { mapping: new Map() };
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(`Cannot read '${path}': ${reasonOf(error)}. Name a file that can be read.`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Failure(`'${path}' is no mapping: it is not JSON. Remove it, and the import writes it anew.`);
  }
  const read = readMapping(content);
  if ('fault' in read) throw new Failure(`'${path}' is no mapping: ${read.fault}.`);
  return { mapping: read.mapping, file: content as MappingFile };
}
