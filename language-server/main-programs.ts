/** Both programs in one bundle, as most of their code is the same; each is loaded when it is asked for. */
export const runServer = () => import('./main-node.ts');
export const runCommandLine = () => import('./cli/main.ts');
