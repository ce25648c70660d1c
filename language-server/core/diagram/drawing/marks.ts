import type { FindingMark } from '../model/diagram-model.ts';
import { element, group, number, text } from './markup.ts';

/** The shapes of marks: each tells what its colour tells. */
export type Sign = 'error' | 'warning' | 'info';

/** The sign of the worst finding; hints have the sign of an information. */
export const signOf = ({ severity }: FindingMark): Sign =>
  severity === 'error' || severity === 'warning' ? severity : 'info';

/** The sign and number of findings; pointed at, it leads to them. */
export const drawMark = (findings: FindingMark, x: number, middle: number): string =>
  group(
    'z-findings',
    drawSign(signOf(findings), x, middle) + text('z-small', x + 16, middle + 4, String(findings.count)),
  );

/** The sign of the findings of an asset alone. */
export const drawSmallMark = (findings: FindingMark, x: number, middle: number): string =>
  group('z-findings', drawSign(signOf(findings), x, middle));

/** A sign of 12 pixels, left at `x`. */
export function drawSign(sign: Sign, x: number, middle: number): string {
  const at = (dx: number, dy: number) => `M${number(x + dx)} ${number(middle + dy)}`;
  const d =
    sign === 'error'
      ? `${at(6, -6)}l6 6-6 6-6-6z`
      : sign === 'warning'
        ? `${at(6, -6)}l6.5 11.5h-13z`
        : `${at(6, -5.5)}a5.5 5.5 0 1 0 .01 0z`;
  return group(`z-ink-${sign}`, element('path', { class: 'z-mark', d }));
}

/** The left edge of the card of a boundary asset, as thick as a wall: it is told by its shape in every theme. */
export const drawEdge = (x: number, y: number, h: number): string =>
  element('path', {
    class: 'z-edge',
    d: `M${number(x + 5)} ${number(y)}v${number(h)}h-1q-4 0-4-4v-${number(h - 8)}q0-4 4-4z`,
  });
