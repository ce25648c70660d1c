import { mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { Command, Option } from 'commander';
import { countOf, listOr } from '../../core/text/words.ts';
import { REPORT_FORMAT_NAMES, REPORT_FORMATS, type ReportFormatName } from '../../editor/report-formats.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { chooseSystems } from '../chosen-systems.ts';
import { Failure } from '../failure.ts';
import { type Chosen, linksOf, reportedOf } from '../formats/report.ts';
import { emptyFolders, loadModels, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';
import { say, warn } from '../terminal.ts';
import { wantedZone } from '../wanted-zone.ts';
import { writeAllWhole } from '../write-file.ts';

const ENDINGS = listOr(REPORT_FORMAT_NAMES.map((name) => `.${name}`));

interface Options {
  readonly output?: string;
  readonly format?: ReportFormatName;
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
    .option('-o, --output <file>', `the ${ENDINGS} file to write (default: standard output)`)
    .addOption(
      new Option(
        '--format <format>',
        "what to write it as (default: by the ending of the file's name, else json)",
      ).choices(REPORT_FORMAT_NAMES),
    )
    .option('--system <name>', 'the system to write of, where there are several')
    .option('--zone <path>', 'write of this zone alone, with those in it and its conduits')
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones report -o crs.html', 'each system in the current folder, to be read and printed'],
        ['zones report -o crs.docx', 'to be edited, printed and signed'],
        ['zones report -o crs.md', 'for a forge; the pictures go into a folder beside it'],
        ['zones report -o crs.json', 'for programs'],
        ['zones report plant --zone control -o control.html', 'one zone and what is in it'],
        ['zones report plant --as-of 2027-12-31 -o crs.html', 'how the plant stands if nothing is done until then'],
      ),
    )
    .action(writeReport);
}

async function writeReport(paths: string[], { output, format, system, zone, asOf }: Options): Promise<void> {
  const name = format ?? formatOf(output);
  const { write, isBinary } = REPORT_FORMATS[name];
  if (isBinary && output === undefined) {
    throw new Failure(`No terminal can show a .${name} file: name the file to write with -o.`);
  }
  const today = asOf ?? nodeRuntime.today();
  const models = await loadModels(paths, { asOf: today });
  const chosen = chooseSystems(models, system).map(({ model, plant }): Chosen => {
    const paths = plant.zones.map(({ path }) => path);
    const path = wantedZone(paths, plant.name, zone);
    if (plant.zones.some((each) => each.external && each.path === path)) {
      throw new Failure(
        `Zone '${path}' lies outside the system under consideration, so nothing is required of it: give the path of a zone inside.`,
      );
    }
    return { model, plant, zone: path };
  });
  const { data, beside } = await write(reportedOf(chosen), linksOf(chosen, output), nodeRuntime.documents);
  warn(...emptyFolders(models), ...unreadFiles(models));
  if (output === undefined) {
    process.stdout.write(data);
    return;
  }
  const pictures = [...beside].map(([address, content]) => ({
    path: join(dirname(output), decodeURI(address)),
    data: () => content,
    mend: MEND,
  }));
  for (const { path } of pictures) await mkdir(dirname(path), { recursive: true }).catch(() => {});
  await writeAllWhole([...pictures, { path: output, data: () => data, mend: MEND }]);
  say(beside.size > 0 ? `Wrote ${output} and ${countOf(beside.size, 'picture')} beside it` : `Wrote ${output}`);
}

const MEND = 'Name a file in a folder that can be written.';

/** By the ending of the file's name. */
function formatOf(output: string | undefined): ReportFormatName {
  if (output === undefined) return 'json';
  const ending = extname(output).toLowerCase();
  const found = REPORT_FORMAT_NAMES.find((name) => ending === `.${name}`);
  if (!found) throw new Failure(`Cannot write '${output}': give a file name that ends in ${ENDINGS}.`);
  return found;
}
