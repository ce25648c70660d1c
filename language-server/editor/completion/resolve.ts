import type { CompletionItem } from 'vscode-languageserver';
import { keys } from '../../core/engine/keys.ts';
import type { Query } from '../../core/engine/query.ts';
import type { Workspace } from '../../language/workspace.ts';
import { hoverOfDeclaration, hoverOfElement } from '../hover/index.ts';
import type { CompletionData } from './index.ts';
import type { Documented } from './suggestion.ts';

/** Adds the documentation of an item when the editor looks at it: the same text as its hover. */
export function resolveCompletion(item: CompletionItem, workspaceOf: (uri: string) => Workspace): CompletionItem {
  const data = item.data as CompletionData | undefined;
  if (!data?.documented) return item;
  const value = textOf(workspaceOf(data.uri).store.query(), data.documented);
  return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
}

function textOf(query: Query, documented: Documented): string | undefined {
  if ('element' in documented) {
    const { element: sort, system, path } = documented;
    const offer = query.all(keys.path(system, path)).find((candidate) => candidate.sort === sort);
    return offer && hoverOfElement(query, { entry: offer.entry, sort, index: offer.index });
  }
  const { sort, name } = documented;
  const offer = query.shared(sort, name);
  return offer && hoverOfDeclaration(query, { sort, name, entry: offer.entry, at: 0 });
}
