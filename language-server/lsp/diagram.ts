import { buildDiagram } from '../core/diagram/build.ts';
import { type DiagramModel, eachZone } from '../core/diagram/diagram-model.ts';
import { findInDiagram } from '../core/diagram/find.ts';
import { findControl } from '../core/diagram/find-control.ts';
import { findingsByElement } from '../core/diagram/findings.ts';
import { printPage } from '../core/diagram/print-page.ts';
import { reaching } from '../core/diagram/reach.ts';
import { drawPicture, toSvg } from '../core/diagram/svg.ts';
import { levelsOf, type ViewState } from '../core/diagram/visible.ts';
import { pictureOfZone } from '../core/diagram/zone-picture.ts';
import { type ElementRef, elementOf, pathOf } from '../core/engine/entry.ts';
import { elementsAt } from '../core/engine/resolve.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type DiagramParams,
  type DiagramResult,
  type DiagramSvgParams,
  type DiagramSvgResult,
  type DiagramView,
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
import { entryAt, offsetAt } from './cursor.ts';
import type { Server } from './server.ts';

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
      const entries = filesOf(workspace, system).flatMap((file) => file.entries);
      const control = findControl(workspace.world.view(), system, entries, query);
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

/** The picture's model of a system of a workspace, with the marks of its findings. */
export function diagramModelOf(workspace: Workspace, system: string): DiagramModel {
  const files = filesOf(workspace, system);
  const findings = findingsByElement(files.flatMap(({ uri }) => workspace.findingsOf(uri)));
  const entries = files.flatMap((file) => file.entries);
  return buildDiagram(workspace.world.view(), system, entries, findings);
}

const filesOf = (workspace: Workspace, system: string) =>
  [...workspace.files.values()].filter(
    (file) => file.system === system && !file.entries.some(({ library }) => library),
  );

/** The systems of a workspace with their titles, by name. */
export function systemsOf(workspace: Workspace): { name: string; title: string }[] {
  const titles = new Map<string, string | undefined>();
  for (const { entries, system } of workspace.files.values()) {
    if (!system) continue;
    const header = entries.find(({ unit }) => unit.system?.title)?.unit.system;
    titles.set(system, titles.get(system) ?? header?.title?.value);
  }
  return [...titles]
    .map(([name, title]) => ({ name, title: title || name }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The wanted system where it is still there; else the file's, else the first. */
function systemToDraw(workspace: Workspace, uri: string, wanted: string | undefined): string {
  const names = systemsOf(workspace).map(({ name }) => name);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  return workspace.files.get(uri)?.system || names[0] || '';
}

/** Names of the files of a system with a declaration that cannot be read. */
function brokenFiles(workspace: Workspace, system: string): string[] {
  return filesOf(workspace, system)
    .filter(({ entries }) => entries.some(({ unit }) => unit.broken))
    .map(({ uri }) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)));
}

const viewOf = ({ expanded, collapsed, depth, aspect }: DiagramView): ViewState => ({
  depth,
  aspect,
  expanded: new Set(expanded),
  collapsed: new Set(collapsed),
});

function locate(workspace: Workspace, system: string, path: string): LocateResult {
  const view = workspace.world.view();
  const own = elementsAt(view, system, path, ['zone', 'asset', 'conduit'])[0];
  // A zone of another system, which a conduit reaches, has that system's name before its path.
  const dot = path.indexOf('.');
  const element = own ?? elementsAt(view, path.slice(0, dot), path.slice(dot + 1), ['zone'])[0];
  return element ? workspace.locationOf(element.entry, elementOf(element).name.at) : null;
}

function elementAt(workspace: Workspace, uri: string, position: ElementAtParams['position']): ElementAtResult {
  const file = workspace.files.get(uri);
  const found = file && entryAt(file, offsetAt(file, position));
  if (!found) return null;
  const { entry, inner } = found;
  const { spans } = file.source.units[entry.position]!.source;
  let best: ElementRef | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (const sort of ['zone', 'asset', 'conduit'] as const) {
    entry.unit[`${sort}s`].forEach(({ at }, index) => {
      const [start, end] = [spans[2 * at]!, spans[2 * at + 1]!];
      if (inner < start || inner > end || end - start >= size) return;
      best = { entry, sort, index };
      size = end - start;
    });
  }
  return best ? { system: entry.system, element: pathOf(best) } : null;
}
