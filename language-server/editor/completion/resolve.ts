import type { CompletionItem } from 'vscode-languageserver';
import { keys } from '../../core/engine/keys.ts';
import type { Query } from '../../core/engine/query.ts';
import { elementNamed } from '../../core/plant/index.ts';
import type { Workspace } from '../../language/workspace.ts';
import { hoverOfDeclaration, hoverOfElement } from '../hover/index.ts';
import type { CompletionData } from './index.ts';
import type { Documented } from './suggestion.ts';

/** Adds the documentation of an item when the editor looks at it: the same text as its hover. */
export function resolveCompletion(workspace: Workspace, item: CompletionItem): CompletionItem {
  const documented = dataOf(item)?.documented;
  const value = documented && textOf(workspace.store.query(), documented);
  return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
}

/** What an item of ours carries. */
export const dataOf = ({ data }: CompletionItem): CompletionData | undefined => data;

function textOf(query: Query, documented: Documented): string | undefined {
  if ('element' in documented) {
    const { element: sort, system, path } = documented;
    const element = elementNamed(query, system, path, sort);
    return element && hoverOfElement(element);
  }
  if ('recorded' in documented) {
    const { recorded: sort, system, name } = documented;
    const found = query.first(keys.recorded(sort, system, name));
    return found && hoverOfDeclaration(query, { sort, name, entry: found.entry, at: 0 });
  }
  const { sort, name } = documented;
  const offer = query.shared(sort, name);
  return offer && hoverOfDeclaration(query, { sort, name, entry: offer.entry, at: 0 });
}
