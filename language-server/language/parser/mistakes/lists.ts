import { SCHEMAS, schemaOf } from '../../syntax/schemas.ts';
import { type Keyword, REQUIREMENT_FAMILIES } from '../../syntax/words.generated.ts';
import { clauseMistake, manyMistake } from './controls.ts';
import { bracketMistake } from './foreign.ts';
import { signMistake } from './signs.ts';
import {
  instead,
  is,
  isClauseWord,
  isEnd,
  isMemberWord,
  type Line,
  type Mistake,
  needless,
  type Word,
} from './words.ts';

/** Words and signs that are written for the comma of a list. */
const INSTEAD_OF_COMMA: ReadonlySet<string> = new Set([';', 'and', '&', '+', '|']);

/** What is wrong with a statement. */
export function statementMistake(line: Line): Mistake | undefined {
  const { words } = line;
  const sign = bracketMistake(line) ?? signMistake(line, 0);
  if (sign) return sign;
  const spelled =
    enhancementsMistake(line) ??
    spellingMistake(line) ??
    rangeMistake(line) ??
    manyMistake(line) ??
    clauseMistake(line);
  if (spelled) return spelled;
  const number = words.findIndex(
    (word, i) => /^\d+\.\d+$/.test(word.image) && is(word, 'NUMBER') && (i === 1 || words[i - 1]!.image === ','),
  );
  const clause = words.findIndex((word, i) => i > 0 && isClauseWord(word));
  if (number > 0 && (clause < 0 || number < clause)) {
    const word = words[number]!;
    const family = words.some(({ image }) => image.startsWith('CR')) ? 'CR' : 'SR';
    const text = `${family} ${word.image}`;
    const message = `A requirement is written with its family: '${text}' of the system, or 'CR ${word.image}' of a component.`;
    return instead(word, word, message, text, `Change to '${text}'`);
  }
  const [verb, first, second] = words as [Word, Word | undefined, Word | undefined];
  // A clause with its value; alone the word is the name of a profile.
  if (first && isClauseWord(first) && !isEnd(second) && second!.image !== ',' && !isClauseWord(second)) {
    const { start, end } = first;
    const message = `'${verb.image}' names no requirement: write which before '${first.image}', as in '${verb.image} SR 1.1 ${first.image} …'.`;
    return { start, end, message };
  }
  const controls = listMistake(line, 1, 'CONTROL');
  if (controls) return controls;
  for (let i = 1; i < words.length; i++) {
    if (!isClauseWord(words[i])) continue;
    // A clause without its value, before the next.
    if (isClauseWord(words[i + 1]) && !isEnd(words[i + 2]) && words[i + 2]!.image !== ',') continue;
    const item = LISTS.get(words[i]!.image);
    const mistake = signMistake(line, i) ?? (item === undefined ? undefined : listMistake(line, i + 1, item));
    if (mistake) return mistake;
  }
  return undefined;
}

/** What is wrong with what a regulation requires, and of which zones. */
export function requiresMistake(line: Line): Mistake | undefined {
  const { words } = line;
  const at = words.findIndex(({ image }) => ['in', 'for', 'at', 'of'].includes(image));
  const zone = words[at + 1];
  if (at < 2 || !is(zone, 'REFERENCE'))
    return signMistake(line, 0) ?? spellingMistake(line) ?? listMistake(line, 1, 'CONTROL');
  const message = `The zones of 'requires' stand behind 'on': write 'on ${zone.image}'.`;
  return instead(words[at]!, words[at]!, message, 'on', "Change to 'on'");
}

/** A requirement in another spelling, from the letters of its family on, with quotes or signs that it does not have. */
const SPELLED = new RegExp(
  String.raw`(["'])?(${REQUIREMENT_FAMILIES.join('|')})[-_]?[ \t]*(\d+\.\d+)(?:[-_ \t]*RE[-_ \t]*\(?(\d+)\)?)?\1(?![A-Za-z0-9_])`,
  'iy',
);

