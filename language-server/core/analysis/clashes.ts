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

const laterIn = new WeakMap<BlockContent, ReadonlyMap<Terms, ReadonlySet<string>>>();

/** True for a statement that repeats or contradicts one before it about a control. Each statement of a block may be asked about. */
export function isLaterIn(content: BlockContent, statement: Terms, control: string): boolean {
  const known = laterIn.get(content);
  if (known) return known.get(statement)?.has(control) ?? false;
  const later = new Map<Terms, Set<string>>();
  for (const { second, control } of clashesIn(content)) {
    const controls = later.get(second);
    if (controls) controls.add(control);
    else later.set(second, new Set([control]));
  }
  laterIn.set(content, later);
  return isLaterIn(content, statement, control);
}

/** Each later statement about a control with an earlier one: one that it contradicts, if it contradicts any. */
function clashesAbout<T extends Terms>(control: string, said: ControlStatement<T>): Clash<T>[] {
  const first = said.statement;
  const what = meaningOf(first);
  /** The first that says something else than the very first. */
  let other: T | undefined;
  return (said.others ?? []).map((second) => {
    const isOther = meaningOf(second) !== what;
    const opponent = isOther ? first : other;
    if (isOther) other ??= second;
    return { first: opponent ?? first, second, control, same: opponent === undefined };
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
const meaningOf = ({ verb, until, compensatedBy }: Terms): string =>
  verb === 'compensates' ? `${verb} ${names(compensatedBy)}` : `${verb} ${until?.value ?? ''}`;
