import { extname } from 'node:path';
import { Command } from 'commander';
import { systems } from '../../core/plant/index.ts';
import type { PlantSystem } from '../../core/plant/plant.ts';
import { type CrsDocument, crsDocument } from '../../core/report/crs/document.ts';
import { closest } from '../../core/text/closest.ts';
import { listAnd } from '../../core/text/words.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { reportOf } from '../check-report.ts';
import { Failure } from '../failure.ts';
import { writeJson } from '../formats/json.ts';
import { emptyFolders, loadModels, type Model, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';
import { say, warn } from '../terminal.ts';
import { wantedZone } from '../wanted-zone.ts';
import { writeWhole } from '../write-file.ts';

/** What the document is written as, by the ending of the file's name. */
const FORMATS: Readonly<Record<string, (systems: readonly CrsDocument[]) => string>> = {
  '.json': (systems) => writeJson({ systems }),
};

const ENDINGS = listAnd(Object.keys(FORMATS));

interface Options {
  readonly output?: string;
  readonly system?: string;
  readonly zone?: string;
  readonly asOf?: string;
}

/** `zones report`: the cybersecurity requirements specification of IEC 62443-3-2. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'Write the cybersecurity requirements specification of IEC 62443-3-2: what the model says, chapter by chapter, and what it lacks.',
    )
    .argument(...PATHS)
    .option('-o, --output <file>', `the ${ENDINGS} file to write (default: JSON on standard output)`)
    .option('--system <name>', 'the system to write of, where there are several')
    .option('--zone <path>', 'write of this zone alone, with those in it and its conduits')
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones report -o crs.json', 'each system in the current folder, for programs'],
        ['zones report plant --zone control -o control.json', 'one zone and what is in it'],
        ['zones report plant --as-of 2027-12-31 -o crs.json', 'how the plant stands if nothing is done until then'],
      ),
    )
    .action(writeReport);
}

async function writeReport(paths: string[], { output, system, zone, asOf }: Options): Promise<void> {
  const format = FORMATS[output === undefined ? '.json' : extname(output).toLowerCase()];
  if (!format) throw new Failure(`Cannot write '${output}': give a file name that ends in ${ENDINGS}.`);
  const today = asOf ?? nodeRuntime.today();
  const models = await loadModels(paths, { asOf: today });
  const chosen = choose(models, system);
  const documents = chosen.map(({ model, plant }) => documentOf(model, plant, today, zone));
  const text = format(documents);
  warn(...emptyFolders(models), ...unreadFiles(models));
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeWhole(output, text, 'Name a file in a folder that can be written.');
  say(`Wrote ${output}`);
}

function documentOf(model: Model, plant: PlantSystem, asOf: string, zone: string | undefined): CrsDocument {
  const findings = reportOf([model], true).findings.filter(({ system }) => system === plant.name);
  const paths = plant.zones.map(({ path }) => path);
  const query = model.workspace.store.query();
  return crsDocument(plant, { query, asOf, findings }, wantedZone(paths, plant.name, zone));
}

interface Chosen {
  readonly model: Model;
  readonly plant: PlantSystem;
}

/** The named system, or all that the files belong to, by name. */
function choose(models: readonly Model[], wanted: string | undefined): Chosen[] {
  const all = models.flatMap((model): Chosen[] => {
    const named = new Set(model.files.map(({ file }) => file.system));
    return systems(model.workspace.store.query()).flatMap((plant) => (named.has(plant.name) ? [{ model, plant }] : []));
  });
  const found = wanted === undefined ? all : all.filter(({ plant }) => plant.name === wanted);
  if (wanted === undefined || found.length > 0) return found;
  const names = [...new Set(all.map(({ plant }) => plant.name))];
  if (names.length === 0) throw new Failure(`There is no system '${wanted}', and no other one.`);
  const near = closest(wanted, names);
  throw new Failure(
    near
      ? `There is no system '${wanted}'; did you mean '${near}'? The models have ${listAnd(names)}.`
      : `There is no system '${wanted}'. The models have ${listAnd(names)}.`,
  );
}
