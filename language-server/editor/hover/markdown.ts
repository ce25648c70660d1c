import type { Source } from '../../core/engine/entry.ts';
import { type Achievement, FRS, type SlVector } from '../../core/model/levels.ts';
import { countByFr } from '../../core/plant/counts.ts';
import type { PlantPosture } from '../../core/plant/plant.ts';
import { wellFormed } from '../../core/text/names.ts';
import { visible } from '../../core/text/visible.ts';
import { abridge } from '../../core/text/words.ts';

/**
 * Model text as Markdown shows it literally: nobody's title may turn into a table or HTML. The address of a page becomes
 * a link, with all that follows it up to a space or a `<`, which a backslash before it would not keep from its meaning.
 */
export function literal(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+\-=!|>~&]/g, '\\$&')
    .replaceAll('<', '&lt;');
}

/** Model text as code: an address, a path. */
export const code = (text: string): string => `\`${visible(text.replace(/[`\r\n]/g, ' '))}\``;

/** What begins an image, the address of a reference, or HTML, each of which one space keeps from doing so. */
const BEGINNINGS = /!(?=\[)|\](?=:)|<(?=[a-z/!?])/gi;
/** The scheme of an address that an editor may make a link of by itself. */
const OTHER_SCHEME = /(?<![a-z0-9])(?!https?:)([a-z][a-z0-9+.-]*:)(?=\/\/)/gi;
/** A link, from the end of its text to where its address ends. */
const LINK = /\]\(\s*([^\s()<>[\]]*)(?=([\s)])?)/g;

/**
 * Markdown that somebody has written into a model: it may be styled, and link to http(s) and to files beside or below
 * its own. It shows no image, which would be fetched, and no HTML. What it may not is shown as it is written, with a
 * space in it.
 * @param source where it is written, for links to files; without it there are none
 */
export function documentation(text: string | undefined, source?: Source): string | undefined {
  const tamed = text
    ?.replace(/<(https?:\/\/[^\s<>]*)>/gi, ' $1 ')
    .replace(OTHER_SCHEME, '$1 ')
    .replace(LINK, (link, target: string, end: string | undefined) => {
      const address = addressOf(target, end !== undefined ? source : undefined);
      return address === undefined ? `] ${link.slice(1)}` : `](${address}`;
    })
    .replace(BEGINNINGS, '$& ');
  return tamed && visible(tamed);
}

/** Where a link may lead; undefined where nowhere. */
function addressOf(target: string, source: Source | undefined): string | undefined {
  if (/^https?:\/\//i.test(target)) return target;
  // No scheme, no way upwards, and nothing that is read as either.
  const isBelow =
    /^[\p{L}\p{M}\p{N}_~-][\p{L}\p{M}\p{N}_.~/-]*(#[\p{L}\p{N}_.-]*)?$/u.test(target) && !/\.\./.test(target);
  if (!isBelow || !source?.file.startsWith('file:')) return undefined;
  return source.file.slice(0, source.file.lastIndexOf('/') + 1) + encodeURI(wellFormed(target));
}

/** More names than this make no hover clearer. */
const MOST_ALIASES = 8;

/** What else inventories, tools and people call a type or protocol. */
export const alsoCalled = (aliases: readonly string[] = []): string | false =>
  aliases.length > 0 && `Also called ${literal(abridge(aliases, MOST_ALIASES))}.`;

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
