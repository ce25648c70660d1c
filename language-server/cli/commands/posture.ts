import { Command } from 'commander';
import { postureReport } from '../../core/report/posture.ts';
import { writeJson } from '../../core/text/json.ts';
import { postureCsv, postureTable } from '../formats/posture.ts';
import { emptyFolders, loadModels, unreadFiles } from '../models.ts';
import { asOfOption, examples, formatOption, PATHS } from '../options.ts';
import { paintFor, warn } from '../terminal.ts';

const FORMATS = ['table', 'json', 'csv'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
  readonly asOf?: string;
}

/** `zones posture`: how each zone and conduit stands. */
export function postureCommand(): Command {
  return new Command('posture')
    .description('List SL-T, SL-A, SL-C and gap of every zone and conduit, with what is met, planned and accepted.')
    .argument(...PATHS)
    .addOption(formatOption(...FORMATS))
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones posture', 'a table for each system in the current folder'],
        ['zones posture --format csv plant > posture.csv', 'for a spreadsheet'],
        ['zones posture --format json --as-of 2027-12-31', 'how the plant stands if nothing is done until then'],
      ),
    )
    .action(async (paths: string[], { format, asOf }: Options) => {
      const models = await loadModels(paths, { asOf, judged: false });
      const systems = models.flatMap(({ workspace, files }) =>
        postureReport(
          workspace.store.query(),
          files.flatMap(({ file }) => file.entries),
        ),
      );
      const written = {
        table: () => postureTable(systems, paintFor(process.stdout)),
        json: () => writeJson({ systems }),
        csv: () => postureCsv(systems),
      }[format]();
      process.stdout.write(written);
      warn(...emptyFolders(models), ...unreadFiles(models));
    });
}
