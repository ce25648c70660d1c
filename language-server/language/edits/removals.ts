import type { Entry } from '../../core/engine/entry.ts';
import type { Place } from '../../core/model/reference.ts';
import type { Workspace } from '../workspace.ts';
import { endWithRemark, type FileReplacement, spanOf, startWithComments, startWithDoc, textOf } from './source.ts';

/** Removes a place, with its line when nothing else stands on it. */
export function removal(workspace: Workspace, entry: Entry, at: Place): FileReplacement {
  const [start, end] = spanOf(workspace, entry, at);
  return removeSpan(textOf(workspace, entry), entry.file, start, end);
}

/** Removes a whole member with its documentation; other comments above it may be about what follows, too, and stay. */
export function memberRemoval(workspace: Workspace, entry: Entry, at: Place): FileReplacement {
  const text = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, at);
  return removeSpan(text, entry.file, startWithDoc(text, start), endWithRemark(text, end));
}

/** Takes a member from where it stands, with all that moves along. */
export function moveRemoval(workspace: Workspace, entry: Entry, at: Place): FileReplacement {
  const text = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, at);
  return removeSpan(text, entry.file, startWithComments(text, start), endWithRemark(text, end));
}

function removeSpan(text: string, uri: string, start: number, end: number): FileReplacement {
  const before = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  const after = /^[ \t]*(\r\n?|\n)?/.exec(text.slice(end))!;
  const isWholeLine = start - before === 0 || /[\r\n]/.test(text[start - before - 1]!);
  if (isWholeLine && after[1] !== undefined)
    return { uri, start: start - before, end: end + after[0].length, text: '' };
  return { uri, start: isWholeLine ? start : start - before, end, text: '' };
}

/**
 * Takes entries out of a comma list that keeps at least one: each with the comma before it, or with the one after it
 * where no kept entry stands before it.
 */
export function itemRemovals(workspace: Workspace, entry: Entry, places: readonly Place[]): FileReplacement[] {
  const text = textOf(workspace, entry);
  const spans = places.map((at) => spanOf(workspace, entry, at)).sort((a, b) => a[0] - b[0]);
  let leadingEnd = -1;
  return spans.map(([start, end]) => {
    const before = /,\s*$/.exec(text.slice(0, start));
    if (before && start !== leadingEnd) return { uri: entry.file, start: before.index, end, text: '' };
    const after = /^\s*,\s*/.exec(text.slice(end));
    leadingEnd = end + (after?.[0].length ?? 0);
    return { uri: entry.file, start, end: leadingEnd, text: '' };
  });
}
