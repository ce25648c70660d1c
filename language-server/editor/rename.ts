import { LSPErrorCodes, ResponseError, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { type Declaration, meaningOf, revisionsOf, SPACES } from '../core/analysis/references.ts';
import type { Entry } from '../core/engine/entry.ts';
import { pathOf } from '../core/engine/handle.ts';
import { keys } from '../core/engine/keys.ts';
import type { Query } from '../core/engine/query.ts';
import { reveal } from '../core/engine/reveal.ts';
import { numberOrQuoted } from '../core/fixes/placeholder.ts';
import { accessPointsIn } from '../core/model/access-point.ts';
import { isRecordSort, type RecordSort } from '../core/model/record.ts';
import type { Text } from '../core/model/reference.ts';
import { RULE_CODES } from '../core/rules/index.ts';
import { isName, normaliseName } from '../core/text/names.ts';
import { withArticle } from '../core/text/words.ts';
import { lineStartsOf, type Position } from '../language/source-file.ts';
import { createWorkspace, type Location, type Range, type Workspace } from '../language/workspace.ts';
import { declarationOf, headersOf, isLibrarySymbol, type NameAt, type NamedSymbol, nameAtPosition } from './cursor.ts';
import { defineFeature, inFile } from './feature.ts';
import { occurrencesOf } from './references.ts';
import { type EditForm, editFormFor, PLAIN, workspaceEdit } from './workspace-edit.ts';

export const renameFeature = defineFeature('renameProvider', () => ({ prepareProvider: true }), {
  'textDocument/prepareRename': inFile((workspace, uri, { position }) => prepareRename(workspace, uri, position)),
  'textDocument/rename': async (host, { textDocument: { uri }, position, newName }) =>
    renameAt(await host.workspaceOf(uri), uri, position, newName, editFormFor(host)),
});

/** The message of such an error is shown to the user. */
function refuse(message: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function renamable(workspace: Workspace, uri: string, position: Position): NameAt & { symbol: NamedSymbol } {
  const name = nameAtPosition(workspace, uri, position);
  if (!name) refuse('There is no name to rename here.');
  if (!name.symbol) refuse(`'${name.word}' does not name one thing that could be renamed.`);
  if (isLibrarySymbol(name.symbol)) {
    refuse(`'${name.word}' belongs to the built-in library, which cannot be changed: declare your own and use that.`);
  }
  return { ...name, symbol: name.symbol };
}

/** The range of the name at a position; throws with the reason where it cannot be renamed. */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
): { range: Range; placeholder: string } {
  const { range, word } = renamable(workspace, uri, position);
  return { range, placeholder: word };
}

/** Renames what stands at a position, in all files; throws with the reason where the new name cannot be. */
export function renameAt(
  workspace: Workspace,
  uri: string,
  position: Position,
  newName: string,
  form: EditForm = PLAIN,
): WorkspaceEdit {
  const { symbol } = renamable(workspace, uri, position);
  const name = normaliseName(newName.trim());
  const written = isRevision(symbol) && name ? numberOrQuoted(name) : name;
  if (!isName(name) && !(name && isRevision(symbol))) {
    refuse(`'${newName}' is no name: use letters, digits, '_' and '-', start with a letter or '_', do not end in '-'.`);
  }
  refuseTaken(workspace, symbol, name);
  const declaration = declarationOf(workspace, symbol);
  const places = [...(declaration ? [declaration] : []), ...occurrencesOf(workspace, symbol)];
  if (symbol.kind === 'element') refuseNewMeanings(workspace, symbol, name, places);
  const files = new Map<string, TextEdit[]>();
  for (const { uri, range } of places) files.set(uri, [...(files.get(uri) ?? []), { range, newText: written }]);
  return workspaceEdit(files, form);
}

const isRevision = (symbol: NamedSymbol): boolean =>
  symbol.kind === 'declaration' && symbol.declaration.sort === 'revision';

function refuseTaken(workspace: Workspace, symbol: NamedSymbol, name: string): void {
  const query = workspace.store.query();
  switch (symbol.kind) {
    case 'element': {
      const path = renamedPath(pathOf(symbol.element), name);
      if (path !== pathOf(symbol.element) && query.first(keys.path(symbol.element.entry.system, path))) {
        refuse(`There is a '${path}' already: choose another name.`);
      }
      return;
    }
    case 'system':
      refuseSystem(workspace, symbol.system, name);
      return;
    case 'declaration': {
      const { declaration } = symbol;
      const { sort, name: old } = declaration;
      if (name === old) return;
      // Kinds are told apart by their model; controls and profiles are named in the same places.
      if (sort === 'kind') {
        if (reveal(declaration).entry.unit.models.some(({ kinds }) => kinds.some((kind) => kind.name === name)))
          refuse(`The reference model has a kind '${name}' already: choose another name.`);
        return;
      }
      if (sort === 'access-point') {
        const points = accessPointsIn(reveal(declaration).entry.unit);
        const own = points.find(({ point }) => point.name.at === declaration.at);
        if (
          points.some(
            ({ sort, index, point }) => sort === own?.sort && index === own.index && point.name.value === name,
          )
        )
          refuse(`There is an access point '${name}' in this ${own?.sort} already: choose another name.`);
        return;
      }
      if (isRecordSort(sort)) {
        refuseRecorded(query, declaration.entry.system, sort, name);
        return;
      }
      if (sort === 'matrix' || sort === 'revision') {
        const isTaken = siblingsOf(declaration).some(({ value }) => value === name);
        if (isTaken) refuse(`There is a '${name}' already: choose another name.`);
        return;
      }
      if (sort === 'control' || sort === 'profile') refuseCountermeasure(workspace, name);
      const own = [sort];
      const spaces = Object.values(SPACES).filter((space) => own.some((each) => space.includes(each)));
      const taken = [...own, ...spaces.flat()].find((space) => query.first(keys.shared(space, name)));
      if (taken) refuse(`There is ${withArticle(taken.replace('-', ' '))} '${name}' already: choose another name.`);
    }
  }
}

/** The revisions, or words of one scale of a risk matrix, among which one stands. */
function siblingsOf(declaration: Declaration): readonly Text[] {
  const { unit } = reveal(declaration).entry;
  const lists = [...unit.matrices.flatMap(({ likelihood, impact }) => [likelihood, impact]), revisionsOf(unit)];
  return lists.find((list) => list.some(({ at }) => at === declaration.at)) ?? [];
}

/** Controls and profiles are named where countermeasures are, in whatever system. */
function refuseCountermeasure({ files }: Workspace, name: string): void {
  const isTaken = [...files.values()].some(({ entries }) =>
    entries.some(({ unit }) => unit.countermeasures.some((each) => each.name.value === name)),
  );
  if (isTaken) refuse(`There is a countermeasure '${name}' already: choose another name.`);
}

/** What is named in the same places must differ, too: a countermeasure of the name of a profile is ambiguous. */
function refuseRecorded(query: Query, system: string, sort: RecordSort, name: string): void {
  const isTaken = query.first(keys.recorded(sort, system, name)) !== undefined;
  const space = sort === 'countermeasure' ? (SPACES.means ?? []).find((each) => query.named(each, name)) : undefined;
  const taken = isTaken ? sort : space;
  if (taken) refuse(`There is ${withArticle(taken.replace('-', ' '))} '${name}' already: choose another name.`);
}

/** Two systems of one name would be one model; files without a header would be left behind. */
function refuseSystem(workspace: Workspace, old: string, name: string): void {
  if (name === old) return;
  const files = [...workspace.files.values()];
  if (files.some(({ system }) => system === name)) {
    refuse(`There is a system '${name}' already, and the two would become one model: choose another name.`);
  }
  const headed = new Set(headersOf(workspace, old).map(({ file }) => file));
  const bare = files.find(({ uri, system }) => system === old && !headed.has(uri));
  if (bare) {
    const file = bare.uri.slice(bare.uri.lastIndexOf('/') + 1);
    refuse(
      `'${file}' has no header and belongs to '${old}' by the name of its folder: write 'system ${old}' there first.`,
    );
  }
}

const renamedPath = (path: string, name: string): string => {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? name : `${path.slice(0, dot)}.${name}`;
};

/**
 * A name that other elements of the system have too could make a reference mean something else, or nothing. Only then
 * the change is tried on a copy of the models.
 */
function refuseNewMeanings(
  workspace: Workspace,
  { element }: Extract<NamedSymbol, { kind: 'element' }>,
  name: string,
  places: readonly Location[],
): void {
  const { system } = element.entry;
  const before = workspace.store.query();
  if (before.all(keys.last(system, name)).length === 0) return;
  const headless = [...workspace.files.values()].find(
    (file) => !file.entries.some(({ unit, library }) => library || unit.system?.name.value),
  );
  const copy = createWorkspace({ defaultSystem: headless?.system ?? system, today: before.today });
  copy.update(
    [...workspace.files.values()]
      .filter(({ entries }) => !entries[0]?.library)
      .map((file) => ({ uri: file.uri, text: edited(file.source.text, name, places, file.uri) })),
  );
  const after = copy.store.query();
  const path = pathOf(element);
  const renamed = (id: string) =>
    id === `${system}/${path}` || id.startsWith(`${system}/${path}.`)
      ? `${system}/${renamedPath(path, name)}${id.slice(system.length + 1 + path.length)}`
      : id;
  for (const file of workspace.files.values()) {
    const others = copy.files.get(file.uri)?.entries;
    file.entries.forEach((entry, i) => {
      entry.unit.references.forEach((reference, k) => {
        const other = others?.[i];
        const [old, now] = [targetOf(before, entry, k), other && targetOf(after, other, k)];
        if (old === undefined || renamed(old) === now) return;
        const { uri, range } = workspace.locationOf(entry, reference.at);
        const where = `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`;
        refuse(
          `There are other things called '${name}', and '${reference.text}' in ${where} would no longer mean what it does: choose another name.`,
        );
      });
    });
  }
}

/** `system/path` of what a reference of a unit means; undefined where it does not mean one element. */
function targetOf(query: Query, entry: Entry, reference: number): string | undefined {
  const meaning = meaningOf(query, entry, entry.unit.references[reference]!, RULE_CODES);
  return meaning.kind === 'element' ? `${meaning.element.entry.system}/${pathOf(meaning.element)}` : undefined;
}

/** A text with a name written in all of its places. */
function edited(text: string, name: string, places: readonly Location[], uri: string): string {
  const starts = lineStartsOf(text);
  const offset = ({ line, character }: Position) => starts[line]! + character;
  return places
    .filter((place) => place.uri === uri)
    .map(({ range }) => [offset(range.start), offset(range.end)] as const)
    .sort(([a], [b]) => b - a)
    .reduce((changed, [start, end]) => changed.slice(0, start) + name + changed.slice(end), text);
}
