import { FRS, type Fr, type SlVector } from '../../model/levels.ts';
import { listAnd } from '../../text/words.ts';

/** The FRs in which some levels are below others. */
export const below = (levels: SlVector, others: SlVector): Fr[] => FRS.filter((_, fr) => levels[fr]! < others[fr]!);

/**
 * FRs with what is said of each, told together where it is the same: `IAC and UC (SL-C 1, SL-T 2) and RA (…)`.
 * @param say by the index of the FR
 */
export function listFrs(frs: readonly Fr[], say: (fr: number) => string): string {
  const sayOf = (fr: Fr) => say(FRS.indexOf(fr));
  const said = [...new Set(frs.map(sayOf))];
  return listAnd(said.map((text) => `${listAnd(frs.filter((fr) => sayOf(fr) === text))} (${text})`));
}
