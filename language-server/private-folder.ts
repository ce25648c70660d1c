import { existsSync, lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** The folder of this user for what programs may throw away, as the machine has it; undefined where none is told. */
export function cacheFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string | undefined {
  const { HOME = '', XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = environment;
  if (platform === 'win32') return LOCALAPPDATA || undefined;
  if (platform !== 'darwin' && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  return isAbsolute(HOME) ? join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache') : undefined;
}

/**
 * A folder that nobody else can read, write or put another in the place of, made where there is none; without links in
 * its path. Undefined where it is not so, or cannot be made.
 * @param user the id of who runs this; undefined on Windows, where the profile's folders are for its user
 */
export function privateFolder(path: string, user: number | undefined = process.getuid?.()): string | undefined {
  try {
    let above = dirname(path);
    while (!existsSync(above)) above = dirname(above);
    for (let folder = realpathSync(above); ; folder = dirname(folder)) {
      if (user !== undefined && !isOutOfReach(lstatSync(folder), user)) return undefined;
      if (folder === dirname(folder)) break;
    }
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const found = lstatSync(path);
    const isPrivate = user === undefined || (found.uid === user && (found.mode & 0o077) === 0);
    return found.isDirectory() && isPrivate ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** True for a folder in which nobody but its user and root can exchange what belongs to this user. */
function isOutOfReach({ uid, mode }: Stats, user: number): boolean {
  const isSticky = (mode & 0o1000) !== 0;
  return (uid === user || uid === 0) && ((mode & 0o022) === 0 || isSticky);
}
