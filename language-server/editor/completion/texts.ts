import { CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import { isClosed, isInside, tokensOf } from '../../language/parser/tokens.ts';
import type { Position } from '../../language/source-file.ts';
import type { Workspace } from '../../language/workspace.ts';
import { offsetAt, positionIn } from '../cursor.ts';
import type { FolderEntry } from '../feature.ts';
import { completionContext } from './context.ts';
import { headOf } from './heads.ts';
import { declarationAt, itemsOf, type Place } from './index.ts';
import { matches } from './matches.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';
import { isTextWord, type TextWord, usedTexts } from './used-texts.ts';

/** The text in quotes around the cursor. */
export interface TextAt {
  /** What it stands behind; undefined where nothing is known of what is written there. */
  readonly word: TextWord | undefined;
  /** What of it stands before the cursor, as it is written, and behind. */
  readonly before: string;
  readonly behind: string;
}

/** The text of one line that a position is in. */
export function textAt(workspace: Workspace, uri: string, position: Position): TextAt | undefined {
  const file = workspace.files.get(uri);
  if (!file || file.entries[0]?.library) return undefined;
  const offset = offsetAt(file, position);
  const declaration = declarationAt(file, offset);
  if (!declaration) return undefined;
  const { start, text } = declaration;
  const inner = offset - start;
  const token = tokensOf(text).find((candidate) => isInside(candidate, inner));
  if (token?.kind !== 'text' || token.text.startsWith('"""')) return undefined;
  const context = completionContext(text, token.at);
  return {
    word: context && wordOf(context),
    before: text.slice(token.at + 1, inner),
    // What follows a text without an end may be none of it.
    behind: isClosed(token.text) ? text.slice(inner, token.at + token.text.length - 1) : '',
  };
}

/** What a text stands behind: the word itself, or a list that begins with it. A title stands behind a name. */
function wordOf({ before, expected }: CompletionContext): TextWord | undefined {
  if (expected.some((item) => item.kind === 'value' && item.property === 'title')) return undefined;
  const from = before.at(-1) === ',' ? before.findLastIndex(isTextWord) : before.length - 1;
  if (isTextWord(before[from])) return before[from];
  return before[from - 1] === 'boundary' ? 'boundary' : undefined;
}

/** The folder whose entries fit into a text, relative to its file; undefined where no path is due. */
export const folderOf = ({ word, before }: TextAt): string | undefined =>
  word === 'evidence' && !/^[a-z][a-z\d+.-]*:/i.test(before) ? before.slice(0, before.lastIndexOf('/') + 1) : undefined;

/**
 * What may stand in a text: what the model says behind the same word elsewhere, and the files of a folder.
 * @param entries what stands in the folder that is written so far (`folderOf`)
 */
export function textCompletion(
  workspace: Workspace,
  uri: string,
  position: Position,
  { word, before, behind }: TextAt,
  entries: readonly FolderEntry[],
): CompletionList | undefined {
  const file = workspace.files.get(uri);
  if (!word || !file) return undefined;
  const at = (typed: string, rest: string): Place => {
    // One past the end of a line or the file is that end.
    const start = positionIn(file, position);
    return { uri, position: start, typed, end: { ...start, character: start.character + rest.length } };
  };
  const head = headOf(before).toLowerCase();
  const values = usedTexts(workspace, word).flatMap(([text, uses], i): Suggestion[] => {
    const label = escaped(text);
    // What is written there already is no suggestion, unless it stands elsewhere too.
    if (label === before + behind && uses === 1) return [];
    if (!label.toLowerCase().startsWith(head) || !matches(label, before) || label.includes('\n')) return [];
    return [{ label, kind: CompletionItemKind.Value, rank: i, description: uses > 1 ? `${uses} ×` : undefined }];
  });
  const segment = before.slice(before.lastIndexOf('/') + 1);
  const rest = /^[^/]*\/?/.exec(behind)![0];
  const paths = entries.flatMap(({ name, isFolder }, i): Suggestion[] => {
    const label = escaped(isFolder ? `${name}/` : name);
    // A model says what is met; evidence of it stands elsewhere.
    if (!isFolder && name.toLowerCase().endsWith('.zones')) return [];
    if (!label.toLowerCase().startsWith(headOf(segment).toLowerCase()) || !matches(label, segment)) return [];
    const kind = isFolder ? CompletionItemKind.Folder : CompletionItemKind.File;
    return [{ label, kind, rank: i, insert: { text: label, more: isFolder } }];
  });
  const known = new Set(values.map(({ label }) => label));
  const folder = before.slice(0, before.length - segment.length);
  return itemsOf([
    { suggestions: values, place: at(before, behind) },
    { suggestions: paths.filter(({ label }) => !known.has(folder + label)), place: at(segment, rest) },
  ]);
}

/** A value as it is written between quotes. */
const escaped = (text: string): string => text.replace(/[\\"]/g, '\\$&');
