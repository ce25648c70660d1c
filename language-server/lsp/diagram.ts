import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { drawPicture } from '../core/diagram/drawing/picture.ts';
import { printPage } from '../core/diagram/files/print-page.ts';
import { type DiagramModel, eachZone } from '../core/diagram/model/diagram-model.ts';
import { levelsOf } from '../core/diagram/model/visible.ts';
import type { ExportFormat } from '../core/export/format.ts';
import { EXPORT_FORMATS } from '../core/export/formats.ts';
import { svg } from '../core/export/picture.ts';
import { findInDiagram } from '../core/search/find.ts';
import { findControl } from '../core/search/find-control.ts';
import { reaching } from '../core/search/reach.ts';
import { brokenFiles, diagramModelOf, elementAt, filesOf, locate, systemsOf, systemToDraw } from '../editor/diagram.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type DiagramParams,
  type DiagramResult,
  diagramMethod,
  type ElementAtParams,
  type ElementAtResult,
  type ExportFormatsResult,
  type ExportParams,
  type ExportResult,
  elementAtMethod,
  exportFormatsMethod,
  exportMethod,
  type FindInDiagramParams,
  type FindInDiagramResult,
  findInDiagramMethod,
  type LocateParams,
  type LocateResult,
  locateMethod,
  type ModelChangedParams,
  modelChangedMethod,
  type PageParams,
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

  async function exportAs(format: ExportFormat, params: PageParams): Promise<ExportResult> {
    const { uri, system: wanted, options, theme, zone } = params;
    const workspace = await at(uri);
    const system = systemToDraw(workspace, uri, wanted);
    const { model } = modelToDraw(workspace, system);
    return { system, text: format.write({ model }, { ...options, theme, zone }) };
  }

  connection.onRequest(diagramMethod, async (params: DiagramParams): Promise<DiagramResult> => {
    const { uri, system: wanted, options } = params;
    const workspace = await at(uri);
    const systems = systemsOf(workspace);
    const system = systemToDraw(workspace, uri, wanted);
    const { model, broken } = modelToDraw(workspace, system);
    const picture = drawPicture(model, options);
    return { system, systems, revision, broken, levels: levelsOf(model), ...picture };
  });
  connection.onRequest(
    exportFormatsMethod,
    (): ExportFormatsResult => ({ formats: EXPORT_FORMATS.map(({ write, ...described }) => described) }),
  );
  connection.onRequest(exportMethod, async (params: ExportParams): Promise<ExportResult> => {
    const format = EXPORT_FORMATS.find(({ id }) => id === params.format);
    if (!format) throw new ResponseError(ErrorCodes.InvalidParams, `There is no export format '${params.format}'.`);
    return exportAs(format, params);
  });
  connection.onRequest(printPageMethod, async (params: PageParams): Promise<PrintPageResult> => {
    const { system, text } = await exportAs(svg, params);
    return { address: await runtime.servePage(printPage(text, system)) };
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
      const entries = filesOf(workspace, system).flatMap((file) => file.entries);
      const control = findControl(workspace.store.query(), system, entries, query);
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
