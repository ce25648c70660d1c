import * as vscode from 'vscode';
import { PREVIEW_TYPE } from '../preview/previews.ts';

/** Setting `zones.preview.openWithFirstModel`: shows the picture beside the first model shown in a window, once. */
export function openPreviewWithFirstModel(context: vscode.ExtensionContext): void {
  if (!vscode.workspace.getConfiguration('zones').get<boolean>('preview.openWithFirstModel')) return;
  let listener: vscode.Disposable | undefined;
  const openBeside = (editor: vscode.TextEditor | undefined): boolean => {
    if (editor?.document.languageId !== 'zones') return false;
    listener?.dispose();
    if (isPreviewShown()) return true;
    void vscode.commands.executeCommand('zones.showPreviewToSide');
    return true;
  };
  if (openBeside(vscode.window.activeTextEditor)) return;
  listener = vscode.window.onDidChangeActiveTextEditor(openBeside);
  context.subscriptions.push(listener);
}

/** True also for one that a reloaded window has kept and not yet filled. */
const isPreviewShown = (): boolean =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    // The editor puts a word of its own before the type.
    .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PREVIEW_TYPE));
