import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type DiagramSvgParams, type DiagramSvgResult, diagramSvgMethod } from '../../language-server/protocol.ts';
import type { Preview } from './panel.ts';

/** The system that a preview shows as an SVG file, as it is opened and coloured there; light, as paper is. */
export async function svgOf(client: LanguageClient, { state }: Preview): Promise<DiagramSvgResult> {
  const { uri, system, folds } = state;
  const params: DiagramSvgParams = { uri, system, view: folds, theme: 'light' };
  return client.sendRequest(diagramSvgMethod, params);
}

/** `zones.exportDiagram`: writes what a preview shows to an SVG or PNG file that the user names. */
export async function exportDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  const picture = await svgOf(client, preview);
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(preview.state.uri), '..');
  const file = await vscode.window.showSaveDialog({
    title: 'Export Diagram',
    defaultUri: folder.scheme === 'file' ? vscode.Uri.joinPath(folder, `${picture.system}.svg`) : undefined,
    filters: { 'SVG image': ['svg'], 'PNG image': ['png'] },
  });
  if (!file) return;
  const isPng = file.path.toLowerCase().endsWith('.png');
  const scale = isPng ? await chooseScale() : 1;
  if (scale === undefined) return;
  const data = isPng ? await preview.makePng(picture.svg, scale) : new TextEncoder().encode(picture.svg);
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

/** How many pixels the PNG has for one of the picture; undefined when the user goes back. */
async function chooseScale(): Promise<number | undefined> {
  const choices = [
    { label: '2×', description: 'sharp on paper and on dense screens', scale: 2 },
    { label: '1×', description: 'the smallest file', scale: 1 },
    { label: '3×', description: 'for posters', scale: 3 },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: 'Size of the PNG image' });
  return chosen?.scale;
}
