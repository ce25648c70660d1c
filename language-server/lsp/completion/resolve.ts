import type { CompletionItem } from 'vscode-languageserver';
import { resolveShared } from '../../core/engine/resolve.ts';
import type { Workspace } from '../../language/workspace.ts';
import { assetTypeHover } from '../hover/asset.ts';
import { controlText } from '../hover/control.ts';
import { kindHover, protocolHover } from '../hover/library.ts';
import type { Suggestion } from './values.ts';

/** Adds the documentation of an item when the editor looks at it: the same text as its hover. */
export function resolveCompletion(item: CompletionItem, workspaceOf: (uri: string) => Workspace): CompletionItem {
  const data = item.data as (NonNullable<Suggestion['resolve']> & { uri: string }) | undefined;
  if (!data) return item;
  const view = workspaceOf(data.uri).world.view();
  const value = textOf(view, data);
  return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
}

function textOf(
  view: Parameters<typeof resolveShared>[0],
  { sort, name }: NonNullable<Suggestion['resolve']>,
): string | undefined {
  switch (sort) {
    case 'control':
      return controlText(view, name);
    case 'asset-type':
      return assetTypeHover(view, name);
    case 'protocol':
      return protocolHover(view, name);
    case 'kind': {
      const offer = resolveShared(view, 'kind', name);
      return offer && kindHover(offer.entry, name);
    }
    default:
      return undefined;
  }
}
