import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isModel, modelInView } from '../model-in-view.ts';
import { type PostureState, postureState } from './messages.ts';
import { createPosturePanel, type PosturePanel } from './panel.ts';
import { createStatusBar } from './status-bar.ts';

/** The type of the panel. */
const POSTURE_TYPE = 'zones.posture';

/** The posture panel, of which there is one in a window, its command, and the worst gap in the status bar. */
export function registerPosture(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  modelChanged: vscode.Event<void>,
): void {
  const statusBar = createStatusBar(client);
  let panel: PosturePanel | undefined;

  function open(view: vscode.WebviewPanel, state: PostureState): void {
    const opened = createPosturePanel({ client, extension: context.extensionUri }, view, state);
    panel = opened;
    view.onDidDispose(() => {
      if (panel === opened) panel = undefined;
    });
  }

  function show(uri: vscode.Uri | undefined): void {
    const file = (uri ?? modelInView())?.toString();
    if (file === undefined) return;
    if (panel) {
      panel.follow(file);
      panel.reveal();
      return;
    }
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    open(vscode.window.createWebviewPanel(POSTURE_TYPE, 'Posture', where), { uri: file });
  }

  context.subscriptions.push(
    statusBar,
    vscode.commands.registerCommand('zones.showPosture', show),
    vscode.window.registerWebviewPanelSerializer(POSTURE_TYPE, {
      async deserializeWebviewPanel(view: vscode.WebviewPanel, kept: unknown) {
        const state = postureState(kept);
        if (state && !panel) open(view, state);
        else view.dispose();
      },
    }),
    modelChanged(() => {
      panel?.refresh();
      statusBar.refresh();
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) panel?.refresh();
      statusBar.refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) panel?.follow(editor.document.uri.toString());
      statusBar.refresh();
    }),
  );
}
