import { Console } from 'node:console';
import {
  AbstractMessageWriter,
  type Diagnostic,
  type Message,
  type MessageWriter,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';

/** The connection to an editor over standard input and output. */
export function connectStdio(): Connection {
  // Standard output is the protocol's: what a library prints must not get in between.
  globalThis.console = new Console(process.stderr, process.stderr);
  return createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StdoutWriter());
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
    const content = toJson(message);
    process.stdout.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  end(): void {
    process.stdout.end();
  }
}

/** Diagnostics as they were written: after most changes a file's are sent again, all but a few the same objects. */
const written = new WeakMap<Diagnostic, string>();

function toJson(message: Message): string {
  if (!isPublication(message)) return JSON.stringify(message);
  const { params, ...envelope } = message;
  const { diagnostics, ...rest } = params;
  const texts = diagnostics.map((diagnostic) => written.get(diagnostic) ?? write(diagnostic));
  const empty = JSON.stringify({ ...envelope, params: { ...rest, diagnostics: [] } });
  return `${empty.slice(0, -']}}'.length)}${texts.join()}]}}`;
}

function write(diagnostic: Diagnostic): string {
  const text = JSON.stringify(diagnostic);
  written.set(diagnostic, text);
  return text;
}

interface Publication extends Message {
  readonly method: string;
  readonly params: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
}

const isPublication = (message: Message): message is Publication =>
  (message as Partial<Publication>).method === PublishDiagnosticsNotification.method;
