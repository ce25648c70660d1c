/**
 * Characters that are not seen but act: they steer a terminal, turn the direction of a line or hide in a word. The two
 * joiners (U+200C, U+200D) stay: Persian, Hindi and many emoji are written with them.
 */
const UNSEEN = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A text with all that is in it to be seen: characters that act without being seen become `·`. */
export const visible = (text: string): string => text.replace(UNSEEN, '·');

/** `##vso[…]`, `##[…]` and their like, which build servers obey wherever they stand in a line of a log. */
const MARK = /#(?=[\u200c\u200d]*#[\w\u200c\u200d]*\[)/g;
/** `::…::`, which GitHub obeys at the beginning of a line. */
const COMMAND = /^([\s\u200c\u200d]*):(?=:)/gm;

/**
 * Text of a file or its name, made safe for a terminal and for the log of a build server: nothing in it steers the
 * terminal, turns a line or hides in it, and nothing is a command.
 */
export function printable(text: string): string {
  return visible(text).replace(MARK, '·').replace(COMMAND, '$1·');
}

/** The same as one line. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]\s*/g, ' '));
}
