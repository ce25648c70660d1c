import { clashesIn } from '../../analysis/clashes.ts';
import { readBlock } from '../../analysis/statements.ts';
import type { Fix } from '../../fixes/fix.ts';
import { removeControls } from '../../fixes/remove-controls.ts';
import type { Statement } from '../../model/statement.ts';
import { listAnd } from '../../text/words.ts';
import type { RuleContext, Subject } from '../frame/rule.ts';
import { assetBlocksOf, blocksOf } from './statement-blocks.ts';

/** Two statements of a block that speak of the same controls. */
export interface StatementClash {
  readonly first: Statement;
  readonly second: Statement;
  readonly controls: readonly string[];
  readonly same: boolean;
  readonly subject: Subject;
}

/** One clash per pair of statements, with all controls they clash about. */
export function clashesOf(context: RuleContext): StatementClash[] {
  return [...blocksOf(context), ...assetBlocksOf(context)].flatMap(({ block, subject }) => {
    const pairs = new Map<string, StatementClash & { controls: string[] }>();
    for (const { first, second, control, same } of clashesIn(readBlock(context.query, block))) {
      const key = `${first.at} ${second.at}`;
      const pair = pairs.get(key);
      if (pair) pair.controls.push(control);
      else pairs.set(key, { first, second, controls: [control], same, subject });
    }
    return [...pairs.values()];
  });
}

/** Takes what clashes out of a statement: the controls where it names them itself, or else the whole statement. */
export function removal(statement: Statement, controls: readonly string[], which: string): Fix {
  const named = statement.controls.filter(({ text }) => controls.includes(text));
  const what = `${which} '${statement.verb}'`;
  return { ...removeControls(statement, named, what), title: `Remove ${listAnd(controls)} from ${what}` };
}
