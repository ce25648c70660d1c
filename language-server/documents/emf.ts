import svgpath from 'svgpath';
import { unescapeXml } from '../core/text/xml.ts';
import { advance } from './arial-widths.ts';
import { createRecords, NO_BRUSH, NO_PEN, type Records } from './emf-records.ts';

/** Units that make a pixel: a twentieth is finer than what is printed. */
const SCALE = 20;

type Attributes = Readonly<Record<string, string>>;

/** The elements of a picture that draw, by their names, as the data of a path. */
const SHAPES: Readonly<Record<string, (shape: Attributes) => string>> = {
  path: ({ d = '' }) => d,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  circle: ({ cx, cy, r }) =>
    `M${Number(cx) - Number(r)} ${cy}a${r} ${r} 0 1 1 ${2 * Number(r)} 0a${r} ${r} 0 1 1 ${-2 * Number(r)} 0z`,
  rect({ x = '0', y = '0', width, height, rx = '0' }) {
    const [w, h] = [Number(width), Number(height)];
    const r = Math.min(Number(rx), w / 2, h / 2);
    if (r === 0) return `M${x} ${y}h${w}v${h}h${-w}z`;
    const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    const [across, down] = [w - 2 * r, h - 2 * r];
    return `M${Number(x) + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
  },
};

/** Those that draw nothing themselves. */
const SILENT = new Set(['svg', 'g', 'title']);

const TOKENS = /<(\/?)([a-z]+)((?: [\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;

/**
 * A picture of ours as an enhanced metafile, which programs for documents that know no SVG print as sharply.
 * @param svg the text of an SVG file: shapes and texts with what they look like as attributes
 * @throws Error for an element that it cannot draw, since a picture must not miss a part
 */
export function toEmf(svg: string): Uint8Array {
  const open: Attributes[] = [{}];
  let pen: ReturnType<typeof createPen> | undefined;
  for (const [, isEnd, name = '', given = '', isEmpty, content = ''] of svg.matchAll(TOKENS)) {
    if (isEnd) {
      open.pop();
      continue;
    }
    const look: Attributes = { ...open.at(-1), ...attributesOf(given) };
    if (look.transform !== undefined && name !== 'path') throw new Error(`A picture for documents moves no <${name}>.`);
    if (!isEmpty) open.push(inherited(look));
    if (name === 'svg') {
      const [left, top, width, height] = (look.viewBox ?? '').split(' ').map(Number) as [
        number,
        number,
        number,
        number,
      ];
      pen = createPen(createRecords([left, top], [width, height], SCALE));
    } else if (name === 'text') pen!.write(look, unescapeXml(content).trim());
    else if (SHAPES[name]) pen!.draw(look, SHAPES[name](look));
    else if (!SILENT.has(name)) throw new Error(`A picture for documents has no <${name}>.`);
  }
  return pen!.end();
}

/** What those in an element have from it. */
const inherited = (look: Attributes): Attributes =>
  Object.fromEntries(Object.entries(look).filter(([name]) => /^(fill|stroke|font|text)\b/.test(name)));

const attributesOf = (given: string): Attributes =>
  Object.fromEntries([...given.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

/** Draws shapes and texts as they look. Pens, brushes and fonts are made once each, and taken when another is in hand. */
function createPen(records: Records) {
  const made = new Map<string, number>();
  const inHand = new Map<string, string | number>();
  const object = (key: string, make: () => number): number => {
    const handle = made.get(key) ?? make();
    made.set(key, handle);
    return handle;
  };
  const change = <T extends string | number>(what: string, value: T, to: (value: T) => void): void => {
    if (inHand.get(what) === value) return;
    inHand.set(what, value);
    to(value);
  };

  return {
    draw(look: Attributes, data: string): void {
      const fill = colourOf(look.fill ?? '#000000');
      const stroke = colourOf(look.stroke ?? 'none');
      if (fill === undefined && stroke === undefined) return;
      change('brush', fill === undefined ? NO_BRUSH : brushOf(fill), records.select);
      change('pen', stroke === undefined ? NO_PEN : penOf(look, stroke), records.select);
      records.beginPath();
      trace(records, svgpath(data).transform(look.transform ?? ''));
      records.endPath();
      records.paint(fill !== undefined, stroke !== undefined);
    },
    write(look: Attributes, content: string): void {
      if (content === '') return;
      const size = Number(look['font-size'] ?? 16);
      const isBold = look['font-weight'] === 'bold';
      change(
        'font',
        object(`font ${size} ${isBold}`, () => records.createFont(size, isBold)),
        records.select,
      );
      change('ink', colourOf(look.fill ?? '#000000') ?? 0, records.textColour);
      change('anchor', (look['text-anchor'] ?? 'start') as 'start' | 'middle' | 'end', records.textAlign);
      const advances = Array.from(content, (_, i) => (advance(content.charCodeAt(i), isBold) * size) / 1000);
      records.text(Number(look.x ?? 0), Number(look.y ?? 0), content, advances);
    },
    end: records.end,
  };

  function brushOf(fill: number): number {
    return object(`brush ${fill}`, () => records.createBrush(fill));
  }

  function penOf(look: Attributes, colour: number): number {
    const width = Number(look['stroke-width'] ?? 1);
    const isDashed = look['stroke-dasharray'] !== undefined;
    const isRound = look['stroke-linecap'] === 'round' || look['stroke-linejoin'] === 'round';
    return object(`pen ${colour} ${width} ${isDashed} ${isRound}`, () =>
      records.createPen({ colour, width, isDashed, isRound }),
    );
  }
}

/** Draws along a path. */
function trace(records: Records, path: ReturnType<typeof svgpath>): void {
  let start: [number, number] = [0, 0];
  path
    .abs()
    .unarc()
    .unshort()
    .iterate(([kind, ...points], _, x, y) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points as number[];
      if (kind === 'M') {
        start = [x1, y1];
        records.moveTo(x1, y1);
      } else if (kind === 'L') records.lineTo(x1, y1);
      else if (kind === 'H') records.lineTo(x1, y);
      else if (kind === 'V') records.lineTo(x, x1);
      else if (kind === 'C') records.curveTo(points as number[]);
      else if (kind === 'Q') records.curveTo(cubic([x, y], [x1, y1], [x2, y2]));
      else if (kind === 'Z') {
        records.closeFigure();
        // The format leaves the pen where the figure has ended.
        records.moveTo(...start);
      }
    });
}

type Point = readonly [number, number];

/** A curve with one point of control as one with two. */
function cubic([x, y]: Point, [cx, cy]: Point, [ex, ey]: Point): number[] {
  const towards = (from: number, control: number): number => from + (2 / 3) * (control - from);
  return [towards(x, cx), towards(y, cy), towards(ex, cx), towards(ey, cy), ex, ey];
}

/** `#rrggbb` as the format has it, blue first; undefined for none. */
function colourOf(value: string): number | undefined {
  if (value === 'none') return undefined;
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(value) ?? [];
  if (blue === undefined) throw new Error(`A picture for documents has no colour '${value}'.`);
  return Number.parseInt(`${blue}${green}${red}`, 16);
}
