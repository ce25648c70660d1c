import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerOnlyPanel } from '../only-panel.ts';
import { postureState } from './messages.ts';
import { createPosturePanel } from './panel.ts';
import { createStatusBar } from './status-bar.ts';

/** The posture panel and its command, and the worst gap in the status bar. */
export function registerPosture(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  modelChanged: vscode.Event<void>,
): void {
  const statusBar = createStatusBar(client);
  const panel = registerOnlyPanel(context, client, {
    type: 'zones.posture',
    title: 'Posture',
    command: 'zones.showPosture',
    stateOf: postureState,
    stateFor: (uri) => ({ uri }),
    fill: (view, state) => createPosturePanel({ client, extension: context.extensionUri }, view, state),
  });
  context.subscriptions.push(
    statusBar,
    modelChanged(() => {
      panel()?.refresh();
      statusBar.refresh();
    }),
    client.onDidChangeState(() => statusBar.refresh()),
    vscode.window.onDidChangeActiveTextEditor(() => statusBar.refresh()),
  );
}
