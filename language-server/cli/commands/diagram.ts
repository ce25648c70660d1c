import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { toSvg } from '../../core/diagram/svg.ts';
import { THEMES, type Theme } from '../../core/diagram/theme.ts';
import { closest } from '../../core/text/closest.ts';
import { listAnd } from '../../core/text/words.ts';
import { diagramModelOf } from '../../lsp/diagram.ts';
import { Failure, reasonOf } from '../failure.ts';
import { emptyFolders, loadModels, type Model, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';

interface Options {
  readonly output?: string;
  readonly system?: string;
  readonly theme: Theme;
  readonly asOf?: string;
}

/** `zones diagram`: the zone picture of a system as SVG. */
export function diagramCommand(): Command {
  return new Command('diagram')
    .description('Draw the zones and conduits of a system, the same picture as the preview of the editor.')
    .argument(...PATHS)
    .option('-o, --output <file>', 'the .svg file to write (default: standard output)')
    .option('--system <name>', 'the system to draw, where there are several')
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(THEMES).default('light'))
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones diagram -o plant.svg', 'the system in the current folder'],
        ['zones diagram plants --system riverside -o riverside.svg', 'one of several systems'],
        ['zones diagram --theme dark plant > plant.svg', 'for a dark page'],
      ),
    )
    .action(async (paths: string[], { output, system, theme, asOf }: Options) => {
      if (output !== undefined && !output.endsWith('.svg')) {
        throw new Failure(`Cannot write '${output}': the picture is an SVG. Give a file name that ends in .svg.`);
      }
      const models = await loadModels(paths, { asOf });
      const chosen = choose(models, system);
      const svg = toSvg(diagramModelOf(chosen.model.workspace, chosen.system), { theme });
      if (output === undefined) process.stdout.write(svg);
      else {
        await writeFile(output, svg).catch((error: unknown) => {
          throw new Failure(
            `Cannot write '${output}': ${reasonOf(error)}. Name a file in a folder that can be written.`,
          );
        });
        process.stdout.write(`Wrote ${output}\n`);
      }
      const notes = unreadFiles(models);
      if (notes.length > 0) process.stderr.write(`${notes.join('\n')}\n`);
    });
}

interface Choice {
  readonly model: Model;
  readonly system: string;
}

/** The system to draw: the named one, or the only one. */
function choose(models: readonly Model[], wanted: string | undefined): Choice {
  const choices = models.flatMap((model): Choice[] =>
    [...new Set(model.files.map(({ file }) => file.system))].map((system) => ({ model, system })),
  );
  const names = [...new Set(choices.map(({ system }) => system))].sort();
  if (names.length === 0) {
    throw new Failure(`${emptyFolders(models).join(' ')} Name a folder with a model, or make one with 'zones init'.`);
  }
  const found = wanted === undefined ? choices : choices.filter(({ system }) => system === wanted);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const where = wanted === undefined ? `systems here: ${listAnd(names)}` : `folders with a system '${wanted}'`;
    const mend = wanted === undefined ? 'Choose one with --system' : 'Name one of the folders';
    throw new Failure(`A picture shows one system, and there are several ${where}. ${mend}.`);
  }
  const near = closest(wanted ?? '', names);
  throw new Failure(
    `There is no system '${wanted}'${near ? `; did you mean '${near}'?` : '.'} The models have ${listAnd(names)}.`,
  );
}
