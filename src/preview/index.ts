import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isModel, modelInView } from '../model-in-view.ts';
import { exportDiagram, printDiagram } from './export.ts';
import { previewState } from './messages.ts';
import type { Preview } from './preview.ts';
import { createPreviews, PREVIEW_TYPE, type Previews } from './previews.ts';

/** The commands of the preview, and what keeps each preview up to date. */
export function registerPreview(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  modelChanged: vscode.Event<void>,
): void {
  const previews = createPreviews(context, client);
  const onEach = (act: (preview: Preview) => void): void => previews.all.forEach(act);
  context.subscriptions.push(
    ...registerCommands(previews, client),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown) {
        const state = previewState(kept);
        if (state) previews.open(panel, state);
        else panel.dispose();
      },
    }),
    modelChanged(() => {
      const editor = vscode.window.activeTextEditor;
      onEach((preview) => {
        preview.refresh();
        if (editor && isModel(editor.document)) preview.cursorStayed(editor.document.uri.toString(), editor.selection);
      });
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) onEach((preview) => preview.refresh());
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) onEach((preview) => preview.follow(editor.document.uri.toString()));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (selection && isModel(document)) onEach((preview) => preview.cursorMoved(document.uri.toString(), selection));
    }),
  );
}

function registerCommands(previews: Previews, client: LanguageClient): vscode.Disposable[] {
  const show = (column: vscode.ViewColumn) => (uri?: vscode.Uri) => {
    const target = uri ?? modelInView();
    if (target) previews.show(target, column);
  };
  /** The preview that has the keyboard, or one of the model in view, opened if there is none. */
  const inUse = (): Preview | undefined => {
    const model = modelInView();
    return previews.active() ?? (model && previews.show(model, vscode.ViewColumn.Beside));
  };
  const withPreview = (act: (client: LanguageClient, preview: Preview) => Promise<void>) => async () => {
    const preview = inUse();
    if (preview) await act(client, preview);
  };
  return [
    vscode.commands.registerCommand('zones.showPreview', show(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('zones.showPreviewToSide', show(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('zones.exportDiagram', withPreview(exportDiagram)),
    vscode.commands.registerCommand('zones.printDiagram', withPreview(printDiagram)),
  ];
}
