import { defineFeature } from '../feature.ts';
import { TEXT_TRIGGERS, TRIGGERS } from './heads.ts';
import { completion } from './index.ts';
import { dataOf, resolveCompletion } from './resolve.ts';
import { folderOf, textAt, textCompletion } from './texts.ts';

export const completionFeature = defineFeature(
  'completionProvider',
  () => ({ resolveProvider: true, triggerCharacters: [...TRIGGERS] }),
  {
    'textDocument/completion': async (host, params) => {
      const {
        textDocument: { uri },
        position,
        context: { triggerCharacter: trigger } = {},
      } = params;
      const workspace = await host.workspaceOf(uri);
      const text = textAt(workspace, uri, position);
      if (text) {
        // A comma or a space in a text is part of it: what pops up there would be in the way.
        if (trigger !== undefined && !TEXT_TRIGGERS.has(trigger)) return undefined;
        const folder = folderOf(text);
        const entries = folder === undefined ? [] : await host.nearFiles.entriesAt(uri, folder);
        return textCompletion(workspace, uri, position, text, entries);
      }
      if (trigger !== undefined && TEXT_TRIGGERS.has(trigger)) return undefined;
      return completion(workspace, uri, position, {
        snippets: host.client.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
        bySpace: trigger === ' ',
      });
    },
    'completionItem/resolve': async (host, item) => {
      const data = dataOf(item);
      return data ? resolveCompletion(await host.workspaceOf(data.uri), item) : item;
    },
  },
);
