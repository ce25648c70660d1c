import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';

/** A change of a text by positions, as the protocol and the fixes of this project have it. */
interface Edit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** The text after edits, which all speak of the text before; throws where two of them overlap, as an editor would. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  const offset = ({ line, character }: { line: number; character: number }) => lines[line]! + character;
  const changes = edits.map(({ range, newText }, order) => ({
    start: offset(range.start),
    end: offset(range.end),
    newText,
    order,
  }));
  changes.sort((a, b) => a.start - b.start || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of changes) {
    if (start < at) throw new Error(`Two edits overlap at offset ${start}.`);
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** What an edit of the workspace changes, by the URIs of the files, in either form of it. */
export function changesOf({ changes, documentChanges = [] }: WorkspaceEdit): Record<string, readonly TextEdit[]> {
  const ofDocuments = (documentChanges as TextDocumentEdit[]).map(
    ({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]] as const,
  );
  return { ...changes, ...Object.fromEntries(ofDocuments) };
}
