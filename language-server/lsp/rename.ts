import { ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { keys } from '../core/engine/contributions.ts';
import { pathOf } from '../core/engine/entry.ts';
import { isName } from '../language/lowering/text.ts';
import type { Position } from '../language/source-file.ts';
import type { Range, Workspace } from '../language/workspace.ts';
import { declarationOf, isLibrarySymbol, type NameAt, nameAtPosition, type Target } from './cursor.ts';
import { occurrencesOf } from './references.ts';

/** `InvalidRequest`-like codes show their message to the user; any code does. */
const REFUSED = -32803;

function refuse(message: string): never {
  throw new ResponseError(REFUSED, message);
}

function renamable(workspace: Workspace, uri: string, position: Position): NameAt & { symbol: Target } {
  const name = nameAtPosition(workspace, uri, position);
  if (!name?.symbol) refuse('There is no name to rename here.');
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
export function renameAt(workspace: Workspace, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { symbol } = renamable(workspace, uri, position);
  const name = newName.normalize('NFC');
  if (!isName(name) || name.endsWith('-')) {
    refuse(`'${newName}' is no name: use letters, digits, '_' and '-', starting with a letter or '_'.`);
  }
  refuseTaken(workspace, symbol, name);
  const changes: Record<string, { range: Range; newText: string }[]> = {};
  for (const location of [declarationOf(workspace, symbol), ...occurrencesOf(workspace, symbol)]) {
    const edits = changes[location.uri] ?? [];
    changes[location.uri] = edits;
    edits.push({ range: location.range, newText: name });
  }
  return { changes };
}

function refuseTaken(workspace: Workspace, symbol: Target, name: string): void {
  const view = workspace.world.view();
  if (symbol.kind === 'element') {
    const path = pathOf(symbol.element);
    const dot = path.lastIndexOf('.');
    const renamed = dot < 0 ? name : `${path.slice(0, dot)}.${name}`;
    if (renamed !== path && view.first(keys.path(symbol.element.entry.system, renamed))) {
      refuse(`There is a '${renamed}' already: choose another name.`);
    }
  } else if (name !== symbol.declaration.name && view.first(keys.shared(symbol.declaration.sort, name))) {
    refuse(`There is a ${symbol.declaration.sort} '${name}' already: choose another name.`);
  }
}
