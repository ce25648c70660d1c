import { Command, Option } from 'commander';
import { plainText } from '../../core/diagram/drawing/markup.ts';
import { THEMES, type Theme } from '../../core/diagram/drawing/theme.ts';
import { type DiagramModel, eachZone } from '../../core/diagram/model/diagram-model.ts';
import { formatOfFile, PICTURE_FORMATS } from '../../core/export/formats.ts';
import { png, svg } from '../../core/export/picture.ts';
import { listAnd, listOr } from '../../core/text/words.ts';
import { diagramModelOf } from '../../editor/diagram.ts';
import { type ChosenSystem, chooseSystems } from '../chosen-systems.ts';
import { Failure } from '../failure.ts';
import { emptyFolders, loadModels, type Model, unreadFiles } from '../models.ts';
import { asOfOption, examples, PATHS } from '../options.ts';
import { type Png, sizeOf, toPng } from '../png.ts';
import { createProgress, say, warn } from '../terminal.ts';
import { wantedZone } from '../wanted-zone.ts';
import { writeWhole } from '../write-file.ts';

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
    .option('-o, --output <file>', `the ${ENDINGS} file to write (default: ${svg.title} on standard output)`)
    .option('--system <name>', 'the system to draw, where there are several')
    .option('--zone <path>', 'draw this zone alone, with the neighbours that its conduits lead to')
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(THEMES).default('light'))
    .addOption(
      new Option('--scale <n>', `size of a PNG: pixels for one of the picture (default: ${png.raster.usual})`).choices(
        png.raster.scales.map(({ scale }) => String(scale)),
      ),
    )
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
    .action(drawDiagram);
}

async function drawDiagram(paths: string[], options: Options): Promise<void> {
  const { output, system, zone, theme, scale, font, asOf } = options;
  const format = output === undefined ? svg : formatOfFile(output);
  if (!format) {
    const titles = listOr(PICTURE_FORMATS.map(({ title }) => title));
    throw new Failure(`Cannot write '${output}': a picture is ${titles}. Give a file name that ends in ${ENDINGS}.`);
  }
  const { raster } = format;
  if (!raster && (scale !== undefined || font.length > 0)) {
    throw new Failure(
      `${scale === undefined ? '--font' : '--scale'} is for PNG pictures; an SVG is sharp at every size and drawn ` +
        'with the fonts of its reader. Leave it out, or name a .png file with -o.',
    );
  }
  const models = await loadModels(paths, { asOf });
  const { model: chosen, plant } = choose(models, system);
  const model = diagramModelOf(chosen.workspace, plant.name);
  const how = { theme, zone: wantedZone(zonesIn(model), model.system.name, zone) };
  const refused = format.refused?.({ plant, model }, how);
  if (refused !== undefined) throw new Failure(refused);
  const text = format.write({ plant, model }, how);
  warn(...unreadFiles(models));
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const drawn = raster ? await drawPng(text, Number(scale ?? raster.usual), font) : { data: text, missing: [] };
  await writeWhole(output, drawn.data, 'Name a file in a folder that can be written.');
  if (drawn.missing.length > 0) throw new Failure(holesIn(text, output, drawn.missing));
  say(`Wrote ${output}`);
}

/** Pixels that are drawn in a millisecond, on a slow machine. */
const PIXELS_A_MILLISECOND = 5000;

async function drawPng(picture: string, scale: number, fonts: readonly string[]): Promise<Png> {
  const progress = createProgress(process.stderr);
  const [width, height] = sizeOf(picture);
  progress.step('Drawing …', (width * height * scale ** 2) / PIXELS_A_MILLISECOND);
  try {
    return await toPng(picture, { scale, fonts });
  } finally {
    progress.end();
  }
}

const ENDINGS = listOr(PICTURE_FORMATS.map(({ ending }) => `.${ending}`));

const addTo = (value: string, before: readonly string[]): string[] => [...before, value];

function zonesIn({ zones }: DiagramModel): string[] {
  const paths: string[] = [];
  eachZone(zones, ({ id }) => void paths.push(id));
  return paths;
}

/** How many characters, and how many of the texts that have them, are named. */
const NAMED = { characters: 5, texts: 3 };

/** What is said of a picture with holes: which characters are missing from it, and where. */
function holesIn(picture: string, output: string, missing: readonly string[]): string {
  const texts = [...new Set([...picture.matchAll(/>([^<>]+)<\/text>/g)].map(([, content]) => plainText(content!)))];
  const having = texts.filter((content) => missing.some((character) => content.includes(character)));
  const more = missing.length - NAMED.characters;
  const characters = `${missing.slice(0, NAMED.characters).join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
  const others = having.length - NAMED.texts;
  const quoted = having.slice(0, NAMED.texts).map((content) => `'${content}'`);
  const where = others > 0 ? `${quoted.join(', ')} and ${others} more` : listAnd(quoted);
  return (
    `'${output}' has holes: no font at hand has ${characters}, which stand in ${where}. ` +
    'Name a font that has them with --font, or write an .svg.'
  );
}

/** The system to draw: the named one, or the only one. */
function choose(models: readonly Model[], wanted: string | undefined): ChosenSystem {
  const found = chooseSystems(models, wanted);
  const [only, ...others] = found;
  if (!only) {
    throw new Failure(`${emptyFolders(models).join(' ')} Name a folder with a model, or make one with 'zones init'.`);
  }
  if (others.length === 0) return only;
  const names = [...new Set(found.map(({ plant }) => plant.name))].sort();
  throw new Failure(
    wanted === undefined
      ? `A picture shows one system, and there are several systems here: ${listAnd(names)}. Choose one with --system.`
      : `A picture shows one system, and there are several folders with a system '${wanted}'. Name one of the folders.`,
  );
}
