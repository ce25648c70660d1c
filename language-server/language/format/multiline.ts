/** A text or comment as it stands at an indentation. Lines end with `\n`. */
export function atIndent(text: string, kind: 'text' | 'comment', indent: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (kind === 'comment') return comment(lines, indent);
  return lines.length === 1 ? text : textBlock(lines, `${indent}  `);
}

/** Trailing white space goes; where all lines begin with a star, the stars stand below each other. */
function comment(lines: readonly string[], indent: string): string {
  const [first = '', ...rest] = lines;
  const hasStars = rest.length > 0 && rest.every((line) => /^\s*\*/.test(line));
  return [first.trimEnd(), ...rest.map((line) => (hasStars ? `${indent} ${line.trim()}` : line.trimEnd()))].join('\n');
}

/**
 * The lines of a `"""…"""` with their common indentation exchanged for another: by the rules of text blocks it is no
 * part of the text. A text that begins on the line of its quotes has none to exchange.
 */
function textBlock(lines: readonly string[], indent: string): string {
  const [opening = '', ...rest] = lines;
  if (opening.slice(3).trim() !== '') return lines.join('\n');
  const last = rest.length - 1;
  const depths = rest.flatMap((line, i) => {
    const isText = i === last ? true : line.trim() !== '';
    return isText ? [line.length - line.trimStart().length] : [];
  });
  const depth = Math.min(...depths);
  const moved = rest.map((line, i) => {
    const stripped = i === last ? line.slice(depth) : line.slice(depth).replace(/[ \t]+$/, '');
    return stripped === '' ? '' : indent + stripped;
  });
  return [opening.trimEnd(), ...moved].join('\n');
}
