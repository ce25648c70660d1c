import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

const server = join(import.meta.dirname, '../../dist/server.cjs');
const probe = join(import.meta.dirname, 'probe.cjs');

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What the server's process has used so far: milliseconds of CPU; bytes of the heap and of all its memory. */
export interface Usage {
  readonly cpu: number;
  readonly live: number;
  readonly peakRss: number;
}

/** An editor without a screen: the bundled server in a process of its own, over stdio. Times are in milliseconds. */
export interface Client {
  readonly started: number;
  readonly initialized: number;
  /** When the last findings arrived, and how many files' have. */
  readonly published: { at: number; files: number };
  open(uri: string, text: string): void;
  /** Replaces the text `from`, which stands at a position of an open file. */
  edit(uri: string, at: Position, from: string, to: string): void;
  request<Result>(method: string, params: unknown): Promise<Result>;
  /**
   * Resolves when all findings of what was sent so far are here. Sound because the server sends findings before it
   * answers a request that comes after the change, and messages keep their order.
   */
  settled(uri: string): Promise<void>;
  /** With `memory` garbage is collected first, so that `live` is what the server holds. */
  usage(question?: 'cpu' | 'memory'): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the server on a folder (its URI). With `probed` its memory and CPU time can be asked for. */
export async function startClient(
  folder: string,
  { probed = false, flags = [] as readonly string[] } = {},
): Promise<Client> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...(probed ? ['--expose-gc', '--require', probe] : []), ...flags, server, '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] },
  );
  const connection = connect(child);
  let stopping = false;
  child.once('exit', (code) => {
    // A benchmark cannot go on without it, and would wait for ever.
    if (!stopping) throw new Error(`The server has ended by itself (exit code ${code}).`);
  });
  const published = { at: 0, files: 0 };
  connection.onNotification('textDocument/publishDiagnostics', () => {
    published.at = performance.now();
    published.files++;
  });
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: folder, name: 'bench' }],
  });
  const initialized = performance.now();
  void connection.sendNotification('initialized', {});
  let version = 0;
  return {
    started,
    initialized,
    published,
    open(uri, text) {
      const textDocument = { uri, languageId: 'zones', version: ++version, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    edit(uri, at, from, to) {
      const range = { start: at, end: endOf(at, from) };
      const change = { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: to }] };
      void connection.sendNotification('textDocument/didChange', change);
    },
    request: (method, params) => connection.sendRequest(method, params),
    async settled(uri) {
      await connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    },
    usage: (question = 'cpu') =>
      new Promise((resolve) => {
        child.once('message', (usage) => resolve(usage as Usage));
        child.send(question);
      }),
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

function connect(child: ChildProcess): MessageConnection {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('The server was started without pipes.');
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  return connection;
}
