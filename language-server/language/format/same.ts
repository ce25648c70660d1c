import { split } from '../parser/split.ts';
import { readTextBlock } from '../syntax/text.ts';
import { type Member, type Shape, shapeOf } from './shape.ts';
import type { Written } from './written.ts';

/**
 * True where what a formatter has written of a text says the same. Whatever else it does, it must lose nothing and change
 * nothing, so what is written is read once more.
 */
export function saysTheSame(text: string, { tokens, members }: Shape, written: string): boolean {
  if (written === text) return true;
  // Where declarations stood on one line they were read together.
  const shapes = split(written).map((chunk) => shapeOf(written.slice(chunk.start, chunk.end)));
  const read = shapes.flatMap((shape) => shape?.tokens ?? []);
  return (
    read.length === tokens.length &&
    read.every((token, i) => isSame(token, tokens[i]!)) &&
    namesOf(shapes.flatMap((shape) => shape?.members ?? [])) === namesOf(members)
  );
}

function isSame(token: Written, wanted: Written): boolean {
  if (token.kind !== wanted.kind) return false;
  if (token.kind === 'comment') return withoutSpace(token.text) === withoutSpace(wanted.text);
  if (!token.text.startsWith('"""')) return token.text === wanted.text;
  return readTextBlock(token.text).value === readTextBlock(wanted.text).value;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** What sorts of members stand in each other. */
function namesOf(members: readonly Member[]): string {
  return members.map(({ type, members }) => `${type}(${namesOf(members)})`).join();
}
