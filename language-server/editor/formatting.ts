import type { Range, TextEdit } from 'vscode-languageserver';
import { indentEdit } from '../language/format/indent.ts';
import { formatEdits } from '../language/format/index.ts';
import { lineStartsOf, positionAt } from '../language/source-file.ts';
import type { Workspace, WorkspaceFile } from '../language/workspace.ts';
import { offsetAt } from './cursor.ts';
import { defineFeature, inFile } from './feature.ts';

export const formattingFeature = defineFeature('documentFormattingProvider', () => true, {
  'textDocument/formatting': inFile((workspace, uri) => formatting(workspace, uri)),
});

export const rangeFormattingFeature = defineFeature(
  'documentRangeFormattingProvider',
  () => ({ rangesSupport: true }),
  {
    'textDocument/rangeFormatting': inFile((workspace, uri, { range }) => formatting(workspace, uri, [range])),
    'textDocument/rangesFormatting': inFile((workspace, uri, { ranges }) => formatting(workspace, uri, ranges)),
  },
);

export const onTypeFormattingFeature = defineFeature(
  'documentOnTypeFormattingProvider',
  () => ({ firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] }),
  {
    'textDocument/onTypeFormatting': inFile((workspace, uri, { position }) => {
      const file = writable(workspace, uri);
      if (!file) return [];
      const edit = indentEdit(file.source.text, offsetAt(file, position));
      return edit ? [textEditOf(file, edit)] : [];
    }),
  },
);

/** The changes that format a file, or the declarations that stand on the lines of some ranges. */
export function formatting(workspace: Workspace, uri: string, ranges?: readonly Range[]): TextEdit[] {
  const file = writable(workspace, uri);
  if (!file) return [];
  const spans = ranges?.map(({ start, end }) => [offsetAt(file, start), offsetAt(file, end)] as const);
  return formatEdits(file.source.text, spans).map((edit) => textEditOf(file, edit));
}

/** A file that is not one of the library's, which nobody can change. */
function writable(workspace: Workspace, uri: string): WorkspaceFile | undefined {
  const file = workspace.files.get(uri);
  return file?.entries[0]?.library ? undefined : file;
}

function textEditOf(file: WorkspaceFile, { start, end, text }: { start: number; end: number; text: string }): TextEdit {
  file.lineStarts ??= lineStartsOf(file.source.text);
  return {
    range: { start: positionAt(file.lineStarts, start), end: positionAt(file.lineStarts, end) },
    newText: text,
  };
}
