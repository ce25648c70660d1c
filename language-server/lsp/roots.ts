/** A folder that the editor has open. */
export interface Root {
  /** As the client spells it, without a slash at its end. */
  readonly uri: string;
  /** The folder on the disk. */
  readonly id: string;
}

/** URIs of folders, as the client spells them. */
export interface FolderChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** True for a folder and what is in it. */
export const isWithin = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

/** The innermost folder around a file, or that is it. */
export function rootOf<Some extends Root>(roots: readonly Some[], file: string): Some | undefined {
  let best: Some | undefined;
  for (const root of roots) if (isWithin(file, root.id) && !(best && best.id.length >= root.id.length)) best = root;
  return best;
}

/** True for a folder or file that is read when it is there: it lies in an open folder, and not in one that is passed by. */
export function isRead(roots: readonly Root[], place: string): boolean {
  const root = rootOf(roots, place);
  if (!root) return false;
  const below = place.slice(root.id.length).split('/').slice(1);
  return below.every((name) => !name.startsWith('.') && name !== 'node_modules');
}

/** True for what is called as a model's file is, also where a disk or a person has it in capitals. */
export const isModel = (uri: string): boolean => /\.zones$/i.test(uri);

/** A file as the client would spell it, by the folder that it lies in. */
export function spelledIn(roots: readonly Root[], file: string): string {
  const root = rootOf(roots, file);
  return root ? root.uri + file.slice(root.id.length) : file;
}

/** True where a file or a folder around it is one of some places. */
export function isUnderAny(places: ReadonlySet<string>, file: string): boolean {
  for (let at = file.length; at > 0; at = file.lastIndexOf('/', at - 1)) if (places.has(file.slice(0, at))) return true;
  return false;
}
