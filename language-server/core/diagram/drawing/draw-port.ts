import { PORT } from '../layout/boxes.ts';
import type { DiagramAccessPoint } from '../model/diagram-model.ts';
import type { PlacedPort } from '../routing/ports.ts';
import { describeAccessPoint } from './labels.ts';
import { element, number, rect } from './markup.ts';
import type { Part } from './part.ts';

const HALF = PORT / 2;

/** The mark of an access point. */
export function drawPort({ point, home, level, x, y }: PlacedPort): Part {
  const svg = element(
    'g',
    {
      class: 'z-part z-access',
      'data-id': point.id,
      'data-sort': 'access-point',
      'data-in': home,
      role: 'treeitem',
      'aria-level': level,
      'aria-label': describeAccessPoint(point),
    },
    rect('z-hit-area', x - HALF - 2, y - HALF - 2, PORT + 4, PORT + 4) + drawPortSign(point, x, y),
  );
  return { id: `p:${point.id}`, svg };
}

/** The shape says on which side it is: square for physical, round for logical. In a closed one is a bar, like a bolt. */
export function drawPortSign(
  { side, closed }: Pick<DiagramAccessPoint, 'side' | 'closed'>,
  x: number,
  y: number,
): string {
  const isPhysical = side === 'physical';
  const shape = isPhysical
    ? rect('z-port', x - HALF, y - HALF, PORT, PORT, 1.5)
    : element('circle', { class: 'z-port', cx: x, cy: y, r: HALF });
  const at = (dx: number, dy: number) => `M${number(x + dx)} ${number(y + dy)}`;
  const open = isPhysical ? `${at(-1.8, -2)}v4${at(1.8, -2)}v4` : `${at(-0.2, 0)}h0.4`;
  const d = closed ? `${at(-2.6, 0)}h5.2` : open;
  return shape + element('path', { class: closed || !isPhysical ? 'z-port-sign z-port-bolt' : 'z-port-sign', d });
}
