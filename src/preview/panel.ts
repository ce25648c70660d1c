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
import { type Area, type FromPage, fromPage, type PreviewState, type ToPage } from './messages.ts';
import { pageOf, pageRoots } from './page.ts';
import { withFont } from './png-font.ts';
import { revealDeclaration } from './reveal.ts';

/** What the page answers when it is asked. */
type Answer = Extract<FromPage, { id: number }>;

/** One preview: a webview panel that shows the picture of one system and follows its text. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  readonly state: PreviewState;
  /** Width by height that pictures are laid out for. */
  readonly aspect: number | undefined;
  /** The element that was chosen last, in the picture or by the cursor of an editor; empty for none. */
  readonly chosen: string;
  /** Shows another file's system, unless the preview is locked. */
  follow(uri: string): void;
  /** Asks for the picture again; of requests that come while one is under way, the last counts. */
  refresh(): void;
  /** Marks the element whose declaration the cursor stands in. */
  markCursor(uri: string, position: vscode.Position): void;
  /** The picture as a PNG file, so many times its size in pixels; undefined where the page cannot make it. */
  makePng(svg: string, scale: number): Promise<Uint8Array | undefined>;
  /** The part of the picture that the page shows, in the picture's pixels; undefined where the page does not answer. */
  areaInView(): Promise<Area | undefined>;
}

export interface PreviewHost {
  readonly extension: vscode.Uri;
  readonly client: LanguageClient;
  /** Folds that a person has chosen before for a system, which a file of it leads to. */
  foldsOf(uri: string, system: string): PreviewState['folds'];
  keepFolds(uri: string, system: string, folds: PreviewState['folds']): void;
  onExport(preview: Preview): void;
  onPrint(preview: Preview): void;
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
  let chosen = '';
  let questions = 0;
  /** What the page has been asked; it answers with nothing where it is gone meanwhile. */
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  /** Called when the page can be asked, with false when it is closed. */
  let awaiting: ((isThere: boolean) => void)[] = [];

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
        endWait(true);
        return refresh();
      case 'choose':
        chosen = message.element;
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
      case 'print':
        host.onPrint(preview);
        return;
      case 'copy':
        return post({ type: 'copy', svg: await withFont(await host.svgOf(preview), extension) });
      case 'png':
      case 'inView':
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
    }
  }

  function endWait(isThere: boolean): void {
    for (const resolve of awaiting) resolve(isThere);
    awaiting = [];
  }

  /** Asks the page something, when it is there; undefined where it is not, or gone before it answers. */
  async function ask(question: (id: number) => ToPage): Promise<Answer | undefined> {
    const isThere = isReady || (await new Promise<boolean>((resolve) => awaiting.push(resolve)));
    if (!isThere) return undefined;
    const id = ++questions;
    const answer = new Promise<Answer | undefined>((resolve) => waiting.set(id, resolve));
    post(question(id));
    return answer;
  }

  const marks = createLatest(async (params: ElementAtParams) => {
    const found: ElementAtResult = await client.sendRequest(elementAtMethod, params);
    if (found !== null && found.system !== shown) return;
    chosen = found?.element ?? '';
    post({ type: 'highlight', element: chosen });
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

  /** A page that is gone answers nothing any more. */
  function giveUp(): void {
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  }

  const preview: Preview = {
    panel,
    get state() {
      return state;
    },
    get aspect() {
      return aspect;
    },
    get chosen() {
      return chosen;
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
      const picture = await withFont(svg, extension);
      const answer = await ask((id) => ({ type: 'makePng', svg: picture, id, scale }));
      if (answer?.type !== 'png' || answer.data === '') return undefined;
      return Uint8Array.from(atob(answer.data), (character) => character.charCodeAt(0));
    },
    async areaInView() {
      const answer = await ask((id) => ({ type: 'askView', id }));
      return answer?.type === 'inView' ? answer.area : undefined;
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
      giveUp();
    }),
  ];
  panel.onDidDispose(() => {
    for (const listener of listeners) listener.dispose();
    giveUp();
    endWait(false);
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
