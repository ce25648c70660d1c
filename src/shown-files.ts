import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { type ShownFilesParams, shownFilesMethod } from '../language-server/protocol.ts';

/**
 * Tells the server which files the user sees or has a tab of: the editor says that a document is closed minutes after
 * its tab is.
 */
export function tellShownFiles(context: vscode.ExtensionContext, client: LanguageClient): void {
  function tell(): void {
    if (!client.isRunning()) return;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.flatMap(({ input }) => urisOf(input)));
    // A peek view has no tab.
    const visible = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
    const uris = [...tabs, ...visible].map((uri) => client.code2ProtocolConverter.asUri(uri));
    const params: ShownFilesParams = { uris: [...new Set(uris)] };
    // A server that has just gone needs no telling: one that starts is told.
    void client.sendNotification(shownFilesMethod, params).catch(() => undefined);
  }
  context.subscriptions.push(
    vscode.window.tabGroups.onDidChangeTabs(tell),
    vscode.window.onDidChangeVisibleTextEditors(tell),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) tell();
    }),
  );
}

/** The files that a tab shows: two where it compares them. */
function urisOf(input: unknown): vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return [input.uri];
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  return [];
}
