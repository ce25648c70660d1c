import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { type ShownFilesParams, shownFilesMethod } from '../protocol.ts';
import type { Server } from './context.ts';
import type { Updates } from './updates.ts';

export const DOCUMENT_CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
};

/** Takes the texts of open files from the editor, and those of closed ones from the disk again. */
export function serveDocuments({ connection, documents, client }: Server, { seeDocument }: Updates): void {
  const see = (uri: string): void => {
    if (!uri.startsWith(`${LIBRARY_SCHEME}:`)) seeDocument(uri);
  };
  documents.onDidChangeContent(({ document }) => see(document.uri));
  documents.onDidClose(({ document }) => see(document.uri));
  connection.onNotification(shownFilesMethod, ({ uris }: ShownFilesParams) => {
    client.shown = new Set(uris);
    for (const uri of documents.keys()) see(uri);
  });
  documents.listen(connection);
}
