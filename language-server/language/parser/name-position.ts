import type { PropertyName } from '../syntax/schemas.ts';
import { BLOCK_WORDS, type Keyword, REFERRING_WORDS } from '../syntax/words.generated.ts';

/** Words whose values are names as a rule, though the grammar takes other values for them too. */
const NAMING: readonly (Keyword | PropertyName)[] = [
  'by',
  'with',
  'via',
  'maps',
  'from',
  'source',
  'separated-from',
  'category',
  'flags',
  'applies',
];

/** After these a name stands, whatever word it is. */
const BEFORE_NAME: ReadonlySet<string> = new Set([...BLOCK_WORDS, ...REFERRING_WORDS, ...NAMING]);

/** True after a word that a name follows, so that a keyword there is no keyword. */
export const isNamePosition = (previous: string): boolean => BEFORE_NAME.has(previous);

const SIGNS: ReadonlySet<string> = new Set(REFERRING_WORDS.filter((word) => !/^\w/.test(word)));

/**
 * True for a word that is a name where it stands: a name follows what is before it, unless that is a name itself.
 * @param textAt the word of an index
 */
export function isNameAt(textAt: (index: number) => string, index: number): boolean {
  let first = index;
  while (first > 0 && isNamePosition(textAt(first - 1))) {
    first--;
    // A sign is no name, whatever is before it.
    if (SIGNS.has(textAt(first))) break;
  }
  return (index - first) % 2 === 1;
}
