import { isWhiteSpace } from '../syntax/white-space.ts';
import { DECLARATION_WORDS, type Keyword, REFERRING_WORDS } from '../syntax/words.generated.ts';
import { foreignCommentAt } from './foreign-comments.ts';

/** One top-level declaration with the comments before it: `start` inclusive, `end` exclusive. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** False when no declaration keyword stands in it: comments only, or text that is none of the language. */
  readonly declaration: boolean;
  /** Offset in the text of the block that is nested too deeply to be read, if there is one. */
  readonly tooDeep?: number;
  /** True for a file with more declarations than are read. */
  readonly tooMany?: boolean;
}

/** The words that begin a top-level declaration. */
const DECLARATIONS: ReadonlySet<string> = new Set(DECLARATION_WORDS);

/** After these a name is due, so that a declaration keyword on the next line is one. */
const EXPECTS_NAME: ReadonlySet<string> = new Set([...DECLARATION_WORDS, ...REFERRING_WORDS]);

/** A word that stands after a name: of two words the first is then no keyword. */
const BETWEEN_NAMES: Keyword = 'and';

/** Deeper nesting than any plant has; the parser recurses and must not run out of stack. */
const MAX_DEPTH = 100;

/** A file longer than this is not read: no one could review it, and reading it would stall the editor. */
export const MAX_FILE = 8 * 1024 * 1024;

export const TOO_LONG = 'This file is over 8 MB long and was not read: split it.';

/** Nor is one with more declarations. */
const MAX_DECLARATIONS = 10_000;

/** A file that is not read at all: it is too long, or no text. */
const whole = (text: string): Chunk[] => [{ start: 0, end: text.length, declaration: false }];

/**
 * Splits a text at its top-level declarations, so that each can be read on its own: an error in one cannot
 * reach the next, and an edit costs only the declaration it is in. Where braces do not balance, a declaration
 * keyword at the very start of a line ends the declaration before it.
 */
export function split(text: string): Chunk[] {
  if (text.length > MAX_FILE || text.includes('\0')) return whole(text);
  const chunks = scan(text, false) ?? scan(text, true)!;
  // A file without any text is read too: it is told that it says nothing.
  if (chunks.length === 0) return whole(text);
  return chunks.length > MAX_DECLARATIONS ? [{ ...whole(text)[0]!, tooMany: true }] : chunks;
}

