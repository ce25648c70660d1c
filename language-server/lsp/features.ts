import { LSPErrorCodes, ResponseError, type TextDocumentContentResult } from 'vscode-languageserver';
import { codeActions } from '../editor/code-actions.ts';
import { completion } from '../editor/completion/index.ts';
import { resolveCompletion } from '../editor/completion/resolve.ts';
import { rulePageOf } from '../editor/diagnostics.ts';
import { foldingRanges } from '../editor/folding.ts';
import { hover } from '../editor/hover/index.ts';
import { documentSymbols, workspaceSymbols } from '../editor/outline.ts';
import { definitionAt, highlightsAt, referencesAt } from '../editor/references.ts';
import { prepareRename, renameAt } from '../editor/rename.ts';
import { selectionRanges } from '../editor/selection.ts';
import { semanticTokens } from '../editor/semantic-tokens.ts';
import { LIBRARY_SCHEME, libraryFiles } from '../language/library/files.ts';
import { starterModel } from '../language/starter-model.ts';
import { type StarterModelParams, type StarterModelResult, starterModelMethod } from '../protocol.ts';
import type { Server } from './context.ts';
import { registerDiagram } from './diagram.ts';

/** Registers one handler a feature; each answers about the text as it stands when the request arrives. */
export function registerFeatures(server: Server): void {
  const { connection, workspaces, upToDate } = server;
  const workspaceOf = (uri: string) => {
    // A document of the library is asked about as the first folder sees it: what of it is used there.
    const isLibrary = uri.startsWith(`${LIBRARY_SCHEME}:`);
    return (isLibrary ? workspaces.all()[0] : undefined) ?? workspaces.of(uri);
  };
  const at = async (uri: string) => {
    await upToDate();
    return workspaceOf(uri);
  };

  registerDiagram(server);
  connection.onCompletion(async ({ textDocument: { uri }, position, context }) =>
    completion(await at(uri), uri, position, {
      snippets: server.client.snippets,
      bySpace: context?.triggerCharacter === ' ',
    }),
  );
  connection.onCompletionResolve(async (item) => {
    await upToDate();
    return resolveCompletion(item, workspaceOf);
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => hover(await at(uri), uri, position));
  connection.onDefinition(async ({ textDocument: { uri }, position }) => definitionAt(await at(uri), uri, position));
  connection.onReferences(async ({ textDocument: { uri }, position, context }) =>
    referencesAt(await at(uri), uri, position, context.includeDeclaration),
  );
  connection.onDocumentHighlight(async ({ textDocument: { uri }, position }) =>
    highlightsAt(await at(uri), uri, position),
  );
  connection.onPrepareRename(async ({ textDocument: { uri }, position }) =>
    prepareRename(await at(uri), uri, position),
  );
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) =>
    renameAt(await at(uri), uri, position, newName),
  );
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => documentSymbols(await at(uri), uri));
  connection.onWorkspaceSymbol(async ({ query }) => {
    await upToDate();
    return workspaces.all().flatMap((workspace) => workspaceSymbols(workspace, query));
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => foldingRanges(await at(uri), uri));
  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }) =>
    selectionRanges(await at(uri), uri, positions),
  );
  connection.onCodeAction(async (params) => codeActions(await at(params.textDocument.uri), params));
  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) => semanticTokens(await at(uri), uri));
  connection.onRequest(
    starterModelMethod,
    ({ system }: StarterModelParams): StarterModelResult => ({ text: starterModel(system) }),
  );
  connection.onRequest(
    'workspace/textDocumentContent',
    ({ uri }: { uri: string }): TextDocumentContentResult => ({
      text: libraryText(uri),
    }),
  );
}

/** The text of a document of the library: a file of the language, or the page of a rule. */
function libraryText(uri: string): string {
  const file = libraryFiles().find((candidate) => candidate.uri === uri);
  if (file) return file.source.text;
  const page = rulePageOf(uri);
  if (page !== undefined) return page;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `The library has no document ${uri}.`);
}
