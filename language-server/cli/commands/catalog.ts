import { Command } from 'commander';
import { catalogReport } from '../../core/report/catalog.ts';
import { writeJson } from '../../core/text/json.ts';
import { catalogTable } from '../formats/catalog.ts';
import { loadModels } from '../models.ts';
import { examples, formatOption, PATHS } from '../options.ts';
import { paintFor } from '../terminal.ts';

const FORMATS = ['table', 'json'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
}

/** `zones catalog`: what there is to name in a model. */
export function catalogCommand(): Command {
  return new Command('catalog')
    .description(
      'List the requirements, asset types, protocols and reference models: built in, and those of the models.',
    )
    .argument(...PATHS)
    .addOption(formatOption(...FORMATS))
    .addHelpText(
      'after',
      examples(
        ['zones catalog', 'everything, in tables'],
        ['zones catalog --format json > catalog.json', 'everything, with guidance and mappings'],
        ['zones catalog plant', "with the plant's own catalogues and types"],
      ),
    )
    .action(async (paths: string[], { format }: Options) => {
      const models = await loadModels(paths, { judged: false });
      const { workspace } = models[0]!;
      const library = [...workspace.store.entries()].filter((entry) => entry.library);
      const own = models.flatMap(({ files }) => files.flatMap(({ file }) => file.entries));
      const report = catalogReport(workspace.store.query(), [...library, ...own]);
      const written = format === 'json' ? writeJson(report) : catalogTable(report, paintFor(process.stdout));
      process.stdout.write(written);
    });
}
