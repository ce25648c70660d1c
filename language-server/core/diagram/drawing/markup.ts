import { escapeXml } from '../../text/xml.ts';

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
  return element('text', { class: kind, x, y, 'text-anchor': anchor }, escapeXml(content));
}
