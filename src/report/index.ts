import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { modelInView } from '../model-in-view.ts';
import { registerOnlyPanel } from '../only-panel.ts';
import { exportReport } from './export.ts';
import { reportState } from './messages.ts';
import { createReportPanel } from './panel.ts';

/** The report panel, and the commands of the report. */
export function registerReport(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  modelChanged: vscode.Event<void>,
): void {
  const panel = registerOnlyPanel(context, client, {
    type: 'zones.report',
    title: 'Report',
    command: 'zones.showReport',
    stateOf: reportState,
    stateFor: (uri) => ({ uri }),
    fill: (view, state) => createReportPanel({ client, extension: context.extensionUri }, view, state),
  });
  context.subscriptions.push(
    modelChanged(() => panel()?.changed()),
    vscode.commands.registerCommand('zones.exportReport', async (uri: vscode.Uri | undefined) => {
      const file = uri ?? modelInView();
      const of = file ? { uri: file.toString() } : panel()?.shown;
      if (of) await exportReport(client, of);
    }),
  );
}