/** A requirement in quotes, in small letters or with another sign: it is written as in the standard. */
function spellingMistake({ text, words }: Line): Mistake | undefined {
  for (let i = 1; i < words.length && !isClauseWord(words[i]); i++) {
    const word = words[i]!;
    if (is(word, 'REQUIREMENT') || (i > 1 && words[i - 1]!.image !== ',')) continue;
    SPELLED.lastIndex = word.start;
    const [found, , family = '', number, enhancement] = SPELLED.exec(text) ?? [];
    if (found === undefined) continue;
    const written = `${family.toUpperCase()} ${number}${enhancement ? ` RE(${enhancement})` : ''}`;
    const { start } = word;
    const end = start + found.length;
    const message = `A requirement is written as in the standard: ${written}.`;
    return { start, end, message, fix: { title: `Change to ${written}`, start, end, text: written } };
  }
  return undefined;
}

/** Several enhancements of one requirement: `SR 1.1 RE(1, 2)`, `SR 1.1 RE 1 and RE 2`. */
const ENHANCEMENTS = /^[ \t]*RE[ \t]*\(?[ \t]*\d+\)?(?:[ \t]*(?:,|and|&|\+)[ \t]*(?:RE[ \t]*)?\(?\d+\)?(?![.\w]))+\)?/i;

function enhancementsMistake({ text, words }: Line): Mistake | undefined {
  for (let i = 1; i < words.length && !isClauseWord(words[i]); i++) {
    const word = words[i]!;
    const base = is(word, 'REQUIREMENT') ? /^[A-Z]+[ \t]*\d+\.\d+/.exec(word.image)?.[0] : undefined;
    if (base === undefined) continue;
    const behind = word.start + base.length;
    const rest = ENHANCEMENTS.exec(text.slice(behind, behind + MOST_CITED))?.[0];
    if (!rest) continue;
    const written = rest
      .match(/\d+/g)!
      .map((number) => `${base} RE(${number})`)
      .join(', ');
    const span = { image: '', start: word.start, end: behind + rest.length };
    const message = `A list names each enhancement with its requirement: write ${written}.`;
    return instead(span, span, message, written, `Change to ${written}`);
  }
  return undefined;
}

const RANGES: ReadonlySet<string> = new Set(['to', '-', '–', 'through', 'till']);

/** From one requirement to another: which lie between is not for a reader to guess. */
function rangeMistake({ text, words }: Line): Mistake | undefined {
  const joined = joinedMistake(text, words);
  if (joined) return joined;
  const at = words.findIndex(
    ({ image }, i) => RANGES.has(image) && is(words[i - 1], 'REQUIREMENT') && is(words[i + 1], 'REQUIREMENT'),
  );
  const [first, word, last] = words.slice(at - 1, at + 2);
  if (at < 0 || !first || !word || !last) return undefined;
  const message = `A list names each requirement: write those between ${first.image} and ${last.image} one by one, with commas.`;
  return { start: word.start, end: word.end, message };
}

/** Signs right behind a requirement, with more of it or another: `SR 1.1/1.2`. */
function joinedMistake(text: string, words: readonly Word[]): Mistake | undefined {
  for (const word of words) {
    if (isClauseWord(word)) return undefined;
    const rest =
      is(word, 'REQUIREMENT') && /^[^\s,;{}"A-Za-z(][^\s,;{}"]+/.exec(text.slice(word.end, word.end + MOST_CITED))?.[0];
    if (!rest) continue;
    const [start, end] = [word.start, word.end + rest.length];
    const message = `'${text.slice(start, end)}' is no single requirement: write each in full, with commas, as in SR 1.1, SR 1.1 RE(1).`;
    return { start, end, message };
  }
  return undefined;
}

/** More of what is joined to a requirement is not looked at. */
const MOST_CITED = 40;

