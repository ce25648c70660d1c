import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../bench/support/models.ts';
import { KEYWORDS } from '../../language-server/language/syntax/words.generated.ts';
import { HOSTILE } from '../support/hostile.ts';

const examples = join(import.meta.dirname, '../../examples');

/** The texts of all examples. */
const TEXTS = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.zones'))
  .sort()
  .map((name) => readFileSync(join(examples, name), 'utf8'));

const WORDS = [...new Set(TEXTS.flatMap((text) => text.match(/[\p{L}\p{N}_.-]+/gu) ?? []))];
const SIGNS = [
  '{',
  '}',
  '"',
  '"""',
  ',',
  ':',
  '->',
  '<->',
  '//',
  '/*',
  '*/',
  '(',
  ')',
  '.',
  '\\',
  '\n',
  '\r',
  '\t',
  ' ',
];
const ODD = ['\u0000', '\ufeff', '\u2028', '\u00a0', '\ud800', '\udc00', '\u0301', '𝒳', '漢', '9'.repeat(40), '-', '_'];

export type Pick = <T>(list: readonly T[]) => T;

/** Throws dice: the same for the same seed. */
export interface Dice {
  readonly pick: Pick;
  /** A whole number below a limit. */
  below(limit: number): number;
}

export function createDice(seed: number): Dice {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)]! };
}

/** A text as no user writes it, made of the examples or of one thing again and again. */
export function hostileText(dice: Dice): string {
  if (dice.below(6) === 0) return shape(dice);
  let text = dice.pick(TEXTS);
  // Short ones are read quickly, and more can be tried.
  if (dice.below(3) > 0) text = cut(text, dice, 2000);
  for (let left = 1 + dice.below(8); left > 0; left--) text = mutated(text, dice);
  return text;
}

/** A text with a change. */
export function mutated(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const to = Math.min(text.length, at + dice.below(40));
  const own = text.slice(at, to);
  switch (dice.below(8)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + own + text.slice(to);
    case 2:
      return text.slice(0, at) + dice.pick([...SIGNS, ...ODD]) + text.slice(at);
    case 3:
      return text.slice(0, at) + dice.pick(dice.pick([KEYWORDS, WORDS])) + text.slice(to);
    case 4:
      return `${text.slice(0, at)} ${dice.pick(HOSTILE)} ${text.slice(at)}`;
    case 5: {
      const other = dice.pick(TEXTS);
      return text.slice(0, at) + cut(other, dice, 200) + text.slice(to);
    }
    case 6: {
      const lines = text.split('\n');
      const line = dice.below(lines.length);
      lines.splice(line, dice.below(3), ...Array<string>(dice.below(60)).fill(lines[line]!));
      return lines.join('\n');
    }
    default:
      return text.replaceAll(dice.pick(WORDS), dice.pick(WORDS));
  }
}

function cut(text: string, dice: Dice, most: number): string {
  const from = dice.below(text.length);
  return text.slice(from, from + dice.below(most));
}

/** One thing again and again. */
function shape(dice: Dice): string {
  const count = dice.pick([3, 50, 101, 700]);
  const again = (piece: (i: number) => string) => Array.from({ length: count }, (_, i) => piece(i)).join('');
  const word = dice.pick(dice.pick([KEYWORDS, WORDS]));
  return dice.pick<() => string>([
    () => `zone a {`.repeat(count) + '}'.repeat(dice.below(count + 1)),
    () => `zone a { sl-t 2 ${again(() => `implements ${word} `)} }`,
    () => `zone a : cell {\n${again((i) => `asset x-${i % 7} : ${word}\n`)}}`,
    () => again((i) => `zone z${i}\nconduit c${i} between hub and z${i}\n`),
    () => again((i) => `profile p${i} { p${(i + 1) % count} }\n`),
    () => again((i) => `asset-type t${i} extends t${(i + 1) % count}\n`),
    () => `system s { ${again(() => `${word} `)} }`,
    () => `zone a "${dice.pick(HOSTILE).repeat(count)}" { allow ${word} because "${'x'.repeat(count * 9)}" }`,
    () => again(() => dice.pick(SIGNS)),
    () => again(() => `${dice.pick(WORDS)} `),
    () => `zone a { flow ${again((i) => `a.x-${i} -> `)} b }`,
  ])();
}
