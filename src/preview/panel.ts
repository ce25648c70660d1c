import * as vscode from 'vscode';
import type { Area } from '../../language-server/core/diagram/model/picture-options.ts';
import { createCursorLink } from './cursor.ts';
import { createDrawing } from './drawing.ts';
import { type FromPage, fromPage, type PreviewState } from './messages.ts';
import { pageOf, pageRoots } from './page.ts';
import { createPageLink, type PageLink } from './page-link.ts';
import { withFont } from './png-font.ts';
import type { Preview, PreviewHost } from './preview.ts';
import { createQuestions } from './questions.ts';
import type { Shown } from './shown.ts';

/** Fills a panel, new or restored, and answers for it until it is closed. */
export function createPreview(host: PreviewHost, panel: vscode.WebviewPanel, state: PreviewState): Preview {
  const { client, extension } = host;
  const shown: Shown = { state, aspect: undefined, system: undefined, selected: '' };
  const page = createPageLink(panel.webview);
  const refresh = createDrawing(host, panel, page, shown);
  const cursor = createCursorLink(client, panel, page, shown);
  const { find, reach, findingsOf, placeOf } = createQuestions(client, page, shown);
  const preview: Preview = {
    panel,
    shown,
    refresh,
    follow(uri) {
      if (!shown.state.isLocked && uri !== shown.state.uri) set({ uri, system: undefined });
    },
    cursorMoved: cursor.moved,
    cursorStayed: cursor.stayed,
    makePng: async (svg, scale) => makePng(page, await withFont(svg, extension), scale),
    areaInView: () => areaInView(page),
  };

  function set(changed: Partial<PreviewState>): void {
    shown.state = { ...shown.state, ...changed };
    refresh();
  }
  function show(aspect: number): void {
    shown.aspect = aspect;
    refresh();
  }

  listen(panel, page, {
    ready({ aspect }) {
      page.came();
      show(aspect);
    },
    resized: ({ aspect }) => show(aspect),
    select: ({ element, open }) => cursor.reveal(element, open),
    options({ options }) {
      if (shown.system !== undefined) host.keepOptions(shown.state.uri, shown.system, options);
      set({ options });
    },
    lock: ({ isLocked }) => set({ isLocked }),
    system: ({ name }) => set({ system: name }),
    find: ({ query }) => find(query),
    reach: ({ element }) => reach(element),
    findingsOf,
    openFinding({ part, at }) {
      const place = placeOf(part, at);
      if (place) cursor.open(place);
    },
    export: () => host.onExport(preview),
    print: () => host.onPrint(preview),
    copy: async () => page.post({ type: 'copy', svg: await withFont(await host.svgOf(preview), extension) }),
    inView: page.answered,
    png: page.answered,
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };
  panel.iconPath = vscode.Uri.joinPath(extension, 'images', 'icon.svg');
  panel.webview.html = pageOf(panel.webview, extension, 'webview');
  return preview;
}

async function makePng(page: PageLink, svg: string, scale: number): Promise<Uint8Array | undefined> {
  const reply = await page.ask((id) => ({ type: 'makePng', svg, id, scale }));
  if (reply?.type !== 'png' || reply.data === '') return undefined;
  return Uint8Array.from(atob(reply.data), (character) => character.charCodeAt(0));
}

async function areaInView(page: PageLink): Promise<Area | undefined> {
  const reply = await page.ask((id) => ({ type: 'askView', id }));
  return reply?.type === 'inView' ? reply.area : undefined;
}

/** What is done at each message of the page. */
type Handlers = {
  readonly [T in FromPage['type']]: (message: Extract<FromPage, { type: T }>) => void | Promise<void>;
};

/** Hands the messages of the page to their handlers, and tells its link when it is gone, until the panel is closed. */
function listen(panel: vscode.WebviewPanel, page: PageLink, handlers: Handlers): void {
  const handle = <T extends FromPage['type']>(message: Extract<FromPage, { type: T }>): void => {
    const handler: Handlers[T] = handlers[message.type as T];
    void handler(message);
  };
  const listeners = [
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = fromPage(value);
      if (message) handle(message);
    }),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) page.went(false);
    }),
  ];
  panel.onDidDispose(() => {
    for (const listener of listeners) listener.dispose();
    page.went(true);
  });
}
