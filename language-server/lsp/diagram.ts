import { printPage } from '../core/diagram/files/print-page.ts';
import { drawPicture, toSvg } from '../core/diagram/files/svg.ts';
import { type DiagramModel, eachZone } from '../core/diagram/model/diagram-model.ts';
import { levelsOf } from '../core/diagram/model/visible.ts';
import { pictureOfZone } from '../core/diagram/model/zone-picture.ts';
import { systemNamed } from '../core/plant/index.ts';
import { findInDiagram } from '../core/search/find.ts';
import { findControl } from '../core/search/find-control.ts';
import { reaching } from '../core/search/reach.ts';
import { brokenFiles, diagramModelOf, elementAt, locate, systemsOf, systemToDraw, viewOf } from '../editor/diagram.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type DiagramParams,
  type DiagramResult,
  type DiagramSvgParams,
  type DiagramSvgResult,
  diagramMethod,
  diagramSvgMethod,
  type ElementAtParams,
  type ElementAtResult,
  elementAtMethod,
  type FindInDiagramParams,
  type FindInDiagramResult,
  findInDiagramMethod,
  type LocateParams,
  type LocateResult,
  locateMethod,
  type ModelChangedParams,
  modelChangedMethod,
  type PrintPageResult,
  printPageMethod,
  type ReachingParams,
  type ReachingResult,
  reachingMethod,
  type ZonesParams,
  type ZonesResult,
  zonesMethod,
} from '../protocol.ts';
import type { Server } from './context.ts';

/** How many hits of a search are told in full. */
const LISTED = 50;

/** Answers what the preview asks, and tells it when a model changes. */
export function registerDiagram(server: Server): void {
  const { connection, runtime, workspaces, upToDate } = server;
  const lastGood = new WeakMap<Workspace, Map<string, { readonly model: DiagramModel; readonly revision: number }>>();
  let revision = 0;
  const at = async (uri: string): Promise<Workspace> => {
    await upToDate();
    return workspaces.of(uri);
  };

  /** The model to draw: of a system with a file that cannot be read, the one before. */
  function modelToDraw(workspace: Workspace, system: string): { model: DiagramModel; broken: string[] } {
    const broken = brokenFiles(workspace, system);
    const good = lastGood.get(workspace) ?? new Map<string, { model: DiagramModel; revision: number }>();
    lastGood.set(workspace, good);
    const kept = good.get(system);
    if (kept && (broken.length > 0 || kept.revision === revision)) return { model: kept.model, broken };
    const model = diagramModelOf(workspace, system);
    if (broken.length === 0) good.set(system, { model, revision });
    return { model, broken };
  }

  async function drawFile(params: DiagramSvgParams): Promise<DiagramSvgResult> {
    const { uri, system: wanted, view, theme, area, zone } = params;
    const workspace = await at(uri);
    const system = systemToDraw(workspace, uri, wanted);
    const { model } = modelToDraw(workspace, system);
    const whole = { model, view: viewOf(view) };
    const picture = (zone !== undefined && pictureOfZone(model, zone, whole.view)) || whole;
    return { system, svg: toSvg(picture.model, { theme, view: picture.view, colouring: view.colouring, area }) };
  }

  connection.onRequest(diagramMethod, async ({ uri, system: wanted, view }: DiagramParams): Promise<DiagramResult> => {
    const workspace = await at(uri);
    const systems = systemsOf(workspace);
    const system = systemToDraw(workspace, uri, wanted);
    const { model, broken } = modelToDraw(workspace, system);
    const picture = drawPicture(model, viewOf(view), view.colouring);
    return { system, systems, revision, broken, levels: levelsOf(model), ...picture };
  });
  connection.onRequest(diagramSvgMethod, drawFile);
  connection.onRequest(printPageMethod, async (params: DiagramSvgParams): Promise<PrintPageResult> => {
    const { system, svg } = await drawFile(params);
    return { address: await runtime.servePage(printPage(svg, system)) };
  });
  connection.onRequest(zonesMethod, async ({ uri, system: wanted }: ZonesParams): Promise<ZonesResult> => {
    const workspace = await at(uri);
    const { model } = modelToDraw(workspace, systemToDraw(workspace, uri, wanted));
    const zones: { path: string; title: string }[] = [];
    eachZone(model.zones, ({ id, title }) => void zones.push({ path: id, title }));
    return { zones };
  });
  connection.onRequest(
    findInDiagramMethod,
    async ({ uri, system, query }: FindInDiagramParams): Promise<FindInDiagramResult> => {
      const workspace = await at(uri);
      const named = findInDiagram(modelToDraw(workspace, system).model, query);
      const control = findControl(systemNamed(workspace.store.query(), system), query);
      const places = new Set(control?.hits.map(({ element }) => element));
      const found = [...(control?.hits ?? []), ...named.filter(({ element }) => !places.has(element))];
      return { note: control?.note, hits: found.slice(0, LISTED), elements: found.map(({ element }) => element) };
    },
  );
  connection.onRequest(reachingMethod, async ({ uri, system, element }: ReachingParams): Promise<ReachingResult> => {
    return { elements: [...reaching(modelToDraw(await at(uri), system).model, element)] };
  });
  connection.onRequest(locateMethod, async ({ uri, system, element }: LocateParams): Promise<LocateResult> => {
    return locate(await at(uri), system, element);
  });
  connection.onRequest(elementAtMethod, async ({ uri, position }: ElementAtParams): Promise<ElementAtResult> => {
    return elementAt(await at(uri), uri, position);
  });
  server.onDidUpdate((uris) => {
    revision++;
    void connection.sendNotification(modelChangedMethod, { uris: [...uris] } satisfies ModelChangedParams);
  });
}
