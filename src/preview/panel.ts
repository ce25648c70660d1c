import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type DiagramParams,
  type DiagramResult,
  diagramMethod,
  type ElementAtParams,
  type ElementAtResult,
  elementAtMethod,
  type FindInDiagramParams,
  type FindInDiagramResult,
  findInDiagramMethod,
  type ReachingParams,
  type ReachingResult,
  reachingMethod,
} from '../../language-server/protocol.ts';
import { type FromPage, fromPage, type PreviewState, type ToPage } from './messages.ts';
import { pageOf, pageRoots } from './page.ts';
import { revealDeclaration } from './reveal.ts';

/** One preview: a webview panel that shows the picture of one system and follows its text. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  readonly state: PreviewState;
  /** Shows another file's system, unless the preview is locked. */
  follow(uri: string): void;
  /** Asks for the picture again; of requests that come while one is under way, the last counts. */
  refresh(): void;
  /** Marks the element whose declaration the cursor stands in. */
  markCursor(uri: string, position: vscode.Position): void;
  /** The picture as a PNG file, so many times its size in pixels; undefined where the page cannot make it. */
  makePng(svg: string, scale: number): Promise<Uint8Array | undefined>;
}

export interface PreviewHost {
  readonly extension: vscode.Uri;
  readonly client: LanguageClient;
  /** Folds that a person has chosen before for a system, which a file of it leads to. */
  foldsOf(uri: string, system: string): PreviewState['folds'];
  keepFolds(uri: string, system: string, folds: PreviewState['folds']): void;
  onExport(preview: Preview): void;
  /** The text of an SVG file with what a preview shows. */
  svgOf(preview: Preview): Promise<string>;
}

/** Fills a panel, new or restored, and answers for it until it is closed. */
export function createPreview(host: PreviewHost, panel: vscode.WebviewPanel, start: PreviewState): Preview {
  const { client, extension } = host;
  let state = start;
  let isReady = false;
  let aspect: number | undefined;
  let isBusy = false;
  let isStale = false;
  let pngs = 0;
  const waiting = new Map<number, (data: string) => void>();

  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const set = (changed: Partial<PreviewState>): void => {
    state = { ...state, ...changed };
  };

  async function refresh(): Promise<void> {
    // A hidden page is gone; it says so when it is back.
    if (!isReady || !panel.visible) return;
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      await draw();
    }
    isBusy = false;
  }

  async function draw(): Promise<void> {
    const asked = state;
    const params: DiagramParams = { uri: asked.uri, system: asked.system, view: { ...asked.folds, aspect } };
    try {
      const picture: DiagramResult = await client.sendRequest(diagramMethod, params);
      if (asked.uri !== state.uri) return;
      if (picture.system !== shown && takeFolds(picture.system)) return;
      panel.title = `Preview ${picture.title}`;
      const { system, title, systems, width, height, groups, broken, levels } = picture;
      post({ type: 'picture', state, system, title, systems, width, height, groups, broken, levels });
      shown = system;
    } catch {
      post({
        type: 'trouble',
        message:
          'The language server does not answer: the picture is not up to date. Restart it with “Zones: Restart Language Server”.',
      });
    }
  }
  /** The system of the last picture. */
  let shown: string | undefined;

  /** Takes the folds of a system that was not shown before; whether they ask for another picture. */
  function takeFolds(system: string): boolean {
    const folds = host.foldsOf(state.uri, system);
    isStale ||= JSON.stringify(folds) !== JSON.stringify(state.folds);
    set({ folds });
    shown = system;
    return isStale;
  }

  async function act(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        aspect = message.aspect;
        return refresh();
      case 'choose':
        if (shown !== undefined) {
          await revealDeclaration(
            client,
            { uri: state.uri, system: shown, element: message.element },
            panel,
            message.open,
          );
        }
        return;
      case 'fold':
        set({ folds: message.folds });
        if (shown !== undefined) host.keepFolds(state.uri, shown, message.folds);
        return refresh();
      case 'lock':
        set({ isLocked: message.isLocked });
        return refresh();
      case 'system':
        set({ system: message.name });
        return refresh();
      case 'find':
        return find(message.query);
      case 'reach':
        return reach(message.element);
      case 'export':
        host.onExport(preview);
        return;
      case 'copy':
        return post({ type: 'copy', svg: await host.svgOf(preview) });
      case 'png':
        waiting.get(message.id)?.(message.data);
        waiting.delete(message.id);
    }
  }

  const marks = createLatest(async (params: ElementAtParams) => {
    const found: ElementAtResult = await client.sendRequest(elementAtMethod, params);
    if (found === null || found.system === shown) post({ type: 'highlight', element: found?.element ?? '' });
  });

  const find = createLatest(async (query: string) => {
    if (shown === undefined) return;
    const params: FindInDiagramParams = { uri: state.uri, system: shown, query };
    const { note, hits, elements }: FindInDiagramResult = await client.sendRequest(findInDiagramMethod, params);
    post({ type: 'found', query, note, hits, elements });
  });
  const reach = createLatest(async (element: string) => {
    if (shown === undefined) return;
    const params: ReachingParams = { uri: state.uri, system: shown, element };
    const { elements }: ReachingResult = await client.sendRequest(reachingMethod, params);
    post({ type: 'reaching', element, elements });
  });

  /** A page that is gone makes no images any more. */
  function giveUpPngs(): void {
    for (const resolve of waiting.values()) resolve('');
    waiting.clear();
  }

  const preview: Preview = {
    panel,
    get state() {
      return state;
    },
    refresh: () => void refresh(),
    follow(uri) {
      if (state.isLocked || uri === state.uri) return;
      set({ uri, system: undefined });
      void refresh();
    },
    markCursor(uri, position) {
      if (isReady && panel.visible) marks({ uri, position: { line: position.line, character: position.character } });
    },
    async makePng(svg, scale) {
      const id = ++pngs;
      const made = new Promise<string>((resolve) => waiting.set(id, resolve));
      post({ type: 'makePng', svg, id, scale });
      const data = await made;
      return data ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) : undefined;
    },
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };
  panel.iconPath = vscode.Uri.joinPath(extension, 'images', 'icon.svg');
  const listeners = [
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = fromPage(value);
      if (message) void act(message);
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible) return;
      isReady = false;
      giveUpPngs();
    }),
  ];
  panel.onDidDispose(() => {
    for (const listener of listeners) listener.dispose();
    giveUpPngs();
  });
  panel.webview.html = pageOf(panel.webview, extension);
  return preview;
}

/** A function that works on one call at a time; of those that come meanwhile, only the last is done. */
function createLatest<T>(work: (value: T) => Promise<void>): (value: T) => void {
  let next: { value: T } | undefined;
  let isBusy = false;
  return async (value) => {
    next = { value };
    if (isBusy) return;
    isBusy = true;
    while (next) {
      const { value: current } = next;
      next = undefined;
      // A server that does not answer marks nothing; what it does not answer otherwise is reported elsewhere.
      await work(current).catch(() => undefined);
    }
    isBusy = false;
  };
}
