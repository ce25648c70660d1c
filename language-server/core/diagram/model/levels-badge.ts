import type { DiagramZone } from './diagram-model.ts';

/** What a zone's badge says of its security levels. */
export interface Badge {
  readonly text: string;
  readonly isMet: boolean;
}

/**
 * `SL-T 2` for a zone on target, `SL-A 1 < 2` with the achieved and wanted level of the FR furthest behind.
 * Nothing for a zone without SL-T, or without any requirement.
 */
export function badgeOf({ slT, slA, gap }: Pick<DiagramZone, 'slT' | 'slA' | 'gap'>): Badge | undefined {
  if (!slT || !slA || !gap || slT.every((level) => level === 0)) return undefined;
  const widest = Math.max(...gap);
  if (widest > 0) {
    const most = Math.max(...slT.filter((_, fr) => gap[fr] === widest));
    return { text: `SL-A ${most - widest} < ${most}`, isMet: false };
  }
  const [least, most] = [Math.min(...slT), Math.max(...slT)];
  return { text: least === most ? `SL-T ${most}` : `SL-T ${least}–${most}`, isMet: true };
}
