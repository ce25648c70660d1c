import { REQUIREMENT_FAMILIES, TERMINALS } from './words.generated.ts';

/** What a requirement begins with, as part of a pattern: `(?:SR|CR|…)`. */
export const FAMILY_PATTERN = `(?:${REQUIREMENT_FAMILIES.join('|')})`;

/** A requirement as it is written, as part of a pattern; what may follow it is for the pattern to say. */
export const REQUIREMENT_PATTERN = TERMINALS.REQUIREMENT.source.replace(/\(\?![^()]*\)$/, '');

const BEGINNING = new RegExp(String.raw`^${FAMILY_PATTERN}[^\S\r\n]*\d`);

/** True for a text that begins as a requirement does, such as `SR 1`: it may be written in several ways. */
export const beginsRequirement = (text: string): boolean => BEGINNING.test(text);
