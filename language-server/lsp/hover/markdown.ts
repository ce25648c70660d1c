import { FRS, type SlVector } from '../../core/model/levels.ts';

/** Model text as Markdown shows it literally: nobody's title may turn into a link or a table. */
export function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, '\\$&');
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

/** Rows of a posture: SL-T, SL-A and gap; what falls short is set in bold. */
export function postureTable(slT: SlVector | undefined, slA: SlVector, gap: SlVector | undefined): string {
  return frTable([
    ...(slT ? [{ label: 'SL-T', vector: slT }] : []),
    { label: 'SL-A', vector: slA },
    ...(gap ? [{ label: 'gap', vector: gap.map((n) => (n > 0 ? `**${n}**` : '0')) }] : []),
  ]);
}
