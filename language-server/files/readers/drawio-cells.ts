import { Inflate } from 'fflate';
import { Unreadable } from '../source.ts';
import { readXml } from '../xml.ts';

/** A shape or a line of a drawing. */
export interface DrawnCell {
  readonly id: string;
  readonly parent?: string;
  /** What is written on it, without its form. */
  readonly label: string;
  readonly isEdge: boolean;
  /** True for a line with an arrow at both ends. */
  readonly isBoth: boolean;
  /** True for a text that stands alone. */
  readonly isText: boolean;
  readonly isContainer: boolean;
  /** The words of its stencil: `router` of `shape=mxgraph.cisco.routers.router`. */
  readonly shape?: string;
  readonly source?: string;
  readonly target?: string;
  /** Its custom properties. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly box?: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing unpacked is no longer than this. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** The pages of a file as XML of their own: packed in base64, or written out. */
export function pagesOf(text: string): string[] {
  const pages: string[] = [];
  let packed: string | undefined;
  readXml(text, {
    onOpen({ name }) {
      if (name === 'diagram') packed = '';
      if (name === 'mxGraphModel') packed = undefined;
    },
    onText(part) {
      if (packed !== undefined) packed += part;
    },
    onClose(name) {
      if (name === 'diagram' && packed?.trim()) pages.push(unpack(packed.trim()));
      if (name === 'diagram') packed = undefined;
    },
  });
  return pages.length > 0 ? [...pages, ...(text.includes('<mxGraphModel') ? [text] : [])] : [text];
}

function unpack(packed: string): string {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const inflate = new Inflate((part) => {
      length += part.length;
      if (length > MOST_UNPACKED)
        throw new Unreadable('Unpacked the drawing would be over 64 MB, so nothing of it is read.');
      parts.push(part.slice());
    });
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    // In small steps, so that what unpacks to far too much is noticed in time.
    const step = 16 * 1024;
    for (let at = 0; at < bytes.length; at += step)
      inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return decodeURIComponent(new TextDecoder().decode(whole));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('One of its pages cannot be unpacked: it may be cut off or damaged. Save it anew in draw.io.');
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The shapes and lines of a page, in its order; the page itself and its layers left out. */
export function cellsOf(page: string): DrawnCell[] {
  const cells: Writable<DrawnCell>[] = [];
  let wrapper: Readonly<Record<string, string>> | undefined;
  let current: Writable<DrawnCell> | undefined;
  readXml(page, {
    onOpen({ name, attributes }) {
      if (name === 'object' || name === 'UserObject') wrapper = attributes;
      else if (name === 'mxCell') {
        current = cellOf({ ...attributes, id: attributes.id ?? wrapper?.id ?? '' }, wrapper ?? {});
        if (attributes.vertex === '1' || attributes.edge === '1') cells.push(current);
      } else if (name === 'mxGeometry' && current && !current.isEdge) {
        const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => Number(attributes[side] ?? 0));
        current.box = { x: x!, y: y!, width: width!, height: height! };
      }
    },
    onClose(name) {
      if (name === 'object' || name === 'UserObject') wrapper = undefined;
    },
  });
  return cells;
}

function cellOf(
  cell: Readonly<Record<string, string>>,
  attributes: Readonly<Record<string, string>>,
): Writable<DrawnCell> {
  const style = cell.style ?? '';
  const words = style.split(';');
  const styled = (key: string) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const [start, end] = [styled('startArrow'), styled('endArrow')];
  return {
    id: cell.id!,
    parent: cell.parent,
    label: plainText(attributes.label ?? cell.value ?? ''),
    isEdge: cell.edge === '1',
    isBoth: start !== undefined && start !== 'none' && end !== 'none',
    isText: words[0] === 'text' || words[0] === 'edgeLabel',
    isContainer: words[0] === 'swimlane' || styled('container') === '1' || styled('swimlane') === '1',
    shape: stencil(styled('shape') ?? styled('image')),
    source: cell.source,
    target: cell.target,
    attributes,
  };
}

/** Of a stencil's name the last words; what says nothing of a device is none. */
function stencil(shape: string | undefined): string | undefined {
  const last = shape
    ?.replace(/\.(svg|png)$/i, '')
    .split(/[./]/)
    .at(-1)
    ?.replaceAll('_', ' ');
  return last && shape?.includes('.') ? last : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** A label without its HTML, as one line. */
function plainText(label: string): string {
  return label
    .replace(/<(br|\/p|\/div|\/li|\/h\d)[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[\da-f]+|\w+);/gi, (entity, code: string) => {
      if (!code.startsWith('#')) return ENTITIES[code.toLowerCase()] ?? entity;
      const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
