import { endOf, type Token, tokensOf } from '../../language/parser/tokens.ts';
import type { WorkspaceFile } from '../../language/workspace.ts';
import { type Block, blocksBefore } from '../blocks.ts';

/** The word or text of a file at an offset, with what is around it. */
export interface WordAt {
  readonly token: Token;
  readonly previous?: Token;
  readonly next?: Token;
  readonly blocks: readonly Block[];
  /** The tokens of the declaration, comments left out. */
  readonly tokens: readonly Token[];
  /** Offset of the declaration in the file: tokens count from there. */
  readonly start: number;
}

/** The signs that say something themselves. */
const SPEAKING: ReadonlySet<string> = new Set(['->', '<->']);

/** The word, text or arrow at an offset of a file; undefined between words, at other signs and in what is not read. */
export function wordAt({ source: { units, text } }: WorkspaceFile, offset: number): WordAt | undefined {
  const unit = units.findLast(({ start }) => start <= offset);
  if (!unit || unit.source.unread) return undefined;
  const end = units.find(({ start }) => start > offset)?.start;
  const tokens = tokensOf(text.slice(unit.start, end)).filter(({ kind }) => kind !== 'comment');
  const inner = offset - unit.start;
  const index = tokens.findIndex(
    (token) => (token.kind !== 'sign' || SPEAKING.has(token.text)) && token.at <= inner && inner <= endOf(token),
  );
  const token = tokens[index];
  return (
    token && {
      token,
      previous: tokens[index - 1],
      next: tokens[index + 1],
      blocks: blocksBefore(tokens, index),
      tokens,
      start: unit.start,
    }
  );
}
