import { type DiagramZone, eachZone, type Hue } from './diagram-model.ts';
import type { Colouring } from './picture-options.ts';

/** A colour and what it means, as the legend says it; empty for what needs no words. */
export interface ZoneColour {
  readonly hue: Hue;
  readonly label: string;
}

/** The colour of a zone, and the words that say the same to those who do not see it. */
export function colourOf(zone: DiagramZone, colouring: Colouring): ZoneColour {
  switch (colouring) {
    case 'kind':
      return { hue: zone.hue, label: zone.kindTitle ?? '' };
    case 'gap':
      return gapColour(zone);
    case 'findings':
      return findingsColour(zone);
  }
}

function gapColour({ slT, gap }: DiagramZone): ZoneColour {
  if (!slT || !gap || slT.every((level) => level === 0)) return { hue: 'other', label: 'no security level target' };
  const widest = Math.max(...gap);
  if (widest === 0) return { hue: 'cell', label: 'target reached' };
  return widest === 1
    ? { hue: 'perimeter', label: 'one level below target' }
    : { hue: 'safety', label: 'two levels or more below target' };
}

/** Of the zone and all that it holds, so that a closed zone tells what is to be found in it. */
function findingsColour(zone: DiagramZone): ZoneColour {
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
