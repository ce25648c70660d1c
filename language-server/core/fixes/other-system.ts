import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Reference } from '../model/reference.ts';
import type { Fix } from './fix.ts';

/** The file as one of the other system, if it names none of its own; or the name with that of the system before it. */
export function otherSystemFixes(query: Query, entry: Entry, { text, at }: Reference, system: string): Fix[] {
  const others = [...(query.overview?.entries() ?? [])].filter(({ file }) => file === entry.file);
  const hasHeader = others.some(({ unit }) => unit.system !== undefined);
  const header: Fix = {
    title: `Begin the file with 'system ${system}'`,
    edits: [{ kind: 'begin-file', text: `system ${system}` }],
    preferred: true,
  };
  const path: Fix = {
    title: `Change to '${system}.${text}'`,
    edits: [{ kind: 'replace', at, text: `${system}.${text}` }],
    preferred: hasHeader,
  };
  return hasHeader ? [path] : [header, path];
}
