import {
  type ClientCapabilities,
  type Connection,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Configuration, readConfiguration } from '../editor/configuration.ts';
import { noPictures, type Pictures } from '../editor/pictures.ts';
import type { Runtime } from './runtime.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

/** State that all parts of a server share. */
export interface Server {
  readonly connection: Connection;
  readonly runtime: Runtime;
  /** The files that are open in the editor. */
  readonly documents: TextDocuments<TextDocument>;
  readonly workspaces: Workspaces;
  readonly pictures: Pictures;
  readonly configuration: { current: Configuration };
  /** What the client can do and which folders it has open (URIs); nothing before it has said so. */
  readonly client: {
    capabilities: ClientCapabilities;
    folders: readonly string[];
    /** The documents that its user sees or has a tab of, where it tells. */
    shown?: ReadonlySet<string>;
  };
}

/** The state of a server that has heard nothing yet. */
export function createServer(connection: Connection, runtime: Runtime): Server {
  return {
    connection,
    runtime,
    documents: new TextDocuments({ create: TextDocument.create, update: updateInOrder }),
    workspaces: createWorkspaces(runtime),
    pictures: noPictures(),
    configuration: { current: readConfiguration(undefined) },
    client: { capabilities: {}, folders: [] },
  };
}

/** A change that a newer one has overtaken is not applied: its places are those of a text that is no more. */
const updateInOrder: TextDocumentsConfiguration<TextDocument>['update'] = (document, changes, version) =>
  version < document.version ? document : TextDocument.update(document, changes, version);
