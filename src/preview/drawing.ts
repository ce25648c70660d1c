import type * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { type DiagramParams, type DiagramResult, diagramMethod } from '../../language-server/protocol.ts';
import { createLatest } from './latest.ts';
import type { PageLink } from './page-link.ts';
import type { PreviewHost } from './preview.ts';
import type { Shown } from './shown.ts';

const TROUBLE =
  'The language server does not answer: the picture is not up to date. Restart it with “Zones: Restart Language Server”.';

/**
 * A function that has the picture drawn again and sends it to the page; of calls that come while one is under way, the
 * last counts.
 */
export function createDrawing(host: PreviewHost, panel: vscode.WebviewPanel, page: PageLink, shown: Shown): () => void {
  const draw: () => void = createLatest<void>(async () => {
    const { state, aspect } = shown;
    const { uri, system: wanted } = state;
    const params: DiagramParams = { uri, system: wanted, options: { ...state.options, aspect } };
    try {
      const picture: DiagramResult = await host.client.sendRequest(diagramMethod, params);
      // Another file is shown by now: its picture is asked for already.
      if (uri !== shown.state.uri) return;
      const { system, title, systems, width, height, parts, broken, levels } = picture;
      if (system !== shown.system && takeOptions(host, shown, system)) return draw();
      panel.title = `Preview ${title}`;
      page.post({ type: 'picture', state: shown.state, system, title, systems, width, height, parts, broken, levels });
      shown.system = system;
    } catch (error) {
      // What the server refuses it says in a sentence.
      const isRefused = error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
      page.post({ type: 'trouble', message: isRefused ? error.message : TROUBLE });
    }
  });
  return () => {
    // A hidden page is gone; it says so when it is back.
    if (page.isThere && panel.visible) draw();
  };
}

/** Takes the options of a system that was not shown before; whether they ask for another picture. */
function takeOptions(host: PreviewHost, shown: Shown, system: string): boolean {
  const options = host.optionsOf(shown.state.uri, system);
  const isOther = JSON.stringify(options) !== JSON.stringify(shown.state.options);
  shown.state = { ...shown.state, options };
  shown.system = system;
  return isOther;
}
