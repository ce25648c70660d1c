import { normaliseName } from '../core/text/names.ts';
import { isNameAt } from '../language/parser/name-position.ts';
import type { Token } from '../language/parser/tokens.ts';
import { BLOCK_WORDS, type BlockWord } from '../language/syntax/words.generated.ts';

/** A block around a place: the word that begins its declaration or member, the words up to its brace. */
export interface Block {
  /** Undefined where no such word is found before the brace. */
  readonly word: BlockWord | undefined;
  /** In the form in which names are compared. */
  readonly name: string;
  readonly header: readonly Token[];
  /** Index of the token after its opening brace. */
  readonly from: number;
}

const HEADS: ReadonlySet<string | undefined> = new Set(BLOCK_WORDS);

/** True for a word that begins what has a block. */
const isBlockWord = (word: string | undefined): word is BlockWord => HEADS.has(word);

/** The blocks that are open before the token of an index, the outermost first. Comments are no tokens here. */
export function blocksBefore(tokens: readonly Token[], index: number): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let i = 0; i < index; i++) {
    const { text } = tokens[i]!;
    if (text !== '{' && text !== '}') continue;
    if (text === '{') {
      const head = headOf(tokens, from, i);
      const word = tokens[head]?.text;
      blocks.push({
        word: isBlockWord(word) ? word : undefined,
        name: normaliseName(tokens[head + 1]?.text ?? ''),
        header: tokens.slice(head, i),
        from: i + 1,
      });
    } else blocks.pop();
    from = i + 1;
  }
  return blocks;
}

/** The first token of the header whose block opens at `open`. */
function headOf(tokens: readonly Token[], from: number, open: number): number {
  for (let i = open - 1; i >= from; i--) {
    if (isBlockWord(tokens[i]!.text) && !isNameAt((at) => tokens[at]!.text, i)) return i;
  }
  return Math.min(from, open);
}

/** The tokens that stand in a block itself, not in a block inside it; to the block's end, also behind the cursor. */
export function membersIn(tokens: readonly Token[], from: number): Token[] {
  const members: Token[] = [];
  let depth = 0;
  for (let i = from; i < tokens.length && depth >= 0; i++) {
    const token = tokens[i]!;
    if (token.text === '{') depth++;
    else if (token.text === '}') depth--;
    else if (depth === 0) members.push(token);
  }
  return members;
}

/** The words that begin a member among the tokens of a block, such as the names of its properties. */
export function memberWords(members: readonly Token[]): Set<string> {
  const words = members.filter(({ kind }, i) => kind === 'word' && !isNameAt((at) => members[at]!.text, i));
  return new Set(words.map(({ text }) => text));
}
