import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  FileChangeType,
  type ServerCapabilities,
  WatchKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Server } from './context.ts';
import { keepLooking } from './polling.ts';
import { isModel } from './roots.ts';
import type { Updates } from './updates.ts';

export const FOLDER_CAPABILITIES: ServerCapabilities = {
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/**
 * Of folders that come or go the client reports them alone, not the files in them, and a pattern of the protocol cannot
 * tell folders from files: so all that comes or goes is reported.
 */
const WATCHERS: DidChangeWatchedFilesRegistrationOptions = {
  watchers: [
    { globPattern: '**/*.[zZ][oO][nN][eE][sS]', kind: WatchKind.Change },
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ],
};

/**
 * After so many milliseconds a new folder is looked at again: it may be filled still, and what comes into a folder
 * before the client watches it is never reported.
 */
const AGAIN = [500, 2500];

/** Reads the folders that the editor has open, and keeps up with which those are and what happens in them. */
export function serveFolders(server: Server, updates: Updates): void {
  const { connection, client, runtime } = server;

  connection.onInitialized(async () => {
    const { workspace } = client.capabilities;
    const takeFolders = ({ added, removed }: WorkspaceFoldersChangeEvent): void =>
      updates.seeFolders({ added: added.map(({ uri }) => uri), removed: removed.map(({ uri }) => uri) });
    // The library takes these notifications for itself where the client says that it sends them.
    if (workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(takeFolders);
    else connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => takeFolders(event));
    const watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    // Not awaited: a client that answers late must not delay the first findings.
    const begun = updates.begin(client.folders);
    const poll = (): Promise<never> => begun.then(() => keepLooking(server, updates));
    // Not awaited: a client that answers late must not delay the first findings. One may refuse what it has said it does.
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, WATCHERS).catch(poll);
    else void poll();
    await begun;
  });

  const lookAgain = createLookingAgain(runtime, updates);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      updates.seePlace(uri);
      if (type === FileChangeType.Created && !isModel(uri)) lookAgain(uri);
    }
  });
}

/** Looks at places again, those that have come in a burst together. */
function createLookingAgain({ wait }: Server['runtime'], { seePlace }: Updates): (uri: string) => void {
  let places = new Set<string>();
  return (uri) => {
    places.add(uri);
    if (places.size > 1) return;
    let since = 0;
    void wait(0).then(async () => {
      const own = places;
      places = new Set();
      for (const after of AGAIN) {
        await wait(after - since);
        since = after;
        for (const place of own) seePlace(place);
      }
    });
  };
}
