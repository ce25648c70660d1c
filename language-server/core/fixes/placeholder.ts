import type { ElementRef } from '../engine/element.ts';

/** A text that asks to be replaced: the reading tells that it is still to be written. */
export const placeholder = (what: string): string => `"… (${what})"`;

/** True for the content of such a text. */
export const isPlaceholder = (content: string): boolean => content.startsWith('…');

/** Finds such texts, without their quotes, in what a fix writes. */
export const PLACEHOLDERS = /(?<=")…[^"\n]*(?=")/g;

/** A text as the language writes it. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;

/** True where an element gives a member, but with a value that cannot be read: the fault is the value. */
export const isGivenWrong = ({ entry, sort, index }: ElementRef, name: string): boolean =>
  entry.unit.problems.some(({ member, on }) => member === name && on?.sort === sort && on.index === index);

/** True where a value of an element could not be read: it may be what is missed, and a second would be one too many. */
export const hasUnreadValue = ({ entry, sort, index }: ElementRef): boolean =>
  entry.unit.problems.some(({ rule, on }) => rule === 'invalid-value' && on?.sort === sort && on.index === index);
