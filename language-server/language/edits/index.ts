import type { Entry } from '../../core/engine/entry.ts';
import type { Edit } from '../../core/fixes/fix.ts';
import { newLineOf } from '../source-file.ts';
import { type Range, rangeAt, type Workspace } from '../workspace.ts';
import { declare, move, wrap } from './declarations.ts';
import { inForm } from './in-form.ts';
import { member, memberAt, statement } from './members.ts';
import { itemRemovals, memberRemoval, removal } from './removals.ts';
import { type FileReplacement, spanOf, textOf } from './source.ts';

/** A change of the text of a file. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What a fix changes, by file. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** Turns the edits of a fix into changes of the text, written as the formatter would where the text is formatted. */
export function writeEdits(workspace: Workspace, entry: Entry, edits: readonly Edit[]): FileEdits {
  return new Map(
    [...replacementsOf(workspace, entry, edits)].map(([uri, replacements]) => [
      uri,
      textEditsOf(workspace, uri, replacements),
    ]),
  );
}

/** Turns the edits of a fix into replacements, by file, indented like what stands around them. */
export function replacementsOf(
  workspace: Workspace,
  entry: Entry,
  edits: readonly Edit[],
): Map<string, readonly FileReplacement[]> {
  const all = edits.flatMap((edit) => writeEdit(workspace, entry, edit));
  const files = new Map<string, readonly FileReplacement[]>();
  for (const replacement of all) {
    if (isWithinRemoval(replacement, all)) continue;
    files.set(replacement.uri, [...(files.get(replacement.uri) ?? []), replacement]);
  }
  return files;
}

/** Replacements in a file as changes of its text, written as the formatter would where the text is formatted. */
export function textEditsOf(workspace: Workspace, uri: string, replacements: readonly FileReplacement[]): TextEdit[] {
  const file = workspace.files.get(uri)!;
  return inForm(file.source.text, replacements).map(({ start, end, text }) => ({
    range: rangeAt(file, start, end),
    newText: text,
  }));
}

/** True for the removal of what goes with a larger removal anyway: a member that moves out of an element that goes. */
function isWithinRemoval(replacement: FileReplacement, all: readonly FileReplacement[]): boolean {
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

function writeEdit(workspace: Workspace, entry: Entry, edit: Edit): readonly FileReplacement[] {
  switch (edit.kind) {
    case 'replace': {
      const place = edit.in ?? entry;
      if (edit.text === '') return [removal(workspace, place, edit.at)];
      const [start, end] = spanOf(workspace, place, edit.at);
      return [{ uri: place.file, start, end, text: edit.text }];
    }
    case 'begin-file': {
      const source = textOf(workspace, entry);
      const start = source.startsWith('\ufeff') ? 1 : 0;
      const newLine = newLineOf(source);
      return [{ uri: entry.file, start, end: start, text: `${edit.text}${newLine}${newLine}` }];
    }
    case 'remove':
      return [memberRemoval(workspace, entry, edit.at)];
    case 'remove-items':
      return itemRemovals(workspace, entry, edit.at);
    case 'state':
      return [statement(workspace, edit)];
    case 'add-member':
      return [member(workspace, edit.element, [edit.text], edit.first ? 'start' : 'end')];
    case 'add-at':
      return [memberAt(workspace, edit.in ?? entry, edit.at, edit.text)];
    case 'move':
      return move(workspace, entry, edit);
    case 'declare':
      return declare(workspace, entry, edit);
    case 'wrap':
      return wrap(workspace, entry, edit);
  }
}
