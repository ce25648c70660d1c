/** A text that asks to be replaced: the reading tells that it is still to be written. */
export const placeholder = (what: string): string => `"… (${what})"`;

/** A day that is still to be chosen: it stands without quotes, as days do. */
export const DATE_PLACEHOLDER = 'YYYY-MM-DD';

/** Finds such texts, without their quotes, and such days in what a fix writes. */
export const PLACEHOLDERS = new RegExp(String.raw`(?<=")…[^"\n]*(?=")|\b${DATE_PLACEHOLDER}\b`, 'g');

/** A text as the language writes it. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;

/** What is called by a number or a text, such as a revision, as it is written. */
export const numberOrQuoted = (name: string): string => (/^\d+(?:\.\d+)?$/.test(name) ? name : quote(name));
