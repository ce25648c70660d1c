import { MEMBER_STARTS } from '../parser/member-starts.ts';
import { isMemberWordOf } from '../syntax/members.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { atIndent } from './multiline.ts';
import { blockOnLine, widthBeside, widthOf, widthOfItem } from './one-line.ts';
import { isListBlock, type Member, type Shape } from './shape.ts';
import type { Writer } from './writer.ts';
import { isComma, isLeading, isLineComment, isParted, type Written } from './written.ts';

/** Lines longer than this are wrapped where a list has a comma, and blocks written on one line are opened. */
const WIDTH = 100;

/** One step of indentation. */
export const STEP = '  ';

/** What may share a line with others of its sort, where it was written so: plain properties. */
export const PLAIN: ReadonlySet<string> = new Set<Member['type']>([
  'Property',
  'ModelProperty',
  'LevelProperty',
  'KindProperty',
  'PolicyProperty',
  'SourceProperty',
  'Fact',
  'Term',
  'Requires',
  'Source',
  'Row',
  'Environment',
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
  // Where the declaration, member or comment begins that the pieces belong to.
  let owner = 0;
  // The word of the block around; empty at the top.
  let block = '';
  writeBody({ from: 0, to: tokens.length, members }, '');

  function put(i: number, before: string, indent: string): void {
    const { text, kind, start, end, column } = tokens[i]!;
    const isFirst = writer.pieces.length === 0;
    const shift = () => (isFirst ? 0 : columnAfter(writer.column(), before)) - column;
    writer.put({
      text: kind === 'word' || kind === 'sign' ? text : atIndent(text, kind, indent, shift),
      before: isFirst ? '' : before,
      start: offset + start,
      end: offset + end,
      owner: offset + owner,
    });
  }

  /** Members and comments, each on lines of its own but for what was written beside another and may stay there. */
  function writeBody({ from, to, members }: Body, indent: string): void {
    let next = 0;
    let beside: Beside; // what the line holds so far
    for (let i = from; i < to; i++) {
      const { kind, breaks } = tokens[i]!;
      const lineBreak = newLine(breaks, indent, i === from && indent !== '');
      if (kind === 'comment') beside = writeComment(i, i === from, beside, lineBreak, indent);
      else {
        const member = members[next++]!;
        beside = writeMember(member, breaks === 0 ? beside : undefined, lineBreak, indent);
        i = member.last;
      }
    }
  }

  /** Answers what the line holds then. */
  function writeComment(i: number, isFirst: boolean, beside: Beside, lineBreak: string, indent: string): Beside {
    const token = tokens[i]!;
    const follows = token.breaks === 0 && beside === 'comment';
    // What leads the next on its line goes there with it, documentation from behind something, too.
    const goesOn = isLeading(tokens, i) && (isFirst || token.text.startsWith('/**'));
    const isRemark = token.breaks === 0 && !follows && !goesOn;
    if (!follows && !isRemark) owner = token.start;
    put(i, follows || isRemark ? ' ' : lineBreak, indent);
    if (isLineComment(token)) return undefined;
    return isRemark ? beside : 'comment';
  }

  /** Answers what the line holds then. */
  function writeMember(member: Member, beside: Beside, lineBreak: string, indent: string): Beside {
    const isPlain = PLAIN.has(member.type);
    const isNext = beside === 'plain' && isPlain && writer.column() + widthBeside(tokens, member) <= WIDTH;
    if (beside !== 'comment') owner = tokens[member.first]!.start;
    const line = writer.line();
    const before = beside === 'comment' ? ' ' : isNext ? '  ' : lineBreak;
    writeLine(member, before, indent);
    if (member.open !== undefined) writeBlock(member, member.open, indent);
    const isOnLine = writer.line() === line + (before === lineBreak ? before.split('\n').length - 1 : 0);
    return isPlain && isOnLine ? 'plain' : undefined;
  }

  /** A member without its block; a list that passes the width goes on in the next line. */
  function writeLine({ first, last, open, clauses }: Member, before: string, indent: string): void {
    const further = indent + STEP + STEP;
    put(first, before, indent);
    const end = open === undefined ? last : open - 1;
    for (let i = first + 1; i <= end; i++) {
      const token = tokens[i]!;
      if (isComma(token)) put(i, '', indent);
      else if (isParted(tokens, i)) put(i, `\n${further}`, further);
      else if (!isComma(tokens[i - 1]!) || isBound(token, block) || fits(i, end, clauses)) put(i, ' ', indent);
      else put(i, `\n${further}`, indent);
    }
  }

  function writeBlock({ type, open, last, members }: Member, brace: number, indent: string): void {
    const own = owner;
    const around = block;
    put(brace, isParted(tokens, brace) ? `\n${indent}${STEP}${STEP}` : ' ', indent);
    const onLine = blockOnLine(tokens, { type, first: brace, open, last, members, clauses: [] });
    if (onLine && writer.column() + widthOf(tokens, onLine) <= WIDTH) {
      for (const [i, before] of onLine) put(i, before, indent);
      return;
    }
    block = wordOf(type);
    if (isListBlock(type)) writeList(brace + 1, last, type, indent + STEP);
    else writeBody({ from: brace + 1, to: last, members }, indent + STEP);
    owner = own;
    block = around;
    put(last, `\n${indent}`, indent);
  }

  /** The list that is a block; its lines stay as they were written, where they fit. */
  function writeList(from: number, to: number, type: Member['type'], indent: string): void {
    for (let i = from; i < to; i++) {
      const [token, before] = [tokens[i]!, tokens[i - 1]!];
      const isComment = token.kind === 'comment';
      const isRemark =
        isComment && token.breaks === 0 && !isLineComment(before) && !(i === from && isLeading(tokens, i));
      const mayBreak = isComment || isComma(before) || (type === 'Focus' && token.text === 'asset');
      const lineBreak = newLine(token.breaks, indent, i === from);
      if (isComma(token)) put(i, '', indent);
      else if (isRemark) put(i, ' ', indent);
      else if (i === from || isParted(tokens, i) || (token.breaks > 0 && mayBreak)) put(i, lineBreak, indent);
      else if (!isComma(before) || isBound(token, block) || fits(i, to - 1, [])) put(i, ' ', indent);
      else put(i, `\n${indent}`, indent);
    }
  }

  function fits(i: number, last: number, clauses: readonly number[]): boolean {
    return writer.column() + 1 + widthOfItem(tokens, i, last, clauses) <= WIDTH;
  }
}

/** A comment that the next may stand beside, or a plain property that others may. */
type Beside = 'comment' | 'plain' | undefined;

/** The words that would begin a member if they were the first on a line, in any block of a plant. */
const BEGINNINGS: ReadonlySet<string> = new Set(MEMBER_STARTS);

/** True for what stays on the line of the comma before it: remarks, and names that would be read as something else. */
const isBound = ({ text, kind }: Written, block: string): boolean =>
  kind === 'comment' || BEGINNINGS.has(text) || isMemberWordOf(block, text);

/** The word that begins what a rule of the grammar reads. */
const wordOf = (type: Member['type']): string =>
  (FIRST_WORDS as Partial<Record<string, readonly string[]>>)[type]?.[0] ?? '';

/** Where the line stands after white space. */
const columnAfter = (column: number, gap: string): number => {
  const last = gap.lastIndexOf('\n');
  return last < 0 ? column + gap.length : gap.length - last - 1;
};

/** A line break, with the empty line that was there but none at the start of a block. */
const newLine = (breaks: number, indent: string, isFirst: boolean): string =>
  `${breaks > 1 && !isFirst ? '\n\n' : '\n'}${indent}`;
