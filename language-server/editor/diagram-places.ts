import { accessPointId, accessPointOf } from '../core/diagram/model/diagram-model.ts';
import { namePlaceOf } from '../core/engine/handle.ts';
import { elementAtPath } from '../core/engine/resolve.ts';
import { accessPointsIn } from '../core/model/access-point.ts';
import type { Place } from '../core/model/reference.ts';
import { elementNamed } from '../core/plant/index.ts';
import type { Workspace } from '../language/workspace.ts';
import type { ElementAtParams, ElementAtResult, LocateResult } from '../protocol.ts';
import { entryAt, offsetAt } from './cursor.ts';

/** Where the name of an element of a picture is declared; null where nothing has its path. */
export function locate(workspace: Workspace, system: string, path: string): LocateResult {
  const query = workspace.store.query();
  const point = accessPointOf(path);
  if (point) return locateAccessPoint(workspace, system, point.home, point.name);
  const own = elementAtPath(query, system, path, ['zone', 'asset', 'conduit']);
  // A zone of another system, which a conduit reaches, has that system's name before its path.
  const dot = path.indexOf('.');
  const element = own ?? elementAtPath(query, path.slice(0, dot), path.slice(dot + 1), ['zone']);
  return element ? workspace.locationOf(element.entry, namePlaceOf(element)) : null;
}

function locateAccessPoint(workspace: Workspace, system: string, home: string, name: string): LocateResult {
  const query = workspace.store.query();
  const element = elementNamed(query, system, home, 'zone') ?? elementNamed(query, system, home, 'conduit');
  const point = element?.accessPoints.find(({ declared }) => declared.name.value === name);
  return point ? workspace.locationOf(point.entry, point.declared.name.at) : null;
}

/** The innermost zone, asset, conduit or access point around a position; null outside of all. */
export function elementAt(workspace: Workspace, uri: string, position: ElementAtParams['position']): ElementAtResult {
  const file = workspace.files.get(uri);
  const found = file && entryAt(file, offsetAt(file, position));
  if (!found) return null;
  const { entry, inner } = found;
  const { spans } = file.source.units[entry.position]!.source;
  let best: string | undefined;
  let size = Number.POSITIVE_INFINITY;
  const consider = (at: Place, id: () => string): void => {
    const [start, end] = [spans[2 * at]!, spans[2 * at + 1]!];
    if (inner < start || inner > end || end - start >= size) return;
    best = id();
    size = end - start;
  };
  for (const sort of ['zone', 'asset', 'conduit'] as const)
    for (const { at, path } of entry.unit[`${sort}s`]) consider(at, () => path);
  for (const { sort, index, point } of accessPointsIn(entry.unit))
    consider(point.at, () => accessPointId(entry.unit[`${sort}s`][index]!.path, point.name.value));
  return best === undefined ? null : { system: entry.system, element: best };
}
