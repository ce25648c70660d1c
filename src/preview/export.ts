import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type DiagramSvgParams,
  type DiagramSvgResult,
  diagramSvgMethod,
  type PrintPageResult,
  printPageMethod,
  type ZonesParams,
  type ZonesResult,
  zonesMethod,
} from '../../language-server/protocol.ts';
import type { Preview } from './panel.ts';

/** What of a picture goes into a file: all of it, the part that is in view, or one zone with its neighbours. */
type Region = Pick<DiagramSvgParams, 'area' | 'zone'>;

/** The system that a preview shows, as it is opened and coloured there; light, as paper is. */
function paramsOf({ state, aspect }: Preview, region: Region): DiagramSvgParams {
  const { uri, system, folds } = state;
  // What is in view lies where it lies in the panel; all else is laid out for a page.
  const view = region.area ? { ...folds, aspect } : folds;
  return { uri, system, view, theme: 'light', ...region };
}

/** The whole picture that a preview shows as the text of an SVG file. */
export async function svgOf(client: LanguageClient, preview: Preview): Promise<string> {
  const picture: DiagramSvgResult = await client.sendRequest(diagramSvgMethod, paramsOf(preview, {}));
  return picture.svg;
}

/** `zones.exportDiagram`: asks for format, part and file, and writes it. */
export async function exportDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  await attempt('exported', () => exportAsAsked(client, preview));
}

/** `zones.printDiagram`: opens the picture in the browser, which prints it; pages of an editor cannot. */
export async function printDiagram(client: LanguageClient, preview: Preview): Promise<void> {
  await attempt('printed', () => printAsAsked(client, preview));
}

/** Says what has failed, and why: a server that has stopped, a folder that cannot be written. */
async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `The diagram could not be ${what}: ${why}. If the language server has stopped, restart it with “Zones: Restart Language Server”.`,
    );
  }
}

async function exportAsAsked(client: LanguageClient, preview: Preview): Promise<void> {
  const scale = await chooseScale();
  if (scale === undefined) return;
  const region = await chooseRegion(client, preview, 'Export Diagram');
  if (!region) return;
  const picture: DiagramSvgResult = await client.sendRequest(diagramSvgMethod, paramsOf(preview, region));
  const file = await chooseFile(preview, [picture.system, region.zone].filter(Boolean).join('-'), scale);
  if (!file) return;
  const data = scale === 0 ? new TextEncoder().encode(picture.svg) : await preview.makePng(picture.svg, scale);
  if (!data) {
    void vscode.window.showErrorMessage(
      'The picture could not be turned into a PNG file: it may be too large. Export it as SVG, or one zone of it.',
    );
    return;
  }
  await vscode.workspace.fs.writeFile(file, data);
  const openIt = 'Open';
  const saved = `Saved ${vscode.workspace.asRelativePath(file)}${scale === 0 ? '' : sizeNote(data, picture.svg, scale)}.`;
  if ((await vscode.window.showInformationMessage(saved, openIt)) === openIt) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
}

async function printAsAsked(client: LanguageClient, preview: Preview): Promise<void> {
  const region = await chooseRegion(client, preview, 'Print Diagram');
  if (!region) return;
  const { address }: PrintPageResult = await client.sendRequest(printPageMethod, paramsOf(preview, region));
  const isOpen = await vscode.env.openExternal(vscode.Uri.parse(address));
  if (!isOpen) {
    void vscode.window.showErrorMessage(
      'No browser could be opened to print from. Export the diagram as SVG, and print that from any other program.',
    );
  }
}

interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** Called from the command palette, a preview that had the keyboard takes it back, which would close the menu. */
const STAYS: vscode.QuickPickOptions = { ignoreFocusOut: true };

/** How many pixels the PNG has for one of the picture, 0 for SVG; undefined when the user gives up. */
async function chooseScale(): Promise<number | undefined> {
  const choices: Choice<number>[] = [
    { label: 'SVG', description: 'sharp at every size; its text can be searched and changed', value: 0 },
    { label: 'PNG 1×', description: 'the smallest file', value: 1 },
    { label: 'PNG 2×', description: 'sharp on paper and on dense screens', value: 2 },
    { label: 'PNG 3×', description: 'for posters', value: 3 },
  ];
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
  const around = found.filter(({ path }) => path === preview.chosen || preview.chosen.startsWith(`${path}.`));
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
  if (!area) void vscode.window.showErrorMessage('The preview does not say what is in view. Open it, and try again.');
  return area && { area };
}

async function zonesOf(client: LanguageClient, { state }: Preview): Promise<ZonesResult['zones']> {
  const params: ZonesParams = { uri: state.uri, system: state.system };
  const { zones }: ZonesResult = await client.sendRequest(zonesMethod, params);
  return zones;
}

async function chooseFile({ state }: Preview, name: string, scale: number): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(state.uri), '..');
  const ending = scale === 0 ? 'svg' : 'png';
  const file = await vscode.window.showSaveDialog({
    title: 'Export Diagram',
    saveLabel: 'Export',
    defaultUri: folder.scheme === 'file' ? vscode.Uri.joinPath(folder, `${name}.${ending}`) : undefined,
    filters: scale === 0 ? { 'SVG image': ['svg'] } : { 'PNG image': ['png'] },
  });
  if (!file || file.path.toLowerCase().endsWith(`.${ending}`)) return file;
  // A name without the ending gets it, unless that would be a file that nobody has agreed to write over.
  const complete = file.with({ path: `${file.path}.${ending}` });
  const exists = await vscode.workspace.fs.stat(complete).then(
    () => true,
    () => false,
  );
  return exists ? file : complete;
}

/** What there is to say of the size of a PNG file; one that is larger than a page can draw is made smaller. */
function sizeNote(png: Uint8Array, svg: string, scale: number): string {
  const header = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  const wanted = Number(/\bwidth="(\d+)"/.exec(svg)?.[1]) * scale;
  return `, ${width} × ${height} pixels${width < wanted ? ': more cannot be drawn here, but with “zones diagram”' : ''}`;
}
