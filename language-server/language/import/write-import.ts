import type { Fill, ImportPlan } from '../../core/exchange/plan.ts';
import type { PlantAsset, PlantSystem } from '../../core/plant/plant.ts';
import { membersInOrder } from '../edits/members.ts';
import { type FileReplacement, spanOf } from '../edits/source.ts';
import { MAX_FILE } from '../parser/split.ts';
import { newLineOf } from '../source-file.ts';
import { lineStart } from '../syntax/white-space.ts';
import { isBroken, type Workspace } from '../workspace.ts';
import { assetText, contentsOf, createWriter, type NameOf } from './element-text.ts';

/** What an import does to the files of a folder. */
export interface ImportEdits {
  /** Replacements in files that are there, in the order in which they apply. */
  readonly changed: ReadonlyMap<string, readonly FileReplacement[]>;
  /** Files that are made, with their texts; each text is worked out when it is asked for. */
  readonly created: readonly { readonly uri: string; text(): string }[];
  /** Files that would have to be changed, but have syntax errors. */
  readonly broken: readonly string[];
}

export interface WriteOptions {
  readonly workspace: Workspace;
  readonly plant: PlantSystem;
  /** The URI of a file that is not there yet, by the name that it should have. */
  fileFor(name: string): string;
}

/** Turns a plan into text: new members in the files of their zones, new zones behind the others, or in new files. */
export function writeImport(plan: ImportPlan, { workspace, plant, fileFor }: WriteOptions): ImportEdits {
  const contentOf = contentsOf(plan);
  const writer = createWriter(plan, contentOf, createNames(plan, plant));
  const changed = new Map<string, FileReplacement[]>();
  const change = (...replacements: readonly FileReplacement[]) => {
    for (const replacement of replacements) {
      const known = changed.get(replacement.uri);
      if (known) known.push(replacement);
      else changed.set(replacement.uri, [replacement]);
    }
  };

  for (const [element, fills] of byElement(plan.fills)) {
    const members: string[] = [];
    for (const { property, text } of fills) {
      const { declared, entry } = element;
      if (property === 'title' || property === 'type') {
        const at = property === 'title' ? declared.name.at : 'type' in declared ? declared.type?.at : undefined;
        if (at === undefined) continue;
        const [start, end] = spanOf(workspace, entry, at);
        change({
          uri: entry.file,
          start: property === 'title' ? end : start,
          end,
          text: property === 'title' ? ` ${text}` : text,
        });
      } else members.push(text);
    }
    if (members.length > 0 && element.sort === 'asset')
      change(...(onItsLine(workspace, element, members) ?? membersInOrder(workspace, element, { end: members })));
  }
  const filled = new Map(byElement(plan.fills.filter(({ property }) => property !== 'title')));
  for (const home of [...plant.zones, ...plant.conduits]) {
    const { assets, zones, conduits, flows } = contentOf(home);
    const start = filled.get(home)?.map(({ text }) => text) ?? [];
    if (assets.length + zones.length + conduits.length + flows.length + start.length === 0) continue;
    const depth = home.sort === 'zone' ? home.path.split('.').length : 1;
    change(
      ...membersInOrder(workspace, home, {
        start,
        assets: assets.map((index) => assetText(plan.assets.at(index), depth)),
        end: [
          ...zones.map((zone) => writer.zone(zone, depth)),
          ...conduits.map((conduit) => writer.conduit(conduit, depth)),
          ...flows.map((flow) => writer.flow(flow, depth)),
        ],
      }),
    );
  }

  const sizeOf = (home: object): number =>
    contentOf(home).assets.reduce((sum, index) => sum + plan.assets.sizeOf(index), 0) +
    contentOf(home).zones.reduce((sum, zone) => sum + sizeOf(zone), 0);
  const top: Declaration[] = [
    ...plan.zones
      .filter(({ parent }) => !parent)
      .map((zone) => ({ size: sizeOf(zone), text: () => writer.zone(zone, 0) })),
    ...plan.conduits
      .filter(({ parent }) => !parent)
      .map((conduit) => ({ size: sizeOf(conduit), text: () => writer.conduit(conduit, 0) })),
  ];
  const host = top.length > 0 ? hostOf(workspace, plant) : undefined;
  const room = MOST_IN_ONE_FILE - (host === undefined ? 0 : workspace.files.get(host)!.source.text.length);
  const [first = [], ...others] = packed(top, room);
  if (host !== undefined && first.length > 0)
    change(
      atEnd(
        workspace,
        host,
        first.map(({ text }) => text()),
      ),
    );
  const own = (host === undefined ? [first, ...others] : others).filter((declarations) => declarations.length > 0);
  const created = own.map((declarations) => ({
    uri: fileFor(plan.system),
    text: () => `${[`system ${plan.system}`, ...declarations.map(({ text }) => text())].join('\n\n')}\n`,
  }));
  const broken = [...changed.keys()].filter((uri) => isBroken(workspace.files.get(uri)!));
  return { changed, created, broken };
}

