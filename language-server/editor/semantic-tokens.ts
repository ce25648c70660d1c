import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Entry } from '../core/engine/entry.ts';
import type { Place, Sort } from '../core/model/reference.ts';
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

/** Types of what is named by a path. */
const PATHS: ReadonlySet<TokenType> = new Set(['namespace', 'variable']);

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
  /** Of a path the segments before the last are zones. */
  const addReference = (entry: Entry, at: Place, text: string, type: TokenType | undefined) => {
    if (!type) return;
    const range = workspace.rangeOf(entry, at);
    const { line, character } = range.start;
    let start = character;
    const segments = PATHS.has(type) ? text.split('.') : [text];
    segments.forEach((segment, i) => {
      const isLast = i === segments.length - 1;
      const end = isLast ? range.end : { line, character: start + segment.length };
      tokens.push({
        range: { start: { line, character: start }, end },
        type: isLast ? type : 'namespace',
        declaration: false,
      });
      start += segment.length + 1;
    });
  };
  for (const entry of file?.entries ?? []) {
    const add = (at: Place, type: TokenType | undefined, declaration: boolean) => {
      if (type) tokens.push({ range: workspace.rangeOf(entry, at), type, declaration });
    };
    for (const { sort, at, text } of entry.unit.references) addReference(entry, at, text, OF_REFERENCE[sort]);
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
