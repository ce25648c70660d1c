import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { PlantSystem } from '../../core/plant/plant.ts';
import type { Line } from '../../core/report/crs/chapter.ts';
import { writeHtml } from '../../core/report/writers/html.ts';
import { writeMarkdown } from '../../core/report/writers/markdown.ts';
import { crsOf, documentOf, type ReportScope } from '../../editor/report.ts';
import type { Model } from '../models.ts';
import { writeJson } from './json.ts';

/** A system that a report is written of. */
export interface Reported {
  readonly model: Model;
  readonly plant: PlantSystem;
  readonly zone?: string;
}

/** A report as files: the one that was asked for, and those that it names, by their paths beside it. */
export interface ReportFiles {
  readonly data: string | Uint8Array;
  readonly beside: ReadonlyMap<string, string>;
}

interface ReportFormat {
  readonly ending: string;
  /** @param output the path of the file; undefined for standard output, which has nothing beside it */
  write(systems: readonly Reported[], output: string | undefined): ReportFiles | Promise<ReportFiles>;
}

const alone = (data: string | Uint8Array): ReportFiles => ({ data, beside: new Map() });

/** What a report can be written as, by the ending of the file's name. */
export const REPORT_FORMATS = {
  json: {
    ending: '.json',
    write: (systems) =>
      alone(writeJson({ systems: systems.map((each) => crsOf(each.model.workspace, scopeOf(each, systems))) })),
  },
  html: { ending: '.html', write: (systems) => alone(writeHtml(documentsOf(systems), textsOf(systems))) },
  md: { ending: '.md', write: markdown },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof REPORT_FORMATS;

const documentsOf = (systems: readonly Reported[]) =>
  systems.map((each) => documentOf(each.model.workspace, scopeOf(each, systems)));

function scopeOf({ model, plant, zone }: Reported, systems: readonly Reported[]): ReportScope {
  const names = fileNames(systems);
  return { system: plant.name, zone, nameOf: (uri) => names.get(model)?.get(uri) ?? uri };
}

/**
 * How the files of the models are named in a report: by their paths in the folder of the model, wherever the command is
 * run; where there are several folders, with the folder.
 */
function fileNames(systems: readonly Reported[]): ReadonlyMap<Model, ReadonlyMap<string, string>> {
  const models = new Set(systems.map(({ model }) => model));
  return new Map(
    [...models].map((model) => {
      const nameOf = (path: string) =>
        models.size > 1 ? path : relative(resolve(model.folder), resolve(path)).split(sep).join(posix.sep);
      return [model, new Map(model.files.map(({ path, file }) => [file.uri, nameOf(path)]))];
    }),
  );
}

/** The text of the files of all systems, by their names. */
function textsOf(systems: readonly Reported[]): ReadonlyMap<string, string> {
  const names = fileNames(systems);
  const wanted = new Set(systems.map(({ plant }) => plant.name));
  return new Map(
    [...names].flatMap(([{ files }, named]) =>
      files.flatMap(({ file }) =>
        file.entries.some(({ system }) => wanted.has(system))
          ? [[named.get(file.uri) ?? file.uri, file.source.text] as const]
          : [],
      ),
    ),
  );
}

function markdown(systems: readonly Reported[], output: string | undefined): ReportFiles {
  const names = fileNames(systems);
  const paths = new Map(
    [...names].flatMap(([{ files }, named]) =>
      files.map(({ path, file }) => [named.get(file.uri) ?? file.uri, path] as const),
    ),
  );
  const from = output === undefined ? process.cwd() : dirname(resolve(output));
  const address = (path: string) => encodeURI(relative(from, resolve(path)).split(sep).join(posix.sep));
  const folder = output === undefined ? undefined : `${basename(output, '.md')}-pictures`;
  const { text, pictures } = writeMarkdown(documentsOf(systems), {
    picture: folder === undefined ? undefined : (number) => encodeURI(`${folder}/figure-${number}.svg`),
    line: ({ file, line }: Line) => `${address(paths.get(file) ?? file)}#L${line + 1}`,
  });
  const beside = [...pictures].map(([name, svg]) => [join(from, decodeURI(name)), svg] as const);
  return { data: text, beside: new Map(beside) };
}
