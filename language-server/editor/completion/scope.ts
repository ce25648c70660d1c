import { systemModel } from '../../core/analysis/settings.ts';
import type { ConduitRef, Entry, ZoneRef } from '../../core/engine/entry.ts';
import { keys } from '../../core/engine/keys.ts';
import type { Query } from '../../core/engine/query.ts';
import { reveal } from '../../core/engine/reveal.ts';
import type { Workspace, WorkspaceFile } from '../../language/workspace.ts';
import type { Block } from '../blocks.ts';
import type { CompletionContext } from './surroundings.ts';

/** Where in the model the cursor stands. */
export interface Scope {
  readonly workspace: Workspace;
  readonly query: Query;
  readonly system: string;
  readonly modelName: string;
  /** The innermost zone and conduit around the cursor, as far as they are known. */
  readonly zone?: ZoneRef;
  readonly conduit?: ConduitRef;
  /** The unit at the cursor. */
  readonly entry?: Entry;
  /** True when the file has its `system` header already. */
  readonly hasHeader: boolean;
  /** True before the first declaration of the file. */
  readonly isTop: boolean;
}

/** Finds the elements around the cursor by their names: the text may be broken just now, the model knows them from before. */
export function scopeOf(
  workspace: Workspace,
  file: WorkspaceFile,
  entry: Entry | undefined,
  offset: number,
  { blocks, typed }: CompletionContext,
): Scope {
  const query = workspace.store.query();
  const { system } = file;
  return {
    workspace,
    query,
    system,
    modelName: systemModel(query, system).name,
    ...elementsAround(query, system, blocks),
    entry,
    hasHeader: file.entries.some(({ unit }) => Boolean(unit.system?.name.value)),
    isTop: /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*$/.test(file.source.text.slice(0, offset - typed.length)),
  };
}

/** The innermost zone and conduit around a place, as far as they are known, by the names of its blocks. */
export function elementsAround(
  query: Query,
  system: string,
  blocks: readonly Pick<Block, 'word' | 'name'>[],
): Pick<Scope, 'zone' | 'conduit'> {
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
