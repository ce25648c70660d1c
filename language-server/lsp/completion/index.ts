import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { Position } from '../../language/source-file.ts';
import type { Workspace } from '../../language/workspace.ts';
import { entryAt, offsetAt } from '../cursor.ts';
import { completionContext, type Expected } from './context.ts';
import { propertiesOf } from './properties.ts';
import { scopeOf } from './scope.ts';
import { type Suggestion, suggestionsFor } from './values.ts';

/** More items than this at once help nobody; typing on narrows them. */
const MOST_ITEMS = 250;

/** What may stand at a position: keywords only where they fit, names by what they mean there. */
export function completion(workspace: Workspace, uri: string, position: Position): CompletionList | undefined {
  const file = workspace.files.get(uri);
  if (!file || file.entries[0]?.library) return undefined;
  const offset = offsetAt(file, position);
  const found = entryAt(file, offset);
  const start = found ? offset - found.inner : lastEndBefore(file.source.text, offset);
  const context = completionContext(file.source.text.slice(start, offset), offset - start);
  if (!context) return undefined;
  const scope = scopeOf(workspace, file, found?.entry, context);
  const suggestions = context.expected.flatMap((expected) => itemsFor(expected, context, scope));
  const typed = context.typed.toLowerCase();
  const fitting = suggestions.filter(({ label }) => fits(label.toLowerCase(), typed));
  fitting.sort((a, b) => a.rank - b.rank);
  const range = {
    start: { line: position.line, character: position.character - context.typed.length },
    end: position,
  };
  return {
    isIncomplete: fitting.length > MOST_ITEMS,
    items: fitting.slice(0, MOST_ITEMS).map((suggestion, i) => toItem(suggestion, i, range, uri)),
  };
}

/** Between declarations: the text since the last one is what is being typed. */
function lastEndBefore(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('}', offset - 1), text.lastIndexOf('\n', offset - 1)) + 1;
}

function itemsFor(
  expected: Expected,
  context: Parameters<typeof propertiesOf>[0],
  scope: ReturnType<typeof scopeOf>,
): Suggestion[] {
  if (expected.kind === 'keyword') {
    if (!/^[a-z]/.test(expected.keyword)) return [];
    // `system` stands once, at the top of a file.
    if (expected.keyword === 'system' && scope.hasHeader) return [];
    return [{ label: expected.keyword, kind: CompletionItemKind.Keyword, rank: 500 }];
  }
  if (expected.property === 'name' && expected.rule === 'Property') return propertiesOf(context);
  return suggestionsFor(expected, context, scope);
}

/** All typed letters in order, the first at a word's start: how editors match, so that nothing useful is sent in vain. */
function fits(label: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed.replace(/\s/g, '')) {
    at = label.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function toItem(
  { label, kind, detail, insert, resolve }: Suggestion,
  order: number,
  range: { start: Position; end: Position },
  uri: string,
): CompletionItem {
  return {
    label,
    kind,
    detail,
    sortText: String(order).padStart(4, '0'),
    filterText: label,
    textEdit: { range, newText: insert ?? label },
    ...(resolve && { data: { ...resolve, uri } }),
  };
}
