import type { Range, TextEdit } from 'vscode-languageserver';
import { indentEdit } from '../language/format/indent.ts';
import { formatEdits } from '../language/format/index.ts';
import type { Replacement } from '../language/format/replacements.ts';
import { rangeAt, type Workspace, type WorkspaceFile } from '../language/workspace.ts';
import { offsetAt } from './cursor.ts';
import { defineFeature, inFile } from './feature.ts';

/** *Format Document*, and formatting on saving. */
export const formattingFeature = defineFeature('documentFormattingProvider', () => true, {
  'textDocument/formatting': inFile((workspace, uri) => formattingEdits(workspace, uri)),
});

/** *Format Selection*, and formatting of what has changed. */
export const rangeFormattingFeature = defineFeature(
  'documentRangeFormattingProvider',
  () => ({ rangesSupport: true }),
  {
    'textDocument/rangeFormatting': inFile((workspace, uri, { range }) => formattingEdits(workspace, uri, [range])),
    'textDocument/rangesFormatting': inFile((workspace, uri, { ranges }) => formattingEdits(workspace, uri, ranges)),
  },
);

/** Indentation as somebody types. */
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
function formattingEdits(workspace: Workspace, uri: string, ranges?: readonly Range[]): TextEdit[] {
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

const textEditOf = (file: WorkspaceFile, { start, end, text }: Replacement): TextEdit => ({
  range: rangeAt(file, start, end),
  newText: text,
});
