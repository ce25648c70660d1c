import * as v from 'valibot';
import type { ElementSort } from '../core/engine/element.ts';
import { shownFilesMethod } from '../protocol.ts';
import { position, SHOWN_FILES_PARAMS, ZONES_PARAMS } from '../protocol-shapes.ts';

const text = v.string();
/** Clients may send more than LSP asks for: only what is read here is looked at. Some send null for nothing. */
const params = <T extends v.ObjectEntries>(fields: T) => v.looseObject(fields);
const list = <T extends v.GenericSchema>(item: T) => v.array(item);
const nothing = <T extends v.GenericSchema>(schema: T) => v.nullish(schema);

const textDocument = params({ uri: text });
const versioned = params({ uri: text, version: v.pipe(v.number(), v.integer()) });
const inFile = params({ textDocument });
const atPosition = params({ textDocument, position });
const range = params({ start: position, end: position });
const folders = list(params({ uri: text }));
/** What an item of completion carries of what it stands for. */
const documented = v.union([
  params({
    element: v.picklist(['zone', 'asset', 'conduit', 'risk'] satisfies ElementSort[]),
    system: text,
    path: text,
  }),
  params({ sort: text, name: text }),
]);

/** What the parameters of each message of LSP that is answered or heeded look like, by the method. */
const LSP_PARAMS: Readonly<Record<string, v.GenericSchema>> = {
  initialize: params({
    capabilities: params({ workspace: nothing(params({})), textDocument: nothing(params({})) }),
    workspaceFolders: nothing(folders),
    rootUri: nothing(text),
  }),
  '$/cancelRequest': params({ id: v.union([v.number(), text]) }),
  '$/progress': params({ token: v.union([v.number(), text]) }),
  '$/setTrace': params({ value: text }),
  'workspace/didChangeWorkspaceFolders': params({ event: params({ added: folders, removed: folders }) }),
  'workspace/didChangeWatchedFiles': params({ changes: list(params({ uri: text, type: v.number() })) }),
  'workspace/didChangeConfiguration': params({}),
  'textDocument/didOpen': params({ textDocument: params({ ...versioned.entries, languageId: text, text }) }),
  'textDocument/didChange': params({
    textDocument: versioned,
    contentChanges: list(params({ text, range: nothing(range) })),
  }),
  'textDocument/didClose': inFile,
  // The library that keeps the texts of open files listens to these unasked.
  'textDocument/willSave': inFile,
  'textDocument/willSaveWaitUntil': inFile,
  'textDocument/didSave': inFile,
  'textDocument/completion': atPosition,
  'completionItem/resolve': params({
    label: text,
    data: nothing(params({ uri: text, documented: nothing(documented) })),
  }),
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': params({ ...atPosition.entries, context: params({ includeDeclaration: v.boolean() }) }),
  'textDocument/documentHighlight': atPosition,
  'textDocument/documentLink': inFile,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': params({ ...atPosition.entries, newName: text }),
  'textDocument/documentSymbol': inFile,
  'workspace/symbol': params({ query: text }),
  'textDocument/foldingRange': inFile,
  'textDocument/selectionRange': params({ textDocument, positions: list(position) }),
  'textDocument/codeAction': params({
    textDocument,
    range,
    context: params({
      diagnostics: list(params({ range, data: nothing(params({})) })),
      only: nothing(list(text)),
    }),
  }),
  'codeAction/resolve': params({ data: nothing(params({ uri: text, rule: nothing(text) })) }),
  'textDocument/semanticTokens/full': inFile,
  'textDocument/formatting': inFile,
  'textDocument/rangeFormatting': params({ textDocument, range }),
  'textDocument/rangesFormatting': params({ textDocument, ranges: list(range) }),
  'textDocument/onTypeFormatting': params({ ...atPosition.entries, ch: text }),
  'workspace/textDocumentContent': params({ uri: text }),
};

/** By the method of a message, what its parameters must look like. */
export const PARAMS: ReadonlyMap<string, v.GenericSchema> = new Map(
  Object.entries({ ...LSP_PARAMS, ...ZONES_PARAMS, [shownFilesMethod]: SHOWN_FILES_PARAMS }),
);

/** Why parameters do not fit a method: a sentence, undefined where they do or nothing is known of the method. */
export function faultOf(method: string, given: unknown): string | undefined {
  const schema = PARAMS.get(method);
  if (!schema) return undefined;
  // What needs none may be given none by position, too.
  if (Array.isArray(given) && !v.is(schema, undefined))
    return `The parameters of '${method}' are given as a list; the protocol has them by name.`;
  const result = v.safeParse(schema, given, { abortEarly: true });
  if (result.success) return undefined;
  const at = v.getDotPath(result.issues[0]);
  // What stands there is not told: it may be a whole document.
  return at
    ? `The parameters of '${method}' are not as the protocol has them: look at '${at}'.`
    : `'${method}' lacks its parameters.`;
}
