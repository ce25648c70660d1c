import { elementOf } from '../../core/engine/element.ts';
import type { Entry } from '../../core/engine/entry.ts';
import { reveal } from '../../core/engine/reveal.ts';
import type { Edit } from '../../core/fixes/fix.ts';
import type { Place } from '../../core/model/reference.ts';
import { newLineOf } from '../source-file.ts';
import type { Workspace } from '../workspace.ts';
import { member } from './members.ts';
import { moveRemoval } from './removals.ts';
import {
  endWithRemark,
  type FileReplacement,
  indentAt,
  indentUnit,
  reindent,
  spanOf,
  startWithComments,
  textOf,
  unitSpan,
} from './source.ts';

type Move = Extract<Edit, { kind: 'move' }>;
type Declare = Extract<Edit, { kind: 'declare' }>;
type Wrap = Extract<Edit, { kind: 'wrap' }>;

/** Moves members of the finding's unit to the end of an element's block. */
export function move(workspace: Workspace, entry: Entry, { at, to }: Move): FileReplacement[] {
  const texts = at.map((place) => memberText(workspace, entry, place));
  return [...at.map((place) => moveRemoval(workspace, entry, place)), member(workspace, to, texts, 'end')];
}

/** Declares something after an element, at its indentation, or after the finding's declaration; members of the finding's unit may move into it. */
export function declare(workspace: Workspace, entry: Entry, { head, members, after }: Declare): FileReplacement[] {
  const place = after?.entry ?? entry;
  const source = textOf(workspace, place);
  const newLine = newLineOf(source);
  const [start, elementEnd] = after
    ? spanOf(workspace, place, elementOf(reveal(after)).at)
    : unitSpan(workspace, place);
  const end = endWithRemark(source, elementEnd);
  const outer = indentAt(source, start);
  const text = block(workspace, entry, head, members, outer, source);
  const gap = outer === '' || text.includes(newLine) ? newLine + newLine : newLine;
  return [
    ...moved(members).map((place) => moveRemoval(workspace, entry, place)),
    { uri: place.file, start: end, end, text: `${gap}${outer}${text}` },
  ];
}

/** Puts members of the finding's unit into a new declaration, where the first of them stands. */
export function wrap(workspace: Workspace, entry: Entry, { at, head, members = [] }: Wrap): FileReplacement[] {
  const source = textOf(workspace, entry);
  const [first, ...others] = at as [Place, ...Place[]];
  const [start, end] = spanOf(workspace, entry, first);
  const outer = indentAt(source, startWithComments(source, start));
  return [
    {
      uri: entry.file,
      start: startWithComments(source, start),
      end: endWithRemark(source, end),
      text: block(workspace, entry, head, [...members, ...at], outer, source),
    },
    ...others.map((place) => moveRemoval(workspace, entry, place)),
  ];
}

const moved = (members: readonly (string | Place)[]): Place[] =>
  members.filter((each): each is Place => typeof each === 'number');

/** A declaration with its block, one member a line, as it stands at an indentation. */
function block(
  workspace: Workspace,
  entry: Entry,
  head: string,
  members: readonly (string | Place)[],
  outer: string,
  source: string,
): string {
  if (members.length === 0) return head;
  const newLine = newLineOf(source);
  const inner = outer + indentUnit(source);
  const lines = members.map((each) => {
    const text = typeof each === 'number' ? memberText(workspace, entry, each) : each;
    return inner + reindent(text, '', inner, newLine);
  });
  return [`${head} {`, ...lines, `${outer}}`].join(newLine);
}

/** The text of a member with the comments that belong to it, as it would stand without indentation. */
function memberText(workspace: Workspace, entry: Entry, at: Place): string {
  const source = textOf(workspace, entry);
  const [start, end] = spanOf(workspace, entry, at);
  const from = startWithComments(source, start);
  return reindent(source.slice(from, endWithRemark(source, end)), indentAt(source, from), '', '\n');
}
