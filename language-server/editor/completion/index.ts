import { type CompletionItem, type CompletionList, InsertTextFormat } from 'vscode-languageserver';
import type { Precedence } from '../../core/text/alias-order.ts';
import { normaliseName } from '../../core/text/names.ts';
import { spellingOf } from '../../core/text/spelling.ts';
import type { Position } from '../../language/source-file.ts';
import type { Workspace, WorkspaceFile } from '../../language/workspace.ts';
import { offsetAt, positionIn } from '../cursor.ts';
import { completionContext } from './context.ts';
import { MOST_ELEMENTS } from './elements.ts';
import type { Expected } from './expected.ts';
import { filterText, headOf, withoutHead } from './heads.ts';
import { keyword, properties } from './keywords.ts';
import { aliasesFor, isAlias, matches } from './matches.ts';
import { type Scope, scopeOf } from './scope.ts';
import { withSnippets } from './snippets.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';
import { valuesFor } from './values.ts';

/** More items than this at once help nobody; typing on narrows them. The library's types and protocols are fewer. */
const MOST_ITEMS = 400;

export interface CompletionOptions {
  /** The client takes snippets: a text is written with its quotes, and the cursor between them. */
  readonly snippets?: boolean;
  /** Asked because of a typed space: then only what has to follow is offered, so that nothing pops up uncalled. */
  readonly bySpace?: boolean;
}

/** What is called just as typed comes first, what is found by the beginning of an alias after what is by its name or title. */
const ALIAS_RANK = 1000;
const EXACT_RANK = 100 * ALIAS_RANK;

/** Behind those that a word means first, wherever the cursor is. */
const rankOf = (word: string, behind: Precedence | undefined): number =>
  ALIAS_RANK * (behind?.get(spellingOf(word)) ?? 0);

