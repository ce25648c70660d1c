import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** `zones.restartServer`: ends the language server, if it runs, and starts a new one. */
export function registerRestartServer(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('zones.restartServer', async () => {
      if (client.isRunning()) await client.restart();
      else await client.start();
      vscode.window.setStatusBarMessage('$(check) Zones: the language server has been restarted', 5000);
    }),
  );
}
