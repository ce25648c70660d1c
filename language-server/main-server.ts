import { keepCompiled, loadPrograms } from './main-loader.ts';

/** What `dist/server.cjs` is: the language server as the extension starts it. */
loadPrograms().runServer();
setTimeout(keepCompiled, 5000).unref();