/** A top-level declaration that is to be written, and about how long it will be. */
interface Declaration {
  readonly size: number;
  text(): string;
}

/** How long a file gets by new declarations, in UTF-16 units: well below what is read. */
const MOST_IN_ONE_FILE = (MAX_FILE * 3) / 4;

/** Declarations file by file; the first file has so much room, and may get none. */
function packed(declarations: readonly Declaration[], room: number): Declaration[][] {
  const files: Declaration[][] = [[]];
  let left = room;
  for (const declaration of declarations) {
    if (declaration.size > left && (files.at(-1)!.length > 0 || (files.length === 1 && room < MOST_IN_ONE_FILE))) {
      files.push([]);
      left = MOST_IN_ONE_FILE;
    }
    files.at(-1)!.push(declaration);
    left -= declaration.size;
  }
  return files;
}

/** Properties of an asset that is written on one line, where it still fits on it. */
function onItsLine(workspace: Workspace, asset: PlantAsset, members: readonly string[]): FileReplacement[] | undefined {
  const { file: uri } = asset.entry;
  const { text: source } = workspace.files.get(uri)!.source;
  const [start, end] = spanOf(workspace, asset.entry, asset.at);
  const text = source.slice(start, end);
  const block = /^((?:[^"{]|"(?:[^"\\]|\\.)*")*\{)?(.*?)\s*\}?$/s.exec(text)!;
  const added = members.join('  ');
  const column = start - lineStart(source, start);
  if (/[\r\n]/.test(text) || column + text.length + added.length + 4 > LINE) return undefined;
  if (block[1] === undefined) return [{ uri, start: end, end, text: ` { ${added} }` }];
  const isEmpty = block[2]!.trim() === '';
  const at = start + block[1].length + block[2]!.length;
  return [{ uri, start: at, end, text: `${isEmpty ? ' ' : '  '}${added} }` }];
}

/** As wide as the formatter lets a block be that stands on one line. */
const LINE = 100;

function byElement(fills: readonly Fill[]): [Fill['element'], Fill[]][] {
  const known = new Map<Fill['element'], Fill[]>();
  for (const fill of fills) {
    if (fill.text === '') continue;
    known.set(fill.element, [...(known.get(fill.element) ?? []), fill]);
  }
  return [...known];
}

/** The file that new zones go to: that of the system's settings, else the one with most zones. */
function hostOf(workspace: Workspace, plant: PlantSystem): string | undefined {
  if (plant.settings) return plant.settings.entry.file;
  const counts = new Map<string, number>();
  for (const { entry, zones } of plant.units) counts.set(entry.file, (counts.get(entry.file) ?? 0) + 1 + zones.length);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    most?.[0] ??
    [...workspace.files.values()].find(({ system, entries }) => system === plant.name && entries.length > 0)?.uri
  );
}

/** Declarations behind all that is in a file. */
function atEnd(workspace: Workspace, uri: string, declarations: readonly string[]): FileReplacement {
  const { text } = workspace.files.get(uri)!.source;
  const newLine = newLineOf(text);
  const end = text.trimEnd().length;
  const added = declarations.join('\n\n').replaceAll('\n', newLine);
  const gap = end === 0 ? '' : newLine + newLine;
  return { uri, start: end, end: text.length, text: `${gap}${added}${newLine}` };
}

/**
 * How elements are named where they are referred to: by their last name where only one has it, else by their path; from
 * the system on where the end of another path is the same, since what stands nearer would be meant.
 */
function createNames(plan: ImportPlan, plant: PlantSystem): NameOf {
  const all = [plant.zones, plant.assets, plan.zones, plan.assets, plan.conduits, plant.conduits];
  let counts: Map<string, number> | undefined;
  let endings: Set<string> | undefined;
  const last = (path: string) => path.slice(path.lastIndexOf('.') + 1);
  const count = (): Map<string, number> => {
    const known = new Map<string, number>();
    for (const elements of all) for (const { name } of elements) known.set(name, (known.get(name) ?? 0) + 1);
    return known;
  };
  /** All that stands behind a dot in some path, but last names. */
  const endingsOf = (): Set<string> => {
    const known = new Set<string>();
    for (const elements of all) {
      for (const { path } of elements) {
        for (let dot = path.indexOf('.'); dot !== path.lastIndexOf('.'); dot = path.indexOf('.', dot + 1))
          known.add(path.slice(dot + 1));
      }
    }
    return known;
  };
  return (path, isAtTop = false) => {
    counts ??= count();
    if (counts.get(last(path)) === 1) return last(path);
    if (isAtTop) return path;
    endings ??= endingsOf();
    return !path.includes('.') || endings.has(path) ? `${plan.system}.${path}` : path;
  };
}
