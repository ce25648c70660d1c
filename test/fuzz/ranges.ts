interface Position {
  readonly line: number;
  readonly character: number;
}

/** What an answer says of places that there are not, with the answer's own words; nothing where all are in their texts. */
export function* strayRanges(
  answer: unknown,
  uri: string,
  textOf: (uri: string) => string | undefined,
): Iterable<string> {
  if (Array.isArray(answer)) for (const item of answer) yield* strayRanges(item, uri, textOf);
  else if (typeof answer === 'object' && answer !== null) {
    const about = uriOf(answer) ?? uri;
    const { start, end, startLine, endLine, changes } = answer as Record<string, unknown>;
    if (isPosition(start) && isPosition(end)) {
      const lines = linesOf(textOf(about));
      const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
      if (lines && !(isOrdered && [start, end].every((each) => isIn(lines, each)))) {
        yield `${JSON.stringify(answer)} of ${about}`;
      }
      return;
    }
    if (typeof startLine === 'number' && typeof endLine === 'number') {
      const lines = linesOf(textOf(about));
      if (lines && !(startLine <= endLine && endLine < lines.length)) yield `${JSON.stringify(answer)} of ${about}`;
    }
    for (const [key, part] of Object.entries(answer)) {
      if (key === 'changes' && changes === part) {
        for (const [file, edits] of Object.entries(part as object)) yield* strayRanges(edits, file, textOf);
      } else yield* strayRanges(part, about, textOf);
    }
  }
}

function uriOf(answer: object): string | undefined {
  const { uri, targetUri, textDocument } = answer as {
    uri?: unknown;
    targetUri?: unknown;
    textDocument?: { uri?: unknown };
  };
  const found = uri ?? targetUri ?? textDocument?.uri;
  return typeof found === 'string' ? found : undefined;
}

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value;

const linesOf = (text: string | undefined): string[] | undefined => text?.split(/\r\n|\n|\r/);

const isIn = (lines: readonly string[], { line, character }: Position): boolean =>
  line >= 0 && line < lines.length && character >= 0 && character <= lines[line]!.length;
