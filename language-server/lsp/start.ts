import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../core/engine/store.ts';
import { readConfiguration } from '../editor/configuration.ts';
import { SEMANTIC_TOKENS_LEGEND } from '../editor/semantic-tokens.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import type { Runtime, Server } from './context.ts';
import { registerFeatures } from './features.ts';
import { createDiagnosticsPublisher } from './publisher.ts';
import { verifier } from './verifier.ts';
import { createWorkspaces } from './workspaces.ts';

/** A longer working out of findings, in milliseconds, lets what is written go out. */
const SLICE = 3;

/** Serves a connection until it closes. Reads nothing from disk before the client has said what its folders are. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const configuration = { current: readConfiguration(undefined) };
  const workspaces = createWorkspaces(runtime);
  const listeners: ((uris: ReadonlySet<string>) => void)[] = [];
  const publisher = createDiagnosticsPublisher(connection, workspaces, configuration);
  /** Texts not yet read, undefined for files to be taken from disk or gone. */
  const pending = new Map<string, string | undefined>();
  let scheduled = false;
  let ready = false;
  let becomeReady = (): void => {};
  const whenReady = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  let verify = (): void => {};

  let turn: Promise<void> = Promise.resolve();
  /** Works that change the workspaces come one after the other. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  const flush = (): Promise<void> =>
    inTurn(async () => {
      if (!ready) return;
      tell(workspaces.setToday(runtime.today()));
      if (pending.size === 0) return;
      const changes = [...pending].map(([uri, text]) => ({ uri, text }));
      pending.clear();
      await publishInSteps(workspaces.update(changes));
      verify();
    });

  function tell(touched: ReadonlySet<string>): void {
    if (touched.size === 0) return;
    publisher.publish(touched);
    for (const listener of listeners) listener(touched);
  }

  /** Sends the findings of a file when they are known: the client reads them while the next are worked out. */
  async function publishInSteps(steps: Steps<string>): Promise<void> {
    const touched = new Set<string>();
    let since = Date.now();
    for (const uris of steps) {
      publisher.publish(uris);
      for (const uri of uris) touched.add(uri);
      if (Date.now() - since < SLICE) continue;
      await runtime.pause();
      since = Date.now();
    }
    for (const listener of listeners) listener(touched);
  }

  /** What was typed is read once the events already waiting are in: a burst of keys costs one reading. */
  function change(uri: string, text: string | undefined): void {
    pending.set(uri, text);
    if (scheduled) return;
    scheduled = true;
    void runtime.pause().then(() => {
      scheduled = false;
      return flush();
    });
  }

  const server: Server = {
    connection,
    runtime,
    documents,
    workspaces,
    configuration,
    client: { snippets: false },
    async upToDate() {
      await whenReady;
      await flush();
    },
    onDidUpdate: (listener) => listeners.push(listener),
  };

  let folders: readonly string[] = [];
  let watchesDynamically = false;
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    watchesDynamically = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    configuration.current = readConfiguration(params.initializationOptions);
    verify = verifier(params.initializationOptions, connection, workspaces);
    server.client.snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false;
    return {
      serverInfo: { name: 'zones' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { resolveProvider: true, triggerCharacters: [':', '.', ',', ' ', '(', '>'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
        semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          textDocumentContent: { schemes: [LIBRARY_SCHEME] },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (watchesDynamically) {
      // Not awaited: a client that answers late must not delay the first findings.
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.zones' }],
      });
    }
    try {
      await inTurn(() => addFolders(folders));
    } finally {
      // A folder that cannot be read must not keep the open files from being read.
      ready = true;
      await flush();
      becomeReady();
    }
  });

  connection.onNotification('workspace/didChangeWorkspaceFolders', async ({ event }) => {
    await inTurn(async () => {
      for (const { uri } of event.removed) publisher.clear(workspaces.removeFolder(uri));
      await addFolders(event.added.map(({ uri }: { uri: string }) => uri));
    });
    await flush();
  });

  async function addFolders(uris: readonly string[]): Promise<void> {
    for (const folder of uris) {
      const steps = await workspaces.addFolder(folder, (uri) => documents.get(uri)?.getText() ?? runtime.readFile(uri));
      await publishInSteps(steps);
    }
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.current = readConfiguration(settings?.zones);
    void inTurn(async () => publisher.publish(workspaces.allFiles()));
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) {
        // A deleted folder is reported alone; its files go with it.
        for (const file of workspaces.filesUnder(uri)) if (!documents.get(file)) change(file, undefined);
      } else if (uri.endsWith('.zones') && !documents.get(uri)) {
        change(uri, await runtime.readFile(uri));
      }
    }
  });

  documents.onDidChangeContent(({ document }) => {
    if (!document.uri.startsWith(`${LIBRARY_SCHEME}:`)) change(document.uri, document.getText());
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    if (uri.startsWith(`${LIBRARY_SCHEME}:`)) return;
    const text = await runtime.readFile(uri);
    if (!documents.get(uri)) change(uri, text);
  });

  registerFeatures(server);
  documents.listen(connection);
  connection.listen();
}
