import { FRS } from '../../../core/model/levels.ts';
import { signMistake } from './signs.ts';
import { instead, is, type Line, type Mistake, type Word } from './words.ts';

const OPEN: ReadonlySet<string> = new Set(['[', '(']);
const CLOSE: ReadonlySet<string> = new Set([']', ')', '}']);
const BRACED = 'Put braces around it';

const isFr = (word: Word | undefined): boolean => (FRS as readonly string[]).includes(word?.image ?? '');

/** What is wrong with a vector of security levels. */
export function levelsMistake(line: Line): Mistake | undefined {
  const { text, words } = line;
  const [name, first] = words as [Word, Word | undefined];
  const sign = signMistake(line, 0);
  if (sign || !first) return sign;
  const level = /^SL(?:-?[TCA])?-?([0-4])$/i.exec(first.image)?.[1];
  if (level) {
    const message = `A security level is written as its number: '${name.image} ${level}'.`;
    return instead(first, first, message, level, `Change to '${level}'`);
  }
  const open = OPEN.has(first.image) ? 1 : OPEN.has(words[2]?.image ?? '') && is(first, 'NUMBER') ? 2 : 0;
  if (open > 0) {
    const close = words.findIndex(({ image }, i) => i > open && CLOSE.has(image));
    if (close < 0 || words[close]!.image === '}') return undefined;
    const inside = text.slice(words[open]!.end, words[close]!.start).trim();
    const message = 'The levels of a vector stand in braces, as in { 2 2 0 1 3 1 3 } or { RDF 3 }.';
    return instead(words[open]!, words[close]!, message, `{ ${inside} }`, 'Change to braces');
  }
  if (first.image === '{' || words[2]?.image === '{') return undefined;
  return bareMistake(line, name);
}

/** Levels without braces: seven of them, or some with the names of their FRs. */
function bareMistake({ text, words }: Line, name: Word): Mistake | undefined {
  let end = 1;
  while (is(words[end], 'NUMBER') || isFr(words[end]) || (words[end]?.image === ',' && end > 1)) end++;
  while (words[end - 1]?.image === ',') end--;
  const run = words.slice(1, end);
  const frs = run.filter(isFr).length;
  const numbers = run.length - frs - run.filter(({ image }) => image === ',').length;
  const last = run.at(-1);
  if (!last || (frs === 0 && numbers < 2)) return undefined;
  if (frs > 0) {
    const from = run[isFr(run[0]) ? 0 : run[1]?.image === ',' ? 2 : 1]!;
    if (!isFr(from) || numbers - (from === run[0] ? 0 : 1) !== frs) return undefined;
    const written = `{ ${text.slice(from.start, last.end)} }`;
    const message = `The levels of single FRs stand in braces: write '${name.image} ${text.slice(run[0]!.start, from.start)}${written}'.`;
    return instead(from, last, message, written, BRACED);
  }
  const written = `{ ${text.slice(run[0]!.start, last.end)} }`;
  if (numbers === FRS.length) {
    const message = `Seven levels stand in braces, in the order ${FRS.join(' ')}: write '${name.image} ${written}'.`;
    return instead(run[0]!, last, message, written, BRACED);
  }
  const message = `'${name.image}' is one level for all FRs, or seven in braces in the order ${FRS.join(' ')}; here are ${numbers}.`;
  return { start: run[1]!.start, end: last.end, message };
}
