import { atIndent } from './multiline.ts';
import { isListBlock, type Member, type Shape } from './shape.ts';
import type { Written } from './spelling.ts';
import type { Writer } from './writer.ts';

/** Lines longer than this are wrapped where a list has a comma, and blocks written on one line are opened. */
const WIDTH = 100;

/** One step of indentation. */
export const STEP = '  ';

/** What may share a line with others of its sort, where it was written so: plain properties. */
const PLAIN: ReadonlySet<string> = new Set<Member['type']>([
  'Property',
  'ModelProperty',
  'LevelProperty',
  'KindProperty',
  'Levels',
  'Boundary',
  'Port',
  'Rating',
]);

/** Tokens from an index to the one before another, with the members among them. */
interface Body {
  readonly from: number;
  readonly to: number;
  readonly members: readonly Member[];
}

/**
 * Writes declarations and comments as they stand in a file, where their text begins at an offset. The first piece of a
 * file has nothing before it.
 */
export function print({ tokens, members }: Shape, writer: Writer, offset: number): void {
  // Which declaration, member or comment the pieces belong to.
  let owner = 0;
  writeBody({ from: 0, to: tokens.length, members }, '');

  function put(i: number, before: string, indent: string): void {
    const { text, kind, start, end } = tokens[i]!;
    const written = kind === 'word' || kind === 'sign' ? text : atIndent(text, kind, indent);
    writer.put({
      text: written,
      before: writer.pieces.length === 0 ? '' : before,
      start: offset + start,
      end: offset + end,
      owner: offset + owner,
    });
  }

  /** Members and comments, each on lines of its own but for what was written beside another and may stay there. */
  function writeBody({ from, to, members }: Body, indent: string): void {
    let next = 0;
    let beside: 'comment' | 'plain' | undefined; // what stands on the line so far and lets others stand there too
    for (let i = from; i < to; i++) {
      const { kind, breaks, start } = tokens[i]!;
      const isFirst = i === from && indent !== '';
      if (kind === 'comment') {
        const isRemark = breaks === 0 && (i > from ? beside !== 'comment' : !leads(tokens, i));
        if (!isRemark && !(breaks === 0 && beside === 'comment')) owner = start;
        const isBeside = breaks === 0 && (isRemark || beside === 'comment');
        put(i, isBeside ? ' ' : lineBreak(breaks, indent, isFirst), indent);
        if (isLine(tokens[i]!)) beside = undefined;
        else if (!isRemark) beside = 'comment';
        continue;
      }
      const member = members[next++]!;
      const isPlain = PLAIN.has(member.type);
      let before = lineBreak(breaks, indent, isFirst);
      if (breaks === 0 && beside === 'comment') before = ' ';
      else if (breaks === 0 && beside === 'plain' && isPlain && fits(member)) before = '  ';
      if (before !== ' ') owner = start;
      const own = owner;
      const written = writer.pieces.length;
      writeMember(member, before, indent);
      owner = own;
      const isOneLine = !writer.pieces.slice(written + 1).some((piece) => /\n/.test(piece.before + piece.text));
      beside = isPlain && isOneLine ? 'plain' : undefined;
      i = member.last;
    }
  }

  function writeMember(member: Member, before: string, indent: string): void {
    const { type, first, last, open, members } = member;
    writeLine(first, open === undefined ? last : open - 1, member, before, indent);
    if (open === undefined) return;
    const own = owner;
    put(open, mustBreak(open) ? `\n${indent}${STEP}${STEP}` : ' ', indent);
    const inLine = inOneLine(member);
    if (inLine && writer.column() + widthOf(inLine) <= WIDTH) {
      for (const [i, gap] of inLine) put(i, gap, indent);
      return;
    }
    if (isListBlock(type)) writeList(open + 1, last, type, indent + STEP);
    else writeBody({ from: open + 1, to: last, members }, indent + STEP);
    owner = own;
    put(last, `\n${indent}`, indent);
  }

  /** The tokens of a member without its block; a list that passes the width goes on in the next line. */
  function writeLine(first: number, last: number, { clauses }: Member, before: string, indent: string): void {
    const next = `\n${indent}${STEP}${STEP}`;
    for (let i = first; i <= last; i++) {
      if (i === first) put(i, before, indent);
      else if (isComma(tokens[i]!)) put(i, '', indent);
      else if (mustBreak(i)) put(i, next, indent + STEP + STEP);
      else if (!isComma(tokens[i - 1]!) || tokens[i]!.kind === 'comment') put(i, ' ', indent);
      else put(i, writer.column() + 1 + itemWidth(i, last, clauses) <= WIDTH ? ' ' : next, indent);
    }
  }

  /** The list that is a block; its lines stay as they were written, where they fit. */
  function writeList(from: number, to: number, type: Member['type'], indent: string): void {
    for (let i = from; i < to; i++) {
      const [token, before] = [tokens[i]!, tokens[i - 1]!];
      const isComment = token.kind === 'comment';
      const isRemark = isComment && token.breaks === 0 && !isLine(before) && !(i === from && leads(tokens, i));
      const mayBreak = isComment || isComma(before) || (type === 'Focus' && token.text === 'asset');
      if (isComma(token)) put(i, '', indent);
      else if (isRemark) put(i, ' ', indent);
      else if (i === from || mustBreak(i) || (token.breaks > 0 && mayBreak))
        put(i, lineBreak(token.breaks, indent, i === from), indent);
      else if (!isComma(before)) put(i, ' ', indent);
      else put(i, writer.column() + 1 + itemWidth(i, to - 1, []) <= WIDTH ? ' ' : `\n${indent}`, indent);
    }
  }

  /** True where a comment asks for a line break before a token: it goes on to the end of its line, or had its own. */
  function mustBreak(i: number): boolean {
    const [token, before] = [tokens[i]!, tokens[i - 1]!];
    return isLine(before) || ((token.kind === 'comment' || before.kind === 'comment') && token.breaks > 0);
  }

  /** The width of an item of a list, with the comma behind it. */
  function itemWidth(from: number, last: number, clauses: readonly number[]): number {
    let width = 0;
    for (let i = from; i <= last; i++) {
      if (i > from && (clauses.includes(i) || mustBreak(i))) break;
      const { text } = tokens[i]!;
      if (isComma(tokens[i]!)) return width + 1;
      width += (i > from ? 1 : 0) + firstLine(text).length;
      if (firstLine(text) !== text) break;
    }
    return width;
  }

  /** True where a plain member has room on the line. */
  function fits({ first, last }: Member): boolean {
    const own = tokens.slice(first, last + 1);
    if (own.some(({ text, kind }) => text.includes('\n') || kind === 'comment')) return false;
    const width = own.reduce((sum, token, i) => sum + token.text.length + (i === 0 ? 2 : isComma(token) ? 0 : 1), 0);
    return writer.column() + width <= WIDTH;
  }

  /** What follows the opening brace, each with the white space before it, for a block that was written on one line. */
  function inOneLine({ open, last, members }: Member): [number, string][] | undefined {
    if (open! + 1 === last) return tokens[last]!.breaks === 0 ? [[last, '']] : undefined;
    const placed: [number, string][] = [];
    let next = 0;
    for (let i = open! + 1; i <= last; i++) {
      const member = members[next]?.first === i ? members[next++] : undefined;
      const isAfterMember = i > open! + 1 && tokens[i - 1]!.kind !== 'comment';
      placed.push([i, isComma(tokens[i]!) ? '' : member && isAfterMember ? '  ' : ' ']);
      if (!member) continue;
      for (i++; i <= (member.open ?? member.last); i++) placed.push([i, isComma(tokens[i]!) ? '' : ' ']);
      i--;
      if (member.open === undefined) continue;
      const inner = inOneLine(member);
      if (!inner) return undefined;
      placed.push(...inner);
      i = member.last;
    }
    const isOpen = placed.some(([i]) => tokens[i]!.breaks > 0 || /[\r\n]/.test(tokens[i]!.text));
    return isOpen ? undefined : placed;
  }

  function widthOf(placed: readonly (readonly [number, string])[]): number {
    return placed.reduce((sum, [i, before]) => sum + before.length + tokens[i]!.text.length, 0);
  }
}

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)![0];

const isComma = ({ text, kind }: Written): boolean => kind === 'sign' && text === ',';

/** True for a comment that goes on to the end of its line. */
const isLine = ({ text, kind }: Written): boolean => kind === 'comment' && text.startsWith('//');

/** True for a comment that stands before something else on its line. */
const leads = (tokens: readonly Written[], i: number): boolean =>
  !isLine(tokens[i]!) && tokens[i + 1]?.breaks === 0 && tokens[i + 1]?.text !== '}';

/** A line break, with the empty line that was there but none at the start of a block. */
const lineBreak = (breaks: number, indent: string, isFirst: boolean): string =>
  `${breaks > 1 && !isFirst ? '\n\n' : '\n'}${indent}`;
