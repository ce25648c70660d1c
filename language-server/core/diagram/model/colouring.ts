import type { DiagramZone, FindingMark, Hue } from './diagram-model.ts';
import { findingsIn, findingsInside } from './findings.ts';
import type { Colouring } from './picture-options.ts';

/** A colour and what it means, as the legend says it; empty for what needs no words. */
export interface ZoneColour {
  readonly hue: Hue;
  readonly label: string;
}

/**
 * The colour of a zone, and the words that say the same to those who do not see it. Findings are those of the zone and
 * the assets in it; a closed zone has those of all that it hides too.
 */
export function colourOf(zone: DiagramZone, colouring: Colouring, isClosed: boolean): ZoneColour {
  switch (colouring) {
    case 'kind':
      return { hue: zone.hue, label: zone.kindTitle ?? '' };
    case 'gap':
      return gapColour(zone);
    case 'findings':
      return findingsColour(isClosed ? findingsInside(zone) : findingsIn(zone));
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

/** A zone with more warnings than this of its own has many. */
const FEW = 2;

/** By the worst of the findings and how many there are. */
function findingsColour(mark: FindingMark | undefined): ZoneColour {
  if (mark?.severity === 'error') return { hue: 'safety', label: 'errors' };
  if (!mark) return { hue: 'other', label: 'no errors or warnings' };
  return mark.count > FEW
    ? { hue: 'many', label: `more than ${FEW} warnings` }
    : { hue: 'few', label: `up to ${FEW} warnings` };
}
