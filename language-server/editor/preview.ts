import { printPage } from '../core/diagram/files/print-page.ts';
import { drawPicture, toSvg } from '../core/diagram/files/svg.ts';
import { eachZone } from '../core/diagram/model/diagram-model.ts';
import { levelsOf } from '../core/diagram/model/visible.ts';
import { pictureOfZone } from '../core/diagram/model/zone-picture.ts';
import { findInDiagram } from '../core/search/find.ts';
import { findControl } from '../core/search/find-control.ts';
import { reaching } from '../core/search/reach.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type DiagramParams,
  type DiagramResult,
  type DiagramSvgParams,
  type DiagramSvgResult,
  diagramMethod,
  diagramSvgMethod,
  type ElementAtParams,
  elementAtMethod,
  type FindInDiagramParams,
  type FindInDiagramResult,
  findInDiagramMethod,
  type LocateParams,
  locateMethod,
  printPageMethod,
  type ReachingParams,
  reachingMethod,
  type ZonesParams,
  type ZonesResult,
  zonesMethod,
} from '../protocol.ts';
import { elementAt, filesOf, locate, systemsOf, systemToDraw, viewOf } from './diagram.ts';
import type { Host } from './feature.ts';
import { modelToDraw, type Pictures } from './pictures.ts';

/** How many hits of a search are told in full. */
const LISTED = 50;

/** The picture of a system, in parts. */
function picture(
  pictures: Pictures,
  workspace: Workspace,
  { uri, system: wanted, view }: DiagramParams,
): DiagramResult {
  const systems = systemsOf(workspace);
  const system = systemToDraw(workspace, uri, wanted);
  const { model, broken } = modelToDraw(pictures, workspace, system);
  const drawn = drawPicture(model, viewOf(view), view.colouring);
  return { system, systems, revision: pictures.revision, broken, levels: levelsOf(model), ...drawn };
}

/** The picture of a system, or of a zone of it, as the text of a file. */
function drawFile(pictures: Pictures, workspace: Workspace, params: DiagramSvgParams): DiagramSvgResult {
  const { uri, system: wanted, view, theme, area, zone } = params;
  const system = systemToDraw(workspace, uri, wanted);
  const { model } = modelToDraw(pictures, workspace, system);
  const whole = { model, view: viewOf(view) };
  const drawn = (zone !== undefined && pictureOfZone(model, zone, whole.view)) || whole;
  return { system, svg: toSvg(drawn.model, { theme, view: drawn.view, colouring: view.colouring, area }) };
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
  const entries = filesOf(workspace, system).flatMap((file) => file.entries);
  const control = findControl(workspace.store.query(), system, entries, query);
  const places = new Set(control?.hits.map(({ element }) => element));
  const found = [...(control?.hits ?? []), ...named.filter(({ element }) => !places.has(element))];
  return { note: control?.note, hits: found.slice(0, LISTED), elements: found.map(({ element }) => element) };
}

/** An answer from the workspace of the file that the preview shows. */
const ofShown =
  <Params extends { readonly uri: string }, Result>(
    answer: (pictures: Pictures, workspace: Workspace, params: Params) => Result,
  ) =>
  async (host: Host, params: Params): Promise<Result> =>
    answer(host.pictures, await host.workspaceOf(params.uri), params);

const drawFileOf = ofShown(drawFile);

/** The answers to what the preview asks, by the method. */
export const PREVIEW_ANSWERS = {
  [diagramMethod]: ofShown(picture),
  [diagramSvgMethod]: drawFileOf,
  [printPageMethod]: async (host: Host, params: DiagramSvgParams) => {
    const { system, svg } = await drawFileOf(host, params);
    return { address: await host.servePage(printPage(svg, system)) };
  },
  [zonesMethod]: ofShown(zonesOf),
  [findInDiagramMethod]: ofShown(find),
  [reachingMethod]: ofShown((pictures, workspace, { system, element }: ReachingParams) => ({
    elements: [...reaching(modelToDraw(pictures, workspace, system).model, element)],
  })),
  [locateMethod]: ofShown((_, workspace, { system, element }: LocateParams) => locate(workspace, system, element)),
  [elementAtMethod]: ofShown((_, workspace, { uri, position }: ElementAtParams) => elementAt(workspace, uri, position)),
};
