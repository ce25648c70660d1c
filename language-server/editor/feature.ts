import type {
  ClientCapabilities,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  ServerCapabilities,
  TextDocumentContentRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { ServedPage } from '../core/diagram/files/print-page.ts';
import type { OpenFile } from '../core/exchange/sheet.ts';
import type { WrittenSheet } from '../core/export/frame/sheet.ts';
import type { Workspace } from '../language/workspace.ts';
import type { Pictures } from './pictures.ts';
import type { DocumentWriter } from './report-formats.ts';

/** The requests that a client may send to a server that has a capability, by LSP. */
interface Promised {
  completionProvider: {
    'textDocument/completion': typeof CompletionRequest.type;
    'completionItem/resolve': typeof CompletionResolveRequest.type;
  };
  hoverProvider: { 'textDocument/hover': typeof HoverRequest.type };
  definitionProvider: { 'textDocument/definition': typeof DefinitionRequest.type };
  referencesProvider: { 'textDocument/references': typeof ReferencesRequest.type };
  documentHighlightProvider: { 'textDocument/documentHighlight': typeof DocumentHighlightRequest.type };
  documentLinkProvider: { 'textDocument/documentLink': typeof DocumentLinkRequest.type };
  renameProvider: {
    'textDocument/prepareRename': typeof PrepareRenameRequest.type;
    'textDocument/rename': typeof RenameRequest.type;
  };
  documentSymbolProvider: { 'textDocument/documentSymbol': typeof DocumentSymbolRequest.type };
  workspaceSymbolProvider: { 'workspace/symbol': typeof WorkspaceSymbolRequest.type };
  foldingRangeProvider: { 'textDocument/foldingRange': typeof FoldingRangeRequest.type };
  selectionRangeProvider: { 'textDocument/selectionRange': typeof SelectionRangeRequest.type };
  codeActionProvider: {
    'textDocument/codeAction': typeof CodeActionRequest.type;
    'codeAction/resolve': typeof CodeActionResolveRequest.type;
  };
  semanticTokensProvider: { 'textDocument/semanticTokens/full': typeof SemanticTokensRequest.type };
  documentFormattingProvider: { 'textDocument/formatting': typeof DocumentFormattingRequest.type };
  documentRangeFormattingProvider: {
    'textDocument/rangeFormatting': typeof DocumentRangeFormattingRequest.type;
    'textDocument/rangesFormatting': typeof DocumentRangesFormattingRequest.type;
  };
  documentOnTypeFormattingProvider: { 'textDocument/onTypeFormatting': typeof DocumentOnTypeFormattingRequest.type };
  workspace: { 'workspace/textDocumentContent': typeof TextDocumentContentRequest.type };
}

/** What stands in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The files of the open folder that a model names, by paths relative to the file that they are written in. */
export interface NearFiles {
  /** The URI of a file; undefined where it is not there, or outside of the open folder. */
  fileAt(uri: string, path: string): Promise<string | undefined>;
  /** What stands in a folder, folders first; nothing outside of the open folder. */
  entriesAt(uri: string, path: string): Promise<readonly FolderEntry[]>;
}

/** What a handler may ask beside the parameters of its request. */
export interface Host {
  readonly client: { readonly capabilities: ClientCapabilities };
  readonly pictures: Pictures;
  readonly nearFiles: NearFiles;
  /** The workspace that a file belongs to, with all that has been typed. */
  workspaceOf(uri: string): Promise<Workspace>;
  /** The version of the open document whose text its workspace has read; null of a file that is not open. */
  versionOf(uri: string): number | null;
  /** The workspaces of all folders, with all that has been typed. */
  allWorkspaces(): Promise<readonly Workspace[]>;
  /** A file of another tool as the tables that it holds, or why it cannot be read: a sentence. */
  openImport(uri: string): Promise<OpenFile | { readonly fault: string }>;
  /** Sheets as a workbook, in base64. */
  writeWorkbook(sheets: readonly WrittenSheet[]): Promise<string>;
  /** Serves a page to the browsers of the machine for a while; its address. */
  servePage(page: ServedPage): Promise<string>;
  readonly documents: DocumentWriter;
}

/** Answers a request. */
export type Handler<Params, Result> = (host: Host, params: Params) => Result | Promise<Result>;

/** Answers some request. A method's type, so that each handler may take the parameters of its own request. */
export type AnyHandler = { handle(host: Host, params: unknown): unknown }['handle'];

type HandlerFor<Request> =
  Request extends ProtocolRequestType<infer Params, infer Result, infer _Part, infer _Error, infer _Options>
    ? Handler<Params, Result | undefined>
    : never;

type Handlers<Capability extends keyof Promised> = {
  readonly [Method in keyof Promised[Capability]]: HandlerFor<Promised[Capability][Method]>;
};

/** A capability of the server with the handlers of the requests that it promises to answer. */
export interface Feature {
  /** The piece of the server's capabilities, for a client that can do some things. */
  capability(client: ClientCapabilities): Pick<ServerCapabilities, keyof Promised>;
  /** By the method of the request. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
}

/** Defines a feature; the compiler asks for a handler of each request that the capability promises, and for no other. */
export function defineFeature<Capability extends keyof Promised>(
  capability: Capability,
  valueFor: (client: ClientCapabilities) => NonNullable<ServerCapabilities[Capability]>,
  handlers: Handlers<Capability>,
): Feature {
  return { capability: (client) => ({ [capability]: valueFor(client) }), handlers };
}

/** A handler that answers from the workspace of the file that is asked about. */
export function inFile<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  answer: (workspace: Workspace, uri: string, params: Params) => Result,
): Handler<Params, Result> {
  return async (host, params) => {
    const { uri } = params.textDocument;
    return answer(await host.workspaceOf(uri), uri, params);
  };
}
