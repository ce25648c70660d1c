import { parentOf } from '../model/control.ts';
import { type BlockContent, type ControlStatement, equalStatements, statementAbout } from './statements.ts';

/** Where a control's statement comes from. */
export interface Origin extends ControlStatement {
  /** The requirement whose exclusion covers this enhancement, when it has no statement of its own. */
  readonly through?: string;
}

/**
 * What counts for a control: the nearest that is said of it, or, where that is nearer, the exclusion of the requirement
 * it enhances. In one block, what is said of the enhancement itself comes first.
 * @param contents of the blocks that reach the place, the nearest first
 */
export function originOf(contents: readonly BlockContent[], control: string): Origin | undefined {
  let parent = parentOf(control);
  for (const content of contents) {
    const own = statementAbout(content, control);
    if (own) return own;
    const enhanced = parent === undefined ? undefined : statementAbout(content, parent);
    if (!enhanced) continue;
    if (equalStatements(enhanced).every(({ verb }) => verb === 'excludes')) return { ...enhanced, through: parent };
    parent = undefined;
  }
  return undefined;
}
