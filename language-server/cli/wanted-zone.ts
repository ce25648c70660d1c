import { closest } from '../core/text/closest.ts';
import { listAnd } from '../core/text/words.ts';
import { Failure } from './failure.ts';

/**
 * The path of the wanted zone; what is last in it will do where only one zone has it.
 * @param paths the zones of the system
 * @throws Failure where there is none, or several
 */
export function wantedZone(paths: readonly string[], system: string, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const found = paths.includes(wanted) ? [wanted] : paths.filter((path) => path.endsWith(`.${wanted}`));
  if (found.length > 1) {
    throw new Failure(`Several zones are named '${wanted}': ${listAnd(found)}. Give the path of one.`);
  }
  if (found[0] !== undefined) return found[0];
  const near = closest(wanted, paths);
  throw new Failure(
    `There is no zone '${wanted}' in '${system}'${near ? `; did you mean '${near}'?` : '.'} ` +
      (paths.length > 0 ? `Give the path of a zone, such as ${paths.at(-1)}.` : 'It has no zones yet.'),
  );
}
