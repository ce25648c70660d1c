import { buildDiagram } from '../core/diagram/model/build.ts';
import type { DiagramModel } from '../core/diagram/model/diagram-model.ts';
import { findingsByElement } from '../core/diagram/model/findings.ts';
import type { ElementRef } from '../core/engine/entry.ts';
import { namePlaceOf, pathOf } from '../core/engine/handle.ts';
import { elementsAt } from '../core/engine/resolve.ts';
import { systemNamed, systems } from '../core/plant/index.ts';
import { isBroken, type Workspace } from '../language/workspace.ts';
import type { ElementAtParams, ElementAtResult, LocateResult } from '../protocol.ts';
import { entryAt, offsetAt } from './cursor.ts';

/** The picture's model of a system of a workspace, with the marks of its findings. */
export function diagramModelOf(workspace: Workspace, system: string): DiagramModel {
  const findings = findingsByElement(filesOf(workspace, system).flatMap(({ uri }) => workspace.findingsOf(uri)));
  return buildDiagram(systemNamed(workspace.store.query(), system), findings);
}

/** The files of a system, those of the library left out. */
const filesOf = (workspace: Workspace, system: string) =>
  [...workspace.files.values()].filter(
    (file) => file.system === system && !file.entries.some(({ library }) => library),
  );

/** The systems of a workspace with their titles, by name. */
export const systemsOf = (workspace: Workspace): { name: string; title: string }[] =>
  systems(workspace.store.query()).map(({ name, title }) => ({ name, title }));

/** The wanted system where it is still there; else the file's, else the first. */
export function systemToDraw(workspace: Workspace, uri: string, wanted: string | undefined): string {
  const names = systemsOf(workspace).map(({ name }) => name);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  return workspace.files.get(uri)?.system || names[0] || '';
}

/** Names of the files of a system with a declaration that cannot be read. */
export function brokenFiles(workspace: Workspace, system: string): string[] {
  return filesOf(workspace, system)
    .filter(isBroken)
    .map(({ uri }) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)));
}

/** Where the name of an element of a picture is declared; null where nothing has its path. */
export function locate(workspace: Workspace, system: string, path: string): LocateResult {
  const query = workspace.store.query();
  const own = elementsAt(query, system, path, ['zone', 'asset', 'conduit'])[0];
  // A zone of another system, which a conduit reaches, has that system's name before its path.
  const dot = path.indexOf('.');
  const element = own ?? elementsAt(query, path.slice(0, dot), path.slice(dot + 1), ['zone'])[0];
  return element ? workspace.locationOf(element.entry, namePlaceOf(element)) : null;
}

/** The innermost zone, asset or conduit around a position; null outside of all. */
export function elementAt(workspace: Workspace, uri: string, position: ElementAtParams['position']): ElementAtResult {
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
