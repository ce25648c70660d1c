import { withoutBlanksAtEnd } from '../syntax/text.ts';

/** A text or comment as it stands at an indentation. Lines end with `\n`. */
export function atIndent(text: string, kind: 'text' | 'comment', indent: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (kind === 'comment') return comment(lines, indent);
  return lines.length === 1 ? text : textBlock(lines, `${indent}  `);
}

/** Trailing white space goes. Where all lines begin with a star, their common indentation is exchanged for another. */
function comment(lines: readonly string[], indent: string): string {
  const [first = '', ...rest] = lines.map((line) => line.trimEnd());
  const hasStars = rest.length > 0 && rest.every((line) => /^\s*\*/.test(line));
  if (!hasStars) return [first, ...rest].join('\n');
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

const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
