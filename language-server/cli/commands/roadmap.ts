import { Command } from 'commander';
import { roadmap } from '../../core/report/roadmap.ts';
import { writeJson } from '../../core/text/json.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { roadmapTable } from '../formats/roadmap.ts';
import { emptyFolders, loadModels, unreadFiles } from '../models.ts';
import { asOfOption, examples, formatOption, PATHS } from '../options.ts';
import { paintFor, warn } from '../terminal.ts';

const FORMATS = ['table', 'json'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
  readonly asOf?: string;
}

/** `zones roadmap`: how the posture goes on if every plan is kept. */
export function roadmapCommand(): Command {
  return new Command('roadmap')
    .description('List the days at which the posture changes if every plan is kept, and what ends meanwhile.')
    .argument(...PATHS)
    .addOption(formatOption(...FORMATS))
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones roadmap', 'day by day from today on, for each system in the current folder'],
        ['zones roadmap --as-of 2027-01-01 plant', 'from the first of January on'],
        ['zones roadmap --format json plant', 'for programs'],
      ),
    )
    .action(async (paths: string[], { format, asOf }: Options) => {
      const today = asOf ?? nodeRuntime.today();
      const models = await loadModels(paths, { asOf: today, judged: false });
      const systems = models.flatMap(({ workspace, files }) =>
        roadmap(
          today,
          workspace.store.queryOn,
          files.flatMap(({ file }) => file.entries),
        ),
      );
      process.stdout.write(
        format === 'json'
          ? writeJson({ systems: systems.map(({ name, steps }) => ({ name, steps })) })
          : roadmapTable(systems, nodeRuntime.today(), paintFor(process.stdout)),
      );
      warn(...emptyFolders(models), ...unreadFiles(models));
    });
}
