import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { modelChangedMethod } from '../language-server/protocol.ts';

/**
 * That the server has read the models anew. The client keeps one handler for a notification, the last one that asks for
 * it, so all who want to know are told from here.
 */
export function createModelChanged(context: vscode.ExtensionContext, client: LanguageClient): vscode.Event<void> {
  const emitter = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    emitter,
    client.onNotification(modelChangedMethod, () => emitter.fire()),
  );
  return emitter.event;
}
