import { withoutBlanksAtEnd } from '../syntax/text.ts';

/**
 * A text or comment as it stands at an indentation. Lines end with `\n`.
 * @param shift columns that its first line moves to the right
 */
export function atIndent(text: string, kind: 'text' | 'comment', indent: string, shift: () => number): string {
  const lines = text.split(/\r\n?|\n/);
  if (kind === 'comment') return comment(lines, indent, shift);
  return lines.length === 1 ? text : textBlock(lines, `${indent}  `);
}

/**
 * Trailing white space goes. Where all lines begin with a star, their common indentation is exchanged for another; else
 * they move as far as the first: they may be a drawing.
 */
function comment(lines: readonly string[], indent: string, shift: () => number): string {
  const [first = '', ...rest] = lines.map((line) => line.trimEnd());
  if (rest.length === 0) return first;
  const hasStars = rest.every((line) => /^\s*\*/.test(line));
  if (!hasStars) return [first, ...shifted(rest, shift())].join('\n');
  const depth = least(rest.map((line) => line.length - line.trimStart().length));
  return [first, ...rest.map((line) => `${indent} ${line.slice(depth)}`)].join('\n');
}

/**
 * The lines of a `"""…"""` with their common indentation exchanged for another: by the rules of text blocks it is no
 * part of the text. A text that begins on the line of its quotes has none to exchange.
 */
function textBlock(lines: readonly string[], indent: string): string {
  const [opening = '', ...rest] = lines;
  if (!/^"""[ \t]*$/.test(opening)) return lines.join('\n');
  const last = rest.length - 1;
  const depth = least(
    rest.flatMap((line, i) => (i === last || line.trim() !== '' ? line.length - line.trimStart().length : [])),
  );
  const moved = rest.map((line, i) => {
    const stripped = i === last ? line.slice(depth) : withoutBlanksAtEnd(line.slice(depth));
    return stripped === '' ? '' : indent + stripped;
  });
  return ['"""', ...moved].join('\n');
}

/** Lines moved to the right, or to the left as far as they all have blanks for it. */
function shifted(lines: readonly string[], shift: number): string[] {
  const blanks = least(lines.flatMap((line) => (line === '' ? [] : line.length - line.trimStart().length)));
  const by = Math.max(shift, -blanks);
  return lines.map((line) => (line === '' ? '' : by < 0 ? line.slice(-by) : ' '.repeat(by) + line));
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
