import * as vscode from 'vscode';

/** The workspace folder when there is one; else the one the user picks, or `undefined`. */
export async function askForFolder(title: string, openLabel: string): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) {
    const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: title });
    return picked?.uri;
  }
  const picked = await vscode.window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked?.[0];
}
