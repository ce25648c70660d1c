import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import type { Server } from './context.ts';
import type { Updates } from './updates.ts';

export const DOCUMENT_CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
};

/** Takes the texts of open files from the editor, and those of closed ones from the disk again. */
export function serveDocuments({ connection, documents, runtime }: Server, { change }: Updates): void {
  const isOfLibrary = (uri: string) => uri.startsWith(`${LIBRARY_SCHEME}:`);
  documents.onDidChangeContent(({ document }) => {
    if (!isOfLibrary(document.uri)) change(document.uri, document.getText());
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    if (isOfLibrary(uri)) return;
    const text = await runtime.readFile(uri);
    if (!documents.get(uri)) change(uri, text);
  });
  documents.listen(connection);
}
