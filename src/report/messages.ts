/**
 * All messages between the page of the report panel and the extension, both ways. What does not fit the schema of a
 * message is dropped.
 */
import * as v from 'valibot';
import type { ReportResult } from '../../language-server/protocol.ts';
import type { Fields } from '../../language-server/protocol-shapes.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** What the page keeps over a reload of the window. */
const state = v.object({
  /** The file whose system is shown. */
  uri: text,
  system: v.optional(text),
});
export type ReportState = v.InferOutput<typeof state>;

const report = {
  system: text,
  title: text,
  systems: list(v.object({ name: text, title: text })),
  broken: list(text),
  html: text,
} satisfies Fields<Omit<ReportResult, 'files'>>;

/** A message with these fields. */
const message = <T extends string, F extends v.ObjectEntries>(type: T, fields: F) =>
  v.object({ type: v.literal(type), ...fields });

/** Extension to page. */
const toPageMessage = v.variant('type', [
  message('report', { state, ...report }),
  /** The model is another one than the page shows. */
  message('outdated', {}),
  message('trouble', { message: text }),
]);
export type ToPage = v.InferOutput<typeof toPageMessage>;

/** Page to extension. */
const fromPageMessage = v.variant('type', [
  message('ready', {}),
  message('system', { name: text }),
  message('update', {}),
  message('export', {}),
  /** A line of a file of the model is wanted, by the index of the file. */
  message('open', { file: count, line: count }),
]);
export type FromPage = v.InferOutput<typeof fromPageMessage>;

/** The value as a message to the page, undefined where it is none. */
export const toPage = (value: unknown): ToPage | undefined => (v.is(toPageMessage, value) ? value : undefined);

/** The value as a message of the page, undefined where it is none. */
export const fromPage = (value: unknown): FromPage | undefined => (v.is(fromPageMessage, value) ? value : undefined);

/** A kept state, undefined where it is none: of an older version, or none yet. */
export const reportState = (value: unknown): ReportState | undefined => (v.is(state, value) ? value : undefined);
