import type { AstNode } from 'langium';
import { DATE_PLACEHOLDER } from '../../core/fixes/placeholder.ts';
import { normaliseRequirement } from '../../core/model/control.ts';
import type { Located, Place, Reference, Sort, Text } from '../../core/model/reference.ts';
import type { Problem } from '../../core/model/unit.ts';
import { closest } from '../../core/text/closest.ts';
import { isName, normaliseName } from '../../core/text/names.ts';
import { isPlaceholder, isUnsaid } from '../../core/text/unsaid.ts';
import { listOr } from '../../core/text/words.ts';
import { syntaxOf, type Word } from '../parser/syntax-node.ts';
import { unclosedText } from '../parser/unclosed-text.ts';
import { dayMeant, dayMessage } from '../syntax/days.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { isDate, numberIn, readDocComment, readString, readTextBlock } from '../syntax/text.ts';
import { lineStart } from '../syntax/white-space.ts';

/** A word of the text as written, with its place. */
export interface PlacedWord {
  readonly raw: string;
  readonly at: Place;
  readonly start: number;
}

/**
 * Reads one unit: hands out places (and so builds its source map), collects its references and problems.
 * Offsets are relative to the unit's text.
 */
export interface Reader {
  readonly text: string;
  /** Start and end offsets, two numbers a place. */
  readonly spans: number[];
  readonly references: Reference[];
  readonly problems: Problem[];
  /** The member whose value is being read, for problems to say so. */
  reading?: string;
  /** Where names are looked up from: index of the enclosing zone and conduit, -1 outside. */
  readonly scope: { zone: number; conduit: number };
}

/** A reader of the text of one declaration. */
export function createReader(text: string): Reader {
  return { text, spans: [], references: [], problems: [], scope: { zone: -1, conduit: -1 } };
}

/** Notes a place, by offsets in the text. */
export function placeOf(reader: Reader, start: number, end: number): Place {
  reader.spans.push(start, end);
  return reader.spans.length / 2 - 1;
}

/** Notes the place of a node, from its first word to its last. */
export function placeOfNode(reader: Reader, node: AstNode): Place {
  const { $start, $end } = syntaxOf(node);
  return placeOf(reader, Math.max(0, $start), $end);
}

/** Notes a problem, with the fix where there is one that claims nothing. */
export function report(
  reader: Reader,
  rule: Problem['rule'],
  at: Place,
  message: string,
  fix?: { text: string; title: string; at?: Place },
  severity?: Problem['severity'],
): void {
  reader.problems.push({
    rule,
    at,
    message,
    ...(severity && { severity }),
    ...(reader.reading && { member: reader.reading }),
    ...(fix && { fix: { title: fix.title, at: fix.at ?? at, text: fix.text } }),
  });
}

/** Reads the value of a member, for the problems of it to say whose it is. */
export function readingOf<T>(reader: Reader, member: string, read: () => T): T {
  reader.reading = member;
  const value = read();
  reader.reading = undefined;
  return value;
}

/** A property that the grammar gives a node. */
export type Feature<N extends AstNode> = Exclude<keyof N, keyof AstNode> & string;

/** The words assigned to a property of a node, in the order of the text. */
export function placedWords<N extends AstNode>(reader: Reader, node: N, feature: Feature<N>): PlacedWord[] {
  const found: PlacedWord[] = [];
  for (const word of syntaxOf(node).$words) if (word.feature === feature) found.push(placed(reader, word));
  return found;
}

/** The first word of a feature of a node, as it is written, with its place. */
export function placedWord<N extends AstNode>(reader: Reader, node: N, feature: Feature<N>): PlacedWord | undefined {
  for (const word of syntaxOf(node).$words) if (word.feature === feature) return placed(reader, word);
  return undefined;
}

function placed(reader: Reader, { raw, start }: Word): PlacedWord {
  return { raw, at: placeOf(reader, start, start + raw.length), start };
}

