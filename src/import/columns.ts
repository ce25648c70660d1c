import * as vscode from 'vscode';
import type { ImportedSheet, ImportResult } from '../../language-server/protocol-exchange.ts';

/** What the user has said of the columns. */
export interface Columns {
  readonly mapping: Readonly<Record<string, string | null>>;
}

interface ColumnItem extends vscode.QuickPickItem {
  readonly header?: string;
  readonly sheet?: ImportedSheet;
}

const GO_ON: ColumnItem = { label: '$(check) Continue', detail: 'Show what the import would change' };

/**
 * Lists the columns with what they were taken for and an example, and lets the user change one after the other.
 * Undefined when he gives up. Files that are no tables need no question.
 * @param readAgain reads the file with other meanings
 */
export async function askForColumns(
  sheets: ImportResult['sheets'],
  readAgain: (mapping: Columns['mapping']) => Promise<ImportResult['sheets']>,
): Promise<Columns | undefined> {
  let shown = sheets;
  const mapping: Record<string, string | null> = {};
  while (shown.some(({ meanings }) => meanings.length > 0)) {
    const picked = await vscode.window.showQuickPick([GO_ON, ...shown.flatMap(itemsOf)], {
      title: 'Columns of the File',
      placeHolder: 'Continue, or choose a column to say what it means',
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.header === undefined || !picked.sheet) break;
    const meaning = await askForMeaning(picked.header, picked.sheet, picked.detail);
    if (meaning === undefined) continue;
    mapping[picked.header] = meaning;
    shown = await readAgain(mapping);
  }
  return { mapping };
}

function itemsOf(sheet: ImportedSheet): ColumnItem[] {
  if (sheet.meanings.length === 0) return [];
  const heading = sheet.name === '' ? [] : [{ label: sheet.name, kind: vscode.QuickPickItemKind.Separator }];
  return [
    ...heading,
    ...sheet.columns.map(({ header, meaning, example }) => ({
      label: header,
      description: meaning ?? '$(warning) not understood: left out',
      detail: example === '' ? undefined : `such as ${example}`,
      header,
      sheet,
    })),
  ];
}

/** What a column means; null to leave it out, undefined when the user goes back. */
async function askForMeaning(
  header: string,
  { meanings }: ImportedSheet,
  placeHolder = 'An empty column',
): Promise<string | null | undefined> {
  const leaveOut = { label: '$(close) Leave out', meaning: null };
  const picked = await vscode.window.showQuickPick(
    [leaveOut, ...meanings.map(({ meaning, header: label }) => ({ label, description: meaning, meaning }))],
    { title: `What '${header}' Means`, placeHolder, matchOnDescription: true, ignoreFocusOut: true },
  );
  return picked?.meaning;
}
