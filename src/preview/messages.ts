/**
 * All messages between the preview's page and the extension, both ways. Neither side trusts the other's: what does not
 * have the shape of a message is dropped.
 */

/** A part of the picture: the `<g>` of an element. */
export interface PictureGroup {
  readonly id: string;
  readonly svg: string;
}

/** What is opened and closed by hand, by path of zone, and what the colours say. */
export interface FoldState {
  readonly expanded: readonly string[];
  readonly collapsed: readonly string[];
  /** How many levels of zones are open, but for those above; without it as the size of the picture asks. */
  readonly depth?: number;
  readonly colouring?: Colouring;
}

export const COLOURINGS = ['kind', 'gap', 'findings'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** An element that a search found. */
export interface Hit {
  readonly element: string;
  readonly title: string;
  readonly detail: string;
}

/** A part of the picture, in its pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the page keeps over a reload of the window. */
export interface PreviewState {
  /** The file whose system is shown. */
  readonly uri: string;
  readonly system?: string;
  readonly isLocked: boolean;
  readonly folds: FoldState;
}

/** Extension to page. */
export type ToPage =
  | {
      readonly type: 'picture';
      readonly state: PreviewState;
      readonly system: string;
      readonly title: string;
      readonly systems: readonly { readonly name: string; readonly title: string }[];
      readonly width: number;
      readonly height: number;
      readonly groups: readonly PictureGroup[];
      readonly broken: readonly string[];
      /** How many levels of zones there are to open. */
      readonly levels: number;
    }
  /** What a search found: the first hits for the list, and the paths of all. */
  | {
      readonly type: 'found';
      readonly query: string;
      /** What was looked for, where that is more than words. */
      readonly note?: string;
      readonly hits: readonly Hit[];
      readonly elements: readonly string[];
    }
  /** The paths of all along which connections come to an element. */
  | { readonly type: 'reaching'; readonly element: string; readonly elements: readonly string[] }
  /** A picture to put on the clipboard. */
  | { readonly type: 'copy'; readonly svg: string }
  | { readonly type: 'highlight'; readonly element: string }
  | { readonly type: 'trouble'; readonly message: string }
  | { readonly type: 'makePng'; readonly svg: string; readonly id: number; readonly scale: number }
  /** Asks which part of the picture is in view. */
  | { readonly type: 'askView'; readonly id: number };

/** Page to extension. */
export type FromPage =
  /** The page can show pictures, of this width by height best. */
  | { readonly type: 'ready'; readonly aspect: number }
  /** An element was chosen; `open` takes the cursor to its declaration. */
  | { readonly type: 'choose'; readonly element: string; readonly open: boolean }
  | { readonly type: 'fold'; readonly folds: FoldState }
  | { readonly type: 'lock'; readonly isLocked: boolean }
  | { readonly type: 'system'; readonly name: string }
  | { readonly type: 'find'; readonly query: string }
  | { readonly type: 'reach'; readonly element: string }
  | { readonly type: 'export' }
  | { readonly type: 'print' }
  | { readonly type: 'copy' }
  | { readonly type: 'inView'; readonly id: number; readonly area: Area }
  /** A picture as the Base64 text of a PNG file; empty where it could not be made. */
  | { readonly type: 'png'; readonly id: number; readonly data: string };

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isList =
  (isItem: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isItem);
const isRecord =
  (shape: Shape) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, isValid]) => isValid((value as Record<string, unknown>)[name]));
const isOptional =
  (isItem: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || isItem(value);

const isFolds = isRecord({
  expanded: isList(isText),
  collapsed: isList(isText),
  depth: isOptional(isNumber),
  colouring: isOptional((value) => COLOURINGS.some((name) => name === value)),
});
const isState = isRecord({ uri: isText, system: isOptional(isText), isLocked: isFlag, folds: isFolds });

const TO_PAGE: Readonly<Record<ToPage['type'], Shape>> = {
  picture: {
    state: isState,
    system: isText,
    title: isText,
    systems: isList(isRecord({ name: isText, title: isText })),
    width: isNumber,
    height: isNumber,
    groups: isList(isRecord({ id: isText, svg: isText })),
    broken: isList(isText),
    levels: isNumber,
  },
  found: {
    query: isText,
    note: isOptional(isText),
    hits: isList(isRecord({ element: isText, title: isText, detail: isText })),
    elements: isList(isText),
  },
  reaching: { element: isText, elements: isList(isText) },
  copy: { svg: isText },
  highlight: { element: isText },
  trouble: { message: isText },
  makePng: { svg: isText, id: isNumber, scale: isNumber },
  askView: { id: isNumber },
};

const FROM_PAGE: Readonly<Record<FromPage['type'], Shape>> = {
  ready: { aspect: isNumber },
  choose: { element: isText, open: isFlag },
  fold: { folds: isFolds },
  lock: { isLocked: isFlag },
  system: { name: isText },
  find: { query: isText },
  reach: { element: isText },
  export: {},
  print: {},
  inView: { id: isNumber, area: isRecord({ x: isNumber, y: isNumber, width: isNumber, height: isNumber }) },
  copy: {},
  png: { id: isNumber, data: isText },
};

function isMessage(shapes: Readonly<Record<string, Shape>>, value: unknown): boolean {
  if (!isRecord({ type: isText })(value)) return false;
  const { type } = value as { type: string };
  return Object.hasOwn(shapes, type) && isRecord(shapes[type]!)(value);
}

/** The value as a message to the page, undefined where it is none. */
export const toPage = (value: unknown): ToPage | undefined =>
  isMessage(TO_PAGE, value) ? (value as ToPage) : undefined;

/** The value as a message of the page, undefined where it is none. */
export const fromPage = (value: unknown): FromPage | undefined =>
  isMessage(FROM_PAGE, value) ? (value as FromPage) : undefined;

/** A kept state, undefined where it is none: of an older version, or none yet. */
export const previewState = (value: unknown): PreviewState | undefined =>
  isState(value) ? (value as PreviewState) : undefined;
