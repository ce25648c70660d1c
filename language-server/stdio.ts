import { Console } from 'node:console';
import {
  AbstractMessageWriter,
  type Diagnostic,
  type Message,
  type MessageStrategy,
  type MessageWriter,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { type Admit, createGate, isRequest } from './lsp/gate.ts';

/** The connection to an editor over standard input and output. */
export function connectStdio(): Connection {
  // Standard output is the protocol's: what a library prints must not get in between.
  globalThis.console = new Console(process.stderr, process.stderr);
  const writer = new StdoutWriter();
  return createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), writer, {
    messageStrategy: guarded(createGate(), writer),
  });
}

/** Hands on what may be handled; answers a request that may not, and passes over what else may not. */
function guarded(admit: Admit, writer: MessageWriter): MessageStrategy {
  const told = new Set<string>();
  return {
    handleMessage(message, next) {
      const refusal = admit(message);
      if (!refusal) return next(message);
      if (isRequest(message))
        return writer.write({ jsonrpc: '2.0', id: message.id, error: refusal.toJson() } as Message);
      // A client that is wrong once is wrong time and again.
      if (!told.has(refusal.message)) process.stderr.write(`${refusal.message}\n`);
      told.add(refusal.message);
    },
  };
}

/**
 * Hands each message to the stream at once. The library's own writer waits two turns of the event loop for each, which
 * after a change that reaches a hundred files the editor waits for, too.
 */
class StdoutWriter extends AbstractMessageWriter implements MessageWriter {
  #failures = 0;

  constructor() {
    super();
    process.stdout.on('error', (error) => this.fireError(error, undefined, ++this.#failures));
    process.stdout.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    process.stdout.write(isPublication(message) ? framePublication(message) : frame(JSON.stringify(message)));
  }

  end(): void {
    process.stdout.end();
  }
}

/** The header before a message of so many bytes. */
const headerOf = (bytes: number): string => `Content-Length: ${bytes}\r\n\r\n`;

const frame = (content: string): string => headerOf(Buffer.byteLength(content)) + content;

interface Written {
  readonly json: string;
  readonly bytes: number;
}

/** Diagnostics as they were written: after most changes a file's are sent again, all but a few the same objects. */
const written = new WeakMap<Diagnostic, Written>();

function framePublication(message: Publication): string {
  const { params, ...envelope } = message;
  const { diagnostics, ...rest } = params;
  const empty = JSON.stringify({ ...envelope, params: { ...rest, diagnostics: [] } });
  if (diagnostics.length === 0) return frame(empty);
  let bytes = Buffer.byteLength(empty) + diagnostics.length - 1;
  const texts = diagnostics.map((diagnostic) => {
    const known = written.get(diagnostic) ?? write(diagnostic);
    bytes += known.bytes;
    return known.json;
  });
  // Put together in one go: the text of a large file is long.
  texts[0] = `${headerOf(bytes)}${empty.slice(0, -CLOSING.length)}${texts[0]}`;
  texts[texts.length - 1] += CLOSING;
  return texts.join();
}

const CLOSING = ']}}';

function write(diagnostic: Diagnostic): Written {
  const json = JSON.stringify(diagnostic);
  const result = { json, bytes: Buffer.byteLength(json) };
  written.set(diagnostic, result);
  return result;
}

interface Publication extends Message {
  readonly method: string;
  readonly params: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
}

const isPublication = (message: Message): message is Publication =>
  (message as Partial<Publication>).method === PublishDiagnosticsNotification.method;
