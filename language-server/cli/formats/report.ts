import { basename, dirname, extname, posix, relative, resolve, sep } from 'node:path';
import type { MarkdownLinks } from '../../core/report/writers/markdown.ts';
import type { Reported } from '../../editor/report-formats.ts';
import type { ChosenSystem } from '../chosen-systems.ts';

/** A system that a report is written of, and the zone alone that it is limited to. */
export interface Chosen extends ChosenSystem {
  readonly zone?: string;
}

/**
 * What the report is made of. The files of a model are named by their paths in its folder, wherever the command is run;
 * where there are several folders, by those from the current one.
 */
export function reportedOf(chosen: readonly Chosen[]): Reported[] {
  const nameOf = fileNames(chosen);
  return chosen.map(({ model: { workspace }, plant: { name }, zone }) => ({ workspace, system: name, zone, nameOf }));
}

/** What the files of models are called in what is written of them, by their URIs. */
export function fileNames(chosen: readonly ChosenSystem[]): (uri: string) => string {
  const isOne = new Set(chosen.map(({ model }) => model)).size === 1;
  const names = namesOf(chosen, isOne);
  return (uri) => names.get(uri)?.name ?? uri;
}

/** By its URI: the path of a file from the current folder, and its name in a report. */
function namesOf(chosen: readonly ChosenSystem[], isOne: boolean): ReadonlyMap<string, { path: string; name: string }> {
  const files = chosen.flatMap(({ model }) => model.files.map((each) => ({ ...each, folder: model.folder })));
  return new Map(
    files.map(({ path, file, folder }) => [file.uri, { path, name: isOne ? pathFrom(folder, path) : path }] as const),
  );
}

/** How a report in a file names those beside it, and the lines of the model on a forge. */
export function linksOf(chosen: readonly Chosen[], output: string | undefined): MarkdownLinks {
  const isOne = new Set(chosen.map(({ model }) => model)).size === 1;
  const paths = new Map([...namesOf(chosen, isOne).values()].map(({ name, path }) => [name, path]));
  const from = output === undefined ? '.' : dirname(output);
  return {
    ...(output !== undefined && {
      picture: (number) => encodeURI(`${basename(output, extname(output))}-pictures/figure-${number}.svg`),
    }),
    line: ({ file, line }) => `${encodeURI(pathFrom(from, paths.get(file) ?? file))}#L${line + 1}`,
  };
}

const pathFrom = (folder: string, path: string): string =>
  relative(resolve(folder), resolve(path)).split(sep).join(posix.sep);
