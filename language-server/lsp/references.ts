import type { Location } from 'vscode-languageserver';
import type { Position } from '../language/source-file.ts';
import type { Workspace } from '../language/workspace.ts';
import { declarationOf, isSameSymbol, nameAtPosition, nameOfSymbol, segmentsOf, type Target } from './cursor.ts';

/** Every place that names a symbol, its declaration left out. */
export function occurrencesOf(workspace: Workspace, symbol: Target): Location[] {
  const view = workspace.world.view();
  const name = nameOfSymbol(symbol);
  const found: Location[] = [];
  for (const entry of workspace.world.entries()) {
    for (const reference of entry.unit.references) {
      if (!reference.text.includes(name)) continue;
      for (const segment of segmentsOf(view, entry, reference)) {
        if (segment.text !== name || !isSameSymbol(segment.symbol, symbol)) continue;
        const { uri, range } = workspace.locationOf(entry, reference.at);
        const { line, character } = range.start;
        const isWhole = segment.start === 0 && segment.end === reference.text.length;
        found.push({
          uri,
          range: isWhole
            ? range
            : {
                start: { line, character: character + segment.start },
                end: { line, character: character + segment.end },
              },
        });
      }
    }
  }
  return found;
}

/** All references to what stands at a position. */
export function referencesAt(
  workspace: Workspace,
  uri: string,
  position: Position,
  withDeclaration: boolean,
): Location[] {
  const symbol = nameAtPosition(workspace, uri, position)?.symbol;
  if (!symbol) return [];
  const found = occurrencesOf(workspace, symbol);
  return withDeclaration ? [declarationOf(workspace, symbol), ...found] : found;
}

export function definitionAt(workspace: Workspace, uri: string, position: Position): Location | undefined {
  const symbol = nameAtPosition(workspace, uri, position)?.symbol;
  return symbol && declarationOf(workspace, symbol);
}
