import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { drawPicture } from '../core/diagram/drawing/picture.ts';
import { printPage } from '../core/diagram/files/print-page.ts';
import { whyNotDrawn } from '../core/diagram/limits.ts';
import { eachZone } from '../core/diagram/model/diagram-model.ts';
import { levelsOf } from '../core/diagram/model/visible.ts';
import { PICTURE_FORMATS } from '../core/export/formats.ts';
import type { PictureFormat } from '../core/export/frame/picture-format.ts';
import { svg } from '../core/export/picture.ts';
import { systemNamed } from '../core/plant/index.ts';
import { findInDiagram } from '../core/search/find.ts';
import { findControl } from '../core/search/find-control.ts';
import { reaching } from '../core/search/reach.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type DiagramParams,
  type DiagramResult,
  diagramMethod,
  type ElementAtParams,
  type ExportFormatsResult,
  type ExportParams,
  type ExportResult,
  elementAtMethod,
  exportFormatsMethod,
  exportMethod,
  type FindInDiagramParams,
  type FindInDiagramResult,
  type FindingsOfParams,
  findInDiagramMethod,
  findingsOfMethod,
  type LocateParams,
  locateMethod,
  type PageParams,
  printPageMethod,
  type ReachingParams,
  reachingMethod,
  type ZonesParams,
  type ZonesResult,
  zonesMethod,
} from '../protocol.ts';
import { markedFindings, systemsOf, systemToDraw } from './diagram.ts';
import { elementAt, locate } from './diagram-places.ts';
import type { Host } from './feature.ts';
import { modelToDraw, type Pictures } from './pictures.ts';

/** How many hits of a search are told in full. */
const LISTED = 50;

/** Answers that a picture is not drawn, and why, where there is a reason. */
function refuse(reason: string | undefined): void {
  if (reason !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** The picture of a system, in parts. */
function picture(
  pictures: Pictures,
  workspace: Workspace,
  { uri, system: wanted, options }: DiagramParams,
): DiagramResult {
  const systems = systemsOf(workspace);
  const system = systemToDraw(workspace, uri, wanted);
  const { model, broken } = modelToDraw(pictures, workspace, system);
  refuse(whyNotDrawn(model, options));
  const drawn = drawPicture(model, options);
  return { system, systems, revision: pictures.revision, broken, levels: levelsOf(model), ...drawn };
}

/** A system as the text of a file. */
function exportAs(
  format: PictureFormat,
  pictures: Pictures,
  workspace: Workspace,
  { uri, system: wanted, options, theme, zone }: PageParams,
): ExportResult {
  const system = systemToDraw(workspace, uri, wanted);
  const { model } = modelToDraw(pictures, workspace, system);
  const plant = systemNamed(workspace.store.query(), system);
  const input = { plant, model };
  const how = { ...options, theme, zone };
  refuse(format.refused?.(input, how));
  return { system, text: format.write(input, how) };
}

/** A system in the format that is asked for by its id. */
function exportFile(pictures: Pictures, workspace: Workspace, params: ExportParams): ExportResult {
  const format = PICTURE_FORMATS.find(({ id }) => id === params.format);
  if (!format) throw new ResponseError(ErrorCodes.InvalidParams, `There is no export format '${params.format}'.`);
  return exportAs(format, pictures, workspace, params);
}

/** The zones of a system, in the order of the text. */
function zonesOf(pictures: Pictures, workspace: Workspace, { uri, system: wanted }: ZonesParams): ZonesResult {
  const { model } = modelToDraw(pictures, workspace, systemToDraw(workspace, uri, wanted));
  const zones: { path: string; title: string }[] = [];
  eachZone(model.zones, ({ id, title }) => void zones.push({ path: id, title }));
  return { zones };
}

/** The elements of a system that a query finds: those of the control that it names first. */
function find(pictures: Pictures, workspace: Workspace, { system, query }: FindInDiagramParams): FindInDiagramResult {
  const named = findInDiagram(modelToDraw(pictures, workspace, system).model, query);
  const control = findControl(systemNamed(workspace.store.query(), system), query);
  const places = new Set(control?.hits.map(({ element }) => element));
  const found = [...(control?.hits ?? []), ...named.filter(({ element }) => !places.has(element))];
  return { note: control?.note, hits: found.slice(0, LISTED), elements: found.map(({ element }) => element) };
}

/** A handler that answers from the workspace of the file that the preview shows. */
const ofShown =
  <Params extends { readonly uri: string }, Result>(
    answer: (pictures: Pictures, workspace: Workspace, params: Params) => Result,
  ) =>
  async (host: Host, params: Params): Promise<Result> =>
    answer(host.pictures, await host.workspaceOf(params.uri), params);

/** The handlers of what the preview asks, by the method. */
export const PREVIEW_HANDLERS = {
  [diagramMethod]: ofShown(picture),
  [exportFormatsMethod]: async (): Promise<ExportFormatsResult> => ({
    formats: PICTURE_FORMATS.map(({ write, refused, ...described }) => described),
  }),
  [exportMethod]: ofShown(exportFile),
  [printPageMethod]: async (host: Host, params: PageParams) => {
    const page = ofShown((pictures, workspace, shown: PageParams) => exportAs(svg, pictures, workspace, shown));
    const { system, text } = await page(host, params);
    return { address: await host.servePage(printPage(text, system)) };
  },
  [zonesMethod]: ofShown(zonesOf),
  [findInDiagramMethod]: ofShown(find),
  [reachingMethod]: ofShown((pictures, workspace, { system, element }: ReachingParams) => ({
    elements: [...reaching(modelToDraw(pictures, workspace, system).model, element)],
  })),
  [findingsOfMethod]: ofShown((pictures, workspace, params: FindingsOfParams) => ({
    findings: markedFindings(workspace, modelToDraw(pictures, workspace, params.system).model, params),
  })),
  [locateMethod]: ofShown((_, workspace, { system, element }: LocateParams) => locate(workspace, system, element)),
  [elementAtMethod]: ofShown((_, workspace, { uri, position }: ElementAtParams) => elementAt(workspace, uri, position)),
};
