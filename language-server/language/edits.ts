import { type ElementRef, type Entry, elementOf } from '../core/engine/entry.ts';
import type { Place } from '../core/model/reference.ts';
import type { Statement } from '../core/model/statement.ts';
import type { Edit } from '../core/rules/fix.ts';
import { lineStartsOf, positionAt } from './source-file.ts';
import type { Range, Workspace } from './workspace.ts';

/** A change of the text of a file. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What a fix changes, by file. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** A change by offsets in a file's text. */
interface Change {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Turns the edits of a fix into changes of the text, indented like what stands around them. */
export function writeEdits(workspace: Workspace, entry: Entry, edits: readonly Edit[]): FileEdits {
  const changes = edits.map((edit) => writeEdit(workspace, entry, edit));
  const files = new Map<string, TextEdit[]>();
  for (const { uri, start, end, text } of changes) {
    const file = workspace.files.get(uri)!;
    file.lineStarts ??= lineStartsOf(file.source.text);
    const range = { start: positionAt(file.lineStarts, start), end: positionAt(file.lineStarts, end) };
    files.set(uri, [...(files.get(uri) ?? []), { range, newText: text }]);
  }
  return files;
}

function writeEdit(workspace: Workspace, entry: Entry, edit: Edit): Change {
  switch (edit.kind) {
    case 'replace': {
      const [start, end] = spanOf(workspace, entry, edit.at);
      return edit.text === '' ? removal(workspace, entry, edit.at) : { uri: entry.file, start, end, text: edit.text };
    }
    case 'remove':
      return removal(workspace, entry, edit.at);
    case 'remove-item':
      return itemRemoval(workspace, entry, edit.at);
    case 'state':
      return statement(workspace, edit);
    case 'add-member':
      return member(workspace, edit.element, edit.text, edit.first ? 'start' : 'end');
  }
}

function textOf(workspace: Workspace, entry: Entry): string {
  return workspace.files.get(entry.file)!.source.text;
}

/** Start and end offsets of a place in its file's text. */
function spanOf(workspace: Workspace, entry: Entry, at: Place): [number, number] {
  const { source, start } = workspace.files.get(entry.file)!.source.units[entry.position]!;
  return [start + source.spans[2 * at]!, start + source.spans[2 * at + 1]!];
}

/** Removes a place, with its line when nothing else stands on it. */
function removal(workspace: Workspace, entry: Entry, at: Place): Change {
  const text = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, at);
  const before = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  const after = /^[ \t]*(\r\n?|\n)?/.exec(text.slice(end))!;
  const isWholeLine = start - before === 0 || /[\r\n]/.test(text[start - before - 1]!);
  if (isWholeLine && after[1] !== undefined)
    return { uri: entry.file, start: start - before, end: end + after[0].length, text: '' };
  return { uri: entry.file, start: isWholeLine ? start : start - before, end, text: '' };
}

/** Takes an entry out of a comma list, with the comma before it, or after it when it is the first. */
function itemRemoval(workspace: Workspace, entry: Entry, at: Place): Change {
  const text = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, at);
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before) return { uri: entry.file, start: before.index, end, text: '' };
  const after = /^\s*,\s*/.exec(text.slice(end));
  return { uri: entry.file, start, end: end + (after?.[0].length ?? 0), text: '' };
}

type State = Extract<Edit, { kind: 'state' }>;

/** Adds controls to a plain statement of the verb in the element's block, or writes a new statement. */
function statement(workspace: Workspace, { element, verb, controls, clauses }: State): Change {
  const { statements } = statementsOf(element);
  const plain = clauses ? undefined : statements.findLast((candidate) => candidate.verb === verb && isPlain(candidate));
  const last = plain?.controls.at(-1);
  if (last) {
    const [, end] = spanOf(workspace, element.entry, last.at);
    return { uri: element.entry.file, start: end, end, text: `, ${controls.join(', ')}` };
  }
  const text = `${verb} ${controls.join(', ')}${clauses ? ` ${clauses}` : ''}`;
  const after = statements.at(-1);
  if (!after) return member(workspace, element, text, 'before-elements');
  const [start, end] = spanOf(workspace, element.entry, after.at);
  const source = textOf(workspace, element.entry);
  return { uri: element.entry.file, start: end, end, text: `${newLineOf(source)}${indentAt(source, start)}${text}` };
}

function statementsOf(ref: ElementRef): { statements: readonly Statement[] } {
  const element = elementOf(ref);
  return 'statements' in element ? element : { statements: [] };
}

/** A statement that says nothing but its controls can take more of them. */
function isPlain({ by, evidence, until, because, note, approver, compensatedBy }: Statement): boolean {
  return by.length + evidence.length + compensatedBy.length === 0 && !until && !because && !note && !approver;
}

type Position = 'start' | 'before-elements' | 'end';

/** Adds a member to an element's block; an element without a block gets one. */
function member(workspace: Workspace, element: ElementRef, text: string, position: Position): Change {
  const { entry } = element;
  const source = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, elementOf(element).at);
  const newLine = newLineOf(source);
  const outer = indentAt(source, start);
  const inner = outer + indentUnit(source);
  const open = blockStart(source, start, end);
  const uri = entry.file;
  if (open === undefined) return { uri, start: end, end, text: ` {${newLine}${inner}${text}${newLine}${outer}}` };
  const close = end - 1;
  const body = source.slice(open + 1, close);
  if (body.trim() === '') {
    return { uri, start: open + 1, end: close, text: `${newLine}${inner}${text}${newLine}${outer}` };
  }
  const at = {
    start: () => open + 1,
    'before-elements': () => beforeElements(workspace, element, open),
    end: () => lastEnd(source, close),
  }[position]();
  const rest = source.slice(at, close);
  // A block written on one line is opened up, so that the new member stands on a line of its own.
  const closesLine = /^[ \t]*(?:\r\n?|\n|\/\/)/.test(rest);
  const skip = closesLine ? 0 : /^[ \t]*/.exec(rest)![0].length;
  const tail = closesLine ? '' : `${newLine}${rest.trim() === '' ? outer : inner}`;
  return { uri, start: at, end: at + skip, text: `${newLine}${inner}${text}${tail}` };
}

/** Before the assets and zones of a block: after its security levels, or at its start. */
function beforeElements(workspace: Workspace, ref: ElementRef, open: number): number {
  const element = elementOf(ref);
  const levels = 'slT' in element ? element.slT : undefined;
  return levels ? spanOf(workspace, ref.entry, levels.whole)[1] : open + 1;
}

/** Offset after the last thing in a block, before the white space of its closing brace. */
function lastEnd(source: string, close: number): number {
  let at = close;
  while (/\s/.test(source[at - 1]!)) at--;
  return at;
}

/** Offset of the brace that opens a declaration's block: the first outside texts and comments. */
function blockStart(source: string, start: number, end: number): number | undefined {
  const pattern = /"""(?:\\[\s\S]|[^\\])*?"""|"(?:\\.|[^"\\\r\n])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\{/g;
  pattern.lastIndex = start;
  for (let match = pattern.exec(source); match && match.index < end; match = pattern.exec(source)) {
    if (match[0] === '{') return match.index;
  }
  return undefined;
}

function indentAt(source: string, offset: number): string {
  const line = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(source.slice(line, offset))![0];
}

/** One step of indentation as the file uses it. */
function indentUnit(source: string): string {
  return /^([ \t]+)\S/m.exec(source)?.[1]?.startsWith('\t') ? '\t' : (/^( {2,8})\S/m.exec(source)?.[1] ?? '  ');
}

function newLineOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
