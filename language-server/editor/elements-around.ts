import type { ConduitRef, ZoneRef } from '../core/engine/element.ts';
import { keys } from '../core/engine/keys.ts';
import type { Query } from '../core/engine/query.ts';
import { reveal } from '../core/engine/reveal.ts';
import type { Block } from './blocks.ts';

/** The innermost zone and conduit around a place, as far as they are known, by the names of its blocks. */
export function elementsAround(
  query: Query,
  system: string,
  blocks: readonly Pick<Block, 'word' | 'name'>[],
): { readonly zone?: ZoneRef; readonly conduit?: ConduitRef } {
  const zonePath = blocks.filter(({ word }) => word === 'zone').map(({ name }) => name);
  const conduit = blocks.find(({ word }) => word === 'conduit');
  return {
    zone: zonePath.length > 0 ? elementAt(query, system, zonePath.join('.'), 'zone') : undefined,
    conduit: conduit && elementAt(query, system, [...zonePath, conduit.name].join('.'), 'conduit'),
  };
}

function elementAt<S extends 'zone' | 'conduit'>(query: Query, system: string, path: string, sort: S) {
  const found = query.all(keys.path(system, path)).find((candidate) => candidate.sort === sort);
  return found && { ...reveal(found), sort };
}
