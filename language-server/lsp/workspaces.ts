import type { Steps } from '../core/engine/store.ts';
import { systemNameOf } from '../core/text/names.ts';
import { createWorkspace, type FileChange, type Workspace } from '../language/workspace.ts';
import type { Runtime } from './runtime.ts';

type Read = (uri: string) => string | undefined | Promise<string | undefined>;

/** The folders that are open, each a workspace of its own; a file outside all of them belongs to its folder. */
export interface Workspaces {
  /** The workspace that a file belongs to; one is made for a file outside all folders. */
  of(uri: string): Workspace;
  /** Reads a folder; tells the files to show, to the end before anything else is asked. `read` gives the text of a file: the editor's, or the disk's. */
  addFolder(folder: string, read: Read): Promise<Steps<string>>;
  removeFolder(folder: string): Set<string>;
  /** Applies changes; tells file by file whose findings may be others now, to the end before anything else is asked. */
  update(changes: readonly FileChange[]): Steps<string>;
  setToday(today: string): Set<string>;
  allFiles(): Set<string>;
  filesUnder(uri: string): string[];
  all(): Workspace[];
}

/** A reading longer than this many milliseconds lets other events through. */
const SLICE = 50;

/** What workspaces need of the machine. */
type Files = Omit<Runtime, 'servePage'>;

/** The workspaces of all folders, each made when it is first asked for. */
export function createWorkspaces(runtime: Files): Workspaces {
  const folders = new Map<string, Workspace>();

  const create = (folder: string): Workspace => {
    const workspace = createWorkspace({ defaultSystem: systemNameOf(folder), today: runtime.today() });
    folders.set(folder, workspace);
    return workspace;
  };

  /** The innermost open folder around a file. */
  function of(uri: string): Workspace {
    let best: string | undefined;
    for (const folder of folders.keys()) {
      if (uri.startsWith(`${folder}/`) && (best === undefined || folder.length > best.length)) best = folder;
    }
    if (best !== undefined) return folders.get(best)!;
    // A file that is not saved yet has no folder: all of them share one without a name.
    const parent = uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
    return folders.get(parent) ?? create(parent);
  }

  return {
    of,
    all: () => [...folders.values()],
    async addFolder(folder, read) {
      const root = folder.replace(/\/$/, '');
      const workspace = folders.get(root) ?? create(root);
      return workspace.updating(await filesIn(root, runtime, read));
    },
    removeFolder(folder) {
      const root = folder.replace(/\/$/, '');
      const workspace = folders.get(root);
      folders.delete(root);
      return new Set(workspace?.files.keys());
    },
    *update(changes) {
      const byWorkspace = new Map<Workspace, FileChange[]>();
      for (const change of changes) {
        const workspace = of(change.uri);
        byWorkspace.set(workspace, [...(byWorkspace.get(workspace) ?? []), change]);
      }
      for (const [workspace, own] of byWorkspace) yield* workspace.updating(own);
    },
    setToday(today) {
      const touched = new Set<string>();
      for (const workspace of folders.values()) for (const uri of workspace.setToday(today)) touched.add(uri);
      return touched;
    },
    allFiles: () => new Set([...folders.values()].flatMap(({ files }) => [...files.keys()])),
    filesUnder: (uri) =>
      [...folders.values()].flatMap(({ files }) =>
        [...files.keys()].filter((file) => file === uri || file.startsWith(`${uri}/`)),
      ),
  };
}

/** The files of a folder with their texts. */
async function filesIn(folder: string, { listFiles, pause }: Files, read: Read): Promise<FileChange[]> {
  const found: FileChange[] = [];
  let since = Date.now();
  for (const uri of await listFiles(folder)) {
    const text = await read(uri);
    if (text !== undefined) found.push({ uri, text });
    if (Date.now() - since > SLICE) {
      await pause();
      since = Date.now();
    }
  }
  return found;
}
