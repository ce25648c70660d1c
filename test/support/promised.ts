import type { ServerCapabilities } from 'vscode-languageserver-protocol';

/** By LSP: what a client may ask of a server that has a capability. Of another one the tests know nothing, and fail. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  completionProvider: ['textDocument/completion', 'completionItem/resolve'],
  hoverProvider: ['textDocument/hover'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentLinkProvider: ['textDocument/documentLink'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting', 'textDocument/rangesFormatting'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  semanticTokensProvider: ['textDocument/semanticTokens/full'],
  textDocumentContent: ['workspace/textDocumentContent'],
  // These promise no answer, but to listen.
  textDocumentSync: [],
  workspaceFolders: [],
};

/** The requests that a server's capabilities promise to answer. */
export function promisedBy({ workspace, ...others }: ServerCapabilities): string[] {
  return Object.keys({ ...others, ...workspace }).flatMap((capability) => PROMISED[capability] ?? [capability]);
}
