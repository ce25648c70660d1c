import type { ElementRef } from '../core/engine/element.ts';
import { namePlaceOf, pathOf } from '../core/engine/handle.ts';
import { elementAtPath } from '../core/engine/resolve.ts';
import type { Workspace } from '../language/workspace.ts';
import type { ElementAtParams, ElementAtResult, LocateResult } from '../protocol.ts';
import { entryAt, offsetAt } from './cursor.ts';

/** Where the name of an element of a picture is declared; null where nothing has its path. */
export function locate(workspace: Workspace, system: string, path: string): LocateResult {
  const query = workspace.store.query();
  const own = elementAtPath(query, system, path, ['zone', 'asset', 'conduit']);
  // A zone of another system, which a conduit reaches, has that system's name before its path.
  const dot = path.indexOf('.');
  const element = own ?? elementAtPath(query, path.slice(0, dot), path.slice(dot + 1), ['zone']);
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
