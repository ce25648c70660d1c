import * as vscode from 'vscode';

/** Setting `zones.preview.openWithFirstModel`: shows the picture beside the first model shown in a window, once. */
export function openPreviewWithFirstModel(context: vscode.ExtensionContext): void {
  if (!vscode.workspace.getConfiguration('zones').get<boolean>('preview.openWithFirstModel')) return;
  let listener: vscode.Disposable | undefined;
  const openBeside = (editor: vscode.TextEditor | undefined): boolean => {
    if (editor?.document.languageId !== 'zones') return false;
    listener?.dispose();
    void vscode.commands.executeCommand('zones.showPreviewToSide');
    return true;
  };
  if (openBeside(vscode.window.activeTextEditor)) return;
  listener = vscode.window.onDidChangeActiveTextEditor(openBeside);
  context.subscriptions.push(listener);
}
