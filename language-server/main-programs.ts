/**
 * Both programs in one bundle, as most of their code is the same. Neither does anything before it is called, and both
 * are imported here as they are: a bundle of modules that are loaded on demand starts half as slowly again.
 */
export { runCommandLine } from './cli/main.ts';
export { runServer } from './main-node.ts';
