import { normaliseName } from '../../core/text/names.ts';
import { LINE_WORDS } from '../../language/parser/member-starts.ts';
import { isNamePosition } from '../../language/parser/name-position.ts';
import { endOf, isInside, type Token, tokensOf } from '../../language/parser/tokens.ts';
import { beginsRequirement, FAMILY_PATTERN } from '../../language/syntax/requirement.ts';
import { PROPERTY_NAMES } from '../../language/syntax/schemas.ts';
import { FIRST_WORDS, type Keyword } from '../../language/syntax/words.generated.ts';
import { type Block, blocksBefore, membersIn, memberWords } from '../blocks.ts';
import { distinct, type Expected, expectedAfter, keyOf } from './expected.ts';
import type { CompletionContext, WrittenAsset } from './surroundings.ts';

/** What is being typed: a requirement reference with its spaces, a number or date, or a name or path. */
const TYPED = new RegExp(
  String.raw`(?:${FAMILY_PATTERN}[^\S\r\n]*(?:\d[\d.]*(?:[^\S\r\n]*(?:RE?[^\S\r\n]*\(?\d*|\(\d*))?)?|(?<![\p{L}\p{M}\p{N}_.-])\d[\d.-]*|[\p{L}_][\p{L}\p{M}\p{N}_.-]*)$`,
  'u',
);

/** More lines of a member than this are not looked at to find where it begins. */
const MOST_LINES = 8;

/** Of more words the grammar is not asked: of a long list its beginning and its end tell what may follow. */
const MOST_WORDS = 400;

/**
 * What is being written at an offset of a text, which may be broken.
 * Undefined inside a text or a comment, where nothing of the language can stand.
 */
export function completionContext(text: string, offset: number): CompletionContext | undefined {
  const all = tokensOf(text);
  if (all.some((token) => isInside(token, offset))) return undefined;
  const written = TYPED.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const start = offset - written.length;
  // The word at the cursor is left out, also what stands of it behind the cursor.
  const tokens = all.filter((token) => token.kind !== 'comment' && (endOf(token) <= start || token.at >= offset));
  const next = tokens.findIndex(({ at }) => at >= offset);
  const here = next < 0 ? tokens.length : next;
  const blocks = blocksBefore(tokens, here);
  const heads = blocks.map(({ word }) => word);
  const member = tokens.slice(
    tokens.slice(0, here).findLastIndex(({ text }) => text === '{' || text === '}') + 1,
    here,
  );
  const lines = lastMembers(linesOf(text, member));
  const last = tokens[here - 1];
  const atStart = !last || last.text === '{' || last.text === '}' || hasBreak(text, last, start);

  const beginning = new Set(expectedAfter(heads, [])?.map(keyOf));
  const read = readMember(heads, lines, atStart);
  const keys = new Set(read.expected.map(keyOf));
  const complete = read.used.length === 0 || [...beginning].every((key) => keys.has(key));
  const expected =
    complete && atStart ? distinct([...read.expected, ...(expectedAfter(heads, []) ?? [])]) : read.expected;
  const members = membersIn(tokens, blocks.at(-1)?.from ?? 0);
  const cut = /^[\p{L}_][^\s]*$/u.test(written) && !beginsRequirement(written) ? written.lastIndexOf('.') + 1 : 0;
  return {
    blocks,
    expected,
    beginning: new Set(complete ? expected.filter((item) => beginning.has(keyOf(item))) : []),
    complete,
    atStart,
    before: textsOf(read.used.slice(memberStart(read.used, beginning))),
    line: atStart ? [] : textsOf(lines.at(-1) ?? []),
    memberWords: memberWords(members),
    statements: statementsIn(text, members),
    assets: assetsIn(text, members),
    qualifier: normaliseName(written.slice(0, Math.max(0, cut - 1))),
    typed: written.slice(cut),
  };
}

