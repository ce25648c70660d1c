import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { MODEL_FORMATS } from '../core/export/formats.ts';
import { ExportRefused, type FileContent, type ModelExport } from '../core/export/frame/model-format.ts';
import { fileNameOf } from '../core/text/names.ts';
import {
  type ExportedFile,
  type ExportModelParams,
  type ExportModelResult,
  exportModelMethod,
  type ModelFormatsResult,
  modelFormatsMethod,
} from '../protocol-exchange.ts';
import { systemToDraw } from './diagram.ts';
import { exportedSystem } from './exported.ts';
import type { Host } from './feature.ts';

/** A system as the files of a format. */
async function exportModel(
  host: Host,
  { uri, system: wanted, to, name }: ExportModelParams,
): Promise<ExportModelResult> {
  const format = MODEL_FORMATS.find(({ id }) => id === to);
  if (!format) throw new ResponseError(ErrorCodes.InvalidParams, `There is no export format '${to}'.`);
  const workspace = await host.workspaceOf(uri);
  const system = systemToDraw(workspace, uri, wanted);
  const { today } = workspace.store.query();
  let exported: ModelExport;
  try {
    exported = format.write({ systems: [exportedSystem(workspace, system, fileNameOf)], today, name });
  } catch (error) {
    if (error instanceof ExportRefused) return { system, files: [], unwritten: [], fault: error.message };
    throw error;
  }
  const files = await Promise.all(exported.files.map((file) => sent(host, file.name, file.content)));
  return { system, files, unwritten: exported.unwritten, fault: null };
}

async function sent(host: Host, name: string, content: FileContent): Promise<ExportedFile> {
  if (typeof content === 'string') return { name, text: content };
  return { name, base64: await host.writeWorkbook(content.sheets) };
}

/** The handlers of what exporting a model asks, by the method. */
export const EXPORT_HANDLERS = {
  [modelFormatsMethod]: async (): Promise<ModelFormatsResult> => ({
    formats: MODEL_FORMATS.map(({ write, ...described }) => described),
  }),
  [exportModelMethod]: exportModel,
};
