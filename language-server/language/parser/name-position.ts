import type { PropertyName } from '../syntax/schemas.ts';
import { BLOCK_WORDS, type Keyword, REFERRING_WORDS } from '../syntax/words.generated.ts';

/** Words whose values are names as a rule, though the grammar takes other values for them too. */
const NAMING: readonly (Keyword | PropertyName)[] = ['by', 'with', 'via', 'maps', 'from', 'source', 'separated-from'];

/** After these a name stands, whatever word it is. */
const BEFORE_NAME: ReadonlySet<string> = new Set([...BLOCK_WORDS, ...REFERRING_WORDS, ...NAMING]);

/** True after a word that a name follows, so that a keyword there is no keyword. */
export const isNamePosition = (previous: string): boolean => BEFORE_NAME.has(previous);
