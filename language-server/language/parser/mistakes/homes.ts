import type { Keyword } from '../../syntax/words.generated.ts';
import type { Mistake } from './words.ts';

/** Where some words belong that are written at the top of a file. */
const HOMES: Partial<Record<Keyword, string>> = {
  asset: 'a zone',
  flow: 'a zone or a conduit',
  kind: 'a reference-model',
  control: 'a catalog',
};

/** What is said of a word that stands at the top of a file and belongs into a block; undefined of others. */
export function homeMistake(word: string, start: number): Mistake | undefined {
  const home = HOMES[word as Keyword];
  if (!home) return undefined;
  const message = `'${word}' belongs inside ${home}: put it into the braces of one.`;
  return { start, end: start + word.length, message };
}
