import { loadPrograms } from './main-loader.ts';

/** What `dist/cli.cjs` is, and `zones` as npm installs it. */
void loadPrograms().runCommandLine();
