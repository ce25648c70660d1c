import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';

/**
 * The programs of `dist/programs.cjs`, loaded through Node's compile cache, which must be on before the code is and
 * halves the start. Versions of Node without one load them all the same.
 */
export function loadPrograms(): typeof import('./main-programs.ts') {
  enableCompileCache?.();
  return createRequire(__filename)('./programs.cjs');
}

/** Writes the cache now, where it would otherwise be written when the process ends: an editor may end it by force. */
export const keepCompiled = (): void => flushCompileCache?.();
