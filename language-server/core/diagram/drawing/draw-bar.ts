import { type Box, markWidth, SIZE } from '../layout/boxes.ts';
import { textWidth } from '../layout/text-width.ts';
import { describeBus } from './labels.ts';
import { drawMark } from './marks.ts';
import { element, rect, text } from './markup.ts';
import type { Part } from './part.ts';

/** The bar of a conduit of several zones or with equipment of its own; its legs are lines. */
export function drawBar(box: Box): Part {
  const { x, y, w, h, parent, depth } = box;
  const { conduit } = box.bus!;
  const svg = element(
    'g',
    {
      class: `z-part z-conduit z-bus${conduit.fault ? ' z-fault' : ''}`,
      'data-id': conduit.id,
      'data-sort': 'conduit',
      'data-in': parent?.zone?.id,
      role: 'treeitem',
      'aria-level': depth,
      'aria-label': describeBus(conduit),
    },
    rect('z-bar', x, y, w, h, 4),
  );
  return { id: `c:${conduit.id}`, svg };
}

/** The name of a bar, with the mark of its findings. */
export function drawBarName(box: Box): Part {
  const { x, y, mark, titleText } = box;
  const { conduit } = box.bus!;
  const middle = y + (box.assets.length > 0 ? SIZE.barPad + SIZE.cardHeight / 2 : SIZE.bar / 2);
  const width = textWidth(titleText, SIZE.small, true);
  const whole = width + (mark ? 8 + markWidth(mark.count) : 0);
  const ground = rect('z-hit-area', x + SIZE.pad, middle - 9, whole, 18);
  const name = text('z-small', x + SIZE.pad, middle + 4, titleText);
  const sign = mark ? drawMark(mark, x + SIZE.pad + width + 8, middle) : '';
  const svg = element(
    'g',
    {
      class: `z-part z-label${conduit.fault ? ' z-fault' : ''}`,
      'data-id': conduit.id,
      'data-sort': 'conduit',
      'aria-hidden': 'true',
    },
    ground + name + sign,
  );
  return { id: `l:${conduit.id}`, svg };
}
