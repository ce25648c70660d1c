/**
 * All messages between the preview's page and the extension, both ways. Neither side trusts the other's: what does not
 * fit the schema of a message is dropped.
 */
import * as v from 'valibot';
import type { Severity } from '../../language-server/core/model/system.ts';
import { HIT_SORTS, type Hit } from '../../language-server/core/search/find.ts';
import type { DiagramResult } from '../../language-server/protocol.ts';
import { area, type Fields, pictureOptions } from '../../language-server/protocol-shapes.ts';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const flag = v.boolean();
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** What the page keeps over a reload of the window. */
const state = v.object({
  /** The file whose system is shown. */
  uri: text,
  system: v.optional(text),
  isLocked: flag,
  options: pictureOptions,
});
export type PreviewState = v.InferOutput<typeof state>;

/** Where the picture stands in the stage, in pixels, and its scale. */
const view = v.object({
  x: number,
  y: number,
  k: v.pipe(number, v.gtValue(0)),
  /** The least scale of the fit that holds until the picture is moved by hand; none where it was. */
  fitted: v.optional(number),
});
export type View = v.InferOutput<typeof view>;

/** Which system one was looking at, and where: the page keeps it with the state, and needs nothing else of it. */
const looking = v.object({ system: text, view });
export type Looking = v.InferOutput<typeof looking>;
const lookingState = v.object({ looking });

/** A part of the picture: the `<g>` of an element. */
const part = v.object({ id: text, svg: text } satisfies Fields<DiagramResult['parts'][number]>);

/** An element that a search found. */
const hit = v.object({
  element: text,
  sort: v.picklist(HIT_SORTS),
  title: text,
  detail: text,
} satisfies Fields<Hit>);

/** A message with these fields. */
const message = <T extends string, F extends v.ObjectEntries>(type: T, fields: F) =>
  v.object({ type: v.literal(type), ...fields });

/** Extension to page. */
const toPageMessage = v.variant('type', [
  message('picture', {
    state,
    system: text,
    title: text,
    systems: list(v.object({ name: text, title: text })),
    width: number,
    height: number,
    parts: list(part),
    broken: list(text),
    /** How many levels of zones there are to open. */
    levels: number,
  }),
  /** What a search found: the first hits for the list, and the paths of all. */
  message('found', {
    query: text,
    /** What was looked for, where that is more than words. */
    note: v.optional(text),
    hits: list(hit),
    elements: list(text),
  }),
  /** The paths of all along which connections come to an element. */
  message('reaching', { element: text, elements: list(text) }),
  /** The findings that the mark of a part of the picture counts, the errors first. */
  message('findings', {
    part: text,
    findings: list(v.object({ rule: text, severity: v.picklist(SEVERITIES), message: text })),
  }),
  /** A picture to put on the clipboard. */
  message('copy', { svg: text }),
  /** The element whose declaration the cursor of an editor stands in; empty for none. */
  message('select', { element: text }),
  message('trouble', { message: text }),
  message('makePng', { svg: text, id: number, scale: number }),
  /** Asks which part of the picture is in view. */
  message('askView', { id: number }),
]);
export type ToPage = v.InferOutput<typeof toPageMessage>;

/** Page to extension. */
const fromPageMessage = v.variant('type', [
  /** The page is there and can show pictures, of this width by height best. */
  message('ready', { aspect: number }),
  /** The panel has another size, which pictures of this width by height suit. */
  message('resized', { aspect: number }),
  /** An element was selected; `open` takes the cursor to its declaration. */
  message('select', { element: text, open: flag }),
  /** The picture is wanted with other zones open, or in other colours. */
  message('options', { options: pictureOptions }),
  message('lock', { isLocked: flag }),
  message('system', { name: text }),
  message('find', { query: text }),
  message('reach', { element: text }),
  /** The findings of what a part of the picture shows are wanted: of one element or a bundle, with what lies in it or without. */
  message('findingsOf', { part: text, elements: list(text), withInner: flag }),
  /** The place of one of the findings that were told of a part is wanted in the text. */
  message('openFinding', { part: text, at: v.pipe(number, v.integer(), v.minValue(0)) }),
  message('export', {}),
  message('print', {}),
  message('copy', {}),
  message('inView', { id: number, area }),
  /** A picture as the Base64 text of a PNG file; empty where it could not be made. */
  message('png', { id: number, data: text }),
]);
export type FromPage = v.InferOutput<typeof fromPageMessage>;

/** The value as a message to the page, undefined where it is none. */
export const toPage = (value: unknown): ToPage | undefined => (v.is(toPageMessage, value) ? value : undefined);

/** The value as a message of the page, undefined where it is none. */
export const fromPage = (value: unknown): FromPage | undefined => (v.is(fromPageMessage, value) ? value : undefined);

/** A kept state, undefined where it is none: of an older version, or none yet. */
export const previewState = (value: unknown): PreviewState | undefined => (v.is(state, value) ? value : undefined);

/** Where one was looking, of what the page has kept; undefined where that is of an older version, or nothing yet. */
export const keptLooking = (value: unknown): Looking | undefined =>
  v.is(lookingState, value) ? value.looking : undefined;
