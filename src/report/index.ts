import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isModel, modelInView } from '../model-in-view.ts';
import { exportReport } from './export.ts';
import { type ReportState, reportState } from './messages.ts';
import { createReportPanel, type ReportPanel } from './panel.ts';

/** The type of the panel. */
const REPORT_TYPE = 'zones.report';

/** The report panel, of which there is one in a window, and the commands of the report. */
export function registerReport(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  modelChanged: vscode.Event<void>,
): void {
  let panel: ReportPanel | undefined;

  function open(view: vscode.WebviewPanel, state: ReportState): void {
    const opened = createReportPanel({ client, extension: context.extensionUri }, view, state);
    panel = opened;
    view.onDidDispose(() => {
      if (panel === opened) panel = undefined;
    });
  }

  function show(uri: vscode.Uri | undefined): void {
    const file = (uri ?? modelInView())?.toString();
    if (panel) {
      if (file !== undefined) panel.follow(file);
      panel.reveal();
      return;
    }
    if (file === undefined) return;
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    open(vscode.window.createWebviewPanel(REPORT_TYPE, 'Report', where), { uri: file });
  }

  async function exportIt(uri: vscode.Uri | undefined): Promise<void> {
    const file = uri ?? modelInView();
    const of = file ? { uri: file.toString() } : panel?.shown;
    if (of) await exportReport(client, of);
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('zones.showReport', show),
    vscode.commands.registerCommand('zones.exportReport', exportIt),
    vscode.window.registerWebviewPanelSerializer(REPORT_TYPE, {
      async deserializeWebviewPanel(view: vscode.WebviewPanel, kept: unknown) {
        const state = reportState(kept);
        if (state && !panel) open(view, state);
        else view.dispose();
      },
    }),
    modelChanged(() => panel?.changed()),
    client.onDidChangeState(() => {
      if (client.isRunning()) panel?.refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) panel?.follow(editor.document.uri.toString());
    }),
  );
}
