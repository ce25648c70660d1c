import { escapeXml, unescapeXml } from '../../text/xml.ts';

/** The text that a line of text of a picture shows. */
export const plainText = (markup: string): string => unescapeXml(markup).replace(/[\u2068\u2069]/g, '');

/** Attributes of an element; those without a value are left out. All values are escaped here and nowhere else. */
function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`;
  }
  return text;
}

/** An element of SVG. Values are escaped, content is not: it is markup. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  return content ? `<${name}${attributes(values)}>${content}</${name}>` : `<${name}${attributes(values)}/>`;
}

/** A number without needless digits. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A rectangle of a class; `rx` is the radius of its corners. */
export function rect(kind: string, x: number, y: number, width: number, height: number, rx = 0): string {
  return element('rect', { class: kind, x, y, width, height, rx: rx || undefined });
}

/** A line of text of a class, its baseline at `y`. The content is escaped. */
export function text(kind: string, x: number, y: number, content: string, anchor?: 'middle' | 'end'): string {
  return element('text', { class: kind, x, y, 'text-anchor': anchor }, isolated(escapeXml(content)));
}

/**
 * A group of shapes of a class, which is nothing by itself to a screen reader: what it belongs to says what it means.
 * The class is escaped no more than the content.
 */
export const group = (kind: string, content: string): string => `<g class="${kind}" role="presentation">${content}</g>`;

/** Letters that are written from right to left: Hebrew, Arabic, and the scripts beside them. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

/**
 * The text between the marks that set it in the direction of its first letter: digits, signs and Latin names would
 * else be put in the order of a line from left to right. Attributes for it are known to browsers alone.
 */
const isolated = (text: string): string => (FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text);
