import { FRS } from '../../../core/model/levels.ts';
import { isDate } from '../../syntax/text.ts';
import { isVectorWord } from '../../syntax/vector.ts';
import { FIRST_WORDS } from '../../syntax/words.generated.ts';
import { instead, is, isClauseWord, isMemberWord, type Line, type Mistake, needless, type Word } from './words.ts';

/** Quotes that texts from word processors have, with what closes each. */
const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '”': '”',
  '«': '»',
  '‘': '’',
  "'": "'",
  '`': '`',
};

/** A text in other quotes than the language's. */
export function quoteMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const open = words[at];
  const closing = QUOTES[open?.image ?? ''];
  if (!open || open.token || closing === undefined) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(open.end))![0];
  const length = line.indexOf(closing);
  const message = `A text stands in straight quotes, "…": this quote is ${open.image}.`;
  if (length < 0) return { start: open.start, end: open.end, message };
  const close = { image: closing, start: open.end + length, end: open.end + length + 1 };
  const written = `"${line.slice(0, length).replace(/["\\]/g, String.raw`\$&`)}"`;
  return instead(open, close, message, written, 'Change to straight quotes');
}

/** An address or the like, which is a text. */
export function addressMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const word = words[at];
  if (!word) return undefined;
  const isPart = (offset: number) => /[^\s{}",]/.test(text[offset] ?? ' ');
  let [start, end] = [word.start, word.end];
  while (isPart(start - 1) && word.start - start < MOST_CITED) start--;
  while (isPart(end) && end - word.start < MOST_CITED) end++;
  const run = text.slice(start, end);
  if (!ADDRESS.test(run)) return undefined;
  const around = words.find((each) => each.end > start);
  const verb = words.findLastIndex(
    ({ image, end: to }) => to <= start && (FIRST_WORDS.Statement as readonly string[]).includes(image),
  );
  const isControl =
    verb >= 0 &&
    words
      .slice(verb + 1)
      .every((each) => each.start >= start || !(isClauseWord(each) || is(each, 'TEXT') || isMemberWord(each)));
  if (isControl) return undefined;
  // Levels with signs between them are no address.
  if (isVectorWord(words.findLast((each) => each.end <= start)?.image)) return undefined;
  if (is(around, 'REQUIREMENT') || (is(around, 'DATE') && isDate(run))) return undefined;
  const message = `'${run}' is neither a number nor a date (YYYY-MM-DD): put it in quotes.`;
  return { start, end, message, fix: { title: `Put ${run} in quotes`, start, end, text: `"${run}"` } };
}

/** Longer runs of characters are no addresses. */
const MOST_CITED = 60;

/** Numbers with signs between them, as in addresses and versions. */
const ADDRESS = /^\d+(?:[.:-][\da-f]+){2,}(?:\/\d+)?$/i;

/** A comment as other languages have them, by the sign that it begins with. */
export function commentMistake(start: number, sign: '#' | '--'): Mistake {
  const end = start + sign.length;
  const message = `A comment begins with '//', not with '${sign}'.`;
  return { start, end, message, fix: { title: "Change to '//'", start, end, text: '//' } };
}

/** A sign that stands for nothing: behind a member, or between an FR and its level. */
export function strayMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const [previous, sign, next] = [words[at - 1], words[at], words[at + 1]];
  if ((FRS as readonly string[]).includes(previous?.image ?? '')) return signMistake({ words }, at - 1);
  if (!previous || !sign || (sign.image !== ',' && sign.image !== ';')) return undefined;
  const isLast =
    next === undefined || next.image === '}' || isMemberWord(next) || /[\r\n]/.test(text.slice(sign.end, next.start));
  if (!isLast) return undefined;
  return needless(sign, previous, `No '${sign.image}' stands between members: remove it.`);
}

/** A colon or equals sign between a word and its value. */
export function signMistake({ words }: Pick<Line, 'words'>, at: number): Mistake | undefined {
  const [word, sign, value] = words.slice(at, at + 3);
  if (!word || !sign || (sign.image !== ':' && sign.image !== '=')) return undefined;
  const mistake = needless(sign, word, `No '${sign.image}' stands between '${word.image}' and its value: remove it.`);
  // Without white space the two would be one word.
  return mistake.fix && value?.start === sign.end ? { ...mistake, fix: { ...mistake.fix, text: ' ' } } : mistake;
}
