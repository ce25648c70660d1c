import type * as vscode from 'vscode';
import { createClient } from './client.ts';
import { registerNewModel } from './commands/new-model.ts';
import { openPreviewWithFirstModel } from './commands/open-preview-with-first-model.ts';
import { registerRestartServer } from './commands/restart-server.ts';
import { registerExport } from './export/index.ts';
import { registerImport } from './import/index.ts';
import { createModelChanged } from './model-changed.ts';
import { registerPosture } from './posture/index.ts';
import { registerPreview } from './preview/index.ts';
import { registerReport } from './report/index.ts';
import { tellShownFiles } from './shown-files.ts';

/** Called by VS Code when a model is opened or the workspace holds one. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createClient(context);
  context.subscriptions.push(client);
  registerRestartServer(context, client);
  registerNewModel(context, client);
  registerImport(context, client);
  registerExport(context, client);
  const modelChanged = createModelChanged(context, client);
  registerPreview(context, client, modelChanged);
  registerPosture(context, client, modelChanged);
  registerReport(context, client, modelChanged);
  tellShownFiles(context, client);
  // The client reports a failed start itself, with a way to try again; the commands stay usable.
  openPreviewWithFirstModel(context);
  await client.start().catch(() => undefined);
}
