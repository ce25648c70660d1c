import { BOUNDARY_SIDES, type Boundary } from '../../core/model/boundary.ts';
import type { Text } from '../../core/model/reference.ts';
import type { BoundaryItem, Surrounding } from '../generated/ast.ts';
import { reportLack } from './clauses.ts';
import { type BlockNode, nameOfBlock } from './properties.ts';
import { placedWord, REASON, type Reader, readingOf, report, textOf, wordOf } from './reader.ts';

/** What is written side by side, each behind the word that says which side it is. */
interface Sides<S extends string> {
  readonly word: string;
  readonly what: string;
  readonly sides: readonly S[];
  /** What is reported where no side is said. */
  readonly unsaid: string;
}

/** The texts of a member with the side that each is about: a side goes on until the next. */
export function readSides<S extends string>(
  reader: Reader,
  items: readonly Surrounding[],
  sides: Sides<S>,
): { side: S; text: Text }[] {
  let side: S | undefined;
  return items.flatMap((item) => {
    side = sideOf(reader, item, sides) ?? side;
    const text = textIn(reader, item, side, sides);
    return side && text ? [{ side, text }] : [];
  });
}

const BOUNDARIES: Sides<Boundary['side']> = {
  word: 'boundary',
  what: 'A boundary',
  sides: BOUNDARY_SIDES,
  unsaid: "Say which boundary this is: write 'boundary logical' or 'boundary physical'.",
};

/**
 * The boundaries of a zone or conduit.
 * @param what the element in a message, such as `A zone`
 */
export function readBoundaries(reader: Reader, block: BlockNode, what: string): Boundary[] {
  const found = block.members.flatMap((member) => {
    if (member.$type !== 'Boundary') return [];
    let side: Boundary['side'] | undefined;
    return member.items.flatMap((item): (Boundary & { at: Text['at'] })[] => {
      side = sideOf(reader, item, BOUNDARIES) ?? side;
      const none = placedWord(reader, item, 'none');
      if (!none) {
        const text = textIn(reader, item, side, BOUNDARIES);
        return side && text ? [{ side, text, at: text.at }] : [];
      }
      const reason = placedWord(reader, item, 'because');
      const because = reason && textOf(reader, reason, REASON);
      if (!reason) reportLack(reader, 'none', 'because', none.at, none.start + none.raw.length);
      if (!side && !placedWord(reader, item, 'side')) report(reader, 'syntax-error', none.at, BOUNDARIES.unsaid);
      return side ? [{ side, none: true, because, at: none.at }] : [];
    });
  });
  for (const { side, none, at } of found) {
    if (!none || !found.some((other) => other.side === side && other.text)) continue;
    const message = `${nameOfBlock(block, what)} says what its ${side} boundary is, and here that there is none: remove one of the two.`;
    report(reader, 'invalid-value', at, message);
  }
  return found.map(({ at: _, ...boundary }) => boundary);
}

function sideOf<S extends string>(
  reader: Reader,
  item: Surrounding | BoundaryItem,
  { word: name, what, sides }: Sides<S>,
): S | undefined {
  const word = placedWord<Surrounding | BoundaryItem>(reader, item, 'side');
  return word && readingOf(reader, name, () => wordOf(reader, word, what, sides))?.value;
}

function textIn<S extends string>(
  reader: Reader,
  item: Surrounding | BoundaryItem,
  side: S | undefined,
  { word: name, what, unsaid }: Sides<S>,
): Text | undefined {
  const value = placedWord<Surrounding | BoundaryItem>(reader, item, 'text');
  const text = value && readingOf(reader, `${name} ${side}`, () => textOf(reader, value, what));
  if (text && !side && !placedWord<Surrounding | BoundaryItem>(reader, item, 'side')) {
    report(reader, 'syntax-error', text.at, unsaid);
  }
  return text;
}
