import { CompletionItemKind } from 'vscode-languageserver';
import SNIPPETS from '../../../snippets/zones.json' with { type: 'json' };
import type { Suggestion } from './suggestion.ts';

/**
 * The offered items with the snippets that begin with one of their keywords, each after its keyword. One that is called
 * like its keyword is no item of its own: where it writes a block it is what the keyword inserts, else the keyword leads
 * on from word to word, by what the model has. The editor itself would offer them everywhere, also where nothing of the
 * kind can stand.
 */
export function withSnippets(offered: readonly Suggestion[]): Suggestion[] {
  const keywords = new Map(
    offered.flatMap((item) => (item.kind === CompletionItemKind.Keyword ? [[item.label, item]] : [])),
  );
  const blocks = new Map<Suggestion, string>();
  const more = Object.values(SNIPPETS).flatMap(({ prefix, description, body }, i): Suggestion[] => {
    const word = keywords.get(/^[a-z-]+/.exec(body[0] ?? '')?.[0] ?? '');
    if (!word) return [];
    const snippet = body.join('\n');
    if (prefix === word.label) {
      if (body.length > 1) blocks.set(word, snippet);
      return [];
    }
    // An editor that is told to leave its own snippets out would leave out all items of that kind.
    const kind = CompletionItemKind.Struct;
    return [{ label: prefix, meaning: description, kind, rank: word.rank + (i + 1) / 1000, insert: { snippet } }];
  });
  const items = offered.map((item) => {
    const snippet = blocks.get(item);
    return snippet === undefined ? item : { ...item, insert: { snippet } };
  });
  return [...items, ...more];
}
