import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ExportReportParams,
  type ExportReportResult,
  exportReportMethod,
  type ReportFormatsResult,
  reportFormatsMethod,
} from '../../language-server/protocol.ts';
import { bytesOf } from '../file-bytes.ts';
import { chooseFile } from '../save-dialog.ts';
import { attempt, tell } from '../tell.ts';
import { writeWhole } from '../whole-file.ts';
import type { ReportState } from './messages.ts';

type Format = ReportFormatsResult['formats'][number];

/** `zones.exportReport`: asks for format and file, and writes the report of a system. */
export async function exportReport(client: LanguageClient, of: ReportState): Promise<void> {
  await attempt('The report could not be exported', () => exportAsAsked(client, of));
}

async function exportAsAsked(client: LanguageClient, { uri, system }: ReportState): Promise<void> {
  const { formats }: ReportFormatsResult = await client.sendRequest(reportFormatsMethod);
  const choices = formats.map((format) => ({ label: format.title, description: format.hint, format }));
  const options = { title: 'Export Report', placeHolder: 'Format', ignoreFocusOut: true };
  const format: Format | undefined = (await vscode.window.showQuickPick(choices, options))?.format;
  if (!format) return;
  const file = await chooseFile('Export Report', vscode.Uri.parse(uri), 'report', format);
  if (!file) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const params: ExportReportParams = { uri, system, ending: format.ending, name };
  const { beside, ...sent }: ExportReportResult = await client.sendRequest(exportReportMethod, params);
  for (const { address, text } of beside) {
    const path = vscode.Uri.joinPath(file, '..', decodeURI(address));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(path, '..'));
    await writeWhole(path, bytesOf({ text }), { overwrite: true });
  }
  await writeWhole(file, bytesOf(sent), { overwrite: true });
  const openIt = 'Open';
  if ((await tell(`Saved ${vscode.workspace.asRelativePath(file)}.`, openIt)) === openIt) await open(file);
}

/** A page or document in the program that the system has for it; text in an editor. */
async function open(file: vscode.Uri): Promise<void> {
  if (/\.(html|docx)$/i.test(file.path) && (await vscode.env.openExternal(file))) return;
  await vscode.commands.executeCommand('vscode.open', file);
}
