import type { FindingMark } from '../model/diagram-model.ts';
import { element, number, text } from './markup.ts';

/** The shapes of marks: each tells what its colour tells. */
export type Sign = 'error' | 'warning' | 'info';

/** The sign of the worst finding; hints have the sign of an information. */
export const signOf = ({ severity }: FindingMark): Sign =>
  severity === 'error' || severity === 'warning' ? severity : 'info';

/** The sign and number of findings. */
export function drawMark(findings: FindingMark, x: number, middle: number): string {
  return drawSign(signOf(findings), x, middle) + text('z-small', x + 16, middle + 4, String(findings.count));
}

/** A sign of 12 pixels, left at `x`. */
export function drawSign(sign: Sign, x: number, middle: number): string {
  const at = (dx: number, dy: number) => `M${number(x + dx)} ${number(middle + dy)}`;
  const d =
    sign === 'error'
      ? `${at(6, -6)}l6 6-6 6-6-6z`
      : sign === 'warning'
        ? `${at(6, -6)}l6.5 11.5h-13z`
        : `${at(6, -5.5)}a5.5 5.5 0 1 0 .01 0z`;
  return element('g', { class: `z-ink-${sign}` }, element('path', { class: 'z-mark', d }));
}
