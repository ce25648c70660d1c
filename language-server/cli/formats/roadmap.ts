import type { Ending, Stand, Step, SystemRoadmap } from '../../core/report/roadmap.ts';
import { printableLine } from '../../core/text/visible.ts';
import { abridge } from '../../core/text/words.ts';
import type { Paint } from '../terminal.ts';
import { systemsText, vector } from './systems.ts';
import { table } from './table.ts';

/** More controls than these are told by their number. */
const MOST_CONTROLS = 6;

/**
 * For people: for each system its days, with what becomes due and ends, and how zones and conduits stand from then on.
 * @param today `YYYY-MM-DD`, whichever day the roadmap begins on
 */
export function roadmapTable(systems: readonly SystemRoadmap[], today: string, paint: Paint): string {
  return systemsText(systems, paint, ({ steps }) => steps.flatMap((step) => ['', ...stepLines(step, today, paint)]));
}

function stepLines({ date, due, ending, zones, conduits }: Step, today: string, paint: Paint): string[] {
  const stands = [...zones, ...conduits].filter(({ slA }) => slA !== null);
  return [
    paint('bold', date === today ? `${date}, today` : date),
    ...due.map(
      ({ zone, controls, text }) =>
        `  due in ${placeOf(zone)}: ${list(controls)}${text && ` (${printableLine(text)})`}`,
    ),
    ...ending.map((each) => `  ended in ${placeOf(each.zone)}: ${endingOf(each)}`),
    ...(stands.length > 0 ? rows(stands) : ['  nothing stands otherwise']),
  ];
}

function endingOf(ending: Ending): string {
  if ('rule' in ending) return `the allowance of ${ending.rule}`;
  if ('countermeasure' in ending) return `countermeasure ${ending.countermeasure}`;
  return `what stood in for ${list(ending.controls)}`;
}

const placeOf = (path: string): string => path || 'the system';

const list = (controls: readonly string[]): string => abridge(controls, MOST_CONTROLS);

const rows = (stands: readonly Stand[]): string[] =>
  table(
    ['  Zone or conduit', 'SL-A', 'Gap', { heading: 'Missing', right: true }],
    stands.map(({ path, slA, gap, missing }) => [`  ${path}`, vector(slA), vector(gap), String(missing.length)]),
  );
