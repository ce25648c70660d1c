import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ExportModelParams,
  type ExportModelResult,
  exportModelMethod,
  type ModelFormatsResult,
  modelFormatsMethod,
} from '../../language-server/protocol-exchange.ts';
import { bytesOf } from '../file-bytes.ts';
import { modelInView } from '../model-in-view.ts';
import { chooseFile } from '../save-dialog.ts';
import { attempt, tell, tellError, tellWarning } from '../tell.ts';
import { writeWhole } from '../whole-file.ts';

type Format = ModelFormatsResult['formats'][number];

/** A format in one of its kinds of files; without one it is a folder. */
interface Choice {
  readonly format: Format;
  readonly kind?: Format['kinds'][number];
}

/** `zones.exportModel`: the system of a model as files for other tools. */
export function registerExport(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('zones.exportModel', async (uri?: vscode.Uri) => {
      const model = uri ?? modelInView();
      if (!model) {
        void tell('Open a .zones file of the system that you want to export.');
        return;
      }
      await attempt('The model could not be exported', () => exportModel(client, model));
    }),
  );
}

async function exportModel(client: LanguageClient, model: vscode.Uri): Promise<void> {
  const { formats }: ModelFormatsResult = await client.sendRequest(modelFormatsMethod);
  const choice = await chooseFormat(formats);
  const place = choice && (await choosePlace(model, choice));
  if (!place) return;
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  const params: ExportModelParams = { uri: model.toString(), to: choice.format.id, name };
  const result: ExportModelResult = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Exporting…' },
    () => client.sendRequest<ExportModelResult>(exportModelMethod, params),
  );
  if (result.fault !== null) {
    void tellError(`The model was not exported. ${result.fault}`);
    return;
  }
  const folder = choice.kind ? vscode.Uri.joinPath(place, '..') : place;
  const written: vscode.Uri[] = [];
  for (const file of result.files) {
    const path = vscode.Uri.joinPath(folder, file.name);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(path, '..'));
    await writeWhole(path, bytesOf(file), { overwrite: true });
    written.push(path);
  }
  await tellSaved(choice, written, result.unwritten);
}

async function chooseFormat(formats: readonly Format[]): Promise<Choice | undefined> {
  const choices = formats.flatMap((format): (vscode.QuickPickItem & { readonly choice: Choice })[] => {
    const { title, hint, kinds } = format;
    const item = (label: string, kind?: Choice['kind']) => ({ label, detail: hint, choice: { format, kind } });
    // What differs in nothing but its ending is one choice.
    const told = kinds.filter((kind, i) => kinds.findIndex((other) => other.title === kind.title) === i);
    if (told.length === 0) return [item(title)];
    return told.map((kind) => item(told.length === 1 ? title : `${title} (${kind.title})`, kind));
  });
  const options = {
    title: 'Export Model',
    placeHolder: 'Format',
    matchOnDetail: true,
    ignoreFocusOut: true,
  };
  return (await vscode.window.showQuickPick(choices, options))?.choice;
}

async function choosePlace(model: vscode.Uri, { format, kind }: Choice): Promise<vscode.Uri | undefined> {
  const name = (model.path.split('/').at(-1) ?? 'model').replace(/\.[^.]*$/, '');
  if (kind) return chooseFile('Export Model', model, kind.ending === 'xlsx' ? name : `${name}-${format.id}`, kind);
  const picked = await vscode.window.showOpenDialog({
    title: `Folder for the Files (${format.title})`,
    openLabel: 'Export into This Folder',
    defaultUri: vscode.Uri.joinPath(model, '..'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked?.[0];
}

/** Says what was written, and what could not be. */
async function tellSaved(
  { kind }: Choice,
  written: readonly vscode.Uri[],
  unwritten: readonly string[],
): Promise<void> {
  const names = written.map((file) => vscode.workspace.asRelativePath(file)).join(', ');
  if (unwritten.length > 0) {
    const [first, ...more] = unwritten;
    const others = more.length > 0 ? ` ${more.length} more are listed in the file.` : '';
    void tellWarning(`Saved ${names}. ${first}${others}`);
    return;
  }
  const openIt = 'Open';
  const [only] = written;
  const canOpen = written.length === 1 && only !== undefined && kind?.ending !== 'xlsx';
  const chosen = await tell(`Saved ${names}.`, ...(canOpen ? [openIt] : []));
  if (chosen === openIt) await vscode.commands.executeCommand('vscode.open', only);
}
