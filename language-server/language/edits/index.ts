import type { Entry } from '../../core/engine/entry.ts';
import type { Edit } from '../../core/fixes/fix.ts';
import { lineStartsOf, positionAt } from '../source-file.ts';
import type { Range, Workspace } from '../workspace.ts';
import { declare, move, wrap } from './declarations.ts';
import { member, statement } from './members.ts';
import { itemRemovals, memberRemoval, removal } from './removals.ts';
import { type Replacement, spanOf } from './source.ts';

/** A change of the text of a file. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What a fix changes, by file. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** Turns the edits of a fix into changes of the text, indented like what stands around them. */
export function writeEdits(workspace: Workspace, entry: Entry, edits: readonly Edit[]): FileEdits {
  const files = new Map<string, TextEdit[]>();
  const replacements = edits.flatMap((edit) => writeEdit(workspace, entry, edit));
  for (const { uri, start, end, text } of replacements.filter(
    (replacement) => !isWithinRemoval(replacement, replacements),
  )) {
    const file = workspace.files.get(uri)!;
    file.lineStarts ??= lineStartsOf(file.source.text);
    const range = { start: positionAt(file.lineStarts, start), end: positionAt(file.lineStarts, end) };
    files.set(uri, [...(files.get(uri) ?? []), { range, newText: text }]);
  }
  return files;
}

/** True for the removal of what goes with a larger removal anyway: a member that moves out of an element that goes. */
function isWithinRemoval(replacement: Replacement, all: readonly Replacement[]): boolean {
  if (replacement.text !== '') return false;
  return all.some(
    (other) =>
      other !== replacement &&
      other.text === '' &&
      other.uri === replacement.uri &&
      other.start <= replacement.start &&
      replacement.end <= other.end &&
      other.end - other.start > replacement.end - replacement.start,
  );
}

function writeEdit(workspace: Workspace, entry: Entry, edit: Edit): readonly Replacement[] {
  switch (edit.kind) {
    case 'replace': {
      const place = edit.in ?? entry;
      if (edit.text === '') return [removal(workspace, place, edit.at)];
      const [start, end] = spanOf(workspace, place, edit.at);
      return [{ uri: place.file, start, end, text: edit.text }];
    }
    case 'remove':
      return [memberRemoval(workspace, entry, edit.at)];
    case 'remove-items':
      return itemRemovals(workspace, entry, edit.at);
    case 'state':
      return [statement(workspace, edit)];
    case 'add-member':
      return [member(workspace, edit.element, [edit.text], edit.first ? 'start' : 'end')];
    case 'move':
      return move(workspace, entry, edit);
    case 'declare':
      return declare(workspace, entry, edit);
    case 'wrap':
      return wrap(workspace, entry, edit);
  }
}
