import type { CompletionItem, MarkupContent } from 'vscode-languageserver';
import { type CompletionOptions, completion } from '../../language-server/editor/completion/index.ts';
import { hover } from '../../language-server/editor/hover/index.ts';
import { lineStartsOf, type Position, positionAt } from '../../language-server/language/source-file.ts';
import { createWorkspace, type Location, type Workspace } from '../../language-server/language/workspace.ts';
import { applyEdits } from './edits.ts';
import { filesOf, TODAY } from './fixture.ts';

/** A model with a cursor in it, and ranges that the test expects. */
export interface Marked {
  readonly workspace: Workspace;
  /** The file of the cursor. */
  readonly uri: string;
  readonly position: Position;
  /** The places between `«` and `»`, in the order of the files. */
  readonly ranges: readonly Location[];
  /** The text of each file, without the marks. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a model with marks: `|` is the cursor, `«…»` a range. Several files begin with a line `--- name.zones` each.
 * The text is read as it stands, broken or not, as the server reads it while a person types.
 */
export function marked(fixture: string): Marked {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  const texts = new Map<string, string>();
  const ranges: Location[] = [];
  let cursor: { uri: string; position: Position } | undefined;
  for (const { uri, text } of filesOf(fixture)) {
    const plain = text.replace(/[|«»]/g, '');
    const starts = lineStartsOf(plain);
    const open: Position[] = [];
    let marks = 0;
    for (const { 0: mark, index } of text.matchAll(/[|«»]/g)) {
      const at = positionAt(starts, index - marks++);
      if (mark === '|') cursor = { uri, position: at };
      else if (mark === '«') open.push(at);
      else ranges.push({ uri, range: { start: open.pop()!, end: at } });
    }
    texts.set(uri, plain);
  }
  workspace.update([...texts].map(([uri, text]) => ({ uri, text })));
  return { workspace, uri: '', position: { line: 0, character: 0 }, ...cursor, ranges, texts };
}

/** The items offered at the cursor, the first offered first. */
export function itemsAt(fixture: string, options: CompletionOptions = {}): CompletionItem[] {
  const { workspace, uri, position } = marked(fixture);
  return completion(workspace, uri, position, options)?.items ?? [];
}

/** True where the list at the cursor has to be asked for again as one types on. */
export function isIncompleteAt(fixture: string): boolean {
  const { workspace, uri, position } = marked(fixture);
  return completion(workspace, uri, position)?.isIncomplete === true;
}

/** The labels offered at the cursor, the first offered first. */
export function labelsAt(fixture: string, options: CompletionOptions = {}): string[] {
  return itemsAt(fixture, options).map(({ label }) => label);
}

/** The text of the cursor's file after an item has been accepted, without the marks. */
export function applied(fixture: string, label: string, options: CompletionOptions = {}): string {
  const { uri, texts } = marked(fixture);
  const item = itemsAt(fixture, options).find((candidate) => candidate.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`'${label}' is not offered.`);
  return applyEdits(texts.get(uri)!, [
    ...(item.additionalTextEdits ?? []),
    { ...item.textEdit, range: item.textEdit.range },
  ]);
}

/** The hover at the cursor as Markdown; undefined where there is none. */
export function hoverAt(fixture: string): string | undefined {
  const { workspace, uri, position } = marked(fixture);
  return (hover(workspace, uri, position)?.contents as MarkupContent | undefined)?.value;
}
