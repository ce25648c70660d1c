import type { AstNode } from 'langium';
import { normaliseRequirement } from '../../core/model/control.ts';
import type { Reference, Sort } from '../../core/model/reference.ts';
import { normaliseName } from '../../core/text/names.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { type Feature, type PlacedWord, placedWords, placeOf, type Reader, referTo, report } from './reader.ts';

/**
 * Reports what a list names a second time, with the fix that takes it out.
 * @param earlier what lists before it have named, where all of them count as one
 */
export function reportRepeated(
  reader: Reader,
  words: readonly PlacedWord[],
  earlier: readonly PlacedWord[] = [],
): readonly PlacedWord[] {
  if (words.length + earlier.length < 2) return words;
  const named = new Set(earlier.map(meaningOf));
  words.forEach((word, i) => {
    const meaning = meaningOf(word);
    if (!named.has(meaning)) {
      named.add(meaning);
      return;
    }
    const message = `This list names ${word.raw} twice, and it counts once: remove this one.`;
    const at = itemOf(reader, words, i);
    const fix = at === undefined ? undefined : { text: '', title: `Remove this ${word.raw}`, at };
    report(reader, 'repeated-statement', word.at, message, fix, 'hint');
  });
  return words;
}

/** The references that a list holds, registered to be resolved later; what it names twice is reported. */
export const listedIn = <N extends AstNode>(reader: Reader, node: N, feature: Feature<N>, sort: Sort): Reference[] =>
  reportRepeated(reader, placedWords(reader, node, feature)).map((value) => referTo(reader, sort, value));

const meaningOf = ({ raw }: PlacedWord): string =>
  beginsRequirement(raw) ? normaliseRequirement(raw) : normaliseName(raw);

/** An item of a list with a comma; undefined for one that stands alone. */
function itemOf(reader: Reader, words: readonly PlacedWord[], i: number): number | undefined {
  const word = words[i]!;
  const [before, after] = [words[i - 1], words[i + 1]];
  if (before) return placeOf(reader, before.start + before.raw.length, word.start + word.raw.length);
  return after && placeOf(reader, word.start, after.start);
}
