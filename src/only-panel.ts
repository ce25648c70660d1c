import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isModel, modelInView } from './model-in-view.ts';

/** A panel that shows something of the system of a file. */
export interface SystemPanel {
  /** Shows the system of another file. */
  follow(uri: string): void;
  refresh(): void;
  reveal(): void;
}

/** What a panel keeps over a reload of the window. */
interface Kept {
  /** The file whose system is shown. */
  readonly uri: string;
}

interface OnlyPanelOptions<State extends Kept, Panel extends SystemPanel> {
  readonly type: string;
  readonly title: string;
  /** The command that shows it. */
  readonly command: string;
  /** A kept state, undefined where it is none. */
  stateOf(kept: unknown): State | undefined;
  stateFor(uri: string): State;
  /** Fills a panel, new or restored. */
  fill(view: vscode.WebviewPanel, state: State): Panel;
}

/**
 * A panel of which there is one in a window: it is opened beside the text, restored with the window, and shows the system
 * of the model that is worked on. Answers the one that is open.
 */
export function registerOnlyPanel<State extends Kept, Panel extends SystemPanel>(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  { type, title, command, stateOf, stateFor, fill }: OnlyPanelOptions<State, Panel>,
): () => Panel | undefined {
  let panel: Panel | undefined;

  function open(view: vscode.WebviewPanel, state: State): void {
    const opened = fill(view, state);
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
    } else if (file !== undefined) {
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      open(vscode.window.createWebviewPanel(type, title, where), stateFor(file));
    }
  }

  context.subscriptions.push(
    vscode.commands.registerCommand(command, show),
    vscode.window.registerWebviewPanelSerializer(type, {
      async deserializeWebviewPanel(view: vscode.WebviewPanel, kept: unknown) {
        const state = stateOf(kept);
        if (state && !panel) open(view, state);
        else view.dispose();
      },
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) panel?.refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) panel?.follow(editor.document.uri.toString());
    }),
  );
  return () => panel;
}
