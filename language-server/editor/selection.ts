import type { SelectionRange } from 'vscode-languageserver';
import { endOf, type Token, tokensOf } from '../language/parser/tokens.ts';
import type { Position, SourceFile } from '../language/source-file.ts';
import { rangeAt, type Workspace } from '../language/workspace.ts';
import { blocksBefore } from './blocks.ts';
import { offsetAt, positionIn } from './cursor.ts';
import { defineFeature, inFile } from './feature.ts';

export const selectionFeature = defineFeature('selectionRangeProvider', () => true, {
  'textDocument/selectionRange': inFile((workspace, uri, { positions }) => selectionRanges(workspace, uri, positions)),
});

/** What "Expand Selection" selects: the word, its line, then each block around it, without and with its header. */
export function selectionRanges(workspace: Workspace, uri: string, positions: readonly Position[]): SelectionRange[] {
  const file = workspace.files.get(uri);
  if (!file) return [];
  return positions.map((position) => {
    const spans = spansAt(file.source, offsetAt(file, position));
    const here = positionIn(file, position);
    const outermost: SelectionRange = { range: { start: here, end: here } };
    return spans.reduceRight<SelectionRange>((parent, [start, end], i) => {
      const range = rangeAt(file, start, end);
      return i === spans.length - 1 ? { range } : { range, parent };
    }, outermost);
  });
}

type Span = readonly [number, number];

/** The spans around an offset, the innermost first, each within the next. */
function spansAt({ text, units }: SourceFile, offset: number): Span[] {
  const unit = units.findLast(({ start }) => start <= offset);
  const from = unit?.start ?? 0;
  const tokens = unit && !unit.source.unread ? wordsOf(unit.source.text) : [];
  const index = tokens.findIndex((token) => from + endOf(token) >= offset);
  const at = index < 0 ? tokens.length : index;
  const token = tokens[at];
  const spans: Span[] = [];
  const add = (start: number, end: number) => {
    const [innerStart, innerEnd] = spans.at(-1) ?? [offset, offset];
    const isWider = start <= innerStart && end >= innerEnd && (start < innerStart || end > innerEnd);
    if (isWider) spans.push([start, end]);
  };
  if (token && from + token.at <= offset) add(from + token.at, from + endOf(token));
  const line = lineAt(text, offset);
  add(line[0], line[1]);
  for (const block of blocksBefore(tokens, at).reverse()) {
    const brace = tokens[block.from - 1]!;
    const end = from + (tokens[closeOf(tokens, block.from)]?.at ?? unit!.source.text.length);
    add(from + endOf(brace), end);
    add(from + (block.header[0]?.at ?? brace.at), Math.min(text.length, end + 1));
  }
  add(0, text.length);
  return spans;
}

const wordsOf = (text: string): Token[] => tokensOf(text).filter(({ kind }) => kind !== 'comment');

/** A line without its indentation and its end. */
function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  return [start + line.length - line.trimStart().length, start + line.trimEnd().length];
}

/** Index of the brace that closes the block whose first token has an index. */
function closeOf(tokens: readonly Token[], from: number): number {
  let depth = 1;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.text === '{') depth++;
    if (tokens[i]!.text === '}' && --depth === 0) return i;
  }
  return tokens.length;
}
