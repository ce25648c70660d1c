import { eachBox, PILL_HEIGHT, PORT } from '../layout/boxes.ts';
import type { Layout } from '../layout.ts';
import type { Area } from '../model/picture-options.ts';

/** Ids of the parts that an area shows some of: a file with an area of a picture tells nothing of the rest. */
export function partsInArea(layout: Layout, area: Area): Set<string> {
  const shown = new Set<string>();
  const add = (id: string, x: number, y: number, w: number, h: number): void => {
    if (x < area.x + area.width && x + w > area.x && y < area.y + area.height && y + h > area.y) shown.add(id);
  };
  const { root, conduits, ports, width, height } = layout;
  add('title', 0, 0, width, root.y);
  add('legend', 0, height, width, Number.POSITIVE_INFINITY);
  eachBox(root, ({ id, zone, bus, assets, x, y, w, h }) => {
    if (zone) add(`z:${id}`, x, y, w, h);
    if (bus) for (const sort of ['c', 'l']) add(`${sort}:${id}`, x, y, w, h);
    for (const card of assets) add(`a:${card.asset.id}`, card.x, card.y, card.w, card.h);
  });
  for (const { point, x, y } of ports) add(`p:${point.id}`, x - PORT / 2, y - PORT / 2, PORT, PORT);
  for (const { conduit, points, label } of conduits) {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    // A straight line has no width, its stroke has.
    add(`c:${conduit.id}`, left - 2, top - 2, Math.max(...xs) - left + 4, Math.max(...ys) - top + 4);
    add(`l:${conduit.id}`, label.x - label.w / 2, label.y - PILL_HEIGHT / 2, label.w, PILL_HEIGHT);
  }
  return shown;
}
