import { FRS, MAX_LEVEL } from '../../../core/model/levels.ts';
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
  const said = joinedMistake(line, name, first) ?? saidMistake(line, name, first);
  if (said) return said;
  const open = OPEN.has(first.image) ? 1 : OPEN.has(words[2]?.image ?? '') && is(first, 'NUMBER') ? 2 : 0;
  if (open > 0) {
    const close = words.findIndex(({ image }, i) => i > open && CLOSE.has(image));
    if (close < 0 || words[close]!.image === '}') return undefined;
    const inside = text.slice(words[open]!.end, words[close]!.start).trim();
    if (/^[0-4]$/.test(inside) && open === 1)
      return instead(first, words[close]!, numberMessage(name, inside), inside, `Change to '${inside}'`);
    const message = 'The levels of a vector stand in braces, as in { 2 2 0 1 3 1 3 } or { RDF 3 }.';
    return instead(words[open]!, words[close]!, message, `{ ${inside} }`, 'Change to braces');
  }
  if (first.image === '{' || words[2]?.image === '{') return undefined;
  return bareMistake(line, name);
}

/** A level as it is spoken of (`SL 2`, `SL-T 2`), in quotes, with a sign or a dot, and words that are none. */
function saidMistake({ text }: Line, name: Word, first: Word): Mistake | undefined {
  const isText = is(first, 'TEXT');
  const written = isText ? contentOf(first) : text.slice(first.start, first.start + MOST_SAID);
  const [found, level] = SAID.exec(written) ?? [];
  if (level !== undefined && found !== undefined && (isText ? found === written : found !== level)) {
    const span = isText ? first : { image: found, start: first.start, end: first.start + found.length };
    return instead(span, span, numberMessage(name, level), level, `Change to '${level}'`);
  }
  const run = /^[^\s,{}]+/.exec(written)?.[0] ?? '';
  const isOther = is(first, 'NUMBER') ? run !== first.image && !/[-/;|]/.test(run) : is(first, 'VALUE') && !isFr(first);
  if (!isOther || (isText && isJoined(written))) return undefined;
  const image = is(first, 'NUMBER') ? run : first.image;
  const message = `A security level is a number from 0 to ${MAX_LEVEL}, as in '${name.image} 2'; ${image} is none.`;
  return { start: first.start, end: first.start + image.length, message };
}

const numberMessage = (name: Word, level: string): string =>
  `A security level is written as its number: '${name.image} ${level}'.`;

const contentOf = ({ image }: Word): string =>
  image.slice(1, image.length > 1 && image.endsWith('"') ? -1 : undefined).trim();

/** A level with what people write before and behind it, up to what cannot belong to it. */
const SAID = /^(?:(?:SL|level|L)(?:[- ]?[TCA](?![a-z]))?[- \t]*|(?:[+=≥]|>=)[ \t]*)?([0-4])\.?(?![\w./-])/i;

const MOST_SAID = 60;

const JOINED = /^[0-4](?:[ \t]*[-/;|, ][ \t]*[0-4])+(?![\w./-])/;
const NAMED = new RegExp(String.raw`^(?:(?:${FRS.join('|')})[ \t]*[:=][ \t]*[0-4][ \t]*,?[ \t]*)+`);

const isJoined = (text: string): boolean => JOINED.exec(text)?.[0] === text;

/** Levels with other signs between them (`2/2/2/2/2/2/2`), in quotes, or behind the names of their FRs (`IAC: 2`). */
function joinedMistake({ text, words }: Line, name: Word, open: Word): Mistake | undefined {
  const isBraced = open.image === '{';
  const first = isBraced ? words[2] : open;
  if (!first) return undefined;
  const isText = is(first, 'TEXT');
  const written = isText ? contentOf(first) : text.slice(first.start, first.start + MOST_SAID);
  if (isText && !isJoined(written)) return undefined;
  const named = isBraced ? undefined : NAMED.exec(written)?.[0].trim().replace(/,$/, '');
  const found = named ?? JOINED.exec(written)?.[0];
  if (!found || (!named && !isText && !/[-/;|]/.test(found))) return undefined;
  const span = isText ? first : { image: found, start: first.start, end: first.start + found.length };
  const levels = found.match(/\d/g)!;
  if (!named && levels.length !== FRS.length)
    return { start: span.start, end: span.end, message: countMessage(name, levels.length) };
  const inside = named ? named.replace(/[ \t]*[:=][ \t]*/g, ' ') : levels.join(' ');
  if (isBraced) return instead(span, span, sevenMessage(name, `{ ${inside} }`), inside, 'Put spaces between them');
  const braced = `{ ${inside} }`;
  return instead(span, span, named ? singleMessage(name, braced) : sevenMessage(name, braced), braced, BRACED);
}

const singleMessage = (name: Word, written: string): string =>
  `The levels of single FRs stand in braces: write '${name.image} ${written}'.`;

const sevenMessage = (name: Word, written: string): string =>
  `Seven levels stand in braces, in the order ${FRS.join(' ')}: write '${name.image} ${written}'.`;

const countMessage = (name: Word, count: number): string =>
  `'${name.image}' is one level for all FRs, or seven in braces in the order ${FRS.join(' ')}; here are ${count}.`;

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
    return instead(
      from,
      last,
      singleMessage(name, `${text.slice(run[0]!.start, from.start)}${written}`),
      written,
      BRACED,
    );
  }
  const written = `{ ${text.slice(run[0]!.start, last.end)} }`;
  if (numbers === FRS.length) {
    return instead(run[0]!, last, sevenMessage(name, written), written, BRACED);
  }
  return { start: run[1]!.start, end: last.end, message: countMessage(name, numbers) };
}
