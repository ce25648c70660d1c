import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { LIBRARY_SCHEME, libraryFiles } from '../language/library/files.ts';
import { rulePageOf } from './diagnostics.ts';
import { defineFeature } from './feature.ts';

/** What an editor shows of an address that leads into the library. */
export const libraryDocumentFeature = defineFeature(
  'workspace',
  () => ({ textDocumentContent: { schemes: [LIBRARY_SCHEME] } }),
  { 'workspace/textDocumentContent': (_, { uri }) => ({ text: libraryText(uri) }) },
);

/** The text of a document of the library: a file of the language, or the page of a rule. */
function libraryText(uri: string): string {
  const file = libraryFiles().find((candidate) => candidate.uri === uri);
  if (file) return file.source.text;
  const page = rulePageOf(uri);
  if (page !== undefined) return page;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `The library has no document ${uri}.`);
}