/** Answers undefined when the braces do not balance and `resync` is off. */
function scan(text: string, resync: boolean): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  const length = text.length;
  let depth = 0;
  let tooDeep: number | undefined;
  let start = -1; // of the current chunk, -1 between chunks
  let started = false; // the current chunk has its declaration, not only comments
  let stray = false; // … or words that belong to no declaration
  let lineStart = true; // nothing but white space before on this line
  let column = 0; // offset of the line's start
  let previous = ''; // last word or sign
  let end = 0; // end of the last significant text

  const close = (to: number) => {
    if (start >= 0 && to > start) {
      chunks.push({ start, end: to, declaration: started, ...(tooDeep !== undefined && { tooDeep }) });
    }
    start = -1;
    started = false;
    stray = false;
    tooDeep = undefined;
  };

  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      lineStart = true;
      column = ++i;
      continue;
    }
    if (isWhiteSpace(code)) {
      i++;
      continue;
    }
    const at = i;
    if (code === 47 /* / */ && (text.charCodeAt(i + 1) === 47 || text.charCodeAt(i + 1) === 42)) {
      if (text.charCodeAt(i + 1) === 47) {
        i = endOfLine(text, i);
      } else {
        const close = text.indexOf('*/', i + 2);
        i = close < 0 ? length : close + 2;
        // A comment that stands on lines of its own before a declaration belongs to that declaration; one that is
        // not closed belongs to none.
        if (depth === 0 && started && lineStart && (close < 0 || startsDeclaration(text, i))) {
          closeAt(at);
          end = i;
          continue;
        }
      }
      if (start < 0) start = at;
      end = i;
      continue;
    }
    if ((code === 35 || code === 45) && foreignCommentAt(text, at) !== undefined) {
      // No comment of the language, but what stands in it is no declaration either.
      i = endOfLine(text, at);
      if (start < 0) start = at;
      if (depth === 0 && !started) stray = true;
      lineStart = false;
      end = i;
      continue;
    }
    if (isNameStart(code)) {
      i++;
      while (i < length && isNamePart(text.charCodeAt(i))) i++;
      const word = text.slice(at, i);
      const isStart =
        DECLARATIONS.has(word) &&
        (depth === 0
          ? !started || (lineStart && (isNamed(text, i) || !EXPECTS_NAME.has(previous)))
          : resync && at === column && isHeader(text, i));
      if (isStart) {
        if (started || stray) closeAt(at);
        if (start < 0) start = at;
        started = true;
        depth = 0;
      } else {
        if (start < 0) start = at;
        if (depth === 0 && !started) stray = true;
      }
      previous = word;
    } else if (code === 34 /* " */) {
      i = text.startsWith('"""', i) ? endOfTextBlock(text, i, resync) : endOfString(text, i);
      if (start < 0) start = at;
      previous = '"';
    } else {
      i++;
      if (start < 0) start = at;
      previous = text[at]!;
      if (code === 123 /* { */) {
        depth++;
        if (depth > MAX_DEPTH) tooDeep ??= at;
      } else if (code === 125 /* } */) {
        depth--;
        if (depth < 0) {
          if (!resync) return undefined;
          depth = 0;
        } else if (depth === 0) {
          end = i;
          close(i);
        }
      }
    }
    lineStart = false;
    end = i;
  }
  if (depth !== 0 && !resync) return undefined;
  close(end);
  return chunks;

  /** Ends the current chunk before `at` and starts the next one there. */
  function closeAt(at: number): void {
    let to = at;
    while (to > start && isWhiteSpace(text.charCodeAt(to - 1))) to--;
    close(to);
    start = at;
  }
}

/** True where a name follows on the line, so that the word before is the keyword of a declaration and no name. */
function isNamed(text: string, from: number): boolean {
  const match = /[^\S\r\n]+([\p{L}_][\p{L}\p{N}_-]*)/uy;
  match.lastIndex = from;
  const word = match.exec(text)?.[1];
  return word !== undefined && word !== BETWEEN_NAMES;
}

/**
 * True where what follows a word on its line can only be a declaration: some of the words begin members, too, and where
 * braces do not balance nobody knows what stands in a block.
 */
function isHeader(text: string, from: number): boolean {
  const match =
    /[^\S\r\n]+[\p{L}_][\p{L}\p{N}_-]*(?:[^\S\r\n]*[":]|\s*\{|[^\S\r\n]+(?:between|on|extends|edition)\b)/uy;
  match.lastIndex = from;
  return match.test(text);
}

function startsDeclaration(text: string, from: number): boolean {
  const match = /\s*([a-z-]+)/y;
  match.lastIndex = from;
  const word = match.exec(text)?.[1];
  return word !== undefined && DECLARATIONS.has(word);
}

function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return text.length;
}

function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 34) return i + 1;
    else if (code === 10 || code === 13) return i;
  }
  return text.length;
}

/** The end of a text block. One that is not closed ends, with `resync`, where the next declaration seems to begin. */
function endOfTextBlock(text: string, from: number, resync: boolean): number {
  for (let i = from + 3; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 34 && text.startsWith('"""', i)) return i + 3;
  }
  if (resync) {
    for (const { index, groups } of text.slice(from).matchAll(/[\r\n]+(?<word>[a-z-]+)[^\S\r\n]+[\p{L}_]/gu)) {
      if (DECLARATIONS.has(groups!.word!)) return from + index;
    }
  }
  return text.length;
}

function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 0x80 && !isWhiteSpace(code))
  );
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}
