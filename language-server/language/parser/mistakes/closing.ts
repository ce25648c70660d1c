import { lineStart } from '../../syntax/white-space.ts';
import { BLOCK_WORDS } from '../../syntax/words.generated.ts';
import { isNameAt } from '../name-position.ts';
import { isArrow } from './flows.ts';
import { is, isBreak, isReference, type Mistake, type Word } from './words.ts';

/** A block that is open, by its brace. */
interface Open {
  /** Index of the brace, and of the word that the block belongs to. */
  readonly brace: number;
  readonly head: number;
  /** White space before the line of the head. */
  readonly indent: string;
  /** True where what it holds stands further in than its head, so that what stands no further in is outside. */
  isIndented: boolean;
}

const HEADS: ReadonlySet<string> = new Set(BLOCK_WORDS);

/** A block without its `}`, for an error at the word that no longer belongs to it, or at the end of the text. */
export function closingMistake(text: string, words: readonly Word[], wrong: number): Mistake | undefined {
  const opens = words.filter(({ image }) => image === '{').length;
  if (opens <= words.filter(({ image }) => image === '}').length) return undefined;
  const found = unclosed(text, words);
  if (!found || wrong < found.before) return undefined;
  const { blocks, before } = found;
  const block = blocks.at(-1)!;
  const head = words[block.head]!;
  const last = words[before - 1]!;
  const name = nameOf(words, block.head);
  const said = name ? `${head.image} '${text.slice(name.start, name.end)}'` : `this ${head.image}`;
  const message = `The block of ${said} is not closed: put '}' behind the last of its members.`;
  const isLine = !isBreak(text, words[block.brace]!, last) && before === words.length && last !== words[block.brace];
  const closing = blocks.map(({ indent }) => (isLine ? ' }' : `\n${indent}}`)).reverse();
  const at = isLine ? last.end : lineEnd(text, last.end);
  const title = blocks.length > 1 ? `Add the ${blocks.length} closing braces` : "Add '}'";
  return {
    start: head.start,
    end: (name ?? head).end,
    message,
    fix: { title, start: at, end: at, text: closing.join('') },
  };
}

/** The name behind a word that begins a block; of a flow its ends. A vector has none. */
function nameOf(words: readonly Word[], head: number): Pick<Word, 'start' | 'end'> | undefined {
  const [, name, arrow, target] = words.slice(head, head + 4);
  if (!is(name, 'NAME') && !isReference(name)) return undefined;
  const isFlow = isArrow(arrow) && isReference(target);
  return { start: name.start, end: isFlow ? target.end : name.end };
}

/** The end of a line without the white space there, with a comment on it. */
const lineEnd = (text: string, from: number): number => from + /^[^\r\n]*/.exec(text.slice(from))![0].trimEnd().length;

/** The innermost block that ends before a word by how far in that stands; else all that are open at the end. */
function unclosed(
  text: string,
  words: readonly Word[],
): { readonly blocks: readonly Open[]; readonly before: number } | undefined {
  const open: Open[] = [];
  let head = 0;
  for (const [i, word] of words.entries()) {
    const previous = words[i - 1];
    const block = open.at(-1);
    if (block && previous && isBreak(text, previous, word)) {
      const depth = indentOf(text, word).length;
      const isOut = depth < block.indent.length || (depth === block.indent.length && word.image !== '}');
      if (previous === words[block.brace] && word.image !== '}') block.isIndented = depth > block.indent.length;
      else if (block.isIndented && isOut) return { blocks: [block], before: i };
    }
    if (HEADS.has(word.image) && !isNameAt((at) => words[at]!.image, i)) head = i;
    if (word.image === '{') open.push({ brace: i, head, indent: indentOf(text, words[head]!), isIndented: false });
    else if (word.image === '}') open.pop();
  }
  return open.length === 0 ? undefined : { blocks: open, before: words.length };
}

/** The white space at the beginning of the line that a word stands in. */
const indentOf = (text: string, { start }: Word): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, start), start))![0];
