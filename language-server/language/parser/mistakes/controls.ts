import { FRS } from '../../../core/model/levels.ts';
import { listOr } from '../../../core/text/words.ts';
import { FAMILY_PATTERN } from '../../syntax/requirement.ts';
import { PROPERTY_NAMES } from '../../syntax/schemas.ts';
import { FIRST_WORDS } from '../../syntax/words.generated.ts';
import { instead, is, isClauseWord, isFirst, type Line, type Mistake, missing, type Word } from './words.ts';

const VERBS = FIRST_WORDS.Statement;

/** The verb that a word is a form of: `planned`, `exclude`. */
export function verbOf(word: string): string | undefined {
  const stem = stemOf(word.toLowerCase());
  return VERBS.find((verb) => stemOf(verb) === stem);
}

const stemOf = (word: string): string => word.replace(/(?:n?ing|n?ed|es|e|s)$/, '');

/** A statement whose verb is in another form, is none of the language, or stands behind the requirement. */
export function verbMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  let first = Math.min(at, words.length - 1);
  while (first > 0 && !isFirst(text, words, first)) first--;
  const word = words[first];
  if (!word || (VERBS as readonly string[]).includes(word.image)) return undefined;
  if (is(word, 'REQUIREMENT')) return verbBehind(text, words, first);
  const next = words[first + 1];
  if (!is(word, 'NAME') || !is(next, 'REQUIREMENT') || isFirst(text, words, first + 1)) return undefined;
  // A regulation requires them, a policy supports them, and a risk is mitigated by them.
  if (word.image === FIRST_WORDS.Requires[0] || PROPERTY_NAMES.has(word.image)) return undefined;
  const verb = verbOf(word.image);
  if (verb) {
    const message = `'${word.image}' begins no member; did you mean '${verb}'?`;
    return instead(word, word, message, verb, `Change to '${verb}'`);
  }
  const { start, end } = word;
  return { start, end, message: `'${word.image}' does not say how ${next.image} stands: begin with ${listOr(VERBS)}.` };
}

/** Requirements at the beginning of a line, with or without a verb behind them. */
function verbBehind(text: string, words: readonly Word[], first: number): Mistake | undefined {
  let at = first + 1;
  while (words[at]?.image === ',' && is(words[at + 1], 'REQUIREMENT')) at += 2;
  const [from, to] = [words[first]!, words[at - 1]!];
  const before = words[first - 1];
  // A list that goes on from the line before.
  if (before?.image === ',' || is(before, 'REQUIREMENT')) return undefined;
  const sign = words[at]?.image === ':' || words[at]?.image === '=' ? at + 1 : at;
  const said = words[sign];
  const verb = said && is(said, 'NAME') && !isFirst(text, words, sign) ? verbOf(said.image) : undefined;
  const list = text.slice(from.start, to.end);
  if (said && verb) {
    const written = `${verb} ${list}`;
    const message = `The verb of a statement stands before its requirements: write '${written}'.`;
    return instead(from, said, message, written, `Write '${written}'`);
  }
  const { start } = from;
  return { start, end: to.end, message: `A statement says how ${list} stands: begin with ${listOr(VERBS)}.` };
}

/** All requirements, those of a group or of a level, as no list names them: `SR 1.*`, `SR 1`, `all SRs`, `IAC`, `SL 2`. */
const MANY = new RegExp(
  String.raw`(?:\*|(?:all|every|any)\b[^,{}"\r\n]*|(?:${FAMILY_PATTERN}|FR)(?:[ \t]*\*|s\b|[ \t]*\d+(?:\.(?:\*|x\b))?(?![.\w]))|SL[- \t]*[0-4](?![.\w]))`,
  'iy',
);

/** Many requirements at once: which of them are meant to be claimed is not for a reader to say. */
export function manyMistake({ text, words }: Line): Mistake | undefined {
  for (let i = 1; i < words.length && !isClauseWord(words[i]); i++) {
    const word = words[i]!;
    if (is(word, 'REQUIREMENT') || (i > 1 && words[i - 1]!.image !== ',')) continue;
    // One name may be that of a profile, and is looked up.
    const isName =
      is(word, 'CONTROL') &&
      (words[i + 1] === undefined ||
        words[i + 1]!.image === ',' ||
        words[i + 1]!.image === '}' ||
        isClauseWord(words[i + 1]));
    if (isName) continue;
    MANY.lastIndex = word.start;
    const found = MANY.exec(text)?.[0].trimEnd() ?? (isFr(word) && word.image);
    if (!found) continue;
    const start = word.start;
    return { start, end: start + found.length, message: manyMessage(found) };
  }
  return undefined;
}

const isFr = ({ image }: Word): boolean => (FRS as readonly string[]).includes(image);

/** What is said of a text that stands for many requirements. */
const manyMessage = (text: string): string =>
  `A statement names each requirement, and '${text}' is none: list those that are meant, with commas, or list them in a profile and name that.`;

/** What people write for the word of a clause, by what stands behind it. */
const CLAUSES: readonly { readonly clause: string; readonly before: string; readonly written: readonly string[] }[] = [
  { clause: 'until', before: 'DATE', written: ['till', 'before', 'due', 'on', 'by', 'target', 'date', 'deadline'] },
  { clause: 'because', before: 'TEXT', written: ['reason', 'since', 'as', 'rationale', 'justification', 'why'] },
  { clause: 'with', before: 'REQUIREMENT', written: ['by', 'using', 'via', 'through', 'under'] },
];

/** What is said where another word than that of the clause stands before its value. */
export const clauseMessage = (clause: string, value: string): string =>
  `'${clause}' is due before ${value}: write '${clause} ${value}'.`;

/** Another word for that of a clause, or none before a day. */
export function clauseMistake({ words }: Line): Mistake | undefined {
  const [verb] = words as [Word];
  const hasDay = words.some(({ image }) => image === 'until');
  for (let i = 2; i < words.length; i++) {
    const [word, next] = [words[i]!, words[i + 1]];
    const before = words[i - 1]!;
    if (is(word, 'DATE') && is(before, 'REQUIREMENT') && !hasDay)
      return missing(word, clauseMessage('until', word.image), 'until', "Add 'until'");
    const meant = CLAUSES.find(({ before: due, written }) => is(next, due) && written.includes(word.image));
    if (!meant || before.image === ',' || before.image === 'verified') continue;
    if (meant.clause === 'with' && verb.image !== 'compensates') continue;
    return instead(word, word, clauseMessage(meant.clause, next!.image), meant.clause, `Change to '${meant.clause}'`);
  }
  return undefined;
}
