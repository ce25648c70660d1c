import type { CompletionItem } from 'vscode-languageserver';
import { keys } from '../../core/engine/contributions.ts';
import type { View } from '../../core/engine/view.ts';
import type { Workspace } from '../../language/workspace.ts';
import { hoverOfDeclaration, hoverOfElement } from '../hover/index.ts';
import type { CompletionData } from './index.ts';
import type { Documented } from './suggestion.ts';

/** Adds the documentation of an item when the editor looks at it: the same text as its hover. */
export function resolveCompletion(item: CompletionItem, workspaceOf: (uri: string) => Workspace): CompletionItem {
  const data = item.data as CompletionData | undefined;
  if (!data?.documented) return item;
  const value = textOf(workspaceOf(data.uri).world.view(), data.documented);
  return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
}

function textOf(view: View, documented: Documented): string | undefined {
  if ('element' in documented) {
    const { element: sort, system, path } = documented;
    const offer = view.all(keys.path(system, path)).find((candidate) => candidate.sort === sort);
    return offer && hoverOfElement(view, { entry: offer.entry, sort, index: offer.index });
  }
  const { sort, name } = documented;
  const offer = view.shared(sort, name);
  return offer && hoverOfDeclaration(view, { sort, name, entry: offer.entry, at: 0 });
}
