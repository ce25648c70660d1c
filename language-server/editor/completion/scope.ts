import { systemModel } from '../../core/analysis/settings.ts';
import type { ConduitRef, ZoneRef } from '../../core/engine/element.ts';
import type { Entry } from '../../core/engine/entry.ts';
import type { Query } from '../../core/engine/query.ts';
import { behindComments } from '../../language/syntax/white-space.ts';
import type { Workspace, WorkspaceFile } from '../../language/workspace.ts';
import { elementsAround } from '../elements-around.ts';
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
    isTop: behindComments(file.source.text) >= offset - typed.length,
  };
}
