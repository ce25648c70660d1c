import fc from 'fast-check';
import { PLAIN } from '../../language-server/language/format/printer.ts';
import { type Member, type Shape, shapeOf } from '../../language-server/language/format/shape.ts';
import type { Written } from '../../language-server/language/format/written.ts';
import { split } from '../../language-server/language/parser/split.ts';
import { endOf, tokensOf } from '../../language-server/language/parser/tokens.ts';

type Dice = (most: number) => number;

/** Dice for a mangled text: numbers that shrink to nothing being changed. */
export const dice = fc.array(fc.nat({ max: 1 << 20 }), { minLength: 40, maxLength: 400 });

/** Throws the dice one after the other, again and again. */
function thrower(numbers: readonly number[]): Dice {
  let i = 0;
  return (most) => (numbers[i++ % numbers.length]! + (i > numbers.length ? i : 0)) % (most + 1);
}

/**
 * A formatted text as somebody else might have written it: other white space and line breaks, requirements in other
 * spellings, clauses in another order, commas more or less. What a formatter has to keep is kept: which blocks are
 * written on one line, which properties share one, empty lines, and what comments stand beside.
 */
export function mangle(text: string, numbers: readonly number[]): string {
  const roll = thrower(numbers);
  let mangled = '';
  let end = 0;
  for (const chunk of split(text)) {
    const own = text.slice(chunk.start, chunk.end);
    const gap = text.slice(end, chunk.start);
    mangled += end === 0 || !gap.includes('\n') ? gap : lines(gap, roll);
    mangled += chunk.declaration ? mangleDeclaration(own, roll) : own;
    end = chunk.end;
  }
  return mangled + text.slice(end) + '\n'.repeat(roll(2));
}

const isSign = (text: string | undefined): boolean => text !== undefined && /^[{},:"]/.test(text);

/** White space with as many line breaks as count: one, or two and more. */
function lines(gap: string, roll: Dice, most = 3): string {
  const breaks = gap.split('\n').length - 1;
  const count = breaks > 1 ? 2 + roll(most - 1) : 1;
  return `${'\n'.repeat(count).replaceAll('\n', () => `${' '.repeat(roll(2))}\n`)}${spaces(roll, 0)}`;
}

const spaces = (roll: Dice, least: number): string => [' ', '', '    ', '\t', ' \t '][roll(4)] || ' '.repeat(least);

function mangleDeclaration(text: string, roll: Dice): string {
  const shape = shapeOf(text);
  if (!shape) return text;
  const { tokens } = shape;
  const starts = new Map<number, Member>();
  const oneLine = new Set<number>(); // tokens in blocks that are written on one line, and their braces
  const noBreak = new Set<number>(); // tokens of list blocks, whose lines are kept
  const visit = (member: Member) => {
    starts.set(member.first, member);
    const { open, last } = member;
    if (open !== undefined) {
      const own = Array.from({ length: last - open }, (_, i) => open + 1 + i);
      if (own.every((i) => tokens[i]!.breaks === 0)) for (const i of own) oneLine.add(i);
      if (member.type === 'Profile' || member.type === 'Focus') for (const i of own) noBreak.add(i);
    }
    member.members.forEach(visit);
  };
  shape.members.forEach(visit);
  const words = shuffleClauses(shape, roll);
  let mangled = '';
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const gap = before ? text.slice(before.end, token.start) : text.slice(0, token.start);
    const beside = token.kind === 'comment' || before?.kind === 'comment';
    const isMember = starts.has(i);
    const isJoined = isMember && !PLAIN.has(starts.get(i)!.type) && before?.text !== '{';
    if (i === 0) mangled += gap;
    else if (isJoined && !beside && gap.split('\n').length === 2 && !oneLine.has(i) && roll(4) === 0) mangled += ' ';
    else if (gap.includes('\n')) {
      const isEdge = before?.text === '{' || token.text === '}';
      mangled += isEdge && !beside ? `${'\n'.repeat(1 + roll(2))}${spaces(roll, 0)}` : lines(gap, roll);
    } else if (!beside && !isMember && !oneLine.has(i) && !noBreak.has(i) && token.text !== '{' && roll(9) === 0) {
      mangled += `\n${spaces(roll, 0)}`;
    } else mangled += spaces(roll, isSign(words[i]!.text) || isSign(words[i - 1]?.text) ? 0 : 1);
    mangled += words[i]!.kind === 'word' ? respelled(words[i]!.text, roll) : words[i]!.text;
  });
  return mangled;
}

/** The tokens with the clauses of some sentences in another order. */
function shuffleClauses({ tokens, members }: Shape, roll: Dice): Written[] {
  const words = [...tokens];
  const visit = ({ clauses, last, members }: Member) => {
    members.forEach(visit);
    const starts = [...clauses];
    if (starts.length < 2 || roll(1) === 0) return;
    const spans = starts.map((start, i) => words.slice(start, starts[i + 1] ?? last + 1));
    if (spans.flat().some(({ kind }) => kind === 'comment')) return;
    const moved = [...spans.slice(1), spans[0]!].flat();
    words.splice(starts[0]!, moved.length, ...moved);
  };
  members.forEach(visit);
  return words;
}

/** A text with comments of all sorts between its words. */
export function sprinkle(text: string, numbers: readonly number[]): string {
  const roll = thrower(numbers);
  let count = 0;
  let sprinkled = '';
  let end = 0;
  for (const token of tokensOf(text)) {
    const gap = text.slice(end, token.at);
    const number = ++count;
    const comment = [
      ` // remark ${number}\n`,
      ` /* remark ${number} */ `,
      `\n  /* line ${number} */\n`,
      `\n // line ${number}\n`,
      `\n /** doc ${number} */ `,
      `\n    /**\n     * doc ${number}\n       * on lines\n */\n`,
      ` /* ${number} on\n   lines */`,
    ];
    sprinkled +=
      roll(12) === 0 ? (roll(1) ? gap : '') + comment[roll(comment.length - 1)]! + (roll(1) ? gap : '') : gap;
    sprinkled += token.text;
    end = endOf(token);
  }
  return sprinkled + text.slice(end);
}

/** A text in which some declarations have lost or got a sign. */
export function breakSome(text: string, numbers: readonly number[]): string {
  const roll = thrower(numbers);
  return split(text)
    .map(({ start, end }) => {
      const own = text.slice(start, end);
      if (roll(3) > 0) return own;
      const at = roll(own.length);
      return roll(1) ? own.slice(0, at) + own.slice(at + 1) : own.slice(0, at) + '{}":#,'[roll(5)] + own.slice(at);
    })
    .join('\n');
}

function respelled(word: string, roll: Dice): string {
  const [, family, number, enhancement] = /^([A-Z]+) (\d+\.\d+)(?: RE\((\d+)\))?$/.exec(word) ?? [];
  if (!family) return word;
  const head = `${family}${['', ' ', '  '][roll(2)]}${number}`;
  if (!enhancement) return head;
  return head + [` RE(${enhancement})`, ` RE ${enhancement}`, `(${enhancement})`, ` (${enhancement})`][roll(3)];
}
