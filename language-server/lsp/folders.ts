import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Announcer } from './announcer.ts';
import type { Server } from './context.ts';
import type { InTurn } from './turns.ts';
import type { Updates } from './updates.ts';

export const FOLDER_CAPABILITIES: ServerCapabilities = {
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Reads the folders that the editor has open, and keeps up with which those are. */
export function serveFolders(server: Server, announcer: Announcer, inTurn: InTurn, updates: Updates): void {
  const { connection, documents, runtime, workspaces, client } = server;

  async function addFolders(uris: readonly string[]): Promise<void> {
    for (const folder of uris) {
      const steps = await workspaces.addFolder(folder, (uri) => documents.get(uri)?.getText() ?? runtime.readFile(uri));
      await announcer.announceInSteps(steps);
    }
  }

  connection.onInitialized(async () => {
    if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // Not awaited: a client that answers late must not delay the first findings.
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.zones' }],
      });
    }
    try {
      await inTurn(() => addFolders(client.folders));
    } finally {
      // A folder that cannot be read must not keep the open files from being read.
      await updates.begin();
    }
  });

  connection.onNotification('workspace/didChangeWorkspaceFolders', async ({ event }) => {
    await inTurn(async () => {
      for (const { uri } of event.removed) announcer.clear(workspaces.removeFolder(uri));
      await addFolders(event.added.map(({ uri }: { uri: string }) => uri));
    });
    await updates.flush();
  });

  connection.onDidChangeWatchedFiles((params) => takeFromDisk(server, updates, params));
}

/** Reads files again that others have changed, unless they are open: then the editor's text counts. */
async function takeFromDisk(
  { documents, runtime, workspaces }: Server,
  { change }: Updates,
  { changes }: DidChangeWatchedFilesParams,
): Promise<void> {
  for (const { uri, type } of changes) {
    if (type === FileChangeType.Deleted) {
      // A deleted folder is reported alone; its files go with it.
      for (const file of workspaces.filesUnder(uri)) if (!documents.get(file)) change(file, undefined);
    } else if (uri.endsWith('.zones') && !documents.get(uri)) {
      const text = await runtime.readFile(uri);
      if (!documents.get(uri)) change(uri, text);
    }
  }
}
