import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Area } from '../../language-server/core/diagram/model/picture-options.ts';
import {
  type ExportFormatsResult,
  type ExportParams,
  type ExportResult,
  exportFormatsMethod,
  exportMethod,
  type PageParams,
  type PrintPageResult,
  printPageMethod,
  type ZonesParams,
  type ZonesResult,
  zonesMethod,
} from '../../language-server/protocol.ts';
import { chooseFile } from '../save-dialog.ts';
import { attempt, tell, tellError } from '../tell.ts';
import { writeWhole } from '../whole-file.ts';
import type { Preview } from './preview.ts';

/** What of a picture goes into a file: all of it, the part that is in view, or one zone with its neighbours. */
interface Region {
  readonly area?: Area;
  readonly zone?: string;
}

/** What is written: a format, and for one in pixels how many of them one of the picture has. */
interface Target {
  readonly format: Format;
  readonly scale?: number;
}
type Format = ExportFormatsResult['formats'][number];

/** The system that a preview shows, as it is opened and coloured there; light, as paper is. */
function paramsOf({ shown }: Preview, { area, zone }: Region): PageParams {
  const { uri, system, options } = shown.state;
  // What is in view lies where it lies in the panel; all else is laid out for a page.
  const placed = area ? { ...options, area, aspect: shown.aspect } : options;
  return { uri, system, options: placed, theme: 'light', zone };
}

/** The text of a file with a part of what a preview shows. */
function textOf(client: LanguageClient, preview: Preview, format: string, region: Region): Promise<ExportResult> {
  const params: ExportParams = { ...paramsOf(preview, region), format };
  return client.sendRequest<ExportResult>(exportMethod, params);
}

/** The whole picture that a preview shows as the text of an SVG file. */
export async function svgOf(client: LanguageClient, preview: Preview): Promise<string> {
  return (await textOf(client, preview, 'svg', {})).text;
}

/** `zones.exportDiagram`: asks for format, part and file, and writes it. */
export async function exportDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  await attempt('The diagram could not be exported', () => exportAsAsked(client, preview));
}

/** `zones.printDiagram`: opens the picture in the browser, which prints it; pages of an editor cannot. */
export async function printDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  await attempt('The diagram could not be printed', () => printAsAsked(client, preview));
}

async function exportAsAsked(client: LanguageClient, preview: Preview): Promise<void> {
  const target = await chooseTarget(client);
  if (!target) return;
  const { format, scale } = target;
  const region = await chooseRegion(client, preview, 'Export Diagram');
  if (!region) return;
  const { system, text } = await textOf(client, preview, format.id, region);
  const name = [system, region.zone].filter(Boolean).join('-');
  const file = await chooseFile('Export Diagram', vscode.Uri.parse(preview.shown.state.uri), name, format);
  if (!file) return;
  const data = scale === undefined ? new TextEncoder().encode(text) : await preview.makePng(text, scale);
  if (!data) {
    void tellError(
      'The picture could not be turned into a PNG file: it may be too large. Export it as SVG, or one zone of it.',
    );
    return;
  }
  await writeWhole(file, data, { overwrite: true });
  const openIt = 'Open';
  const size = scale === undefined ? '' : sizeNote(data, text, scale);
  if ((await tell(`Saved ${vscode.workspace.asRelativePath(file)}${size}.`, openIt)) === openIt) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
}

async function printAsAsked(client: LanguageClient, preview: Preview): Promise<void> {
  const region = await chooseRegion(client, preview, 'Print Diagram');
  if (!region) return;
  const { address }: PrintPageResult = await client.sendRequest(printPageMethod, paramsOf(preview, region));
  const isOpen = await vscode.env.openExternal(vscode.Uri.parse(address));
  if (!isOpen) {
    void tellError(
      'No browser could be opened to print from. Export the diagram as SVG, and print that from any other program.',
    );
  }
}

interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** Called from the command palette, a preview that had the keyboard takes it back, which would close the menu. */
const STAYS: vscode.QuickPickOptions = { ignoreFocusOut: true };

/** The format, and of one in pixels the size; undefined when the user gives up. */
async function chooseTarget(client: LanguageClient): Promise<Target | undefined> {
  const { formats }: ExportFormatsResult = await client.sendRequest(exportFormatsMethod);
  const choices = formats.flatMap((format): Choice<Target>[] => {
    const { title, hint, raster } = format;
    if (!raster) return [{ label: title, description: hint, value: { format } }];
    return raster.scales.map(({ scale, hint }) => ({
      label: `${title} ${scale}×`,
      description: hint,
      value: { format, scale },
    }));
  });
  const chosen = await vscode.window.showQuickPick(choices, {
    ...STAYS,
    title: 'Export Diagram',
    placeHolder: 'Format',
  });
  return chosen?.value;
}

/** What to draw; the chosen zone is the first of the zones. Undefined when the user gives up. */
async function chooseRegion(client: LanguageClient, preview: Preview, title: string): Promise<Region | undefined> {
  const found = await zonesOf(client, preview);
  const { selected } = preview.shown;
  const around = found.filter(({ path }) => path === selected || selected.startsWith(`${path}.`));
  const chosen = around.at(-1)?.path;
  const zones = [...found.filter(({ path }) => path === chosen), ...found.filter(({ path }) => path !== chosen)];
  const choices: Choice<'whole' | 'view' | { zone: string }>[] = [
    { label: 'Whole picture', value: 'whole' },
    { label: 'What is in view', value: 'view' },
    { label: 'One zone and its neighbours', kind: vscode.QuickPickItemKind.Separator },
    ...zones.map(({ path, title }) => ({
      label: title,
      description: path === chosen ? `${path} · chosen` : path,
      value: { zone: path },
    })),
  ];
  const options = { ...STAYS, title, placeHolder: 'Part of the picture' };
  const { value } = (await vscode.window.showQuickPick(choices, options)) ?? {};
  if (value === 'whole') return {};
  if (value !== 'view') return value;
  const area = await preview.areaInView();
  if (!area) void tellError('The preview does not say what is in view. Open it, and try again.');
  return area && { area };
}

async function zonesOf(client: LanguageClient, { shown: { state } }: Preview): Promise<ZonesResult['zones']> {
  const params: ZonesParams = { uri: state.uri, system: state.system };
  const { zones }: ZonesResult = await client.sendRequest(zonesMethod, params);
  return zones;
}

/** What there is to say of the size of a PNG file; one that is larger than a page can draw is made smaller. */
function sizeNote(png: Uint8Array, svg: string, scale: number): string {
  const header = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  const wanted = Number(/\bwidth="(\d+)"/.exec(svg)?.[1]) * scale;
  return `, ${width} × ${height} pixels${width < wanted ? ': more cannot be drawn here, but with “zones diagram”' : ''}`;
}
