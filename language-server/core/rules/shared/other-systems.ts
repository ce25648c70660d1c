import type { Entry } from '../../engine/entry.ts';
import { keys } from '../../engine/keys.ts';
import type { Query } from '../../engine/query.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { Reference, Sort } from '../../model/reference.ts';

/** The references that may lead through a zone. */
const THROUGH_ZONES: ReadonlySet<Sort> = new Set<Sort>(['zone', 'asset', 'side', 'scope']);

/** The other system whose zone a reference names, the first of them by name: its file may have lost its header. */
export function otherSystemOf(query: Query, entry: Entry, { sort, text }: Reference): string | undefined {
  if (!THROUGH_ZONES.has(sort)) return undefined;
  const [zone = ''] = text.split('.');
  const systems = query.all(keys.zonesNamed(zone)).map(({ value }) => value);
  return systems.filter((system) => system !== entry.system).sort()[0];
}

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
