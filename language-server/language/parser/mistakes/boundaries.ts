import { is, type Line, type Mistake, missing } from './words.ts';

/** The reason why there is no boundary, without the word before it. */
export function boundaryMistake({ words }: Line): Mistake | undefined {
  const at = words.findIndex(({ image }, i) => i > 0 && image === 'none');
  const reason = words[at + 1];
  if (at < 0 || !is(reason, 'TEXT')) return undefined;
  const message = `'none' needs 'because' before its reason: write because ${reason.image}.`;
  return missing(reason, message, 'because', "Add 'because'");
}
