import { describe, expect, test } from 'vitest';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import { type Box, eachBox, SIZE, zonesOfRow } from '../../../language-server/core/diagram/layout/boxes.ts';
import { type Layout, layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import {
  type DiagramConduit,
  type DiagramModel,
  type DiagramZone,
  eachZone,
} from '../../../language-server/core/diagram/model/diagram-model.ts';
import { canCollapse } from '../../../language-server/core/diagram/model/visible.ts';
import type { Point } from '../../../language-server/core/diagram/routing/placed-conduit.ts';
import { everythingOpen, randomModel, withOneMore } from './random-model.ts';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Half a pixel, for sums of fractions. */
const EPSILON = 0.5;

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x + a.w > b.x + EPSILON && b.x + b.w > a.x + EPSILON && a.y + a.h > b.y + EPSILON && b.y + b.h > a.y + EPSILON;
const contains = (a: Rect, b: Rect): boolean =>
  b.x >= a.x - EPSILON && b.y >= a.y - EPSILON && b.x + b.w <= a.x + a.w + EPSILON && b.y + b.h <= a.y + a.h + EPSILON;

function boxesOf(layout: Layout): Map<string, Box> {
  const boxes = new Map<string, Box>();
  eachBox(layout.root, (box) => {
    if (box.zone || box.bus) boxes.set(box.id, box);
  });
  return boxes;
}

const isAround = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** Small models with everything open, and larger ones as they start. */
const cases: [name: string, model: DiagramModel, layout: Layout][] = [];
for (let seed = 1; seed <= 60; seed++) {
  const model = randomModel(seed, { zones: 2 + (seed % 29), assets: seed % 7, conduits: 0.8 + (seed % 3) / 2 });
  cases.push([`seed ${seed}, open`, model, layoutDiagram(model, everythingOpen(model))]);
}
/** Some zones of which others are closed by hand: low cards beside high zones, and stacks of them. */
for (let seed = 201; seed <= 230; seed++) {
  const model = randomModel(seed, { zones: 5 + ((seed * 7) % 50), assets: seed % 9, conduits: 0.6 + (seed % 4) / 3 });
  const collapsed: string[] = [];
  let count = 0;
  eachZone(model.zones, (zone) => {
    if (canCollapse(zone) && ++count % 3 === 0) collapsed.push(zone.id);
  });
  cases.push([`seed ${seed}, partly closed`, model, layoutDiagram(model, { ...everythingOpen(model), collapsed })]);
}
/** Conduits of several zones, and with equipment of their own. */
for (let seed = 301; seed <= 330; seed++) {
  const model = randomModel(seed, {
    zones: 4 + (seed % 27),
    assets: seed % 5,
    conduits: 0.8 + (seed % 3) / 2,
    buses: true,
  });
  cases.push([`seed ${seed}, with bars`, model, layoutDiagram(model, everythingOpen(model))]);
}
for (let seed = 401; seed <= 404; seed++) {
  const model = randomModel(seed, { zones: 120, assets: 8, conduits: 0.6, buses: true });
  cases.push([`seed ${seed}, with bars, as it starts`, model, layoutDiagram(model)]);
}
for (let seed = 101; seed <= 108; seed++) {
  const model = randomModel(seed, { zones: 300, assets: 8, conduits: 1.2 });
  cases.push([`seed ${seed}, as it starts`, model, layoutDiagram(model)]);
}

describe.each(cases)('%s', (_, model, layout) => {
  const boxes = boxesOf(layout);

  test('no two boxes of one zone overlap, and all lie in it', () => {
    const faults: string[] = [];
    eachBox(layout.root, (box) => {
      const inner: Rect[] = [...box.rows.flat(), ...box.assets];
      for (const [i, a] of inner.entries()) {
        if (!contains(box, a)) faults.push(`one stands out of ${box.id}`);
        if (inner.slice(i + 1).some((b) => overlaps(a, b))) faults.push(`two overlap in ${box.id}`);
      }
    });
    expect(faults).toEqual([]);
  });

  test('outer ranks stand above inner ones', () => {
    eachBox(layout.root, ({ rows }) => {
      for (const [i, row] of rows.entries()) {
        const below = zonesOfRow(rows.slice(i + 1).flat()).filter(({ zone }) => zone);
        for (const box of zonesOfRow(row).filter(({ zone }) => zone))
          for (const other of below) expect(box.zone!.rank).toBeGreaterThanOrEqual(other.zone!.rank);
      }
    });
  });

  test('every conduit ends on the borders of its zones or its bar and crosses no other', () => {
    const faults: string[] = [];
    for (const { conduit, points } of layout.conduits) {
      const [from, to] = conduit.ends.map((end) => boxes.get(end)!) as [Box, Box];
      const others = [...boxes].filter(([id]) => !conduit.ends.some((end) => isAround(id, end)));
      if (!isOnBorder(points[0]!, from) || !isOnBorder(points.at(-1)!, to)) faults.push(`${conduit.id} ends elsewhere`);
      for (const [i, point] of points.slice(1).entries()) {
        const before = points[i]!;
        if (before.x !== point.x && before.y !== point.y) faults.push(`${conduit.id} runs aslant`);
        for (const [id, box] of others) if (crosses(before, point, box)) faults.push(`${conduit.id} crosses ${id}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('no two lines lie on each other', () => {
    const faults: string[] = [];
    const parts = layout.conduits.flatMap(({ conduit, points }) =>
      points.slice(1).map((b, i) => ({ id: conduit.id, ...partOf(points[i]!, b) })),
    );
    parts.sort((a, b) => a.at - b.at);
    parts.forEach((a, i) => {
      for (let j = i + 1; j < parts.length && parts[j]!.at - a.at < 0.9; j++) {
        const b = parts[j]!;
        const isOn = a.isUpright === b.isUpright && a.lo < b.hi - EPSILON && b.lo < a.hi - EPSILON;
        if (isOn && a.id !== b.id) faults.push(`${a.id} on ${b.id}`);
      }
    });
    expect(faults).toEqual([]);
  });

  test('every conduit between two visible zones is drawn', () => {
    const drawn = layout.conduits.flatMap(({ conduit }) => conduit.conduits.map(({ id }) => id));
    const visible = (id: string): string => (boxes.has(id) ? id : visible(id.slice(0, id.lastIndexOf('.'))));
    const expected = model.conduits.filter(({ ends }) => new Set(ends.map(visible)).size > 1).map(({ id }) => id);
    expect([...new Set(drawn)].sort()).toEqual(expected.sort());
  });

  test('everything lies in the picture', () => {
    const whole = { x: 0, y: 0, w: layout.width, h: layout.height };
    expect(contains(whole, layout.root)).toBe(true);
    const out = layout.conduits.filter(
      ({ points, label: { x, y, w } }) =>
        !contains(whole, { x: x - w / 2, y: y - 9, w, h: 18 }) ||
        points.some((point) => !contains(whole, { ...point, w: 0, h: 0 })),
    );
    expect(out.map(({ conduit, label }) => [conduit.id, label, whole])).toEqual([]);
  });
});

/** A part of a line: where it lies across its direction, and from where to where it goes. */
function partOf(a: Point, b: Point): { isUpright: boolean; at: number; lo: number; hi: number } {
  const isUpright = a.x === b.x;
  const [from, to] = isUpright ? [a.y, b.y] : [a.x, b.x];
  return { isUpright, at: isUpright ? a.x : a.y, lo: Math.min(from, to), hi: Math.max(from, to) };
}

const isOnBorder = ({ x, y }: Point, box: Rect): boolean => {
  const within = contains(box, { x, y, w: 0, h: 0 });
  const near = (a: number, b: number) => Math.abs(a - b) <= EPSILON;
  return within && (near(x, box.x) || near(x, box.x + box.w) || near(y, box.y) || near(y, box.y + box.h));
};

const crosses = (a: Point, b: Point, box: Rect): boolean =>
  overlaps(box, {
    x: Math.min(a.x, b.x) - EPSILON,
    y: Math.min(a.y, b.y) - EPSILON,
    w: Math.abs(a.x - b.x) + 2 * EPSILON,
    h: Math.abs(a.y - b.y) + 2 * EPSILON,
  }) && !(isOnBorder(a, box) && isOnBorder(b, box));

describe('low boxes beside a high one', () => {
  const base = randomModel(1, { zones: 1, assets: 0, conduits: 0 });
  const [seed] = base.zones;
  const asset = randomModel(2, { zones: 9, assets: 9, conduits: 0 }).zones.flatMap(({ assets }) => assets)[0]!;
  const zone = (id: string, assets: number): DiagramZone => ({
    ...seed!,
    id,
    name: id,
    title: id,
    zones: [],
    assets: Array.from({ length: assets }, (_, i) => ({ ...asset, id: `${id}.a${i}`, name: `a${i}` })),
  });
  const layoutOf = (zones: DiagramZone[], collapsed: string[], aspect = 3) =>
    boxesOf(layoutDiagram({ ...base, zones }, { aspect, collapsed }));

  test('are as high as they need when they are closed, and stand at the top', () => {
    const boxes = layoutOf([zone('high', 12), zone('closed', 3)], ['closed']);
    const [high, closed] = [boxes.get('high')!, boxes.get('closed')!];
    expect(closed.y).toBe(high.y);
    expect(closed.h).toBe(SIZE.collapsedHeight);
    expect(high.h).toBeGreaterThan(2 * closed.h);
  });

  test('are as high as it when they are open', () => {
    const boxes = layoutOf([zone('high', 12), zone('low', 1)], []);
    expect(boxes.get('low')!.h).toBe(boxes.get('high')!.h);
  });

  test('are stacked where several find room', () => {
    const names = ['a', 'b', 'c'];
    const boxes = layoutOf([zone('high', 40), ...names.map((name) => zone(name, 2))], names, 2);
    const [a, b, c] = names.map((name) => boxes.get(name)!) as [Box, Box, Box];
    expect([b.x, c.x]).toEqual([a.x, a.x]);
    expect(b.y).toBeGreaterThan(a.y + a.h);
    expect(c.y).toBeGreaterThan(b.y + b.h);
    expect(c.y + c.h).toBeLessThanOrEqual(boxes.get('high')!.y + boxes.get('high')!.h);
  });
});

describe('stability', () => {
  test('the same model gives the same picture', () => {
    const draw = () => toSvg(randomModel(7, { zones: 40, assets: 6, conduits: 1.5 }), { theme: 'light' });
    expect(draw()).toBe(draw());
  });

  test('one more asset moves the rest by less than 10 pixels on average', () => {
    const shifts: number[] = [];
    for (let seed = 1; seed <= 120; seed++) {
      const model = randomModel(seed, { zones: 25, assets: 6, conduits: 1 });
      const open = everythingOpen(model);
      const before = boxesOf(layoutDiagram(model, open));
      const after = boxesOf(layoutDiagram(withOneMore(model, seed % 20), open));
      for (const [id, box] of before) {
        const now = after.get(id)!;
        shifts.push(Math.abs(now.x - box.x) + Math.abs(now.y - box.y));
      }
    }
    expect(shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length).toBeLessThan(10);
  });
});

describe('crossings', () => {
  /** How often upright parts of lines cross level parts of others. */
  function crossingsIn({ conduits }: Layout): number {
    const parts = conduits.flatMap(({ points }, line) =>
      points.slice(1).map((b, i) => ({ line, ...partOf(points[i]!, b) })),
    );
    const level = parts.filter(({ isUpright }) => !isUpright);
    const within = (at: number, { lo, hi }: { lo: number; hi: number }) => lo < at && at < hi;
    return parts
      .filter(({ isUpright }) => isUpright)
      .reduce((sum, a) => sum + level.filter((b) => a.line !== b.line && within(a.at, b) && within(b.at, a)).length, 0);
  }

  test('are few, even of conduits at random', () => {
    let [crossings, lines] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const model = randomModel(seed, { zones: 25, assets: 6, conduits: 1 });
      const layout = layoutDiagram(model, everythingOpen(model));
      crossings += crossingsIn(layout);
      lines += layout.conduits.length;
    }
    expect(crossings / lines).toBeLessThan(2);
  });

  test('there are none of conduits that lie in each other, though they share gutters', () => {
    const base = randomModel(1, { zones: 1, assets: 0, conduits: 0 });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const zones = names.map((id, i): DiagramZone => ({ ...base.zones[0]!, id, name: id, rank: 9 - i, zones: [] }));
    const pairs = [
      ['a', 'f'],
      ['a', 'e'],
      ['b', 'e'],
      ['a', 'd'],
      ['f', 'a'],
      ['e', 'b'],
    ] as const;
    const conduits = pairs.map(
      (ends): DiagramConduit => ({
        id: ends.join('-'),
        name: ends.join('-'),
        title: '',
        ends,
        openings: ['forward', 'backward'],
        assets: [],
        flows: [],
        fault: false,
      }),
    );
    expect(crossingsIn(layoutDiagram({ ...base, zones, conduits }))).toBe(0);
  });
});

describe('the order of zones of one rank', () => {
  const base = randomModel(1, { zones: 1, assets: 0, conduits: 0 });
  const zone = (id: string, rank: number): DiagramZone => ({
    ...base.zones[0]!,
    id,
    name: id,
    title: id,
    rank,
    assets: [],
    zones: [],
  });
  const conduit = (from: string, to: string): DiagramConduit => ({
    id: `${from}-${to}`,
    name: `${from}-${to}`,
    title: '',
    ends: [from, to],
    openings: ['forward', 'backward'],
    assets: [],
    flows: [],
    fault: false,
  });
  const upper = ['a', 'b', 'c'].map((id) => zone(id, 3));
  const lower = ['x', 'y', 'z'].map((id) => zone(id, 2));
  const leftToRight = (pairs: [string, string][]): string[] => {
    const model = { ...base, zones: [...upper, ...lower], conduits: pairs.map(([from, to]) => conduit(from, to)) };
    const boxes = boxesOf(layoutDiagram(model, { aspect: 3 }));
    const inRow = (ids: string[]) => ids.sort((a, b) => boxes.get(a)!.x - boxes.get(b)!.x).join('');
    return [inRow(['a', 'b', 'c']), inRow(['x', 'y', 'z'])];
  };

  test('follows their conduits where that lets clearly fewer cross', () => {
    const [above, below] = leftToRight([
      ['a', 'z'],
      ['b', 'y'],
      ['c', 'x'],
    ]);
    expect([above, [...below!].reverse().join('')]).toEqual(['abc', 'xyz']);
  });

  test('is that of the text where it does not matter', () => {
    const star: [string, string][] = [
      ['b', 'x'],
      ['b', 'y'],
      ['b', 'z'],
    ];
    expect(leftToRight(star)).toEqual(['abc', 'xyz']);
    // One over all can be reached from everywhere.
    const model = { ...base, zones: [zone('wide', 3), ...lower], conduits: [conduit('x', 'wide')] };
    const boxes = boxesOf(layoutDiagram(model, { aspect: 3 }));
    expect(boxes.get('x')!.x).toBeLessThan(boxes.get('y')!.x);
    expect(leftToRight([])).toEqual(['abc', 'xyz']);
  });
});
