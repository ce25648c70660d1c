import { printableLine } from '../core/text/visible.ts';

/** SGR codes that switch a style on and off again. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof STYLES;

/** Styles a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

const coloured: Paint = (style, text) => {
  const [on, off] = STYLES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Colours are for terminals that have them; `NO_COLOR` switches them off. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return stream.isTTY && stream.hasColors() ? coloured : plain;
}

/** Says how far a long work has come; of a work of less than a second nobody hears. */
export interface Progress {
  /** @param expected how many milliseconds the next step is likely to take */
  step(text: string, expected?: number): void;
  /** Takes the line off the terminal. */
  end(): void;
}

const LONG = 1000;

/** Tells on a terminal how far something is; nothing is written where the stream is no terminal. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step() {}, end() {} };
  const started = Date.now();
  let last = 0;
  return {
    step(text, expected = 0) {
      const now = Date.now();
      const due = now - last > 100 || expected > 0;
      if (now - started + expected < LONG || !due) return;
      last = now;
      stream.write(`\r\u001b[2K${text}`);
    },
    end() {
      if (last > 0) stream.write('\r\u001b[2K');
    },
  };
}

/** Prints lines on standard output: what has been done. */
export const say = (...lines: readonly string[]): void => print(process.stdout, lines);

/** Prints lines on standard error: what could not be done, and notes. */
export const warn = (...lines: readonly string[]): void => print(process.stderr, lines);

const print = (stream: NodeJS.WriteStream, lines: readonly string[]): void => {
  if (lines.length > 0) stream.write(`${lines.map(printableLine).join('\n')}\n`);
};

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}|\p{Cf}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