/** What stands in the lists of the clauses that take one. */
const LISTS: ReadonlyMap<string, string> = new Map<Keyword, string>([
  ['by', 'VALUE'],
  ['with', 'CONTROL'], // a text behind it is the reason
  ['evidence', 'VALUE'],
]);

/** True for a property that takes a list in some block, and one value in none, or that may repeat. */
export function takesList(name: string): boolean {
  const times = Object.keys(SCHEMAS).flatMap((block) => schemaOf(block)[name] ?? []);
  return times.includes('many') || (times.length > 0 && !times.includes('once'));
}

/** What is wrong with a property. */
export function propertyMistake(line: Line): Mistake | undefined {
  const name = line.words[0]!.image;
  const sign = (takesList(name) ? bracketMistake(line) : undefined) ?? signMistake(line, 0);
  if (sign) return sign;
  if (takesList(name)) return listMistake(line, 1, 'VALUE');
  const [, first, second] = line.words;
  if (!is(first, 'TEXT') || !is(second, 'TEXT')) return undefined;
  const message = `'${name}' is one text: join ${second.image} with ${first.image}, or remove it.`;
  if (second.image.startsWith('"""') || first.image.startsWith('"""'))
    return { start: second.start, end: second.end, message };
  const text = `${first.image.slice(0, -1)}, ${second.image.slice(1)}`;
  const { start, end } = second;
  return { start, end, message, fix: { title: 'Join the texts', start: first.start, end, text } };
}

/** Values that no comma parts, or something else than a comma. */
export function listMistake({ text, words }: Line, from: number, category: string): Mistake | undefined {
  let last = words[from];
  if (!last || !is(last, category)) return undefined;
  let written = last.image;
  let wrong: { readonly before: Word; readonly after: Word } | undefined;
  let at = from + 1;
  for (;;) {
    const gap = at;
    while (words[at] && (words[at]!.image === ',' || isInsteadOfComma(words, at, category))) at++;
    const next = words[at];
    const parts = words.slice(gap, at);
    if (
      !next ||
      !is(next, category) ||
      !(parts.length > 0 || (isItem(words, at) && !(is(last, 'TEXT') && is(next, 'NAME'))))
    ) {
      const dot = words[gap];
      if (!wrong && dot && !is(last, 'NUMBER') && (dot.image === '.' || dot.image === ';') && !dot.token) {
        return needless(dot, last, `No '${dot.image}' stands behind ${cited(last)}: remove it.`);
      }
      break;
    }
    if (parts.length === 1 && parts[0]!.image === ',') written += text.slice(last.end, next.start);
    else {
      wrong ??= { before: last, after: next };
      written += parts.length === 0 ? `,${text.slice(last.end, next.start)}` : ', ';
    }
    written += next.image;
    last = next;
    at++;
  }
  if (!wrong) return undefined;
  const { before, after } = wrong;
  const message = `Commas stand between the entries of a list: put one between ${cited(before)} and ${cited(after)}.`;
  const first = words[from]!;
  return {
    start: after.start,
    end: after.end,
    message,
    fix: { title: 'Put commas between them', start: first.start, end: last.end, text: written },
  };
}

const cited = ({ image }: Word): string => (image.startsWith('"') ? image : `'${image}'`);

function isInsteadOfComma(words: readonly Word[], at: number, category: string): boolean {
  const { image } = words[at]!;
  return INSTEAD_OF_COMMA.has(image) && is(words[at + 1], category) && !isMemberWord(words[at + 1]);
}

/** True for a value that goes on a list without a comma, and is no word that begins something else. */
function isItem(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!is(word, 'NAME')) return true;
  if (isClauseWord(word) || isMemberWord(word)) return false;
  const next = words[at + 1];
  if (isEnd(next) || next!.image === ',' || isClauseWord(next)) return true;
  return is(next, 'CONTROL') && !isMemberWord(next);
}
