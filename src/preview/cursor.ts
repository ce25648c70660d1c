import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ElementAtParams,
  type ElementAtResult,
  elementAtMethod,
  type LocateParams,
  type LocateResult,
  locateMethod,
} from '../../language-server/protocol.ts';
import { showPlace } from '../show-place.ts';
import { createLatest } from './latest.ts';
import type { PageLink } from './page-link.ts';
import type { Shown } from './shown.ts';

/** Ties the cursor of the editors to the selection in the picture, both ways. */
export interface CursorLink {
  /** To be called when a person or a command has moved the cursor: selects the element whose declaration it is in. */
  moved(uri: string, selection: vscode.Selection): void;
  /** To be called when the model has changed: what the cursor stands in may have another name. */
  stayed(uri: string, selection: vscode.Selection): void;
  /** Takes the cursor to a place in a text. */
  open(place: NonNullable<LocateResult>): void;
  /** Selects the name of an element where it is declared; with `open` the cursor goes there too. */
  reveal(element: string, open: boolean): void;
}

/** The declaration that a preview takes an editor to. */
interface Revealed {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  isThere: boolean;
}

/** Ties the cursor of the text to what is selected in the picture, both ways, without an echo. */
export function createCursorLink(
  client: LanguageClient,
  panel: vscode.WebviewPanel,
  page: PageLink,
  shown: Shown,
): CursorLink {
  const last: { revealed?: Revealed; isByCursor: boolean } = { isByCursor: false };

  const select = createLatest(async (params: ElementAtParams) => {
    const before = shown.selected;
    const found: ElementAtResult = await client.sendRequest(elementAtMethod, params);
    // What was clicked in the picture meanwhile is newer.
    if (before !== shown.selected || (found !== null && found.system !== shown.system)) return;
    shown.selected = found?.element ?? '';
    page.post({ type: 'select', element: shown.selected });
  });

  const reveal = createLatest(async ({ element, open }: { element: string; open: boolean }) => {
    if (shown.system === undefined) return;
    const params: LocateParams = { uri: shown.state.uri, system: shown.system, element };
    const found: LocateResult = await client.sendRequest(locateMethod, params);
    if (!found) return;
    await goTo(found, open);
  });

  async function goTo({ uri, range: { start, end } }: NonNullable<LocateResult>, open: boolean): Promise<void> {
    const revealed: Revealed = {
      uri: vscode.Uri.parse(uri),
      range: new vscode.Range(start.line, start.character, end.line, end.character),
      isThere: false,
    };
    last.revealed = revealed;
    try {
      await showPlace(revealed, panel, open);
    } finally {
      revealed.isThere = true;
    }
  }

  /** True for what an editor tells of being taken to a declaration: the picture, which took it there, knows. */
  const isEcho = (uri: string, selection: vscode.Selection): boolean =>
    last.revealed?.uri.toString() === uri && (!last.revealed.isThere || selection.isEqual(last.revealed.range));

  const selectAt = (uri: string, { active: { line, character } }: vscode.Selection): void => {
    if (page.isThere && panel.visible) select({ uri, position: { line, character } });
  };

  return {
    moved(uri, selection) {
      if (isEcho(uri, selection)) return;
      last.revealed = undefined;
      last.isByCursor = true;
      selectAt(uri, selection);
    },
    stayed(uri, selection) {
      if (last.isByCursor) selectAt(uri, selection);
    },
    open: (place) => void goTo(place, true),
    reveal(element, open) {
      last.isByCursor = false;
      shown.selected = element;
      reveal({ element, open });
    },
  };
}
