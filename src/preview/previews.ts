import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PictureOptions } from '../../language-server/core/diagram/model/picture-options.ts';
import { exportDiagram, printDiagram, svgOf } from './export.ts';
import type { PreviewState } from './messages.ts';
import { createPreview } from './panel.ts';
import type { Preview, PreviewHost } from './preview.ts';

/** The type of the preview's panels. */
export const PREVIEW_TYPE = 'zones.preview';
const OPTIONS_KEY = 'zones.preview.options';

/** All previews of the window. */
export interface Previews {
  readonly all: ReadonlySet<Preview>;
  /** The one that has the keyboard. */
  active(): Preview | undefined;
  /** Fills a panel with a preview. */
  open(panel: vscode.WebviewPanel, state: PreviewState): Preview;
  /** Shows the system of a file, in a preview that is there and not locked on another, or in a new one. */
  show(file: vscode.Uri, column: vscode.ViewColumn): Preview;
}

/** All previews of a window, those that it restores too. */
export function createPreviews(context: vscode.ExtensionContext, client: LanguageClient): Previews {
  const all = new Set<Preview>();
  const host = createHost(context, client);
  const open = (panel: vscode.WebviewPanel, state: PreviewState): Preview => {
    const preview = createPreview(host, panel, state);
    all.add(preview);
    panel.onDidDispose(() => all.delete(preview));
    return preview;
  };
  return {
    all,
    open,
    active: () => [...all].find(({ panel }) => panel.active),
    show(file, viewColumn) {
      const uri = file.toString();
      const present = [...all].find(({ shown: { state } }) => !state.isLocked || state.uri === uri);
      if (present) {
        present.follow(uri);
        present.panel.reveal(covers(present.panel, uri) ? viewColumn : undefined, true);
        return present;
      }
      const where = { viewColumn, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel(PREVIEW_TYPE, 'Preview', where);
      return open(panel, { uri, isLocked: false, options: {} });
    },
  };
}

function createHost(context: vscode.ExtensionContext, client: LanguageClient): PreviewHost {
  const kept = (): Record<string, PictureOptions> => context.workspaceState.get(OPTIONS_KEY, {});
  return {
    extension: context.extensionUri,
    client,
    optionsOf: (uri, system) => kept()[keyOf(uri, system)] ?? {},
    keepOptions: (uri, system, options) =>
      void context.workspaceState.update(OPTIONS_KEY, { ...kept(), [keyOf(uri, system)]: options }),
    onExport: (preview) => void exportDiagram(client, preview),
    onPrint: (preview) => void printDiagram(client, preview),
    svgOf: (preview) => svgOf(client, preview),
  };
}

/** A system by its name and the folder it lies in: all its files lead to the same options. */
function keyOf(uri: string, system: string): string {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  return `${folder?.uri.toString() ?? ''}#${system}`;
}

/** True where a panel in its place would hide the only editor of a file. */
function covers({ viewColumn }: vscode.WebviewPanel, uri: string): boolean {
  const isOf = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.toString() === uri;
  const holders = vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(isOf)).map((group) => group.viewColumn);
  return holders.includes(viewColumn!) && !holders.some((column) => column !== viewColumn);
}