/** Index of the word that begins the last member: a keyword of the block or, on a line of its own, a property. */
function memberStart(used: readonly Token[], beginning: ReadonlySet<string>): number {
  let start = 0;
  used.forEach(({ text, kind }, i) => {
    const before = used[i - 1]?.text ?? '';
    const isValue = isNamePosition(before) || before === ',' || (i === start + 1 && PROPERTY_NAMES.has(before));
    if (kind === 'word' && !isValue && (beginning.has(text) || PROPERTY_NAMES.has(text))) start = i;
  });
  return start;
}

/** Words as they are compared, whatever the form of their letters. */
const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => normaliseName(text));

function hasBreak(text: string, token: Token, to: number): boolean {
  return /[\r\n]/.test(text.slice(endOf(token), to));
}

/** The tokens line by line. */
function linesOf(text: string, tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [];
  tokens.forEach((token, i) => {
    if (i === 0 || hasBreak(text, tokens[i - 1]!, token.at)) lines.push([]);
    lines.at(-1)!.push(token);
  });
  return lines;
}

/** The lines of the last members, where there are many: a zone may have a thousand assets, none of them with a block. */
function lastMembers(lines: readonly Token[][]): readonly Token[][] {
  const begins = lines.flatMap(([first], i) => (first && LINE_WORDS.has(first.text) ? [i] : []));
  return lines.slice(begins.length > MOST_LINES ? begins.at(-MOST_LINES) : 0);
}

/** The words of a long list without its middle. */
function shortened(words: readonly string[]): readonly string[] {
  if (words.length <= MOST_WORDS) return words;
  const half = MOST_WORDS / 2;
  const from = words.slice(0, half).lastIndexOf(',');
  const to = words.indexOf(',', words.length - half);
  return from < 0 || to < 0 ? words.slice(-MOST_WORDS) : [...words.slice(0, from), ...words.slice(to)];
}

/**
 * What the grammar takes after the lines, with the tokens that it read. A member that cannot be read must not spoil
 * the answer for the next one: then only the last lines count, as few as can be read.
 */
function readMember(
  heads: readonly Block['word'][],
  lines: readonly Token[][],
  atStart: boolean,
): { expected: Expected[]; used: Token[] } {
  const all = lines.flat();
  const tails = lines.map((_, i) => lines.slice(-i - 1).flat()).slice(0, MOST_LINES);
  for (const used of [all, ...tails, ...(atStart ? [[]] : [])]) {
    const expected = expectedAfter(heads, shortened(textsOf(used)));
    if (expected) return { expected, used };
  }
  return { expected: [], used: all };
}

/** True where a keyword begins a member: on a line of its own also where the half-written one above goes on with a name. */
function begins(text: string, members: readonly Token[], index: number): boolean {
  const previous = members[index - 1];
  return !previous || !isNamePosition(previous.text) || hasBreak(text, previous, members[index]!.at);
}

/** The assets among the members of a block. */
function assetsIn(text: string, members: readonly Token[]): WrittenAsset[] {
  return members.flatMap((token, i) => {
    const name = members[i + 1];
    if (token.text !== ASSET || !begins(text, members, i) || name?.kind !== 'word') return [];
    const next = members[i + 2];
    const titled = next?.kind === 'text';
    const colon = members[i + (titled ? 3 : 2)];
    const type = colon?.text === ':' ? members[i + (titled ? 4 : 3)]?.text : undefined;
    return [{ name: normaliseName(name.text), title: titled ? next.text.replace(/^"+|"+$/g, '') : undefined, type }];
  });
}

const ASSET: Keyword = 'asset';

const VERB_WORDS: ReadonlySet<string> = new Set(FIRST_WORDS.Statement);

/** The statements among the members of a block: the words of each, its verb first. */
function statementsIn(text: string, members: readonly Token[]): string[][] {
  const statements: string[][] = [];
  members.forEach((token, i) => {
    if (VERB_WORDS.has(token.text) && begins(text, members, i)) statements.push([token.text]);
    else if (token.kind === 'word') statements.at(-1)?.push(normaliseName(token.text));
  });
  return statements;
}
