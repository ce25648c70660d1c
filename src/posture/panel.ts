import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import {
  type LocateParams,
  type LocateResult,
  locateMethod,
  type PostureControl,
  type PostureControlsParams,
  type PostureControlsResult,
  type PostureParams,
  type PostureResult,
  postureControlsMethod,
  postureMethod,
  type StateControlParams,
  type StateControlResult,
  stateControlMethod,
} from '../../language-server/protocol.ts';
import type { SystemPanel } from '../only-panel.ts';
import { type HandlersOf, listen } from '../page-messages.ts';
import { createLatest } from '../preview/latest.ts';
import { pageOf, pageRoots } from '../preview/page.ts';
import { showPlace } from '../show-place.ts';
import { type FromPage, fromPage, type PostureState, type ToPage } from './messages.ts';

/** The panel that shows how the zones and conduits of a system stand, and follows the text. */
export type PosturePanel = SystemPanel;

interface Host {
  readonly client: LanguageClient;
  readonly extension: vscode.Uri;
}

/** What the page asked last, to be answered again when the model changes. */
type Cell = Pick<PostureControlsParams, 'sort' | 'path' | 'fr'>;

const TROUBLE =
  'The language server does not answer: the posture is not up to date. Restart it with “Zones: Restart Language Server”.';

/** Fills a panel, new or restored, and answers for it until it is closed. */
export function createPosturePanel(
  { client, extension }: Host,
  view: vscode.WebviewPanel,
  kept: PostureState,
): PosturePanel {
  const shown: {
    state: PostureState;
    system?: string;
    cell?: Cell;
    controls: readonly PostureControl[];
    isThere: boolean;
  } = {
    state: kept,
    controls: [],
    isThere: false,
  };
  const post = (message: ToPage): void => void view.webview.postMessage(message);

  const ask = createLatest<void>(async () => {
    const { uri, system, date } = shown.state;
    try {
      const params: PostureParams = { uri, system, date };
      const posture: PostureResult = await client.sendRequest(postureMethod, params);
      // Another file is shown by now: its posture is asked for already.
      if (uri !== shown.state.uri) return;
      shown.system = posture.system;
      view.title = `Posture ${posture.title}`;
      post({ type: 'posture', state: shown.state, ...posture });
      if (shown.cell) await tellControls(shown.cell);
    } catch (error) {
      const isRefused = error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
      post({ type: 'trouble', message: isRefused ? error.message : TROUBLE });
    }
  });
  const refresh = (): void => {
    // A hidden page is gone; it says so when it is back.
    if (shown.isThere && view.visible) ask();
  };
  function set(changed: Partial<PostureState>): void {
    shown.state = { ...shown.state, ...changed };
    refresh();
  }

  async function tellControls(cell: Cell): Promise<void> {
    if (shown.system === undefined) return;
    const { uri, date } = shown.state;
    const params: PostureControlsParams = { uri, system: shown.system, date, ...cell };
    const { controls }: PostureControlsResult = await client.sendRequest(postureControlsMethod, params);
    shown.cell = cell;
    shown.controls = controls;
    post({
      type: 'controls',
      ...cell,
      controls: controls.map(({ stated, ...control }) => ({
        ...control,
        stated: stated && { because: stated.because, until: stated.until, where: stated.where },
      })),
    });
  }

  async function open(path: string): Promise<void> {
    if (shown.system === undefined) return;
    const params: LocateParams = { uri: shown.state.uri, system: shown.system, element: path };
    const found: LocateResult = await client.sendRequest(locateMethod, params);
    if (found) await showPlace(locationOf(found), view, true);
  }

  /** Writes a statement where the control is asked for, and shows it: what it says is for the user to complete. */
  async function state(at: number, verb: StateControlParams['verb']): Promise<void> {
    const { cell, system } = shown;
    const control = shown.controls[at];
    if (!cell || !control || system === undefined) return;
    const { sort, path } = cell;
    const params: StateControlParams = { uri: shown.state.uri, system, sort, path, control: control.id, verb };
    const { edit }: StateControlResult = await client.sendRequest(stateControlMethod, params);
    if (!edit) return;
    await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
    await tellControls(cell);
    const written = shown.controls.find(({ id }) => id === control.id)?.stated;
    if (written) await showPlace(locationOf(written), view, false);
  }

  const handlers: HandlersOf<FromPage> = {
    ready() {
      shown.isThere = true;
      refresh();
    },
    system: ({ name }) => set({ system: name, date: undefined }),
    date: ({ date }) => set({ date }),
    controlsOf: ({ sort, path, fr }) => tellControls({ sort, path, fr }),
    open: ({ path }) => open(path),
    async openStated({ at }) {
      const stated = shown.controls[at]?.stated;
      if (stated) await showPlace(locationOf(stated), view, true);
    },
    state: ({ at, verb }) => state(at, verb),
    async copyText({ text, what }) {
      await vscode.env.clipboard.writeText(text);
      post({ type: 'copied', what });
    },
  };
  listen(view, fromPage, handlers, () => {
    shown.isThere = false;
  });
  view.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };
  view.iconPath = vscode.Uri.joinPath(extension, 'images', 'icon.svg');
  view.webview.html = pageOf(view.webview, extension, 'posture');
  return {
    refresh,
    reveal: () => view.reveal(undefined, true),
    follow(uri) {
      if (uri !== shown.state.uri) set({ uri, system: undefined });
    },
  };
}

const locationOf = ({ uri, range: { start, end } }: NonNullable<LocateResult>): vscode.Location =>
  new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character));
