import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, privateFolder } from './private-folder.ts';

/**
 * The programs of `dist/programs.cjs`, loaded through Node's compile cache, which must be on before the code is and
 * halves the start. What is in the cache is run: it lies where nobody else can write, or there is none. Versions of
 * Node without one load the programs all the same.
 */
export function loadPrograms(): typeof import('./main-programs.ts') {
  const folder = cacheFolder(process.platform, process.env);
  const cache = folder && privateFolder(join(folder, 'iec62443-zones'));
  if (cache) enableCompileCache?.(cache);
  return createRequire(__filename)('./programs.cjs');
}

/** Writes the cache now, where it would otherwise be written when the process ends: an editor may end it by force. */
export const keepCompiled = (): void => flushCompileCache?.();
