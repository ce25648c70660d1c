import type { PlantConduit, PlantZone } from '../../core/plant/plant.ts';
import { abridge } from '../../core/text/words.ts';
import { code, facts, literal } from './markdown.ts';

/** More names than this are no help at a glance. */
const MOST_NAMED = 5;

/** What a zone or conduit says of its borders: where there is none and why, the ways in, what it keeps away from. */
export function borders(declared: PlantZone['declared'] | PlantConduit['declared']): string {
  const { boundaries, accessPoints } = declared;
  const separated = 'separatedFrom' in declared ? declared.separatedFrom : [];
  const points = accessPoints.map(({ name, title }) => literal(title?.value ?? name.value));
  const zones = separated.map(({ text }) => code(text));
  return facts(
    ...boundaries.map(
      ({ side, none, because }) => none && `No ${side} boundary${because ? `: “${literal(because.value)}”` : ''}`,
    ),
    points.length > 0 && `access points: ${abridge(points, MOST_NAMED)}`,
    zones.length > 0 && `separated from ${abridge(zones, MOST_NAMED)}`,
  );
}
