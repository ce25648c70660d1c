import { elementOf, type Handle } from '../../core/engine/element.ts';
import type { Source } from '../../core/engine/entry.ts';
import { reveal } from '../../core/engine/reveal.ts';
import type { Edit } from '../../core/fixes/fix.ts';
import type { Place } from '../../core/model/reference.ts';
import type { Statement } from '../../core/model/statement.ts';
import { newLineOf } from '../source-file.ts';
import { TERMINALS } from '../syntax/words.generated.ts';
import type { Workspace } from '../workspace.ts';
import {
  endWithRemark,
  type FileReplacement,
  indentAt,
  indentUnit,
  reindent,
  spanOf,
  startWithComments,
  textOf,
} from './source.ts';

type State = Extract<Edit, { kind: 'state' }>;

/** Adds controls to a plain statement of the verb in the element's block, or writes a new statement. */
export function statement(workspace: Workspace, { element, verb, controls, clauses }: State): FileReplacement {
  const { statements } = writtenStatements(element);
  const plain = clauses ? undefined : statements.findLast((candidate) => candidate.verb === verb && isPlain(candidate));
  const last = plain?.controls.at(-1);
  if (last) {
    const [, end] = spanOf(workspace, element.entry, last.at);
    return { uri: element.entry.file, start: end, end, text: `, ${controls.join(', ')}` };
  }
  const text = `${verb} ${lines(controls)}${clauses ? ` ${clauses}` : ''}`;
  const after = statements.at(-1);
  if (!after) return member(workspace, element, [text], 'before-elements');
  const [start, end] = spanOf(workspace, element.entry, after.at);
  const source = textOf(workspace, element.entry);
  return {
    uri: element.entry.file,
    start: end,
    end,
    text: `${newLineOf(source)}${indentAt(source, start)}${reindent(text, '', indentAt(source, start), newLineOf(source))}`,
  };
}

/** Controls of a line: a list that nobody formats is to be read all the same. */
const CONTROLS_A_LINE = 10;

/** A list of controls in as many lines as it takes. */
function lines(controls: readonly string[]): string {
  const rows: string[] = [];
  for (let i = 0; i < controls.length; i += CONTROLS_A_LINE) {
    rows.push(controls.slice(i, i + CONTROLS_A_LINE).join(', '));
  }
  return rows.join(',\n  ');
}

function writtenStatements(handle: Handle): { statements: readonly Statement[] } {
  const element = elementOf(reveal(handle));
  return 'statements' in element ? element : { statements: [] };
}

/** A statement that says nothing but its controls can take more of them. */
function isPlain({ by, evidence, until, because, note, approver, verified, compensatedBy }: Statement): boolean {
  return (
    by.length + evidence.length + compensatedBy.length === 0 && !until && !because && !note && !approver && !verified
  );
}

/** Members to be added to a block: at its start, behind its assets, and at its end. */
export interface OrderedMembers {
  readonly start?: readonly string[];
  readonly assets?: readonly string[];
  readonly end?: readonly string[];
}

/** What stands in a file, with the places of the assets and of all else that is written in it. */
interface Block {
  readonly entry: Source;
  readonly at: Place;
  readonly assets?: readonly { readonly at: Place }[];
  readonly zones?: readonly { readonly at: Place }[];
  readonly conduits?: readonly { readonly at: Place }[];
  readonly flows?: readonly { readonly at: Place }[];
}

/** Adds members to a block where people would write them; all of them where one is made, or is empty. */
export function membersInOrder(
  workspace: Workspace,
  block: Block,
  { start = [], assets = [], end = [] }: OrderedMembers,
): FileReplacement[] {
  const { entry, at } = block;
  const source = textOf(workspace, entry);
  const [from, to] = spanOf(workspace, entry, at);
  const { open, close } = braces(source, from, to);
  const isEmpty = open === undefined || close === undefined || source.slice(open + 1, close).trim() === '';
  if (isEmpty) return [inBlock(workspace, entry, at, [...start, ...assets, ...end], () => 0)];
  const added: FileReplacement[] = [];
  const add = (texts: readonly string[], positionIn: (source: string, open: number, close: number) => number) => {
    if (texts.length > 0) added.push(inBlock(workspace, entry, at, texts, positionIn));
  };
  add(start, (_, open) => open + 1);
  const last = block.assets?.at(-1);
  const isLast = last === undefined && [block.zones, block.conduits, block.flows].every((list) => !list?.length);
  if (last) add(assets, () => endWithRemark(source, spanOf(workspace, entry, last.at)[1]));
  else if (isLast) add([...assets, ...end], (text, _, close) => lastEnd(text, close));
  else add(assets, () => endBefore(source, firstOf(workspace, block)));
  if (!isLast) add(end, (text, _, close) => lastEnd(text, close));
  return added;
}

