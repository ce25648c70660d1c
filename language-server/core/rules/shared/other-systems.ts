import type { Entry } from '../../engine/entry.ts';
import { keys } from '../../engine/keys.ts';
import type { Query } from '../../engine/query.ts';
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
