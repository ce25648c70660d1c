import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ImportParams, type ImportResult, importMethod } from '../../language-server/protocol-exchange.ts';
import { askForFolder } from '../folder.ts';
import { attempt, tell, tellError } from '../tell.ts';
import { tellNotes } from './agreement.ts';
import { askForColumns, type Columns } from './columns.ts';
import { createPreviews } from './previews.ts';

/** `zones.import`: a list, scan or drawing of another tool into the models of a folder, shown before it is done. */
export function registerImport(context: vscode.ExtensionContext, client: LanguageClient): void {
  const previews = createPreviews();
  context.subscriptions.push(
    previews,
    vscode.commands.registerCommand('zones.import', async (target?: vscode.Uri) => {
      const file = target ?? (await askForFile());
      const folder = file && (await askForFolder('Folder with the Model', 'Import into This Folder'));
      if (!file || !folder) return;
      await attempt(`'${nameOf(file)}' could not be imported`, async () => {
        const fault = await importFile(client, previews, { uri: file.toString(), folder: folder.toString() });
        if (fault) void tellError(`'${nameOf(file)}' cannot be imported. ${fault}`);
      });
    }),
  );
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

async function askForFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: 'Import into a Model',
    openLabel: 'Import',
    filters: {
      'Inventories, scans and drawings': [
        'csv',
        'tsv',
        'txt',
        'xlsx',
        'xml',
        'json',
        'drawio',
        'otm',
        'yaml',
        'yml',
        'log',
      ],
      'All files': ['*'],
    },
  });
  return picked?.[0];
}

type Previews = ReturnType<typeof createPreviews>;

/** Answers why it cannot be done, if so. */
async function importFile(client: LanguageClient, previews: Previews, params: ImportParams): Promise<string | null> {
  const read = (more: Partial<ImportParams>) =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Reading…' },
      (): Promise<ImportResult> => client.sendRequest(importMethod, { ...params, ...more } satisfies ImportParams),
    );
  let result = await read({});
  let system: string | undefined;
  if (result.systems.length > 0) {
    system = await vscode.window.showQuickPick(result.systems, {
      title: 'System to Import Into',
      ignoreFocusOut: true,
    });
    if (system === undefined) return null;
    result = await read({ system });
  }
  if (result.fault) return result.fault;
  const columns: Columns | undefined = await askForColumns(result.sheets, async (mapping) => {
    result = await read({ system, mapping });
    return result.sheets;
  });
  if (columns === undefined) return null;
  const fault = result.fault ?? result.empty;
  if (fault) return fault;
  if (result.changed.length + result.created.length === 0) {
    if (result.notes.length > 0) await tellNotes(result.notes);
    else void tell('Nothing to import: the models already say all that was read.');
    return null;
  }
  for (;;) {
    if (!(await previews.agreed(result))) return null;
    // The models may have changed while the user was looking.
    const now = await read({ system, mapping: columns.mapping });
    const isSame = JSON.stringify([now.changed, now.created]) === JSON.stringify([result.changed, result.created]);
    result = now;
    if (result.fault) return result.fault;
    if (isSame) break;
  }
  await apply(client, result);
  return null;
}

/** All in one step, so that one undo takes it back. */
async function apply(client: LanguageClient, { changed, created, summary }: ImportResult): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits } of changed) {
    edit.set(vscode.Uri.parse(uri), await client.protocol2CodeConverter.asTextEdits([...edits]));
  }
  for (const { uri, text } of created) {
    edit.createFile(vscode.Uri.parse(uri), { contents: new TextEncoder().encode(text), overwrite: false });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void tellError('Nothing was imported: the files could not be changed. Close other edits, and import again.');
    return;
  }
  const first = created[0] ?? changed[0];
  if (first) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri));
  void tell(`Imported: ${summary}.`);
}
