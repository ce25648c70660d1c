import { unreadable } from '../lowering/unit.ts';
import { split } from '../parser/split.ts';
import { isInside, type Token, tokensOf } from '../parser/tokens.ts';
import { isVectorWord } from '../syntax/vector.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { STEP } from './printer.ts';
import { lineAround, type Replacement } from './replacements.ts';

/**
 * Indents the line of an offset as the formatter would, where something has just been typed: a line break before it, or
 * the brace that begins it. Undefined where it stands so already, and in texts and comments.
 */
export function indentEdit(text: string, offset: number): Replacement | undefined {
  const [start] = lineAround(text, [offset, offset]);
  const end = start + /^[ \t]*/.exec(text.slice(start))![0].length;
  // A brace behind something else leaves its line where it is.
  const typed = text.slice(start, offset).trim();
  if (typed !== '' && typed !== '}') return undefined;
  // What stands above in braces that do not close is of no concern.
  const chunk = split(text).findLast((chunk) => chunk.start <= start);
  const from = chunk?.start ?? 0;
  if (chunk && unreadable(text.slice(from, chunk.end), chunk)) return undefined;
  const tokens = tokensOf(text.slice(from, Math.max(start, chunk?.end ?? 0)));
  if (tokens.some((token) => isInside(token, start - from))) return undefined;
  const before = tokens.filter(({ at, kind }) => at + from < start && kind !== 'comment');
  const indent = indentAfter(before, text[end] === '}');
  return indent === text.slice(start, end) ? undefined : { start, end, text: indent };
}

/** The indentation of a line that stands after tokens and may begin with a closing brace. */
function indentAfter(tokens: readonly Token[], closes: boolean): string {
  const open: number[] = [];
  tokens.forEach(({ text, kind }, i) => {
    if (kind !== 'sign') return;
    if (text === '{') open.push(i);
    else if (text === '}') open.pop();
  });
  const depth = Math.max(0, open.length - (closes ? 1 : 0));
  const isList = tokens.at(-1)?.text === ',' && !isInListBlock(tokens, open.at(-1));
  return STEP.repeat(depth) + (isList ? STEP + STEP : '');
}

/** The words whose block is a list. */
const LIST_WORDS: ReadonlySet<string | undefined> = new Set([...FIRST_WORDS.Profile, ...FIRST_WORDS.Focus]);

/** True in the braces of a profile, a focus topic or a level vector, which hold nothing but a list. */
function isInListBlock(tokens: readonly Token[], open: number | undefined): boolean {
  if (open === undefined) return false;
  // A level vector: what it is given for all FRs may stand between.
  if (tokens.slice(Math.max(0, open - 2), open).some(({ text }) => isVectorWord(text))) return true;
  const head = tokens.slice(0, open).findLastIndex(({ text, kind }) => kind === 'sign' && /^[{}]$/.test(text)) + 1;
  return LIST_WORDS.has(tokens[head]?.text);
}
