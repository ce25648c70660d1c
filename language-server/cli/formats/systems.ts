import { type Achievement, FRS } from '../../core/model/levels.ts';
import { printableLine } from '../../core/text/visible.ts';
import type { Paint } from '../terminal.ts';

/** Stands for what there is none of. */
export const NONE = '-';

/** `2 2 n/a 1 0 1 2`, in the order of the FRs. */
export const vector = (levels: Achievement | null): string => levels?.map((level) => level ?? 'n/a').join(' ') ?? NONE;

interface Titled {
  readonly name: string;
  readonly title: string | null;
}

/** For people: each system under its name and title, and the order of the vectors' FRs below; nothing for no systems. */
export function systemsText<System extends Titled>(
  systems: readonly System[],
  paint: Paint,
  linesOf: (system: System) => readonly string[],
): string {
  if (systems.length === 0) return '';
  const order = paint('dim', `SL vectors in the order ${FRS.join(' ')}; ${NONE} where there is none.`);
  const written = systems.map((system) => {
    const { name, title } = system;
    const head = paint('bold', printableLine(title === null ? name : `${name}  ${title}`));
    return [head, ...linesOf(system), ''].join('\n');
  });
  return `${written.join('\n')}\n${order}\n`;
}
