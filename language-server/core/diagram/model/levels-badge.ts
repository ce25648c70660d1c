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
export function badgeOf({ slT, slA }: Pick<DiagramZone, 'slT' | 'slA'>): Badge | undefined {
  if (!slT || slT.every((level) => level === 0)) return undefined;
  let worst = -1;
  slT.forEach((target, fr) => {
    const gap = target - (slA?.[fr] ?? 0);
    if (gap <= 0) return;
    const before = worst < 0 ? 0 : slT[worst]! - (slA?.[worst] ?? 0);
    if (gap > before || (gap === before && target > slT[worst]!)) worst = fr;
  });
  if (worst >= 0) return { text: `SL-A ${slA?.[worst] ?? 0} < ${slT[worst]}`, isMet: false };
  const [least, most] = [Math.min(...slT), Math.max(...slT)];
  return { text: least === most ? `SL-T ${most}` : `SL-T ${least}–${most}`, isMet: true };
}
