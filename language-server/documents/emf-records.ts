/** The records of an enhanced metafile that pictures are made of. Numbers are those of the format, [MS-EMF]. */
const RECORD = {
  header: 1,
  polyBezierTo: 5,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  endOfFile: 14,
  mapMode: 17,
  backgroundMode: 18,
  polygonFillMode: 19,
  textAlign: 22,
  textColour: 24,
  moveTo: 27,
  selectObject: 37,
  createBrush: 39,
  lineTo: 54,
  beginPath: 59,
  endPath: 60,
  closeFigure: 61,
  fillPath: 62,
  strokeAndFillPath: 63,
  strokePath: 64,
  createFont: 82,
  text: 84,
  createPen: 95,
} as const;

/** Objects that are there without being made. */
export const NO_BRUSH = 0x80000005;
export const NO_PEN = 0x80000008;

/** A screen with 96 pixels an inch: what sizes in a metafile are told by. */
const DEVICE = { pixels: [1920, 1080], micrometres: [508_000, 285_750] } as const;
const HEADER_BYTES = 108;
/** Of a font with all that a record of it has room for. */
const FONT_BYTES = 320;

const ANISOTROPIC = 8;
const TRANSPARENT = 1;
const NON_ZERO = 2;
const BASELINE = 24;

export interface Pen {
  readonly colour: number;
  readonly width: number;
  readonly isDashed: boolean;
  readonly isRound: boolean;
}

export type Records = ReturnType<typeof createRecords>;

/**
 * An empty metafile. Lengths are in units of which `scale` make a pixel: the format has whole numbers alone.
 * @param origin of the part of the picture that is shown
 */
export function createRecords(origin: readonly [number, number], size: readonly [number, number], scale: number) {
  let view = new DataView(new ArrayBuffer(64 * 1024));
  let length = 0;
  let records = 0;
  let handles = 0;

  function room(bytes: number): number {
    const at = length;
    length += bytes;
    if (length > view.byteLength) {
      const larger = new Uint8Array(Math.max(length, view.byteLength * 2));
      larger.set(new Uint8Array(view.buffer));
      view = new DataView(larger.buffer);
    }
    return at;
  }

  /** A record of words of 32 bits; answers where it begins. */
  function add(type: number, words: readonly number[], more = 0): number {
    const bytes = 8 + words.length * 4 + more;
    const at = room(bytes);
    view.setUint32(at, type, true);
    view.setUint32(at + 4, bytes, true);
    for (const [i, word] of words.entries()) view.setInt32(at + 8 + i * 4, word, true);
    records += 1;
    return at;
  }

  const whole = (value: number): number => Math.round(value * scale);
  const [width, height] = size;
  // Of the part of a picture that a record changes, readers make no use here: all of it.
  const bounds = [0, 0, width, height];

  add(RECORD.header, [], HEADER_BYTES - 8);
  add(RECORD.mapMode, [ANISOTROPIC]);
  add(RECORD.windowOrigin, origin.map(whole));
  add(RECORD.windowExtent, size.map(whole));
  add(RECORD.viewportOrigin, [0, 0]);
  add(RECORD.viewportExtent, [width, height]);
  add(RECORD.backgroundMode, [TRANSPARENT]);
  add(RECORD.polygonFillMode, [NON_ZERO]);

  return {
    createBrush(colour: number): number {
      handles += 1;
      add(RECORD.createBrush, [handles, 0, colour, 0]);
      return handles;
    },
    createPen({ colour, width: breadth, isDashed, isRound }: Pen): number {
      handles += 1;
      const style = 0x10000 | (isDashed ? 1 : 0) | (isRound ? 0 : 0x200 | 0x2000);
      add(RECORD.createPen, [handles, 0, 0, 0, 0, style, Math.max(1, whole(breadth)), 0, colour, 0, 0]);
      return handles;
    },
    createFont(height: number, isBold: boolean): number {
      handles += 1;
      const at = add(RECORD.createFont, [handles, -whole(height), 0, 0, 0, isBold ? 700 : 400], FONT_BYTES - 20);
      // Behind height, width, two angles and weight: italic, underlined, struck out, character set (any).
      view.setUint8(at + 12 + 20 + 3, 1);
      const name = at + 12 + 28;
      for (const [i, letter] of [...'Arial'].entries()) view.setUint16(name + i * 2, letter.charCodeAt(0), true);
      return handles;
    },
    select: (object: number) => void add(RECORD.selectObject, [object]),
    textColour: (colour: number) => void add(RECORD.textColour, [colour]),
    /** Text begins at its place, stands in the middle of it or ends there. */
    textAlign: (anchor: 'start' | 'middle' | 'end') =>
      void add(RECORD.textAlign, [BASELINE | { start: 0, middle: 6, end: 2 }[anchor]]),
    beginPath: () => void add(RECORD.beginPath, []),
    endPath: () => void add(RECORD.endPath, []),
    moveTo: (x: number, y: number) => void add(RECORD.moveTo, [whole(x), whole(y)]),
    lineTo: (x: number, y: number) => void add(RECORD.lineTo, [whole(x), whole(y)]),
    curveTo: (points: readonly number[]) => void add(RECORD.polyBezierTo, [...bounds, 3, ...points.map(whole)]),
    closeFigure: () => void add(RECORD.closeFigure, []),
    paint: (isFilled: boolean, isStroked: boolean) =>
      void add(
        isFilled ? (isStroked ? RECORD.strokeAndFillPath : RECORD.fillPath) : isStroked ? RECORD.strokePath : 0,
        bounds,
      ),
    /** @param advances how far each UTF-16 unit moves the pen */
    text(x: number, y: number, content: string, advances: readonly number[]): void {
      const letters = content.length;
      const padded = Math.ceil(letters / 2) * 4;
      const string = 76;
      const head = [...bounds, 2, 0, 0, whole(x), whole(y), letters, string, 0, 0, 0, 0, 0, string + padded];
      const at = add(RECORD.text, head, padded + letters * 4);
      // The scales of a mode that is not used.
      view.setFloat32(at + 28, 1, true);
      view.setFloat32(at + 32, 1, true);
      for (let i = 0; i < letters; i++) {
        view.setUint16(at + string + i * 2, content.charCodeAt(i), true);
        view.setUint32(at + string + padded + i * 4, whole(advances[i]!), true);
      }
    },
    /** The bytes of the file. Nothing may follow. */
    end(): Uint8Array {
      add(RECORD.endOfFile, [0, 16, 20]);
      const hundredths = (pixels: number) => Math.round((pixels * 2540) / 96);
      const { pixels, micrometres } = DEVICE;
      const words = [
        ...bounds,
        ...[0, 0, hundredths(width), hundredths(height)],
        ...[0x464d4520, 0x10000, length, records, handles + 1],
        ...[0, 0, 0],
        ...pixels,
        ...micrometres.map((length) => Math.round(length / 1000)),
        ...[0, 0, 0],
        ...micrometres,
      ];
      for (const [i, word] of words.entries()) view.setUint32(8 + i * 4, word, true);
      return new Uint8Array(view.buffer, 0, length);
    },
  };
}
