import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type LocateParams, type LocateResult, locateMethod } from '../../language-server/protocol.ts';

/**
 * Selects the name of an element where it is declared, in an editor that shows the file already, or beside the panel.
 * With `open` the cursor goes there too; else the preview keeps the keyboard.
 */
export async function revealDeclaration(
  client: LanguageClient,
  params: LocateParams,
  panel: vscode.WebviewPanel,
  open: boolean,
): Promise<void> {
  const found: LocateResult = await client.sendRequest(locateMethod, params);
  if (!found) return;
  const uri = vscode.Uri.parse(found.uri);
  const { start, end } = found.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown: vscode.TextDocumentShowOptions = {
    selection,
    preserveFocus: !open,
    viewColumn: columnOf(uri, panel),
  };
  // Not showTextDocument: what an extension opens itself stays open for minutes after its editor was closed, and its
  // findings stay after another program deleted the file.
  await vscode.commands.executeCommand('vscode.open', uri, shown);
}

/** The column of an editor that shows the file; else of another text editor; else one that the panel is not in. */
function columnOf(uri: vscode.Uri, panel: vscode.WebviewPanel): vscode.ViewColumn {
  const editors = vscode.window.visibleTextEditors;
  const same = editors.find(({ document }) => document.uri.toString() === uri.toString());
  const column = (same ?? editors.find(({ viewColumn }) => viewColumn !== undefined))?.viewColumn;
  if (column !== undefined) return column;
  return panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
