import type { Server } from './context.ts';
import { createOpenFiles } from './open-files.ts';
import { type FolderChange, isModel, isRead, isUnderAny, type Root, rootOf, spelledIn } from './roots.ts';
import { type Content, type Identity, LEADS_OUT } from './runtime.ts';
import type { FileState } from './workspaces.ts';

/** Where something has happened. All are URIs as the client spells them. */
export interface Happened {
  readonly documents: readonly string[];
  readonly places: readonly string[];
  readonly folders: readonly FolderChange[];
}

/** Finds out how the files stand that something has happened to: by the editor where they are open, else by the disk. */
export interface FileStates {
  of(happened: Happened): Promise<FileState[]>;
  /** The URI by which a file is known that a client has spelled otherwise. */
  knownUri(uri: string): Promise<string>;
}

const ASTRAY: Content = { text: '', fault: LEADS_OUT };

/** A reading longer than this many milliseconds lets other events through. */
const SLICE = 50;

export function createFileStates({ client, documents, runtime, workspaces }: Server): FileStates {
  /** The folders as the client spells them: one may be there twice. */
  let folders: readonly string[] = [];
  /** Where links lead that are files of their own: what happens there happens to them. */
  const links = new Map<string, string>();
  /** Links to files that lie in no folder of the client's. */
  const astray = new Set<string>();
  const open = createOpenFiles(documents, async (uri) => idOf(await runtime.identify(uri)));

  /** A link is the file that it leads to where that is read by itself, so that no file is read twice. */
  const idOf = ({ place, target }: Identity): string =>
    target !== place && isModel(target) && isRead(workspaces.roots, target) ? target : place;

  // What is not saved yet has no file that could be gone.
  const isShown = (uri: string): boolean => client.shown?.has(uri) || !client.shown || uri.startsWith('untitled:');

  async function rootsAt(uris: readonly string[]): Promise<Root[]> {
    const roots = new Map<string, Root>();
    for (const uri of uris) {
      const id = (await runtime.identify(uri)).target.replace(/\/$/, '');
      if (!roots.has(id)) roots.set(id, { uri: uri.replace(/\/$/, ''), id });
    }
    return [...roots.values()];
  }

  /** Files that documents are or were. */
  async function seeDocuments(uris: Iterable<string>): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const uri of uris) {
      const id = await open.see(uri);
      if (id !== undefined) ids.add(id);
    }
    return ids;
  }

  /** The files on the disk in and under some places. */
  async function listed(places: ReadonlySet<string>): Promise<Set<string>> {
    for (const place of astray) if (isUnderAny(places, place)) astray.delete(place);
    const found = new Set<string>();
    const starts = [...startsOf(workspaces.roots, places)];
    for (const file of (await Promise.all(starts.map((start) => runtime.listFiles(start)))).flat()) {
      if (!isRead(workspaces.roots, file.place)) continue;
      if (file.target !== file.place) links.set(file.place, file.target);
      if (file.stamp === undefined) continue;
      found.add(idOf(file));
      if (file.target === file.place) continue;
      if (!rootOf(workspaces.roots, file.target)) astray.add(file.place);
    }
    return found;
  }

  async function read(ids: Iterable<string>): Promise<Map<string, Content>> {
    const contents = new Map<string, Content>();
    let since = Date.now();
    for (const id of ids) {
      const document = open.of(id);
      const content =
        document && isShown(document.uri) ? undefined : astray.has(id) ? ASTRAY : await runtime.readFile(id);
      if (content) contents.set(id, content);
      if (Date.now() - since <= SLICE) continue;
      await runtime.pause();
      since = Date.now();
    }
    return contents;
  }

  return {
    async of({ documents: uris, places: named, folders: changes }) {
      const ids = new Set<string>();
      const places = new Set<string>();
      let seen = uris;
      // Not one after the other: a burst of events names thousands.
      const found = await Promise.all(named.map((uri) => runtime.identify(uri)));
      for (const { place } of found) places.add(place.replace(/\/$/, ''));
      if (changes.length + named.length > 0) {
        // Where links lead follows from the disk, and which file a link is from the folders.
        folders = foldersAfter(folders, changes);
        const roots = await rootsAt(folders);
        if (changes.length > 0 || roots.map(({ id }) => id).join() !== workspaces.roots.map(({ id }) => id).join()) {
          workspaces.setRoots(roots);
          for (const { id } of workspaces.roots) places.add(id);
          for (const id of workspaces.files.keys()) ids.add(id);
        }
        for (const id of open.ids()) ids.add(id);
        seen = [...open.uris().filter((uri) => !uris.includes(uri)), ...uris];
        open.forget();
      }
      for (const [link, target] of links) if (isUnderAny(places, target)) places.add(link);
      for (const id of await seeDocuments(seen)) ids.add(id);
      // A file that was closed is the disk's again, if it is there.
      for (const id of ids) if (!open.of(id)) places.add(id);
      if (places.size > 0) for (const id of workspaces.files.keys()) if (isUnderAny(places, id)) ids.add(id);
      const onDisk = await listed(places);
      // Of a document that nobody sees it counts whether its file is there.
      const contents = await read(new Set([...onDisk, ...[...ids].filter((id) => open.of(id))]));
      // Nothing may come in between from here on: the editor's text counts as it is when it is read.
      return [...new Set([...ids, ...onDisk])].map((id): FileState => {
        const document = open.of(id);
        if (document && (isShown(document.uri) || contents.has(id))) return { id, ...document };
        const content = onDisk.has(id) ? contents.get(id) : undefined;
        return { id, uri: spelledIn(workspaces.roots, id), content };
      });
    },
    async knownUri(uri) {
      if (workspaces.having(uri)) return uri;
      const id = idOf(await runtime.identify(uri));
      return workspaces.files.get(id)?.uri ?? spelledIn(workspaces.roots, id);
    },
  };
}

/** Where to walk so that all that is read in and under some places is found once. */
function startsOf(roots: readonly Root[], places: ReadonlySet<string>): Set<string> {
  const starts = new Set<string>();
  for (const place of places) {
    const folder = place.slice(0, place.lastIndexOf('/'));
    if (!isUnderAny(places, folder) && isRead(roots, place)) starts.add(place);
  }
  // An open folder may lie under a place outside of all, or in a dot folder that no walk goes into.
  for (const { id } of roots) if (isUnderAny(places, id)) starts.add(id);
  return starts;
}

/** The URIs of the open folders after the client has opened and closed some. */
function foldersAfter(before: readonly string[], changes: readonly FolderChange[]): string[] {
  const folders = [...before];
  for (const { added, removed } of changes) {
    for (const uri of removed) if (folders.includes(uri)) folders.splice(folders.indexOf(uri), 1);
    folders.push(...added);
  }
  return folders;
}
