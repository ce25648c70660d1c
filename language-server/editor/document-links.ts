import type { DocumentLink } from 'vscode-languageserver';
import type { Text } from '../core/model/reference.ts';
import type { Statement } from '../core/model/statement.ts';
import type { Unit } from '../core/model/unit.ts';
import { wellFormed } from '../core/text/names.ts';
import { isFilePath, isWebAddress } from '../core/text/paths.ts';
import type { Range, Workspace } from '../language/workspace.ts';
import { offsetAt } from './cursor.ts';
import { defineFeature, type NearFiles } from './feature.ts';

/** More files of one document are not looked for on the disk. */
const MOST_FILES = 2000;

export const documentLinkFeature = defineFeature('documentLinkProvider', () => ({ resolveProvider: false }), {
  'textDocument/documentLink': async (host, { textDocument: { uri } }) =>
    documentLinks(namedIn(await host.workspaceOf(uri), uri), uri, host.nearFiles),
});

/** A text that names a file or an address, by the range between its quotes. */
interface Named {
  readonly value: string;
  readonly range: Range;
}

/** Addresses on the web, and files that are in the open folder, of what a model names. */
async function documentLinks(named: readonly Named[], uri: string, files: NearFiles): Promise<DocumentLink[]> {
  const paths = [...new Set(named.map(({ value }) => value).filter(isFilePath))].slice(0, MOST_FILES);
  const targets = new Map(
    await Promise.all(paths.map(async (path) => [path, await targetOf(path, uri, files)] as const)),
  );
  return named.flatMap(({ value, range }) => {
    const target = isWebAddress(value) ? value : targets.get(value);
    return target === undefined ? [] : [{ range, target }];
  });
}

/** A path may go on with a place in the file: `docs/iam.pdf#page=3`. */
async function targetOf(path: string, uri: string, files: NearFiles): Promise<string | undefined> {
  const file = await files.fileAt(uri, path);
  if (file !== undefined || !path.includes('#')) return file;
  const [name = '', ...place] = path.split('#');
  const target = await files.fileAt(uri, name);
  return target && `${target}#${encodeURI(wellFormed(place.join('#')))}`;
}

function namedIn(workspace: Workspace, uri: string): Named[] {
  const file = workspace.files.get(uri);
  return (file?.entries ?? []).flatMap((entry) =>
    [...evidenceIn(entry.unit), ...documentsIn(entry.unit)].flatMap(({ value, at }) => {
      const { start, end } = workspace.rangeOf(entry, at);
      // A text block is no path.
      if (start.line !== end.line || file!.source.text.startsWith('"""', offsetAt(file!, start))) return [];
      const inner = (by: number) => ({ line: start.line, character: by });
      return [{ value, range: { start: inner(start.character + 1), end: inner(end.character - 1) } }];
    }),
  );
}

/** What a unit names as evidence. */
export const evidenceIn = (unit: Unit): Text[] => [
  ...[...statementsIn(unit), ...unit.countermeasures].flatMap(({ evidence }) => evidence),
  ...(unit.system?.assessment?.evidence ?? []),
];

/** The documents of policies and regulations; that of a system is a number of a register. */
const documentsIn = ({ policies, regulations }: Unit): Text[] =>
  [...policies, ...regulations].flatMap(({ document }) => document ?? []);

/** All statements of a unit. */
export const statementsIn = ({ system, zones, assets, conduits }: Unit): Statement[] =>
  [system, ...zones, ...assets, ...conduits].flatMap((element) => element?.statements ?? []);
