import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { meaningOf } from '../core/analysis/references.ts';
import { namePlaceOf } from '../core/engine/handle.ts';
import { RULE_CODES } from '../core/rules/index.ts';
import type { Position } from '../language/source-file.ts';
import type { Location, Workspace } from '../language/workspace.ts';
import {
  declarationOf,
  headersOf,
  isSameSymbol,
  type NameAt,
  type NamedSymbol,
  nameAtPosition,
  nameOfSymbol,
  segmentsOf,
} from './cursor.ts';
import { rulePageUri } from './diagnostics.ts';
import { defineFeature, inFile } from './feature.ts';

export const definitionFeature = defineFeature('definitionProvider', () => true, {
  'textDocument/definition': inFile((workspace, uri, { position }) => definitionAt(workspace, uri, position)),
});

export const referencesFeature = defineFeature('referencesProvider', () => true, {
  'textDocument/references': inFile((workspace, uri, { position, context }) =>
    referencesAt(workspace, uri, position, context.includeDeclaration),
  ),
});

export const highlightFeature = defineFeature('documentHighlightProvider', () => true, {
  'textDocument/documentHighlight': inFile((workspace, uri, { position }) => highlightsAt(workspace, uri, position)),
});

/** Every place that names a symbol, its declaration left out. */
export function occurrencesOf(workspace: Workspace, symbol: NamedSymbol): Location[] {
  const query = workspace.store.query();
  const name = nameOfSymbol(symbol);
  const found = symbol.kind === 'system' ? furtherHeaders(workspace, symbol.system) : [];
  for (const entry of workspace.writersOf(name)) {
    for (const reference of entry.unit.references) {
      if (!reference.text.includes(name)) continue;
      for (const segment of segmentsOf(workspace, query, entry, reference)) {
        if (segment.text !== name || !isSameSymbol(segment.symbol, symbol)) continue;
        const { uri, range } = workspace.locationOf(entry, reference.at);
        const at = (column: number): Position => ({ ...range.start, character: range.start.character + column });
        found.push({ uri, range: { start: at(segment.start), end: at(segment.end) } });
      }
    }
  }
  return found;
}

/** The headers of a system in its other files. */
function furtherHeaders(workspace: Workspace, system: string): Location[] {
  const main = declarationOf(workspace, { kind: 'system', system });
  return headersOf(workspace, system)
    .map((entry) => workspace.locationOf(entry, entry.unit.system!.name.at))
    .filter(({ uri }) => uri !== main?.uri);
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
  const declaration = withDeclaration ? declarationOf(workspace, symbol) : undefined;
  return [...(declaration ? [declaration] : []), ...occurrencesOf(workspace, symbol)];
}

/** The places of the file that name what stands at a position; where it is declared counts as written. */
export function highlightsAt(workspace: Workspace, uri: string, position: Position): DocumentHighlight[] {
  const symbol = nameAtPosition(workspace, uri, position)?.symbol;
  if (!symbol) return [];
  const declaration = declarationOf(workspace, symbol);
  const here = (location: Location | undefined) => location?.uri === uri;
  return [
    ...(declaration && here(declaration) ? [{ range: declaration.range, kind: DocumentHighlightKind.Write }] : []),
    ...occurrencesOf(workspace, symbol)
      .filter(here)
      .map(({ range }) => ({ range, kind: DocumentHighlightKind.Read })),
  ];
}

/** Where the name at a position is declared: of an ambiguous one all candidates, of a rule its page. */
export function definitionAt(workspace: Workspace, uri: string, position: Position): Location[] {
  const name = nameAtPosition(workspace, uri, position);
  if (!name) return [];
  const declaration = name.symbol && declarationOf(workspace, name.symbol);
  return declaration ? [declaration] : candidates(workspace, name);
}

function candidates(workspace: Workspace, { entry, reference }: NameAt): Location[] {
  if (!reference) return [];
  if (reference.sort === 'rule' && RULE_CODES.has(reference.text)) {
    const start = { line: 0, character: 0 };
    return [{ uri: rulePageUri(reference.text), range: { start, end: start } }];
  }
  const meaning = meaningOf(workspace.store.query(), entry, reference, RULE_CODES);
  if (meaning.kind === 'several') return meaning.declarations.map(({ entry, at }) => workspace.locationOf(entry, at));
  if (meaning.kind !== 'many') return [];
  return meaning.candidates.map((element) => workspace.locationOf(element.entry, namePlaceOf(element)));
}
