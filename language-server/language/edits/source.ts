import type { Source } from '../../core/engine/entry.ts';
import type { Place } from '../../core/model/reference.ts';
import type { Replacement } from '../format/replacements.ts';
import { lineStart } from '../syntax/white-space.ts';
import type { Workspace } from '../workspace.ts';

/** A replacement by offsets in a file's text. */
export interface FileReplacement extends Replacement {
  readonly uri: string;
}

/** The text of the file that an entry stands in. */
export function textOf(workspace: Workspace, entry: Source): string {
  return workspace.files.get(entry.file)!.source.text;
}

/** Start and end offsets of a place in its file's text. */
export function spanOf(workspace: Workspace, entry: Source, at: Place): [number, number] {
  const { source, start } = workspace.files.get(entry.file)!.source.units[entry.position]!;
  return [start + source.spans[2 * at]!, start + source.spans[2 * at + 1]!];
}

/** Start and end offsets of a whole declaration in its file's text. */
export function unitSpan(workspace: Workspace, { file, position }: Source): [number, number] {
  const { source, start } = workspace.files.get(file)!.source.units[position]!;
  return [start, start + source.text.length];
}

/** The white space before an offset on its line. */
export function indentAt(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(lineStart(source, offset), offset))![0];
}

/** One step of indentation as the file uses it. */
export function indentUnit(source: string): string {
  return /^([ \t]+)\S/m.exec(source)?.[1]?.startsWith('\t') ? '\t' : (/^( {2,8})\S/m.exec(source)?.[1] ?? '  ');
}

/** A text of several lines that stood at one indentation, as it stands at another; its first line has none of either. */
export function reindent(text: string, from: string, to: string, newLine: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line, i) => {
      if (i === 0 || line.trim() === '') return line.trim() === '' ? '' : line;
      return line.startsWith(from) ? to + line.slice(from.length) : to + line.trimStart();
    })
    .join(newLine);
}

/** The documentation comment that ends directly before an offset, or the offset: where the whole member begins. */
export function startWithDoc(source: string, start: number): number {
  const before = source.slice(0, start).trimEnd();
  if (!before.endsWith('*/')) return start;
  const open = before.lastIndexOf('/*');
  return before.startsWith('/**', open) ? open : start;
}

/**
 * Where a member begins with its documentation and all comments on the lines directly above: whoever moves the member
 * takes them along.
 */
export function startWithComments(source: string, start: number): number {
  const from = startWithDoc(source, start);
  const indent = indentAt(source, from);
  const line = from - indent.length;
  const above = source.slice(0, line).replace(/(?:\r\n?|\n)$/, '');
  if (above.length === line) return from;
  const comment = above.slice(lineStart(above, above.length));
  if (!COMMENT_LINE.test(comment)) return from;
  return startWithComments(source, above.length - comment.trimStart().length);
}

/** A line with nothing but a comment; one with three quotes may be the end of a text block. */
const COMMENT_LINE = /^(?!.*""")[ \t]*(?:\/\/.*|\/\*(?!\*)(?:(?!\*\/).)*\*\/[ \t]*)$/;

/** The end of a comment that follows on the same line with nothing after it, or the offset. */
export function endWithRemark(source: string, end: number): number {
  const remark = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)(?=[ \t]*(?:\r|\n|$))/.exec(source.slice(end, end + 2000));
  return end + (remark?.[0].length ?? 0);
}
