import type { Query } from '../engine/query.ts';
import { coveredBy, isOfBoundary } from './catalogs.ts';
import { type BlockContent, type ControlStatement, equalStatements, statementAbout } from './statements.ts';

/** Where a control's statement comes from. */
export interface Origin extends ControlStatement {
  /** The requirement whose exclusion covers this enhancement, when it has no statement of its own. */
  readonly through?: string;
}

/** What reaches a place. */
export interface Contents {
  /** Of the blocks that reach it, the nearest first. */
  readonly all: readonly BlockContent[];
  /** Without those of the zones around it: what counts for controls of its own boundary. */
  readonly ownAndCommon: readonly BlockContent[];
}

/**
 * What counts for a control: the nearest that is said of it, or, where that is nearer, the exclusion of the requirement
 * it enhances. In one block, what is said of the enhancement itself comes first.
 */
export function originOf(query: Query, { all, ownAndCommon }: Contents, control: string): Origin | undefined {
  let parent = coveredBy(query, control);
  for (const content of isOfBoundary(query, control) ? ownAndCommon : all) {
    const own = statementAbout(content, control);
    if (own) return own;
    const enhanced = parent === undefined ? undefined : statementAbout(content, parent);
    if (!enhanced) continue;
    if (equalStatements(enhanced).every(({ verb }) => verb === 'excludes')) return { ...enhanced, through: parent };
    parent = undefined;
  }
  return undefined;
}