/** What may stand at a position: keywords only where they fit, names by what they mean there. */
export function completion(
  workspace: Workspace,
  uri: string,
  asked: Position,
  options: CompletionOptions = {},
): CompletionList | undefined {
  const file = workspace.files.get(uri);
  if (!file || file.entries[0]?.library) return undefined;
  const position = positionIn(file, asked);
  const offset = offsetAt(file, position);
  const declaration = declarationAt(file, offset);
  if (!declaration) return undefined;
  const { start, text, entry } = declaration;
  const context = completionContext(text, offset - start);
  if (!context) return undefined;
  const scope = scopeOf(workspace, file, entry, offset, context);
  const head = headOf(context.typed);
  const fitting = suggestionsFor(context, scope, options)
    .flatMap((suggestion): Suggestion[] => {
      const { label, title, aliases, behind, isNeeded } = suggestion;
      if (options.bySpace && context.complete && !isNeeded) return [];
      // It stands there already.
      if (head !== '' && withoutHead(label, head) === '') return [];
      if (isAlias(aliases, context.typed)) {
        return [{ ...suggestion, rank: suggestion.rank - EXACT_RANK + rankOf(context.typed, behind) }];
      }
      if (matches(`${label} ${title ?? ''}`, context.typed)) return [suggestion];
      const found = aliasesFor(aliases, context.typed).map((alias) => rankOf(alias, behind));
      return found.length > 0 ? [{ ...suggestion, rank: suggestion.rank + ALIAS_RANK + Math.min(...found) }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const place: Place = { uri, position, typed: context.typed, end: position };
  return itemsOf([{ suggestions: fitting, place }], options);
}

/** Where an item goes, in place of what is typed of it. */
export interface Place {
  readonly uri: string;
  readonly position: Position;
  readonly typed: string;
  /** The end of what it replaces, on the same line. */
  readonly end: Position;
}

/** The items of some suggestions in their order, each with the place of those beside it. */
export function itemsOf(
  parts: readonly { readonly suggestions: readonly Suggestion[]; readonly place: Place }[],
  options: CompletionOptions = {},
): CompletionList {
  const all = parts.flatMap(({ suggestions, place }) => suggestions.map((suggestion) => ({ suggestion, place })));
  const elements = all.filter(({ suggestion: { documented } }) => documented && 'element' in documented).length;
  return {
    isIncomplete: all.length > MOST_ITEMS || elements > MOST_ELEMENTS,
    items: all.slice(0, MOST_ITEMS).map(({ suggestion, place }, i) => toItem(suggestion, i, place, options)),
  };
}

/**
 * The text of the declaration at an offset, from its start to the next one's: also behind what could be read of it.
 * Undefined in one that is not read.
 */
export function declarationAt(file: WorkspaceFile, offset: number) {
  const { units, text } = file.source;
  const index = units.findLastIndex(({ start }) => start <= offset);
  if (units[index]?.source.unread) return undefined;
  const start = units[index]?.start ?? 0;
  const end = units[index + 1]?.start ?? text.length;
  return { start, text: text.slice(start, Math.max(end, offset)), entry: file.entries[index] };
}

function suggestionsFor(context: CompletionContext, scope: Scope, { snippets: takesSnippets }: CompletionOptions) {
  const found = context.expected.flatMap((expected): Suggestion[] => {
    if (expected.kind === 'keyword' && expected.keyword === ':') return behindColon(expected.rule, context, scope);
    // A path goes on with names only.
    if (expected.kind === 'keyword') {
      const item = context.qualifier ? undefined : keyword(expected, context, scope);
      return item ? [item] : [];
    }
    const isProperty = expected.rule === 'Property' && expected.property === 'name';
    if (isProperty) return context.qualifier ? [] : properties(context);
    return valuesFor(expected, context, scope);
  });
  return takesSnippets && context.atStart ? withSnippets(found) : found;
}

/** What stands behind the colon of a declaration, where there is none yet. */
const BEHIND_COLON = { Zone: 'kind', Asset: 'type', Flow: 'protocol', AccessPoint: 'side' } as const;

/** What may come behind a colon that is still to be written, with the colon. */
function behindColon(rule: Expected['rule'], context: CompletionContext, scope: Scope): Suggestion[] {
  if (!Object.hasOwn(BEHIND_COLON, rule) || context.qualifier !== '') return [];
  const property = BEHIND_COLON[rule as keyof typeof BEHIND_COLON];
  return valuesFor({ kind: 'value', rule, property }, context, scope).map((item) => ({
    ...item,
    label: `: ${item.label}`,
  }));
}

function toItem(
  { label, aliases, badge, title, meaning, kind, description, insert = { text: label }, documented }: Suggestion,
  order: number,
  { uri, position, typed, end }: Place,
  { snippets }: CompletionOptions,
): CompletionItem {
  const isSnippet = 'snippet' in insert && snippets === true;
  const text = 'snippet' in insert ? (isSnippet ? insert.snippet : insert.snippet.replace('$0', '')) : insert.text;
  const head = headOf(typed);
  const newText = withoutHead(text, head);
  const respelled = text.slice(0, text.length - newText.length);
  const first = { line: position.line, character: position.character - typed.length };
  const start = { line: position.line, character: first.character + head.length };
  const beside = [badge, title, meaning].filter(Boolean).join(' · ');
  const more = 'more' in insert && insert.more;
  return {
    label,
    kind,
    labelDetails: { ...(beside && { detail: `  ${beside}` }), ...(description && { description }) },
    detail: [beside, description].filter(Boolean).join(' · ') || undefined,
    sortText: String(order).padStart(4, '0'),
    // An editor compares letter by letter: accents are letters of their own where they are typed so.
    filterText: filterText(withoutHead(label, head), typed.slice(head.length), [
      title ?? '',
      ...aliasesFor(aliases, typed),
    ]).normalize(typed === normaliseName(typed) ? 'NFC' : 'NFD'),
    textEdit: { range: { start, end }, newText },
    // The head may be spelled in another way: `SR1.` is `SR 1.`.
    ...(head !== '' &&
      head !== respelled && { additionalTextEdits: [{ range: { start: first, end: start }, newText: respelled }] }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...((documented || more) && { data: { uri, documented, more } satisfies CompletionData }),
  };
}

/** What an item carries for `completionItem/resolve`, and for the client: `more` asks for the next completion. */
export interface CompletionData {
  readonly uri: string;
  readonly documented?: Suggestion['documented'];
  readonly more?: boolean;
}
