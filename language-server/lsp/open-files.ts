import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Content } from './runtime.ts';

/** Which file on the disk each open document is. */
export interface OpenFiles {
  /** Brings one up to date that was opened, changed or closed; answers its file, undefined where it has none. */
  see(uri: string): Promise<string | undefined>;
  /** The document of a file with its text; of several the one that was changed last. */
  of(id: string): { readonly uri: string; readonly content: Content } | undefined;
  uris(): string[];
  ids(): string[];
  /** Has each document's file found again when it is seen. */
  forget(): void;
}

/**
 * A document stays the file that it was when it was opened, until it is forgotten.
 * @param idOf the file that a URI names
 */
export function createOpenFiles(
  documents: TextDocuments<TextDocument>,
  idOf: (uri: string) => Promise<string>,
): OpenFiles {
  /** By URI, the last changed last. */
  const ids = new Map<string, string>();

  return {
    async see(uri) {
      const id = ids.get(uri) ?? (documents.get(uri) ? await idOf(uri) : undefined);
      ids.delete(uri);
      if (id !== undefined && documents.get(uri)) ids.set(uri, id);
      return id;
    },
    of(id) {
      for (const [uri, file] of [...ids].reverse()) {
        const document = file === id ? documents.get(uri) : undefined;
        if (document) return { uri, content: { text: document.getText(), version: document.version } };
      }
      return undefined;
    },
    uris: () => [...ids.keys()],
    ids: () => [...ids.values()],
    forget: () => ids.clear(),
  };
}
