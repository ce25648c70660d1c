import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Configuration } from '../editor/configuration.ts';
import { shownFindings, toDiagnostics } from '../editor/diagnostics.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { type Mapped, mapAgain } from '../language/map-again.ts';
import type { LocatedFinding } from '../language/workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** What the client shows of a file: the diagnostics of each finding, and all together. */
interface Shown extends Mapped<LocatedFinding, readonly Diagnostic[]> {
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: Shown = { items: [], values: [], diagnostics: [] };

/** Sends the findings of files to the client, where they differ from what it shows. */
export function createDiagnosticsPublisher(
  connection: Connection,
  workspaces: Workspaces,
  configuration: { current: Configuration },
) {
  const shown = new Map<string, Shown>();
  let configured = configuration.current;
  return {
    publish(uris: Iterable<string>): void {
      const isConfiguredAnew = configured !== configuration.current;
      configured = configuration.current;
      for (const uri of uris) {
        if (uri.startsWith(`${LIBRARY_SCHEME}:`)) continue;
        const before = shown.get(uri) ?? NOTHING;
        const items = shownFindings(workspaces.findingsOf(uri), configured.missingControlGroup);
        const values = mapAgain(isConfiguredAnew ? undefined : before, items, (finding) =>
          toDiagnostics(finding, configured.missingControlGroup),
        );
        const diagnostics = values.flat();
        if (diagnostics.length > 0) shown.set(uri, { items, values, diagnostics });
        else shown.delete(uri);
        if (!isSame(before.diagnostics, diagnostics)) void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
  };
}

/** True for plain data that would be sent alike. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const others = b as Readonly<Record<string, unknown>>;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame((a as Readonly<Record<string, unknown>>)[name], others[name]))
  );
}