/** The declared name of a node. A node that lost its name to a syntax error answers an empty one. */
export function nameOf(reader: Reader, node: AstNode & { name: string }): Text {
  const found = placedWord(reader, node, 'name');
  if (!found) return { value: '', at: placeOfNode(reader, node) };
  const value = normaliseName(found.raw);
  if (!isAscii(value) && !isName(value)) {
    report(reader, 'syntax-error', found.at, `'${value}' is no name: a name has letters, digits, '_' and '-' only.`);
  }
  return { value, at: found.at };
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** A text in quotes, or undefined (and a problem) where the value is something else. */
export function textOf(reader: Reader, value: PlacedWord, what: string): Text | undefined {
  if (!value.raw.startsWith('"')) {
    report(reader, 'invalid-value', value.at, `${what} is a text: put ${value.raw} in quotes.`, {
      text: `"${value.raw}"`,
      title: `Put ${value.raw} in quotes`,
    });
    return undefined;
  }
  const block = value.raw.startsWith('"""');
  const { value: content, closed } = block ? readTextBlock(value.raw) : readString(value.raw);
  if (!closed) {
    const { start, end, message, fix } = unclosedText(reader.text, value.start, value.start + value.raw.length);
    const mend = fix && { title: fix.title, text: fix.text, at: placeOf(reader, fix.start, fix.end) };
    report(reader, 'syntax-error', placeOf(reader, start, end), message, mend);
  }
  if (closed && isUnsaid(content)) {
    // What a quick fix has left to be said is not said, nor is what is blank; a decision without its reason is none.
    const message = isPlaceholder(content)
      ? `${what} is still to be written: put it in the place of '${content}'.`
      : `${what} is blank, so it says nothing: write what is meant, or remove it.`;
    report(reader, 'invalid-value', value.at, message, undefined, what === REASON ? 'error' : 'info');
  }
  return { value: content, at: value.at };
}

/** The text that says why, as messages call it. */
export const REASON = 'A reason';

/** The title of a declaration, without its quotes. */
export function titleOf(reader: Reader, node: AstNode & { title?: string }): Text | undefined {
  const found = placedWord(reader, node, 'title');
  return found && textOf(reader, found, 'A title');
}

/** True for a title without its closing quote: what follows on its line is taken for a part of it. */
export function isTitleOpen(reader: Reader, node: AstNode & { title?: string }): boolean {
  const found = placedWord(reader, node, 'title');
  return found !== undefined && !readString(found.raw).closed;
}

/** Registers a reference to be resolved later, looked up from the current scope. */
export function referTo(reader: Reader, sort: Sort, value: PlacedWord): Reference {
  const text = beginsRequirement(value.raw)
    ? normaliseRequirement(value.raw)
    : isAscii(value.raw)
      ? value.raw
      : normaliseName(value.raw);
  const reference: Reference = {
    sort,
    text,
    at: value.at,
    zone: reader.scope.zone,
    conduit: reader.scope.conduit,
  };
  reader.references.push(reference);
  return reference;
}

/** The reference that a feature of a node holds, registered to be resolved later. */
export function referenceOf<N extends AstNode>(
  reader: Reader,
  node: N,
  feature: Feature<N>,
  sort: Sort,
): Reference | undefined {
  const found = placedWord(reader, node, feature);
  return found && referTo(reader, sort, found);
}

/** The references that a feature of a node holds, registered to be resolved later. */
export function referencesOf<N extends AstNode>(reader: Reader, node: N, feature: Feature<N>, sort: Sort): Reference[] {
  return placedWords(reader, node, feature).map((value) => referTo(reader, sort, value));
}

/**
 * A date; one that does not exist is reported and left out.
 * @param isNeeded false where none need be given: that one is still to be chosen is no error then
 */
export function dateOf(reader: Reader, value: PlacedWord, isNeeded = true): Text | undefined {
  if (isDate(value.raw)) return { value: value.raw, at: value.at };
  if (value.raw === DATE_PLACEHOLDER) {
    const message = `The day is still to be chosen: write it in the place of '${DATE_PLACEHOLDER}', as in 2027-06-30.`;
    report(reader, 'invalid-value', value.at, message, undefined, isNeeded ? 'error' : 'info');
    return undefined;
  }
  const isForm = /^\d{4}-\d{2}-\d{2}$/.test(value.raw);
  const guess = isForm ? lastDayOf(value.raw) : dayMeant(value.raw);
  const message = isForm
    ? `${value.raw} is no day of the calendar: give a date that exists, as ${DATE_PLACEHOLDER}.`
    : dayMessage(value.raw, guess);
  report(reader, 'invalid-value', value.at, message, guess ? { text: guess, title: `Change to ${guess}` } : undefined);
  return undefined;
}

/** The end of the month of a day that the month does not have; undefined where the month is none either. */
function lastDayOf(date: string): string | undefined {
  const month = /^\d{4}-\d{2}(?=-\d{2}$)/.exec(date)?.[0];
  return month && ['31', '30', '29', '28'].map((day) => `${month}-${day}`).find(isDate);
}

/** A number within bounds; one outside is reported with the nearest valid value and left out. */
export function numberOf(
  reader: Reader,
  value: PlacedWord,
  what: string,
  range: { min: number; max: number; whole?: boolean },
): Located<number> | undefined {
  const number = /^-?\d+(?:\.\d+)?$/.test(value.raw) ? Number(value.raw) : Number.NaN;
  const whole = range.whole ?? true;
  if (number >= range.min && number <= range.max && (!whole || Number.isInteger(number))) {
    return { value: number, at: value.at };
  }
  const bounds = range.max === Number.MAX_SAFE_INTEGER ? `${range.min} or more` : `${range.min} to ${range.max}`;
  const said = Number.isNaN(number) ? Number(numberIn(value.raw)) : Number.NaN;
  const isSaid = said >= range.min && said <= range.max && (!whole || Number.isInteger(said));
  const nearest = Number.isNaN(number)
    ? isSaid
      ? said
      : undefined
    : Math.min(range.max, Math.max(range.min, whole ? Math.round(number) : number));
  report(
    reader,
    'invalid-value',
    value.at,
    `${what} is ${whole ? 'a whole number' : 'a number'} from ${bounds}; ${value.raw} is not.`.replace(
      'from 1 or more',
      'of 1 or more',
    ),
    nearest === undefined ? undefined : { text: String(nearest), title: `Change to ${nearest}` },
  );
  return undefined;
}

/** What other languages write for yes and no. */
const SAME: Readonly<Record<string, 'yes' | 'no'>> = {
  true: 'yes',
  on: 'yes',
  y: 'yes',
  false: 'no',
  off: 'no',
  n: 'no',
};

/** The word of a set that is written in quotes, in capitals or as other languages have it. */
function sayingSame<T extends string>(raw: string, words: readonly T[]): T | undefined {
  const bare = raw.replace(/^"|"$/g, '').toLowerCase();
  return words.find((word) => word === bare || word === SAME[bare]);
}

/** One of a fixed set of words; another is reported with the set and left out. */
export function wordOf<T extends string>(
  reader: Reader,
  value: PlacedWord,
  what: string,
  words: readonly T[],
): Located<T> | undefined {
  const raw = value.raw as T;
  if (words.includes(raw)) return { value: raw, at: value.at };
  const guess = sayingSame(value.raw, words) ?? closest(value.raw, words);
  const message = `${what} is ${listOr(words)}; ${value.raw} is none of them.`;
  report(
    reader,
    'invalid-value',
    value.at,
    message,
    guess ? { text: guess, title: `Change to '${guess}'` } : undefined,
  );
  return undefined;
}

/** The documentation comment right before a declaration. */
export function docOf(reader: Reader, node: AstNode): string | undefined {
  const start = Math.max(0, syntaxOf(node).$start);
  // Cheap test first: most units have no such comment at all.
  if (!reader.text.includes('/**')) return undefined;
  let before = reader.text.slice(0, start).trimEnd();
  // A line of notes in between does not part them.
  for (let line = lastLine(before); line.trimStart().startsWith('//'); line = lastLine(before)) {
    before = before.slice(0, before.length - line.length).trimEnd();
  }
  if (!before.endsWith('*/')) return undefined;
  const open = before.lastIndexOf('/**');
  const isDoc = open > before.lastIndexOf('*/', before.length - 3) && before.length - open > '/***/'.length;
  return isDoc ? readDocComment(before.slice(open)) : undefined;
}

const lastLine = (text: string): string => text.slice(lineStart(text, text.length));
