import * as vscode from 'vscode';

/** True for the text of a model, one of the library aside. */
export const isModel = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === 'zones' && uri.scheme !== 'zones-library';

/** The model in the active editor, or in any other that is visible. */
export function modelInView(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((editor) => editor && isModel(editor.document))?.document.uri;
}
