import type { Terms } from '../engine/terms.ts';
import { allSaid, type BlockContent, type ControlStatement } from './statements.ts';

/** Two statements of equal standing about one control in one block, in the order of the text. */
export interface Clash<T extends Terms = Terms> {
  readonly first: T;
  readonly second: T;
  readonly control: string;
  /** True when they say the same, which is untidy but contradicts nothing. */
  readonly same: boolean;
}

/** Where it says two things of one control. */
export function clashesIn<T extends Terms>(content: BlockContent<T>): Clash<T>[] {
  return [...allSaid(content)].flatMap(([control, said]) => (said.others ? clashesAbout(control, said) : []));
}

/** Each later statement about a control with an earlier one: one that it contradicts, if it contradicts any. */
function clashesAbout<T extends Terms>(control: string, said: ControlStatement<T>): Clash<T>[] {
  const different = [said.statement];
  return (said.others ?? []).map((second) => {
    const opponent = different.find((first) => !saySame(first, second));
    if (different.every((first) => !saySame(first, second))) different.push(second);
    return { first: opponent ?? said.statement, second, control, same: opponent === undefined };
  });
}

/** The names of references in one text, the same whatever their order. */
export const names = (references: Terms['controls']) =>
  references
    .map(({ text }) => text)
    .sort()
    .join();

/**
 * Two statements say the same of a control when verb, date and means agree; that two assets implement it is no
 * contradiction, nor is the day until which a compensation holds.
 */
function saySame(a: Terms, b: Terms): boolean {
  if (a.verb !== b.verb || names(a.compensatedBy) !== names(b.compensatedBy)) return false;
  return a.verb === 'compensates' || a.until?.value === b.until?.value;
}
