import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { type ReportParams, type ReportResult, reportMethod } from '../../language-server/protocol.ts';
import type { SystemPanel } from '../only-panel.ts';
import { type HandlersOf, listen } from '../page-messages.ts';
import { createLatest } from '../preview/latest.ts';
import { pageOf, pageRoots } from '../preview/page.ts';
import { showPlace } from '../show-place.ts';
import { exportReport } from './export.ts';
import { type FromPage, fromPage, type ReportState, type ToPage } from './messages.ts';

/** The panel that shows the report of a system, and follows the text. */
export interface ReportPanel extends SystemPanel {
  /** The model has changed: the report is made anew when nothing has been typed for a while. */
  changed(): void;
  readonly shown: ReportState;
}

interface Host {
  readonly client: LanguageClient;
  readonly extension: vscode.Uri;
}

/** Whoever types does not read: the report follows in the pauses. */
const PAUSE_MS = 600;

/** A report that takes longer than this is made anew when the user asks for it: the server answers nothing else meanwhile. */
const QUICK_MS = 1000;

const TROUBLE =
  'The language server does not answer: the report is not up to date. Restart it with “Zones: Restart Language Server”.';

/** Fills a panel, new or restored, and answers for it until it is closed. */
export function createReportPanel(
  { client, extension }: Host,
  view: vscode.WebviewPanel,
  kept: ReportState,
): ReportPanel {
  const shown: { state: ReportState; files: readonly string[]; isThere: boolean; took: number } = {
    state: kept,
    files: [],
    isThere: false,
    took: 0,
  };
  const post = (message: ToPage): void => void view.webview.postMessage(message);

  const ask = createLatest<void>(async () => {
    const { uri, system } = shown.state;
    const begin = performance.now();
    try {
      const params: ReportParams = { uri, system };
      const { files, ...report }: ReportResult = await client.sendRequest(reportMethod, params);
      // Another file is shown by now: its report is asked for already.
      if (uri !== shown.state.uri) return;
      shown.files = files;
      shown.took = performance.now() - begin;
      view.title = `Report ${report.title}`;
      post({ type: 'report', state: shown.state, ...report });
    } catch (error) {
      const isRefused = error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
      post({ type: 'trouble', message: isRefused ? error.message : TROUBLE });
    }
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    clearTimeout(pause);
    // A hidden page is gone; it says so when it is back.
    if (shown.isThere && view.visible) ask();
  };
  function changed(): void {
    if (!shown.isThere) return;
    if (shown.took > QUICK_MS) post({ type: 'outdated' });
    else {
      clearTimeout(pause);
      pause = setTimeout(refresh, PAUSE_MS);
    }
  }
  function set(state: ReportState): void {
    shown.state = state;
    refresh();
  }

  const handlers: HandlersOf<FromPage> = {
    ready() {
      shown.isThere = true;
      refresh();
    },
    system: ({ name }) => set({ ...shown.state, system: name }),
    update: refresh,
    export: () => exportReport(client, shown.state),
    async open({ file, line }) {
      const uri = shown.files[file];
      if (uri === undefined) return;
      const place = new vscode.Range(line, 0, line, 0);
      await showPlace(new vscode.Location(vscode.Uri.parse(uri), place), view, true);
    },
  };
  listen(view, fromPage, handlers, () => {
    shown.isThere = false;
    clearTimeout(pause);
  });
  view.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };
  view.iconPath = vscode.Uri.joinPath(extension, 'images', 'icon.svg');
  view.webview.html = pageOf(view.webview, extension, 'report');
  return {
    changed,
    refresh,
    reveal: () => view.reveal(undefined, true),
    follow(uri) {
      if (uri !== shown.state.uri) set({ uri });
    },
    get shown() {
      return shown.state;
    },
  };
}
