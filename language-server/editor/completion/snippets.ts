import { CompletionItemKind } from 'vscode-languageserver';
import SNIPPETS from '../../../snippets/zones.json' with { type: 'json' };
import type { Suggestion } from './suggestion.ts';

/**
 * The snippets that begin with one of the offered keywords, each after its keyword. The editor itself would offer them
 * everywhere, also where nothing of the kind can stand.
 */
export function snippets(offered: readonly Suggestion[]): Suggestion[] {
  const keywords = new Map(
    offered.flatMap((item) => (item.kind === CompletionItemKind.Keyword ? [[item.label, item]] : [])),
  );
  return Object.values(SNIPPETS).flatMap(({ prefix, description, body }, i) => {
    const word = keywords.get(/^[a-z-]+/.exec(body[0] ?? '')?.[0] ?? '');
    if (!word) return [];
    // An editor that is told to leave its own snippets out would leave out all items of that kind.
    const kind = CompletionItemKind.Struct;
    const label = prefix === word.label ? `${prefix} …` : prefix;
    return [
      { label, meaning: description, kind, rank: word.rank + (i + 1) / 1000, insert: { snippet: body.join('\n') } },
    ];
  });
}
