import type { Diagnostic } from 'vscode-languageserver';
import { offsetAt } from '../editor/cursor.ts';
import { rangeAt, type WorkspaceFile } from '../language/workspace.ts';

/**
 * What was said of declarations that cannot be read any more, as far as it still fits: a line that is being typed must
 * not empty the list of findings. It goes once the declaration can be read again, or where the text itself has changed.
 * @param said what was said of the text before: of declarations that could be read, or kept from then
 */
export function keptDiagnostics(before: WorkspaceFile, said: readonly Diagnostic[], now: WorkspaceFile): Diagnostic[] {
  const broken = now.source.units
    .filter((_, i) => now.entries[i]!.unit.broken)
    .map(({ start, source }) => ({ start, end: start + source.text.length }));
  const moved = movesBetween(before.source.text, now.source.text);
  return said.flatMap((diagnostic) => {
    const start = moved(offsetAt(before, diagnostic.range.start));
    const end = moved(offsetAt(before, diagnostic.range.end));
    if (start === undefined || end === undefined) return [];
    if (!broken.some((span) => span.start <= start && end <= span.end)) return [];
    // Where other places have gone is not known: they may be in files that have changed since.
    const { relatedInformation, ...rest } = diagnostic;
    return [{ ...rest, range: rangeAt(now, start, end) }];
  });
}

/** Where an offset of one text is in another; undefined within what differs. */
function movesBetween(before: string, now: string): (offset: number) => number | undefined {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) {
    tail++;
  }
  return (offset) => {
    if (offset <= head) return offset;
    return offset >= before.length - tail ? offset + now.length - before.length : undefined;
  };
}
