import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { THEMES, type Theme } from '../../core/diagram/drawing/theme.ts';
import { missingFromFont } from '../../core/diagram/files/png-font.ts';
import { toSvg } from '../../core/diagram/files/svg.ts';
import { type DiagramModel, eachZone } from '../../core/diagram/model/diagram-model.ts';
import { START_VIEW, type ViewState } from '../../core/diagram/model/visible.ts';
import { pictureOfZone } from '../../core/diagram/model/zone-picture.ts';
import { closest } from '../../core/text/closest.ts';
import { listAnd } from '../../core/text/words.ts';
import { diagramModelOf } from '../../editor/diagram.ts';
import { Failure, reasonOf } from '../failure.ts';
import { emptyFolders, loadModels, type Model, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';
import { sizeOf, toPng } from '../png.ts';
import { createProgress } from '../terminal.ts';

interface Options {
  readonly output?: string;
  readonly system?: string;
  readonly zone?: string;
  readonly theme: Theme;
  readonly scale?: string;
  readonly font: readonly string[];
  readonly asOf?: string;
}

/** `zones diagram`: the zone picture of a system, or of one of its zones, as SVG or PNG. */
export function diagramCommand(): Command {
  return new Command('diagram')
    .description('Draw the zones and conduits of a system, the same picture as the preview of the editor.')
    .argument(...PATHS)
    .option('-o, --output <file>', 'the .svg or .png file to write (default: SVG on standard output)')
    .option('--system <name>', 'the system to draw, where there are several')
    .option('--zone <path>', 'draw this zone alone, with the neighbours that its conduits lead to')
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(THEMES).default('light'))
    .addOption(new Option('--scale <n>', 'size of a PNG: pixels for one of the picture (default: 2)').choices(SCALES))
    .option('--font <file>', 'a font for what a PNG has in other scripts; may be repeated', addTo, [])
    .addOption(asOfOption())
    .addHelpText(
      'after',
      examples(
        ['zones diagram -o plant.svg', 'the system in the current folder'],
        ['zones diagram -o plant.png --scale 3', 'for a poster'],
        ['zones diagram -o control.svg --zone control', 'one zone and its neighbours'],
        ['zones diagram plants --system riverside -o riverside.svg', 'one of several systems'],
        ['zones diagram --theme dark plant > plant.svg', 'for a dark page'],
      ),
    )
    .action(async (paths: string[], { output, system, zone, theme, scale, font, asOf }: Options) => {
      const isPng = output?.toLowerCase().endsWith('.png') ?? false;
      if (output !== undefined && !isPng && !output.toLowerCase().endsWith('.svg')) {
        throw new Failure(
          `Cannot write '${output}': a picture is SVG or PNG. Give a file name that ends in .svg or .png.`,
        );
      }
      if (!isPng && (scale !== undefined || font.length > 0)) {
        throw new Failure(
          `${scale === undefined ? '--font' : '--scale'} is for PNG pictures; an SVG is sharp at every size and drawn ` +
            'with the fonts of its reader. Leave it out, or name a .png file with -o.',
        );
      }
      const models = await loadModels(paths, { asOf });
      const chosen = choose(models, system);
      const { model, view } = zonePicture(diagramModelOf(chosen.model.workspace, chosen.system), zone);
      const svg = toSvg(model, { theme, view });
      if (output === undefined) process.stdout.write(svg);
      else {
        const data = isPng ? await drawPng(svg, Number(scale ?? 2), font) : svg;
        await writeFile(output, data).catch((error: unknown) => {
          throw new Failure(
            `Cannot write '${output}': ${reasonOf(error)}. Name a file in a folder that can be written.`,
          );
        });
        process.stdout.write(`Wrote ${output}\n`);
      }
      const notes = unreadFiles(models);
      if (isPng && font.length === 0) notes.push(...fontNotes(svg));
      if (notes.length > 0) process.stderr.write(`${notes.join('\n')}\n`);
    });
}

/** Pixels that are drawn in a millisecond, on a slow machine. */
const PIXELS_A_MILLISECOND = 5000;

async function drawPng(svg: string, scale: number, fonts: readonly string[]): Promise<Uint8Array> {
  const progress = createProgress(process.stderr);
  const [width, height] = sizeOf(svg);
  progress.step('Drawing …', (width * height * scale ** 2) / PIXELS_A_MILLISECOND);
  try {
    return await toPng(svg, { scale, fonts });
  } finally {
    progress.end();
  }
}

const SCALES = ['1', '2', '3'];

const addTo = (value: string, before: readonly string[]): string[] => [...before, value];

/** The whole picture, or that of the zone with a path; what is last in a path will do where only one zone has it. */
function zonePicture(model: DiagramModel, wanted: string | undefined): { model: DiagramModel; view: ViewState } {
  if (wanted === undefined) return { model, view: START_VIEW };
  const paths: string[] = [];
  eachZone(model.zones, ({ id }) => void paths.push(id));
  const found = paths.includes(wanted) ? [wanted] : paths.filter((path) => path.endsWith(`.${wanted}`));
  if (found.length > 1) {
    throw new Failure(`Several zones are named '${wanted}': ${listAnd(found)}. Give the path of one.`);
  }
  const picture = found[0] === undefined ? undefined : pictureOfZone(model, found[0], START_VIEW);
  if (picture) return picture;
  const near = closest(wanted, paths);
  throw new Failure(
    `There is no zone '${wanted}' in '${model.system.name}'${near ? `; did you mean '${near}'?` : '.'} ` +
      (paths.length > 0 ? `Give the path of a zone, such as ${paths.at(-1)}.` : 'It has no zones yet.'),
  );
}

/** What is said of characters that no font at hand has: they would be missing from the picture without a word. */
function fontNotes(svg: string): string[] {
  const missing = missingFromFont(svg.replace(/<[^>]*>/g, ''));
  if (missing.length === 0) return [];
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return [
    `The picture lacks characters that its font does not have: ${missing.slice(0, 5).join(' ')}${more}. ` +
      'Name a font that has them with --font, or write an .svg.',
  ];
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
