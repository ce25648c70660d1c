import { type Achievement, FRS, type SlVector } from '../../core/model/levels.ts';
import { countByFr } from '../../core/plant/counts.ts';
import type { PlantPosture } from '../../core/plant/plant.ts';

/** Model text as Markdown shows it literally: nobody's title may turn into a link or a table. */
export function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, '\\$&');
}

/** Model text as code: an address, a path. */
export const code = (text: string): string => `\`${text.replace(/[`\r\n]/g, ' ')}\``;

/** A title in the middle of a line: without its capital, unless it begins with an abbreviation. */
export const midLine = (title: string): string => literal(title.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase()));

/** Facts in one line, the empty ones left out. */
export function facts(...parts: readonly (string | undefined | false | 0)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

/** Parts of a hover, the empty ones left out. */
export function sections(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n');
}

/** `**Title** · what it is · …` */
export function heading(title: string, ...facts: readonly (string | undefined | false)[]): string {
  return [`**${literal(title)}**`, ...facts.filter((fact) => typeof fact === 'string' && fact !== '')].join(' · ');
}

/** A table with one column for each FR. */
export function frTable(
  rows: readonly { readonly label: string; readonly vector: readonly (string | number)[] }[],
): string {
  const header = `| | ${FRS.join(' | ')} |`;
  const rule = `|---|${FRS.map(() => ':-:').join('|')}|`;
  return [header, rule, ...rows.map(({ label, vector }) => `| ${label} | ${vector.join(' | ')} |`)].join('\n');
}

/** A row of the table that says where something falls short of what is asked: there it is bold. */
export function row(label: string, vector: Achievement, isShort: (value: number, fr: number) => boolean) {
  const cell = (value: number | null, fr: number) => {
    if (value === null) return 'n/a';
    return isShort(value, fr) ? `**${value}**` : String(value);
  };
  return { label, vector: vector.map(cell) };
}

/** Rows of a posture: SL-T, SL-A and gap, how many controls are missing; what falls short is set in bold. */
export function postureTable({ slT, slA, slAEvidenced, gap, required }: PlantPosture, slC?: SlVector): string {
  const isShort = (level: number, fr: number) => level < (slT?.[fr] ?? 0);
  return frTable([
    ...(slT ? [{ label: 'SL-T', vector: slT }] : []),
    row('SL-A', slA, isShort),
    row('with evidence', slAEvidenced, isShort),
    ...(gap ? [row('gap', gap, (level) => level > 0)] : []),
    ...(required ? [row('missing', countByFr(required.open), () => false)] : []),
    ...(slC ? [row('SL-C', slC, isShort)] : []),
  ]);
}
