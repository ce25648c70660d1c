import type { Area } from '../../../language-server/core/diagram/model/picture-options.ts';

/** Borders, shadows and arrows reach this far beyond what a part is drawn along, in pixels. */
const AROUND = 12;

export const NOWHERE: Area = { x: 0, y: 0, width: 0, height: 0 };

/** Where a part of the picture is: what its first rectangle or its line covers; undefined for one that is always shown. */
export function areaOf(part: Element): Area | undefined {
  if (!part.hasAttribute('data-id')) return undefined;
  const rect = part.querySelector('rect');
  if (rect) {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(rect.getAttribute(name)),
    );
    return around(x, y, x + width, y + height);
  }
  const numbers = (
    part
      .querySelector('.z-line')
      ?.getAttribute('d')
      ?.match(/-?[\d.]+/g) ?? []
  ).map(Number);
  if (numbers.length === 0) return undefined;
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return around(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

const around = (left: number, top: number, right: number, bottom: number): Area => ({
  x: left - AROUND,
  y: top - AROUND,
  width: right - left + 2 * AROUND,
  height: bottom - top + 2 * AROUND,
});

/** True where two areas have a point in common, their edges aside. */
export const overlap = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** True where all of one area lies in the other. */
export const covers = (outer: Area, inner: Area): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The area with half as much again on each side: so far one can move before anything is missing. */
export const widened = ({ x, y, width, height }: Area): Area => ({
  x: x - width / 2,
  y: y - height / 2,
  width: 2 * width,
  height: 2 * height,
});
