import { type DiagramZone, eachZone, type Hue } from './diagram-model.ts';
import type { Colouring } from './picture-options.ts';

/** A colour and what it means, as the legend says it; empty for what needs no words. */
export interface Meaning {
  readonly hue: Hue;
  readonly label: string;
}

export function meaningOf(zone: DiagramZone, colouring: Colouring): Meaning {
  switch (colouring) {
    case 'kind':
      return { hue: zone.hue, label: zone.kindTitle ?? '' };
    case 'gap':
      return gapMeaning(zone);
    case 'findings':
      return findingsMeaning(zone);
  }
}

function gapMeaning({ slT, slA }: DiagramZone): Meaning {
  if (!slT || slT.every((level) => level === 0)) return { hue: 'other', label: 'no security level target' };
  const gap = Math.max(...slT.map((target, fr) => target - (slA?.[fr] ?? 0)));
  if (gap <= 0) return { hue: 'cell', label: 'target reached' };
  return gap === 1
    ? { hue: 'perimeter', label: 'one level below target' }
    : { hue: 'safety', label: 'two levels or more below target' };
}

/** Of the zone and all that it holds, so that a closed zone tells what is to be found in it. */
function findingsMeaning(zone: DiagramZone): Meaning {
  let hasWarning = false;
  let hasError = false;
  eachZone([zone], ({ findings, assets }) => {
    for (const mark of [findings, ...assets.map((asset) => asset.findings)]) {
      hasError ||= mark?.severity === 'error';
      hasWarning ||= mark?.severity === 'warning';
    }
  });
  if (hasError) return { hue: 'safety', label: 'holds errors' };
  return hasWarning ? { hue: 'perimeter', label: 'holds warnings' } : { hue: 'other', label: 'no errors or warnings' };
}
