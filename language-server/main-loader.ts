import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';

/**
 * What `dist/server.cjs` is: it loads the server (`main-node.ts`) through Node's compile cache, which must be on before
 * the code is loaded and halves the start. Versions of Node without one load it all the same.
 */
enableCompileCache?.();
createRequire(__filename)('./server-main.cjs');

/** The cache is written when the process ends, or now: an editor may end it by force. */
setTimeout(() => flushCompileCache?.(), 5000).unref();
