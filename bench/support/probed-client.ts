import { join } from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../../test/support/lsp-client.ts';

const probe = join(import.meta.dirname, 'probe.cjs');

/** What the server's process has used so far: milliseconds of CPU; bytes of the heap and of all its memory. */
export interface Usage {
  readonly cpu: number;
  readonly live: number;
  readonly peakRss: number;
}

/** A client whose server tells what it has used. */
export interface ProbedClient extends LspClient {
  /** With `memory` garbage is collected first, so that `live` is what the server holds. */
  usage(question?: 'cpu' | 'memory'): Promise<Usage>;
}

/** Starts the server on a folder (its URI), with a probe in its process; without capabilities of a client it can do all that VS Code can. */
export async function startProbed(folder: string, capabilities?: ClientCapabilities): Promise<ProbedClient> {
  const client = await startClient([folder], { capabilities, nodeArguments: ['--expose-gc', '--require', probe] });
  const usage = (question = 'cpu') =>
    new Promise<Usage>((resolve) => {
      client.process.once('message', (answer) => resolve(answer as Usage));
      client.process.send(question);
    });
  return { ...client, usage };
}
