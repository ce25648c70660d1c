import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { modelChangedMethod } from '../../language-server/protocol.ts';
import { exportDiagram, printDiagram, svgOf } from './export.ts';
import { type FoldState, type PreviewState, previewState } from './messages.ts';
import { createPreview, type Preview, type PreviewHost } from './panel.ts';

/** The type of the preview's panels. */
export const PREVIEW_TYPE = 'zones.preview';
const FOLDS_KEY = 'zones.preview.folds';
const NO_FOLDS: FoldState = { expanded: [], collapsed: [] };

/** The commands of the preview, and what keeps each preview up to date. */
export function registerPreview(context: vscode.ExtensionContext, client: LanguageClient): void {
  const previews = new Set<Preview>();
  const folds = (): Record<string, FoldState> => context.workspaceState.get(FOLDS_KEY, {});
  const host: PreviewHost = {
    extension: context.extensionUri,
    client,
    foldsOf: (uri, system) => folds()[keyOf(uri, system)] ?? NO_FOLDS,
    keepFolds: (uri, system, chosen) =>
      void context.workspaceState.update(FOLDS_KEY, { ...folds(), [keyOf(uri, system)]: chosen }),
    onExport: (preview) => void exportDiagram(client, preview),
    onPrint: (preview) => void printDiagram(client, preview),
    svgOf: (preview) => svgOf(client, preview),
  };
  const open = (panel: vscode.WebviewPanel, state: PreviewState): Preview => {
    const preview = createPreview(host, panel, state);
    previews.add(preview);
    panel.onDidDispose(() => previews.delete(preview));
    return preview;
  };

  const show = (target: vscode.Uri | undefined, column: vscode.ViewColumn): Preview | undefined => {
    const uri = (target ?? modelInView())?.toString();
    if (uri === undefined) return undefined;
    const present = [...previews].find(({ state }) => !state.isLocked || state.uri === uri);
    if (present) {
      present.follow(uri);
      present.panel.reveal(undefined, true);
      return present;
    }
    const panel = vscode.window.createWebviewPanel(PREVIEW_TYPE, 'Preview', {
      viewColumn: column,
      preserveFocus: true,
    });
    return open(panel, { uri, isLocked: false, folds: NO_FOLDS });
  };

  /** The preview that has the keyboard, or one of the model in view, opened if there is none. */
  const previewInUse = (): Preview | undefined =>
    [...previews].find(({ panel }) => panel.active) ?? show(undefined, vscode.ViewColumn.Beside);

  context.subscriptions.push(
    vscode.commands.registerCommand(
      'zones.showPreview',
      (uri?: vscode.Uri) => void show(uri, vscode.ViewColumn.Active),
    ),
    vscode.commands.registerCommand(
      'zones.showPreviewToSide',
      (uri?: vscode.Uri) => void show(uri, vscode.ViewColumn.Beside),
    ),
    vscode.commands.registerCommand('zones.exportDiagram', async () => {
      const preview = previewInUse();
      if (preview) await exportDiagram(client, preview);
    }),
    vscode.commands.registerCommand('zones.printDiagram', async () => {
      const preview = previewInUse();
      if (preview) await printDiagram(client, preview);
    }),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown) {
        const state = previewState(kept);
        if (state) open(panel, state);
        else panel.dispose();
      },
    }),
    client.onNotification(modelChangedMethod, () => {
      for (const preview of previews) preview.refresh();
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) for (const preview of previews) preview.refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) {
        for (const preview of previews) preview.follow(editor.document.uri.toString());
      }
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [selection] = selections;
      if (!selection || !isModel(textEditor.document)) return;
      for (const preview of previews) preview.markCursor(textEditor.document.uri.toString(), selection.active);
    }),
  );
}

/** A system by its name and the folder it lies in: all its files lead to the same folds. */
function keyOf(uri: string, system: string): string {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  return `${folder?.uri.toString() ?? ''}#${system}`;
}

const isModel = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === 'zones' && uri.scheme !== 'zones-library';

/** The model in the active editor, or in any other that is visible. */
function modelInView(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((editor) => editor && isModel(editor.document))?.document.uri;
}
