/** Values as written → values as meant. Each function says what is wrong with the writing, if anything is. */

/** The content of a `"…"`: `\"`, `\\` and `\n` are escapes, any other backslash stands for itself. */
export function readString(raw: string): { value: string; closed: boolean } {
  const closed = raw.length > 1 && raw.endsWith('"') && !/(?:^|[^\\])(?:\\\\)*\\"$/.test(raw);
  const body = raw.slice(1, closed ? -1 : undefined);
  const value = body.includes('\\')
    ? body.replace(/\\(["\\n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
    : body;
  return { value, closed };
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  b: '\b',
  f: '\f',
  r: '\r',
  s: ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * The content of a `"""…"""` by the rules of Java's text blocks (JLS 3.10.6): the common indentation goes,
 * the closing quotes' own line counting, so does white space at line ends; then the escapes are read.
 */
export function readTextBlock(raw: string): { value: string; closed: boolean } {
  const closed = raw.length >= 6 && raw.endsWith('"""');
  const body = raw.slice(3, closed ? -3 : undefined).replace(/\r\n?/g, '\n');
  const opening = /^[ \t]*\n/.exec(body);
  const lines = (opening ? body.slice(opening[0].length) : body).split('\n');
  const last = lines.length - 1;
  const significant = lines.filter((line, i) => line.trim() !== '' || (i === last && opening));
  const depths = significant.map((line) => line.length - line.trimStart().length);
  const indent = depths.reduce((least, depth) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  const stripped = lines.map((line) => withoutBlanksAtEnd(line.slice(Number.isFinite(indent) ? indent : 0)));
  const value = stripped
    .join('\n')
    .replace(/\\(\n|[ntbfrs"'\\])/g, (_, letter: string) => (letter === '\n' ? '' : (ESCAPES[letter] ?? letter)));
  return { value, closed };
}

/** A line without the spaces and tabs at its end. A pattern would look at each run of them in it again and again. */
export function withoutBlanksAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}

/** The number of a value that has it in quotes or behind letters, as `"2"`, `L4` and `SIL 2` do; undefined where none is. */
export const numberIn = (raw: string): string | undefined =>
  /^"?[ \t]*(?:[A-Za-z]{1,3}[- ]?)?(\d+(?:\.\d+)?)[ \t]*"?$/.exec(raw)?.[1];

/** True for a calendar date `YYYY-MM-DD` that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The Markdown of a documentation comment, without its stars. */
export function readDocComment(raw: string): string {
  return raw
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}
