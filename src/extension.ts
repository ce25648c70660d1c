import type * as vscode from 'vscode';
import { createClient } from './client.ts';
import { registerNewModel } from './commands/new-model.ts';
import { registerRestartServer } from './commands/restart-server.ts';

/** Called by VS Code when a model is opened or the workspace holds one. Fails where the server cannot be started. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createClient(context);
  context.subscriptions.push(client);
  registerRestartServer(context, client);
  registerNewModel(context, client);
  await client.start();
}
