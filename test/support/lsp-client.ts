import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import {
  type ClientCapabilities,
  type InitializeResult,
  type LogMessageParams,
  type Diagnostic as LspDiagnostic,
  MessageType,
  type Position,
  type RegistrationParams,
} from 'vscode-languageserver-protocol';
import vscodeCapabilities from './vscode-capabilities.json' with { type: 'json' };

const server = join(import.meta.dirname, '../../dist/server.cjs');

/** A finding as the server sends it: its message is plain text. */
export type Diagnostic = LspDiagnostic & { readonly message: string };

/** The bundled server in a process of its own, spoken to over stdio as an editor does. Times are in milliseconds. */
export interface LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server has logged as errors. */
  readonly errors: readonly string[];
  /** When the process was started, and when it had answered the handshake. */
  readonly times: { readonly started: number; readonly initialized: number };
  /** When the last findings arrived, and how many files' have. */
  readonly published: { at: number; files: number };
  /** The latest findings of a file. */
  diagnostics(uri: string): readonly Diagnostic[] | undefined;
  /** The latest findings of all files that have some. */
  findings(): ReadonlyMap<string, readonly Diagnostic[]>;
  /** Resolves with the next findings published for a file. */
  nextDiagnostics(uri: string): Promise<Diagnostic[]>;
  open(uri: string, text: string): Promise<Diagnostic[]>;
  close(uri: string): void;
  /** Replaces the whole text; resolves with the findings published for it. */
  change(uri: string, text: string): Promise<Diagnostic[]>;
  /** Replaces the text `from`, which stands at a position of an open file. */
  edit(uri: string, at: Position, from: string, to: string): void;
  request<Result>(method: string, params: unknown): Promise<Result>;
  /**
   * Resolves when all findings of what was sent so far are here. Sound because the server sends findings before it
   * answers a request that comes after the change, and messages keep their order.
   */
  settled(uri: string): Promise<void>;
  /** From now on the process may end. */
  expectEnd(): void;
  stop(): Promise<void>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The bundle that is the server, with its arguments. */
  readonly command?: readonly string[];
  readonly nodeArguments?: readonly string[];
  /** The settings, and what only tests ask for. */
  readonly initializationOptions?: unknown;
  /** Is told what the server asks to be told of. */
  readonly onRegister?: (registrations: readonly unknown[]) => void;
  /** What a client sends too early. */
  readonly beforeHandshake?: (connection: MessageConnection) => Promise<void>;
}

/** All that VS Code can do: with less, what the library makes of a client's capabilities would not be seen. */
const CAPABILITIES = vscodeCapabilities as ClientCapabilities;

/** Starts the server and shakes hands; `folders` are the URIs of the open folders. */
export async function startClient(
  folders: readonly string[] = [],
  {
    capabilities = CAPABILITIES,
    command = [server, '--stdio'],
    nodeArguments = [],
    initializationOptions,
    onRegister = () => {},
    beforeHandshake,
  }: ClientOptions = {},
): Promise<LspClient> {
  const started = performance.now();
  // The fourth channel is a benchmark's, to ask a probe in the process.
  const child = spawn(process.execPath, [...nodeArguments, ...command], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  let stopping = false;
  child.once('exit', (code) => {
    // Who waits for an answer would wait for ever.
    if (!stopping) throw new Error(`The server has ended by itself (exit code ${code}).`);
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const published = { at: 0, files: 0 };
  const latest = new Map<string, Diagnostic[]>();
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      published.at = performance.now();
      published.files++;
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
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    onRegister(registrations);
    return null;
  });
  connection.listen();
  await beforeHandshake?.(connection);
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    initializationOptions,
    capabilities,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
  });
  const times = { started, initialized: performance.now() };
  void connection.sendNotification('initialized', {});
  let version = 0;

  const nextDiagnostics = (uri: string) =>
    new Promise<Diagnostic[]>((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));

  function send(uri: string, contentChanges: readonly object[]): void {
    const textDocument = { uri, version: ++version };
    void connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  return {
    connection,
    errors,
    process: child,
    initialized,
    times,
    published,
    diagnostics: (uri) => latest.get(uri),
    findings: () => new Map([...latest].filter(([, found]) => found.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))),
    nextDiagnostics,
    request: (method, params) => connection.sendRequest(method, params),
    open(uri, text) {
      const next = nextDiagnostics(uri);
      const textDocument = { uri, languageId: 'zones', version: ++version, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return next;
    },
    close: (uri) => void connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change(uri, text) {
      const next = nextDiagnostics(uri);
      send(uri, [{ text }]);
      return next;
    },
    edit: (uri, at, from, to) => send(uri, [{ range: { start: at, end: endOf(at, from) }, text: to }]),
    async settled(uri) {
      await connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    },
    expectEnd() {
      stopping = true;
    },
    async stop() {
      stopping = true;
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      await new Promise((resolve) => child.once('exit', resolve));
      connection.dispose();
    },
  };
}

/** Where a text ends that starts at a position. */
function endOf({ line, character }: Position, text: string): Position {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  return { line: line + lines.length - 1, character: lines.length > 1 ? last.length : character + last.length };
}
