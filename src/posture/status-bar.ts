import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type PostureSummaryParams,
  type PostureSummaryResult,
  postureSummaryMethod,
} from '../../language-server/protocol.ts';
import { isModel, modelInView } from '../model-in-view.ts';
import { createLatest } from '../preview/latest.ts';

/** The worst gap of the system that the text in the active editor belongs to; it opens the posture panel. */
export interface StatusBar extends vscode.Disposable {
  refresh(): void;
}

export function createStatusBar(client: LanguageClient): StatusBar {
  const item = vscode.window.createStatusBarItem('zones.posture', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Zones: Posture';
  item.command = 'zones.showPosture';
  const refresh = createLatest<void>(async () => {
    // A panel that has the keyboard, such as the one that it opens, is about the model beside it.
    const active = vscode.window.activeTextEditor?.document;
    const model = active ? (isModel(active) ? active.uri : undefined) : modelInView();
    if (!model || !client.isRunning()) return item.hide();
    const params: PostureSummaryParams = { uri: model.toString() };
    const found: PostureSummaryResult = await client.sendRequest(postureSummaryMethod, params);
    if (!found) return item.hide();
    item.text = textOf(found);
    item.tooltip = tooltipOf(found);
    item.accessibilityInformation = { label: `Zones posture: ${tooltipOf(found)}` };
    item.show();
  });
  return { refresh, dispose: () => item.dispose() };
}

const textOf = ({ worst, missing, pending }: NonNullable<PostureSummaryResult>): string => {
  if (!worst) return missing === 0 ? '$(shield) no gap' : `$(shield) no gap · ${figure(missing)} missing`;
  const planned = pending > 0 ? ` (${figure(pending)} planned)` : '';
  return `$(shield) gap ${worst.gap} · ${figure(missing)} missing${planned}`;
};

function tooltipOf({ title, worst, missing, pending }: NonNullable<PostureSummaryResult>): string {
  const largest = worst
    ? `${title}: the largest gap is ${worst.gap}, in ${worst.fr} of “${worst.title}”.`
    : `${title}: each zone and conduit achieves what its SL-T asks for, by what the model claims.`;
  const rest =
    missing > 0
      ? ` ${figure(missing)} required controls are missing in all, ${figure(pending)} of them planned or accepted.`
      : '';
  return `${largest}${rest} Open the posture panel.`;
}

const figure = (count: number): string => count.toLocaleString('en-US');
