import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Configuration } from '../editor/configuration.ts';
import { shownFindings, toDiagnostics } from '../editor/diagnostics.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { type Mapped, mapAgain } from '../language/map-again.ts';
import { comparePositions, isBroken, type LocatedFinding, type WorkspaceFile } from '../language/workspace.ts';
import { keptDiagnostics } from './kept-diagnostics.ts';
import type { Workspaces } from './workspaces.ts';

/** What the client shows of a file: the diagnostics of each finding, and all together. */
interface Shown extends Mapped<LocatedFinding, readonly Diagnostic[]> {
  readonly diagnostics: readonly Diagnostic[];
  /** The file that they are of. */
  readonly file?: WorkspaceFile;
  /** Those of them that were said of a text that could be read. */
  readonly kept: readonly Diagnostic[];
}

const NOTHING: Shown = { items: [], values: [], diagnostics: [], kept: [] };

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
        const file = workspaces.having(uri)?.files.get(uri);
        const fresh = values.flat();
        const kept = file && before.file && isBroken(file) ? keptDiagnostics(before.file, saidOf(before), file) : [];
        const diagnostics = kept.length > 0 ? inOrder([...fresh, ...without(kept, fresh)]) : fresh;
        if (diagnostics.length > 0) shown.set(uri, { items, values, diagnostics, file, kept });
        else shown.delete(uri);
        if (!isSame(before.diagnostics, diagnostics)) void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
  };
}

/** What is shown of declarations that could be read, or is kept from when they could. */
const saidOf = ({ items, values, kept }: Shown): readonly Diagnostic[] => [
  ...items.flatMap(({ entry }, i) => (entry.unit.broken ? [] : values[i]!)),
  ...kept,
];

/** Diagnostics but for those that are said anew. */
function without(kept: readonly Diagnostic[], fresh: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, range: { start } }: Diagnostic) => `${code} ${start.line} ${start.character}`;
  const said = new Set(fresh.map(keyOf));
  return kept.filter((diagnostic) => !said.has(keyOf(diagnostic)));
}

const inOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort((a, b) => comparePositions(a.range.start, b.range.start));

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
