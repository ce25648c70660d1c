import { Console } from 'node:console';
import { type Diagnostic, type Message, PublishDiagnosticsNotification } from 'vscode-languageserver';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The connection to an editor over standard input and output. */
export function connectStdio(): Connection {
  // Standard output is the protocol's: what a library prints must not get in between.
  globalThis.console = new Console(process.stderr, process.stderr);
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout, {
      charset: 'utf-8',
      contentTypeEncoder: { name: 'application/json', encode: async (message) => Buffer.from(toJson(message)) },
    }),
  );
}

/** Diagnostics as they were written: after most changes a file's are sent again, all but a few the same objects. */
const written = new WeakMap<Diagnostic, string>();

function toJson(message: Message): string {
  if (!isPublication(message)) return JSON.stringify(message);
  const { params, ...envelope } = message;
  const { diagnostics, ...rest } = params;
  const texts = diagnostics.map((diagnostic) => {
    const known = written.get(diagnostic) ?? JSON.stringify(diagnostic);
    written.set(diagnostic, known);
    return known;
  });
  const empty = JSON.stringify({ ...envelope, params: { ...rest, diagnostics: [] } });
  return `${empty.slice(0, -']}}'.length)}${texts.join()}]}}`;
}

interface Publication extends Message {
  readonly method: string;
  readonly params: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
}

const isPublication = (message: Message): message is Publication =>
  (message as Partial<Publication>).method === PublishDiagnosticsNotification.method;
