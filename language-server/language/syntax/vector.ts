import { FIRST_WORDS } from './words.generated.ts';

/** A word that begins a vector of security levels: `sl-t` or `sl-c`. */
export type VectorWord = (typeof FIRST_WORDS.Levels)[number];

/** True for a word before which levels of the FRs are written, as `sl-t`. */
export function isVectorWord(word: string | undefined): word is VectorWord {
  return (FIRST_WORDS.Levels as readonly (string | undefined)[]).includes(word);
}
