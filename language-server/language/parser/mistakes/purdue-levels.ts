import { numberIn } from '../../syntax/text.ts';
import { instead, is, isReference, type Line, type Mistake } from './words.ts';

/** A level of the Purdue model in quotes, with the letter that it is spoken of with, or one that is none. */
export function levelMistake({ words }: Line, at: number): Mistake | undefined {
  const level = words[at + 1];
  if (!level || is(level, 'NUMBER') || !is(level, 'VALUE')) return undefined;
  const number = numberIn(level.image);
  const message = `A level of the Purdue model is a number from 0 to 5, as in 'level ${number ?? 2}'; ${level.image} is none.`;
  if (number === undefined) return { start: level.start, end: level.end, message };
  return instead(level, level, message, number, `Change to ${number}`);
}

/** From one level to another, which the list of them says: `level 0-1`. */
export function levelRangeMistake({ text, words }: Line): Mistake | undefined {
  const [, first, second, third] = words;
  if (!is(first, 'NUMBER')) return undefined;
  const last = second?.image === 'to' || second?.image === '-' || second?.image === '–' ? third : second;
  if (!last || !is(last, 'NUMBER') || !/^\s*(?:-|–|to\b)/.test(text.slice(first.end))) return undefined;
  const [from, to] = [Number(first.image), Math.abs(Number(last.image))];
  const message = `The levels of a zone are listed: write 'level ${from}, ${to}' for ${from} and ${to}.`;
  // What lies between is not for a reader to guess.
  if (to - from !== 1) return { start: first.start, end: last.end, message };
  return instead(first, last, message, `${from}, ${to}`, `Change to ${from}, ${to}`);
}

/** A kind that stands behind the levels, which come last. */
export function kindBehindLevel({ text, words }: Line, at: number): Mistake | undefined {
  const [level, first] = words.slice(at);
  let end = at + 2;
  while (words[end]?.image === ',' && is(words[end + 1], 'NUMBER')) end += 2;
  const [colon, kind] = words.slice(end);
  if (!level || !is(first, 'NUMBER') || colon?.image !== ':' || !isReference(kind)) return undefined;
  const written = `: ${kind.image} level ${text.slice(first.start, words[end - 1]!.end)}`;
  const message = `The kind of a zone stands before its level: write '${written}'.`;
  return instead(level, kind, message, written, `Write '${written}'`);
}