/** The offset at which the first element of a block begins. */
function firstOf(workspace: Workspace, { entry, zones = [], conduits = [], flows = [] }: Block): number {
  return Math.min(...[...zones, ...conduits, ...flows].map(({ at }) => spanOf(workspace, entry, at)[0]));
}

/** The offset after what stands before an element with its comments. */
function endBefore(source: string, element: number): number {
  return lastEnd(source, startWithComments(source, element));
}

export type MemberPosition = 'start' | 'before-elements' | 'end';

/** Adds members, each written without indentation, to an element's block; an element without a block gets one. */
export function member(
  workspace: Workspace,
  element: Handle,
  texts: readonly string[],
  position: MemberPosition,
): FileReplacement {
  const { at } = elementOf(reveal(element));
  return inBlock(workspace, element.entry, at, texts, (source, open, close) => {
    if (position === 'start') return open + 1;
    return position === 'end' ? lastEnd(source, close) : beforeElements(workspace, element, open);
  });
}

/** Adds a member at the end of the block of what stands at a place; what has none gets one. */
export const memberAt = (workspace: Workspace, entry: Source, at: Place, text: string): FileReplacement =>
  inBlock(workspace, entry, at, [text], (source, _, close) => lastEnd(source, close));

function inBlock(
  workspace: Workspace,
  entry: Source,
  place: Place,
  texts: readonly string[],
  positionIn: (source: string, open: number, close: number) => number,
): FileReplacement {
  const source = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, place);
  const newLine = newLineOf(source);
  const outer = indentAt(source, start);
  const inner = outer + indentUnit(source);
  const text = texts.map((each) => reindent(each, '', inner, newLine)).join(`${newLine}${inner}`);
  const { open, close } = braces(source, start, end);
  const uri = entry.file;
  if (open === undefined) return { uri, start: end, end, text: ` {${newLine}${inner}${text}${newLine}${outer}}` };
  // A block that is not closed goes on to the end.
  if (close === undefined) return { uri, start: end, end, text: `${newLine}${inner}${text}` };
  const body = source.slice(open + 1, close);
  if (body.trim() === '') {
    return { uri, start: open + 1, end: close, text: `${newLine}${inner}${text}${newLine}${outer}` };
  }
  const at = positionIn(source, open, close);
  const rest = source.slice(at, close);
  // A block written on one line is opened up, so that the new member stands on a line of its own.
  const closesLine = /^[ \t]*(?:\r\n?|\n|\/\/)/.test(rest);
  const skip = closesLine ? 0 : /^[ \t]*/.exec(rest)![0].length;
  const tail = closesLine ? '' : `${newLine}${rest.trim() === '' ? outer : inner}`;
  return { uri, start: at, end: at + skip, text: `${newLine}${inner}${text}${tail}` };
}

/** Before the assets and zones of a block: after its security levels, or at its start. */
function beforeElements(workspace: Workspace, ref: Handle, open: number): number {
  const element = elementOf(reveal(ref));
  const levels = 'slT' in element ? element.slT : undefined;
  return levels ? spanOf(workspace, ref.entry, levels.whole)[1] : open + 1;
}

/** Offset after the last thing in a block, before the white space of its closing brace. */
function lastEnd(source: string, close: number): number {
  let at = close;
  while (/\s/.test(source[at - 1]!)) at--;
  return at;
}

const PASSED_OR_BRACE = [TERMINALS.TEXT_BLOCK, TERMINALS.STRING, TERMINALS.SL_COMMENT, TERMINALS.ML_COMMENT, /[{}]/]
  .map(({ source }) => source)
  .join('|');

/** Offsets of the braces of a declaration's block, those in texts and comments aside, as far as it has them. */
function braces(source: string, start: number, end: number): { open?: number; close?: number } {
  const pattern = new RegExp(PASSED_OR_BRACE, 'g');
  pattern.lastIndex = start;
  let open: number | undefined;
  let depth = 0;
  for (let match = pattern.exec(source); match && match.index < end; match = pattern.exec(source)) {
    if (match[0] === '{') {
      open ??= match.index;
      depth++;
    } else if (match[0] === '}' && --depth === 0) return { open, close: match.index };
  }
  return { open };
}
