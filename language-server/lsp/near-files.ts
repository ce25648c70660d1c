import type { FolderEntry, NearFiles } from '../editor/feature.ts';
import type { Server } from './context.ts';
import { isRead, isWithin, rootOf, spelledIn } from './roots.ts';

/** More entries of one folder are not listed. */
const MOST_ENTRIES = 1000;

/** Finds what the texts of a model name by a path, which is relative to the file that it stands in. */
export function createNearFiles({ runtime, workspaces }: Pick<Server, 'runtime' | 'workspaces'>): NearFiles {
  /** The place that a path leads to with all links resolved; undefined outside of the folder that is open. */
  async function placeOf(uri: string, path: string): Promise<string | undefined> {
    const { place } = await runtime.identify(uri);
    const folder = place.slice(0, Math.max(0, place.lastIndexOf('/')));
    const found = await runtime.identifyBelow(folder, path);
    const root = rootOf(workspaces.roots, place)?.id ?? folder;
    return found !== undefined && isWithin(found, root) ? found : undefined;
  }

  return {
    async fileAt(uri, path) {
      const place = await placeOf(uri, path);
      return place !== undefined && (await runtime.isFile(place)) ? spelledIn(workspaces.roots, place) : undefined;
    },
    async entriesAt(uri, path) {
      const place = await placeOf(uri, path || '.');
      if (place === undefined || (rootOf(workspaces.roots, place) && !isRead(workspaces.roots, place))) return [];
      const entries = (await runtime.listEntries(place))
        .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, MOST_ENTRIES);
      const found = await Promise.all(
        entries.map(async ({ name, sort }): Promise<FolderEntry[]> => {
          if (sort !== 'link') return [{ name, isFolder: sort === 'folder' }];
          // One that leads out of the open folder is not there.
          const target = await placeOf(uri, path ? `${path}/${name}` : name);
          return target === undefined ? [] : [{ name, isFolder: !(await runtime.isFile(target)) }];
        }),
      );
      return found.flat().sort((a, b) => Number(b.isFolder) - Number(a.isFolder));
    },
  };
}
