import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** `zones.restartServer`: ends the language server, if it runs, and starts a new one. */
export function registerRestartServer(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('zones.restartServer', async () => {
      try {
        if (client.isRunning()) await client.restart();
        else await client.start();
      } catch {
        return; // The client has reported it, with a way to try again.
      }
      vscode.window.setStatusBarMessage('$(check) Zones: the language server has been restarted', 5000);
    }),
  );
}
