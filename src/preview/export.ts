import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type DiagramSvgParams, type DiagramSvgResult, diagramSvgMethod } from '../../language-server/protocol.ts';
import type { Preview } from './panel.ts';

/** `zones.exportDiagram`: writes what a preview shows to an SVG or PNG file that the user names. */
export async function exportDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  const { uri, system, folds } = preview.state;
  const params: DiagramSvgParams = { uri, system, view: folds, theme: 'light' };
  const picture: DiagramSvgResult = await client.sendRequest(diagramSvgMethod, params);
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(uri), '..');
  const file = await vscode.window.showSaveDialog({
    title: 'Export Diagram',
    defaultUri: folder.scheme === 'file' ? vscode.Uri.joinPath(folder, `${picture.system}.svg`) : undefined,
    filters: { 'SVG image': ['svg'], 'PNG image': ['png'] },
  });
  if (!file) return;
  const data = file.path.toLowerCase().endsWith('.png')
    ? await preview.makePng(picture.svg)
    : new TextEncoder().encode(picture.svg);
  if (!data) {
    void vscode.window.showErrorMessage(
      'The picture could not be turned into a PNG file: it may be too large. Export it as SVG, or collapse some zones.',
    );
    return;
  }
  await vscode.workspace.fs.writeFile(file, data);
  const openIt = 'Open';
  const choice = await vscode.window.showInformationMessage(`Saved ${vscode.workspace.asRelativePath(file)}.`, openIt);
  if (choice === openIt) await vscode.commands.executeCommand('vscode.open', file);
}
