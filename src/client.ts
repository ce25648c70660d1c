import * as vscode from 'vscode';
import {
  type FileEvent,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { completeInVsCode } from './completion.ts';
import { tellError } from './tell.ts';

/** Languages and schemes the server answers for: files, unsaved files and the read-only library. */
const documentSelector = ['file', 'untitled', 'zones-library'].map((scheme) => ({ scheme, language: 'zones' }));

/**
 * The language client, not yet started. It runs `dist/server.cjs` of the extension in a process of its own.
 * Failures are reported once, in words that say what is lost and what to do.
 */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.stdio },
    debug: { module, transport: TransportKind.stdio, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions: () => vscode.workspace.getConfiguration('zones'),
    synchronize: { configurationSection: 'zones' },
    middleware: { workspace: { didChangeWatchedFile: skipUnread }, provideCompletionItem: completeInVsCode },
  };
  return new ZonesClient('zones', 'Zones', server, options);
}

class ZonesClient extends LanguageClient {
  #reporting = false;

  /** The base class reports each failure in its own words; a failure that stops the server gets ours instead. */
  override error(message: string, data?: unknown, showNotification: boolean | 'force' = true): void {
    super.error(message, data, showNotification === 'force' ? false : showNotification);
    if (showNotification === 'force' && !this.#reporting) void this.#offerRestart();
  }

  async #offerRestart(): Promise<void> {
    this.#reporting = true;
    const restart = 'Restart';
    const showLog = 'Show Log';
    const choice = await tellError(
      'The Zones language server has stopped: there are no findings, completion or picture until it runs again. ' +
        'Restart it; if it stops again, the log says why.',
      restart,
      showLog,
    );
    this.#reporting = false;
    if (choice === restart) await vscode.commands.executeCommand('zones.restartServer');
    if (choice === showLog) this.outputChannel.show();
  }
}

/** Keeps events of dot folders and of node_modules away from the server, which does not read them. */
async function skipUnread(event: FileEvent, next: (event: FileEvent) => Promise<void>): Promise<void> {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(event.uri), false);
  if (!/(^|\/)(\.|node_modules(\/|$))/.test(path)) await next(event);
}
