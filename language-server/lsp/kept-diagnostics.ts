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
    const [start, end] = [offsetAt(before, diagnostic.range.start), offsetAt(before, diagnostic.range.end)];
    const by = moved(start, end);
    if (by === undefined || !broken.some((span) => span.start <= start + by && end + by <= span.end)) return [];
    // Where other places have gone is not known: they may be in files that have changed since.
    const { relatedInformation, ...rest } = diagnostic;
    return [{ ...rest, range: rangeAt(now, start + by, end + by) }];
  });
}

/** How far a range of one text has moved in another; undefined for one that touches what differs. */
function movesBetween(before: string, now: string): (start: number, end: number) => number | undefined {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) {
    tail++;
  }
  return (start, end) => {
    if (end <= head) return 0;
    return start >= before.length - tail ? now.length - before.length : undefined;
  };
}
