import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import {
  type InitializeResult,
  type LogMessageParams,
  type Diagnostic as LspDiagnostic,
  MessageType,
} from 'vscode-languageserver-protocol';

const server = join(import.meta.dirname, '../../dist/server.cjs');

/** A finding as the server sends it: its message is plain text. */
export type Diagnostic = LspDiagnostic & { readonly message: string };

/** The bundled server in a process of its own, spoken to over stdio as an editor does. */
export interface LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server has logged as errors. */
  readonly errors: readonly string[];
  /** The latest findings of a file. */
  diagnostics(uri: string): readonly Diagnostic[] | undefined;
  /** Resolves with the next findings published for a file. */
  nextDiagnostics(uri: string): Promise<Diagnostic[]>;
  open(uri: string, text: string): Promise<Diagnostic[]>;
  /** Replaces the whole text; resolves with the findings published for it. */
  change(uri: string, text: string): Promise<Diagnostic[]>;
  request<Result>(method: string, params: unknown): Promise<Result>;
  stop(): Promise<void>;
}

/**
 * Starts the server and shakes hands; `folders` are the URIs of the open folders.
 * @param command the bundle that is the server, with its arguments
 * @param initializationOptions the settings, and what only tests ask for
 */
export async function startClient(
  folders: readonly string[] = [],
  nodeArguments: string[] = [],
  command: readonly string[] = [server, '--stdio'],
  initializationOptions?: unknown,
): Promise<LspClient> {
  const child = spawn(process.execPath, [...nodeArguments, ...command], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const latest = new Map<string, Diagnostic[]>();
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      latest.set(uri, diagnostics);
      const resolvers = waiting.get(uri) ?? [];
      waiting.delete(uri);
      for (const resolve of resolvers) resolve(diagnostics);
    },
  );
  const errors: string[] = [];
  connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
    if (type === MessageType.Error) errors.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    initializationOptions,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
  });
  void connection.sendNotification('initialized', {});
  const versions = new Map<string, number>();

  const nextDiagnostics = (uri: string) =>
    new Promise<Diagnostic[]>((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));

  return {
    connection,
    process: child,
    initialized,
    errors,
    diagnostics: (uri) => latest.get(uri),
    nextDiagnostics,
    request: (method, params) => connection.sendRequest(method, params),
    open(uri, text) {
      versions.set(uri, 1);
      const next = nextDiagnostics(uri);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'zones', version: 1, text },
      });
      return next;
    },
    change(uri, text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const next = nextDiagnostics(uri);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      return next;
    },
    async stop() {
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      await new Promise((resolve) => child.once('exit', resolve));
      connection.dispose();
    },
  };
}
