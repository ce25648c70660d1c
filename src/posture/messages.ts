/**
 * All messages between the page of the posture panel and the extension, both ways. What does not fit the schema of a
 * message is dropped.
 */
import * as v from 'valibot';
import { JUDGED_SORTS, OFFERED_VERBS } from '../../language-server/core/model/statement.ts';
import type { PostureControl, PostureResult, PostureRow, PostureStep } from '../../language-server/protocol.ts';
import type { Fields } from '../../language-server/protocol-shapes.ts';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(number, v.integer(), v.minValue(0));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** What the page keeps over a reload of the window. */
const state = v.object({
  /** The file whose system is shown. */
  uri: text,
  system: v.optional(text),
  date: v.optional(text),
});
export type PostureState = v.InferOutput<typeof state>;

const row = v.object({
  sort: v.picklist(JUDGED_SORTS),
  path: text,
  title: text,
  depth: number,
  slT: v.nullable(list(number)),
  slA: v.nullable(list(v.nullable(number))),
  slAEvidenced: v.nullable(list(v.nullable(number))),
  gap: v.nullable(list(number)),
  required: v.nullable(number),
  met: v.nullable(number),
  notApplicable: v.nullable(number),
  missing: v.nullable(number),
  pending: v.nullable(number),
} satisfies Fields<PostureRow>);

/** How a zone or conduit stands. */
export type Row = v.InferOutput<typeof row>;

const step = v.object({
  date: text,
  due: list(v.object({ zone: text, controls: list(text), text })),
  ending: list(v.object({ zone: text, what: list(text) })),
} satisfies Fields<PostureStep>);

/** What happens on a day of the roadmap. */
export type Step = v.InferOutput<typeof step>;

const posture = {
  system: text,
  title: text,
  systems: list(v.object({ name: text, title: text })),
  broken: list(text),
  date: text,
  steps: list(step),
  rows: list(row),
} satisfies Fields<PostureResult>;

/** A control as the page shows it; where its statement stands the extension knows. */
const control = v.object({
  id: text,
  title: text,
  level: number,
  status: text,
  isMet: v.boolean(),
  isEvidenced: v.boolean(),
  stated: v.nullable(v.object({ because: text, until: text, where: v.picklist(['here', 'around', 'system']) })),
  guidance: text,
} satisfies Fields<Omit<PostureControl, 'stated'> & { stated: unknown }>);

/** Something of the table: a zone or conduit, in one FR or all of it. */
const cell = { sort: v.picklist(JUDGED_SORTS), path: text, fr: v.optional(text) };

/** A message with these fields. */
const message = <T extends string, F extends v.ObjectEntries>(type: T, fields: F) =>
  v.object({ type: v.literal(type), ...fields });

/** Extension to page. */
const toPageMessage = v.variant('type', [
  message('posture', { state, ...posture }),
  message('controls', { ...cell, controls: list(control) }),
  message('trouble', { message: text }),
  message('copied', { what: text }),
]);
export type ToPage = v.InferOutput<typeof toPageMessage>;

/** Page to extension. */
const fromPageMessage = v.variant('type', [
  message('ready', {}),
  message('system', { name: text }),
  message('date', { date: text }),
  /** What is asked of a cell, and how it stands, is wanted. */
  message('controlsOf', cell),
  /** The declaration of a zone or conduit is wanted in the text. */
  message('open', { sort: v.picklist(JUDGED_SORTS), path: text }),
  /** What says how one of the controls that were told last stands is wanted in the text. */
  message('openStated', { at: count }),
  /** One of these controls is to be stated in the zone or conduit. */
  message('state', { at: count, verb: v.picklist(OFFERED_VERBS) }),
  message('copyText', { text, what: text }),
]);
export type FromPage = v.InferOutput<typeof fromPageMessage>;

/** The value as a message to the page, undefined where it is none. */
export const toPage = (value: unknown): ToPage | undefined => (v.is(toPageMessage, value) ? value : undefined);

/** The value as a message of the page, undefined where it is none. */
export const fromPage = (value: unknown): FromPage | undefined => (v.is(fromPageMessage, value) ? value : undefined);

/** A kept state, undefined where it is none: of an older version, or none yet. */
export const postureState = (value: unknown): PostureState | undefined => (v.is(state, value) ? value : undefined);
