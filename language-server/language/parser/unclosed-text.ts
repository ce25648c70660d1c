import { lineStart } from '../syntax/white-space.ts';
import { BLOCK_WORDS } from '../syntax/words.generated.ts';

/** A text whose closing quote is missing, and where that goes if it is plain. */
export interface UnclosedText {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly start: number; readonly end: number; readonly text: string };
}

const HEADS: ReadonlySet<string> = new Set(BLOCK_WORDS);

/** In a longer line no end is looked for: it is none that people write. */
const MOST_LOOKED_AT = 500;

/** What a title goes on with: the text before it is the title. */
const BEHIND_TITLE = /[ \t]*(?:\{[ \t]*|:[ \t]*[\w.-]+.*|\bbetween[ \t].*)$/;

/**
 * A text whose closing quote is missing. Where it is the only quote of its line, it ends with the line, or a title
 * before what the header goes on with.
 */
export function unclosedText(text: string, start: number, end: number): UnclosedText {
  const isBlock = text.startsWith('"""', start);
  const line = text.slice(start, end).match(/^[^\r\n]*/)![0];
  const message = `This text is not closed: put ${isBlock ? '"""' : '"'} at its end.`;
  const span = { start, end: start + line.length };
  const whole = text.slice(lineStart(text, start), span.end);
  const isOnly = !isBlock && whole.length <= MOST_LOOKED_AT && whole.indexOf('"') === whole.lastIndexOf('"');
  if (!isOnly || line.includes('\\') || isBroken(text, span.end)) return { ...span, message };
  const before = whole.slice(0, whole.length - line.length);
  const isTitle =
    /^[ \t]*(?:.*\{[ \t]*)?[a-z-]+[ \t]+[\p{L}_][\p{L}\p{M}\p{N}_-]*[ \t]+$/u.test(before) &&
    HEADS.has(/([a-z-]+)[ \t]+\S+[ \t]+$/.exec(before)?.[1] ?? '');
  const behind = isTitle ? BEHIND_TITLE.exec(line)?.index : undefined;
  const close = start + (behind ?? closeIn(line));
  if (close <= start + 1) return { ...span, message };
  return { ...span, message, fix: { title: "Add '\"'", start: close, end: close, text: '"' } };
}

/** True where the next line has the quote that is missing, so that the text was broken over two. */
const isBroken = (text: string, end: number): boolean =>
  (/^\s*[^\r\n]*/.exec(text.slice(end))![0].match(/"/g) ?? []).length % 2 === 1;

/** Where a text ends in its line: before what closes the block around it, and before a comment. */
const closeIn = (line: string): number => line.replace(/[ \t]+\/\/.*$/, '').replace(/[ \t]*\}?[ \t]*$/, '').length;
