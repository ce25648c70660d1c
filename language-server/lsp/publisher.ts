import type { Diagnostic } from 'vscode-languageserver';
import { INTERNAL_ERROR } from '../core/rules/frame/faults.ts';
import { syntaxError } from '../core/rules/syntax-error.ts';
import { shownFindings, toDiagnostics } from '../editor/diagnostics.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { type Mapped, mapAgain } from '../language/map-again.ts';
import { comparePositions, isBroken, type LocatedFinding, type WorkspaceFile } from '../language/workspace.ts';
import type { Server } from './context.ts';
import { keptDiagnostics } from './kept-diagnostics.ts';

/** What the client shows of a file: the diagnostics of each finding, and all together. */
interface Shown extends Mapped<LocatedFinding, readonly Diagnostic[]> {
  readonly diagnostics: readonly Diagnostic[];
  /** The file that they are of. */
  readonly file?: WorkspaceFile;
  /** Those of them that were said of a text that could be read. */
  readonly kept: readonly Diagnostic[];
  /** The version of the document that they were last sent for, where it is open. */
  readonly version?: number;
}

const NOTHING: Shown = { items: [], values: [], diagnostics: [], kept: [] };

/**
 * Sends the findings of files to the client, where they differ from what it shows: with the version of the text that
 * they are of. A client that heeds it drops what is of an older text than its own, so it is sent them for each version.
 */
export function createDiagnosticsPublisher({
  connection,
  workspaces,
  configuration,
  client,
}: Pick<Server, 'connection' | 'workspaces' | 'configuration' | 'client'>) {
  const shown = new Map<string, Shown>();
  let configured = configuration.current;
  return {
    publish(uris: Iterable<string>): void {
      const isConfiguredAnew = configured !== configuration.current;
      configured = configuration.current;
      for (const uri of uris) {
        if (uri.startsWith(`${LIBRARY_SCHEME}:`)) continue;
        const before = shown.get(uri) ?? NOTHING;
        const version = workspaces.versionOf(uri) ?? undefined;
        const isHeeded = client.capabilities.textDocument?.publishDiagnostics?.versionSupport === true;
        const items = shownFindings(workspaces.findingsOf(uri), configured.missingControlGroup);
        const values = mapAgain(isConfiguredAnew ? undefined : before, items, (finding) => {
          if (finding.rule === INTERNAL_ERROR) connection.console.error(`${uri}: ${finding.message}`);
          return toDiagnostics(finding, configured.missingControlGroup);
        });
        const file = workspaces.having(uri)?.files.get(uri);
        const fresh = values.flat();
        const kept = file && before.file && isBroken(file) ? keptDiagnostics(before.file, saidOf(before), file) : [];
        const diagnostics = kept.length > 0 ? inOrder([...fresh, ...without(kept, fresh)]) : fresh;
        if (diagnostics.length > 0 || version !== undefined) {
          shown.set(uri, { items, values, diagnostics, file, kept, version });
        } else shown.delete(uri);
        const isNew = isHeeded && before.version !== version;
        if (isNew || !isSame(before.diagnostics, diagnostics)) {
          void connection.sendDiagnostics({ uri, version, diagnostics });
        }
      }
    },
  };
}

/** What is shown of declarations that could be read, or is kept from when they could. */
const saidOf = ({ items, values, kept }: Shown): readonly Diagnostic[] => [
  // That a file says nothing is said of no declaration.
  ...items.flatMap(({ entry, rule }, i) => (entry.unit.broken || rule === syntaxError.code ? [] : values[i]!)),
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
