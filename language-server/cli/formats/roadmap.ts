import { FRS } from '../../core/model/levels.ts';
import type { Ending, Stand, Step, SystemRoadmap } from '../../core/report/roadmap.ts';
import { abridge } from '../../core/text/words.ts';
import { type Paint, printableLine } from '../terminal.ts';
import { NONE, vector } from './posture.ts';
import { table } from './table.ts';

/** More controls than these are told by their number. */
const MOST_CONTROLS = 6;

/** For people: for each system its days, with what becomes due and ends, and how zones and conduits stand from then on. */
export function roadmapTable(systems: readonly SystemRoadmap[], paint: Paint): string {
  const order = paint('dim', `SL vectors in the order ${FRS.join(' ')}; ${NONE} where there is none.`);
  const written = systems.map(({ name, title, steps }) => {
    const head = paint('bold', title === null ? name : `${name}  ${printableLine(title)}`);
    return [head, ...steps.flatMap((step, i) => ['', ...stepLines(step, i === 0, paint)]), ''].join('\n');
  });
  return systems.length > 0 ? `${written.join('\n')}\n${order}\n` : '';
}

function stepLines({ date, due, ending, zones, conduits }: Step, isFirst: boolean, paint: Paint): string[] {
  const stands = [...zones, ...conduits].filter(({ slA }) => slA !== null);
  return [
    paint('bold', isFirst ? `${date}, today` : date),
    ...due.map(
      ({ zone, controls, text }) => `  due in ${placeOf(zone)}: ${list(controls)}${text && `, ${printableLine(text)}`}`,
    ),
    ...ending.map((each) => `  ended in ${placeOf(each.zone)}: ${endingOf(each)}`),
    ...(stands.length > 0 ? rows(stands) : ['  nothing stands otherwise']),
  ];
}

const endingOf = (ending: Ending): string =>
  'rule' in ending ? `the allowance of ${ending.rule}` : `what stood in for ${list(ending.controls)}`;

const placeOf = (path: string): string => path || 'the system';

const list = (controls: readonly string[]): string => abridge(controls, MOST_CONTROLS);

const rows = (stands: readonly Stand[]): string[] =>
  table(
    ['  Zone or conduit', 'SL-A', 'Gap', { heading: 'Missing', right: true }],
    stands.map(({ path, slA, gap, missing }) => [`  ${path}`, vector(slA), vector(gap), String(missing.length)]),
  );
