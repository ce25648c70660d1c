import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isName, systemNameOf } from '../../language-server/core/text/names.ts';
import {
  type StarterModelParams,
  type StarterModelResult,
  starterModelMethod,
} from '../../language-server/protocol.ts';
import { askForFolder } from '../folder.ts';
import { writeWhole } from '../whole-file.ts';

/**
 * `zones.newModel`: writes a five-zone starter model into a folder and opens it. The text comes from the server,
 * which has it for `zones init` too.
 */
export function registerNewModel(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('zones.newModel', async (target?: vscode.Uri) => {
      const folder = target ?? (await askForFolder('Folder for the new model', 'Create Model Here'));
      if (folder === undefined) return;
      const system = await askForSystem(folder);
      if (system === undefined) return;
      const model: StarterModelResult = await client.sendRequest(starterModelMethod, {
        system,
      } satisfies StarterModelParams);
      const file = await freeFile(folder, system);
      await writeWhole(file, new TextEncoder().encode(model.text), { overwrite: false });
      await vscode.window.showTextDocument(file);
    }),
  );
}

/** The name of the system, suggested from the folder's; `undefined` when the user gives up. */
function askForSystem(folder: vscode.Uri): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'New Model',
    prompt: 'Name of the system under consideration',
    value: systemNameOf(folder.toString()),
    validateInput: (name) =>
      isName(name)
        ? undefined
        : 'A name has letters, digits, _ and -, starts with a letter or _ and does not end in -.',
  });
}

/** `<system>.zones`, or the first of `<system>-2.zones`, … that does not exist: a model is never overwritten. */
async function freeFile(folder: vscode.Uri, system: string): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const file = vscode.Uri.joinPath(folder, count === 1 ? `${system}.zones` : `${system}-${count}.zones`);
    const exists = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!exists) return file;
  }
}
