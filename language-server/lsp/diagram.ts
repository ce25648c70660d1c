import { buildDiagram } from '../core/diagram/build.ts';
import type { DiagramModel } from '../core/diagram/diagram-model.ts';
import { findingsByElement } from '../core/diagram/findings.ts';
import { drawPicture, toSvg } from '../core/diagram/svg.ts';
import type { ViewState } from '../core/diagram/visible.ts';
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
  type LocateParams,
  type LocateResult,
  locateMethod,
  type ModelChangedParams,
  modelChangedMethod,
} from '../protocol.ts';
import { entryAt, offsetAt } from './cursor.ts';
import type { Server } from './server.ts';

/** Answers what the preview asks, and tells it when a model changes. */
export function registerDiagram(server: Server): void {
  const { connection, workspaces, upToDate } = server;
  const lastGood = new WeakMap<Workspace, Map<string, DiagramModel>>();
  let revision = 0;
  const at = async (uri: string): Promise<Workspace> => {
    await upToDate();
    return workspaces.of(uri);
  };

  /** The model to draw: of a system with a file that cannot be read, the one before. */
  function modelToDraw(workspace: Workspace, system: string): { model: DiagramModel; broken: string[] } {
    const broken = brokenFiles(workspace, system);
    const good = lastGood.get(workspace) ?? new Map<string, DiagramModel>();
    lastGood.set(workspace, good);
    const kept = broken.length > 0 ? good.get(system) : undefined;
    const model = kept ?? diagramModelOf(workspace, system);
    if (broken.length === 0) good.set(system, model);
    return { model, broken };
  }

  connection.onRequest(diagramMethod, async ({ uri, system: wanted, view }: DiagramParams): Promise<DiagramResult> => {
    const workspace = await at(uri);
    const systems = systemsOf(workspace);
    const system = systemToDraw(workspace, uri, wanted);
    const { model, broken } = modelToDraw(workspace, system);
    return { system, systems, revision, broken, ...drawPicture(model, viewOf(view)) };
  });
  connection.onRequest(
    diagramSvgMethod,
    async ({ uri, system: wanted, view, theme }: DiagramSvgParams): Promise<DiagramSvgResult> => {
      const workspace = await at(uri);
      const system = systemToDraw(workspace, uri, wanted);
      return { system, svg: toSvg(modelToDraw(workspace, system).model, { theme, view: viewOf(view) }) };
    },
  );
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

const viewOf = ({ expanded, collapsed }: DiagramView): ViewState => ({
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
