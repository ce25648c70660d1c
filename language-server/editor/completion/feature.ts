import { defineFeature } from '../feature.ts';
import { TRIGGERS } from './heads.ts';
import { completion } from './index.ts';
import { dataOf, resolveCompletion } from './resolve.ts';

export const completionFeature = defineFeature(
  'completionProvider',
  () => ({ resolveProvider: true, triggerCharacters: [...TRIGGERS] }),
  {
    'textDocument/completion': async (host, params) => {
      const { uri } = params.textDocument;
      return completion(await host.workspaceOf(uri), uri, params.position, {
        snippets: host.client.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
        bySpace: params.context?.triggerCharacter === ' ',
      });
    },
    'completionItem/resolve': async (host, item) => {
      const data = dataOf(item);
      return data ? resolveCompletion(await host.workspaceOf(data.uri), item) : item;
    },
  },
);
