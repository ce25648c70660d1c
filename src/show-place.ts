import * as vscode from 'vscode';

/** In an editor that shows the file already, or beside the panel; unless `open`, the panel keeps the keyboard. */
export async function showPlace(
  { uri, range }: vscode.Location,
  panel: vscode.WebviewPanel,
  open: boolean,
): Promise<void> {
  const options: vscode.TextDocumentShowOptions = {
    selection: range,
    preserveFocus: !open,
    viewColumn: columnOf(uri, panel),
  };
  // Not showTextDocument: what an extension opens itself stays open for minutes after its editor was closed, and its
  // findings stay after another program deleted the file.
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The column of an editor that shows the file; else of another text editor; else one that the panel is not in. */
function columnOf(uri: vscode.Uri, panel: vscode.WebviewPanel): vscode.ViewColumn {
  const editors = vscode.window.visibleTextEditors;
  const same = editors.find(({ document }) => document.uri.toString() === uri.toString());
  const column = (same ?? editors.find(({ viewColumn }) => viewColumn !== undefined))?.viewColumn;
  if (column !== undefined) return column;
  return panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
