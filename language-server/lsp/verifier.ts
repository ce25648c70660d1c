import type { Connection } from 'vscode-languageserver';
import { staleLines } from '../core/rules/frame/stale.ts';
import type { Workspaces } from './workspaces.ts';

/**
 * For who works on Zones itself: with the initialization option `verify: true`, works everything out again and logs what
 * is not up to date, as the fault of a rule. No manifest lists it, and users are shown nothing.
 */
export function verifier(options: unknown, connection: Connection, workspaces: Workspaces): () => void {
  if ((options as { verify?: unknown } | undefined)?.verify !== true) return () => {};
  return () => {
    for (const stale of workspaces.all().flatMap((workspace) => workspace.verify())) {
      connection.console.error(`Out of date: ${staleLines(stale).join('\n')}`);
    }
  };
}
