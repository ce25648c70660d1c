import type { Severities } from '../core/engine/query.ts';
import type { Steps } from '../core/engine/store.ts';
import { systemNameOf } from '../core/text/names.ts';
import { createWorkspace, type FileChange, type LocatedFinding, type Workspace } from '../language/workspace.ts';
import { type Root, rootOf } from './roots.ts';
import type { Content, Runtime } from './runtime.ts';

/** What a file is: what is known of it otherwise is out of date. */
export interface FileState {
  /** The file on the disk, as `Runtime.identify` spells it. */
  readonly id: string;
  /** The URI that the client knows it by. */
  readonly uri: string;
  /** Undefined for a file that counts no more. */
  readonly content: Content | undefined;
}

/** The folders that are open, each a workspace of its own; a file outside all of them belongs to its folder. */
export interface Workspaces {
  /** The open folders. */
  readonly roots: readonly Root[];
  /** The files that are known, by their ids. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** The workspace of a known file. */
  having(uri: string): Workspace | undefined;
  /** The version of the open document whose text was read of a file; null of one that is not open. */
  versionOf(uri: string): number | null;
  /** The workspace that a file belongs to, by its id; an empty one for what lies outside of all that is known. */
  around(id: string): Workspace;
  findingsOf(uri: string): LocatedFinding[];
  /** Opens and closes folders, each there once. Files that belong elsewhere from now on are moved by the next `update`, which is to have all of them. */
  setRoots(roots: readonly Root[]): void;
  /** Brings files up to date; tells file by file whose findings may be others now, to the end before anything else is asked. */
  update(states: readonly FileState[]): Steps<string>;
  setToday(today: string): Set<string>;
  /** Sets what the user wants of rules; answers the files whose findings may be others now. */
  setSeverities(severities: Severities): Set<string>;
  /** The URIs of all files. */
  allFiles(): Set<string>;
  all(): Workspace[];
}

interface KnownFile {
  readonly uri: string;
  readonly workspace: Workspace;
  /** The version of the open document whose text was read. */
  readonly version?: number;
}

interface OpenRoot extends Root {
  readonly workspace: Workspace;
}

/** Workspaces of folders, and of files outside of them. */
export function createWorkspaces({ today }: Pick<Runtime, 'today'>): Workspaces {
  let roots: readonly OpenRoot[] = [];
  /** By the folder of the files. */
  const loose = new Map<string, Workspace>();
  let severities: Severities = new Map();
  const files = new Map<string, KnownFile>();
  const byUri = new Map<string, KnownFile>();
  /** What is asked about a file that nobody has opened is asked of this. */
  let empty: Workspace | undefined;

  const create = (folder: string): Workspace =>
    createWorkspace({ defaultSystem: systemNameOf(folder), today: today(), severities });

  const all = (): Workspace[] => [...roots.map(({ workspace }) => workspace), ...loose.values()];

  // A file that is not saved yet has no folder: all of them share one without a name.
  const folderOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

  const known = (id: string): Workspace | undefined => rootOf(roots, id)?.workspace ?? loose.get(folderOf(id));

  /** The workspace for a file that comes into it. */
  function home(id: string): Workspace {
    const workspace = known(id) ?? create(folderOf(id));
    if (!rootOf(roots, id)) loose.set(folderOf(id), workspace);
    return workspace;
  }

  /** Forgets a file that is not, or not known by that URI, or not in that workspace any more. */
  function leave({ id, uri, content }: FileState): [Workspace, FileChange] | undefined {
    const file = files.get(id);
    if (!file || (content && file.uri === uri && file.workspace === known(id))) return undefined;
    files.delete(id);
    byUri.delete(file.uri);
    return [file.workspace, { uri: file.uri }];
  }

  function enter({ id, uri, content }: FileState): [Workspace, FileChange] | undefined {
    if (!content) return undefined;
    const workspace = home(id);
    const { version, ...said } = content;
    const file = { uri, workspace, version };
    files.set(id, file);
    byUri.set(uri, file);
    return isAsRead(workspace, uri, content) ? undefined : [workspace, { uri, ...said }];
  }

  return {
    get roots() {
      return roots;
    },
    files,
    all,
    around(id) {
      empty ??= create('');
      return known(id) ?? empty;
    },
    having: (uri) => byUri.get(uri)?.workspace,
    versionOf: (uri) => byUri.get(uri)?.version ?? null,
    findingsOf: (uri) => byUri.get(uri)?.workspace.findingsOf(uri) ?? [],
    setRoots(wanted) {
      roots = wanted.map((root) => {
        const same = roots.find(({ id, uri }) => id === root.id && uri === root.uri);
        return same ?? { ...root, workspace: create(root.uri) };
      });
    },
    *update(states) {
      const changes = new Map<Workspace, FileChange[]>();
      // All leave before one enters: a URI may be that of another file from now on.
      for (const step of [leave, enter]) {
        for (const state of states) {
          const [workspace, change] = step(state) ?? [];
          if (!workspace || !change) continue;
          const own = changes.get(workspace);
          if (own) own.push(change);
          else changes.set(workspace, [change]);
        }
      }
      if (loose.size > 0) {
        const used = new Set([...files.values()].map(({ workspace }) => workspace));
        for (const [folder, workspace] of loose) if (!used.has(workspace)) loose.delete(folder);
      }
      const open = new Set(all());
      for (const [workspace, own] of changes) {
        if (open.has(workspace)) yield* workspace.updating(own);
        else yield new Set(own.map(({ uri }) => uri));
      }
      // A text that is as it was read may be another version: what is shown of it is to say so.
      const read = new Set([...changes.values()].flatMap((own) => own.map(({ uri }) => uri)));
      yield new Set(
        states.flatMap(({ uri, content }) => (content?.version === undefined || read.has(uri) ? [] : [uri])),
      );
    },
    setToday(day) {
      if (empty?.store.query().today !== day) empty = undefined;
      const touched = new Set<string>();
      for (const workspace of all()) for (const uri of workspace.setToday(day)) touched.add(uri);
      return touched;
    },
    setSeverities(wanted) {
      severities = wanted;
      empty = undefined;
      return new Set(all().flatMap((workspace) => [...workspace.setSeverities(wanted)]));
    },
    allFiles: () => new Set(byUri.keys()),
  };
}

/** True where a workspace has read a text already. */
function isAsRead(workspace: Workspace, uri: string, { text, fault }: Content): boolean {
  const file = workspace.files.get(uri);
  return file !== undefined && fault === undefined && file.source.fault === undefined && file.source.text === text;
}
