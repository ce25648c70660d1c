/**
 * Characters that are not seen but act: they steer a terminal, turn the direction of a line or hide in a word. The two
 * joiners (U+200C, U+200D) stay: Persian, Hindi and many emoji are written with them.
 */
const UNSEEN = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A text with all that is in it to be seen: characters that act without being seen become `·`. */
export const visible = (text: string): string => text.replace(UNSEEN, '·');
