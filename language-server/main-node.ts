import { errorInShort } from './core/text/fault.ts';
import { startServer } from './lsp/start.ts';
import { nodeRuntime } from './node-runtime.ts';
import { connectStdio } from './stdio.ts';

/** Serves the editor that has started this process, until it ends. */
export function runServer(): void {
  // An editor that goes away without a word leaves nobody to serve.
  process.stdin.once('end', () => process.exit(1));
  // What fails where nobody waits for it takes no one's findings along; the editor shows what is written here as a log.
  process.on('unhandledRejection', (error) => process.stderr.write(`${errorInShort(error)}\n`));
  startServer(connectStdio(), nodeRuntime);
}
