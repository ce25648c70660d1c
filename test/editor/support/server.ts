import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCodeServer } from '../../../scripts/lib/code-server.mjs';
import { exitOnSignals, root } from '../../../scripts/lib/process.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the workbench, without a trailing slash. */
    workbench: string;
  }
}

/** Where screenshots and logs of a run are kept. */
export const artefacts = join(root, '.artefacts', 'editor');

/** The key that closes all editors without saving them, and all that lies over them. */
export const TIDY_KEY = 'Control+Alt+Shift+F9';

const keybindings = [
  {
    key: TIDY_KEY.replace('Control', 'Ctrl').toLowerCase(),
    command: 'runCommands',
    args: {
      commands: [
        'workbench.action.closeQuickOpen',
        'notifications.clearAll',
        'workbench.action.closePanel',
        ...Array<string>(4).fill('workbench.action.revertAndCloseActiveEditor'),
        'workbench.action.clearEditorHistoryWithoutConfirm',
        'workbench.view.explorer',
      ],
    },
  },
];

/**
 * Starts one VS Code server with the packaged extension for the whole run and tells the tests its address.
 * Ends it afterwards and keeps its logs.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const vsix = join(root, 'zones.vsix');
  if (!existsSync(vsix)) throw new Error('zones.vsix is missing: run `npm run package` first.');
  exitOnSignals();
  rmSync(artefacts, { recursive: true, force: true });
  const home = mkdtempSync(join(tmpdir(), 'zones-editor-'));
  const user = join(home, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'keybindings.json'), JSON.stringify(keybindings));
  const settings = { 'files.autoSave': 'off', 'window.titleBarStyle': 'native' };
  const server = await startCodeServer({ home, vsix, settings, vscodeOptions: ['enable-smoke-test-driver'] });
  project.provide('workbench', server.url);
  return async () => {
    await server.stop();
    cpSync(join(home, 'data', 'logs'), join(artefacts, 'logs'), { recursive: true });
    rmSync(home, { recursive: true, force: true });
  };
}
