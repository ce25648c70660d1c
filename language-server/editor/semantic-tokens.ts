import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { ElementSort, Handle } from '../core/engine/element.ts';
import type { Entry } from '../core/engine/entry.ts';
import { homeOf } from '../core/engine/handle.ts';
import { isPathReference } from '../core/engine/inside.ts';
import type { Query } from '../core/engine/query.ts';
import { resolveElement } from '../core/engine/resolve.ts';
import type { Place, Reference, Sort } from '../core/model/reference.ts';
import { comparePositions, type Range, type Workspace } from '../language/workspace.ts';
import { declaredNames, sortOf } from './cursor.ts';
import { defineFeature, inFile } from './feature.ts';

const TYPES = [
  'namespace',
  'variable',
  'interface',
  'class',
  'method',
  'enumMember',
  'type',
  'event',
  'macro',
] as const;

/** Standard token types only, so that every theme colours them. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: ['declaration'],
};

export const semanticTokensFeature = defineFeature(
  'semanticTokensProvider',
  () => ({ legend: SEMANTIC_TOKENS_LEGEND, full: true }),
  {
    'textDocument/semanticTokens/full': inFile(semanticTokens),
  },
);

type TokenType = (typeof TYPES)[number];

const OF_REFERENCE: Partial<Record<Sort, TokenType>> = {
  zone: 'namespace',
  asset: 'variable',
  side: 'variable',
  scope: 'namespace',
  risk: 'event',
  kind: 'type',
  'model-kind': 'type',
  'asset-type': 'class',
  protocol: 'method',
  control: 'enumMember',
  means: 'enumMember',
  policy: 'type',
  'threat-source': 'event',
  'reference-model': 'type',
  catalog: 'type',
  rule: 'macro',
  framework: 'type',
};

/** Types of the elements that a path may lead to. */
const OF_ELEMENT: Readonly<Record<ElementSort, TokenType>> = {
  zone: 'namespace',
  asset: 'variable',
  conduit: 'interface',
  risk: 'event',
};

/**
 * The types of the segments of a path by what it leads to: of what nobody knows the last is what is wanted there.
 * A conduit is a segment before the name of its equipment; all others lead through zones.
 */
function pathTypes(query: Query, entry: Entry, reference: Reference, wanted: TokenType): TokenType[] {
  const found = resolveElement(query, entry, reference);
  const target = found.kind === 'one' ? found.target : undefined;
  const isEquipment = target?.sort === 'asset' && homeOf(target as Handle<'asset'>).sort === 'conduit';
  const last = target ? OF_ELEMENT[target.sort] : wanted;
  const segments = reference.text.split('.');
  return segments.map((_, i) => {
    const fromLast = segments.length - 1 - i;
    if (fromLast === 0) return last;
    return fromLast === 1 && isEquipment ? 'interface' : 'namespace';
  });
}

const OF_DECLARATION: Partial<Record<ReturnType<typeof sortOf>, TokenType>> = {
  system: 'namespace',
  zone: 'namespace',
  asset: 'variable',
  conduit: 'interface',
  risk: 'event',
  'access-point': 'interface',
  'essential-function': 'interface',
  policy: 'type',
  countermeasure: 'enumMember',
  regulation: 'type',
  'threat-source': 'event',
  profile: 'enumMember',
  control: 'enumMember',
  'asset-type': 'class',
  protocol: 'method',
  kind: 'type',
  'reference-model': 'type',
  catalog: 'type',
  framework: 'type',
};

/** The names of a file by what they mean: a keyword used as a name is coloured as the name it is. */
export function semanticTokens(workspace: Workspace, uri: string): SemanticTokens {
  const file = workspace.files.get(uri);
  const tokens: { range: Range; type: TokenType; declaration: boolean }[] = [];
  const query = workspace.store.query();
  const addPath = (entry: Entry, reference: Reference, wanted: TokenType) => {
    const range = workspace.rangeOf(entry, reference.at);
    const { line, character } = range.start;
    const types = pathTypes(query, entry, reference, wanted);
    let start = character;
    reference.text.split('.').forEach((segment, i) => {
      const end = i === types.length - 1 ? range.end : { line, character: start + segment.length };
      tokens.push({ range: { start: { line, character: start }, end }, type: types[i]!, declaration: false });
      start += segment.length + 1;
    });
  };
  for (const entry of file?.entries ?? []) {
    const add = (at: Place, type: TokenType | undefined, declaration: boolean) => {
      if (type) tokens.push({ range: workspace.rangeOf(entry, at), type, declaration });
    };
    for (const reference of entry.unit.references) {
      const type = OF_REFERENCE[reference.sort];
      if (type && isPathReference(reference)) addPath(entry, reference, type);
      else add(reference.at, type, false);
    }
    for (const { at, symbol } of declaredNames(entry)) {
      add(at, OF_DECLARATION[sortOf(symbol)], true);
    }
  }
  tokens.sort((a, b) => comparePositions(a.range.start, b.range.start));
  const builder = new SemanticTokensBuilder();
  for (const { range, type, declaration } of tokens) {
    const { line, character } = range.start;
    if (range.end.line !== line || range.end.character <= character) continue;
    builder.push(line, character, range.end.character - character, TYPES.indexOf(type), declaration ? 1 : 0);
  }
  return builder.build();
}
