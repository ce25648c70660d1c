import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServedPage } from '../core/diagram/files/print-page.ts';
import type { Configuration } from '../editor/configuration.ts';
import type { Workspaces } from './workspaces.ts';

/** What the server needs of the machine it runs on. All paths are URIs. */
export interface Runtime {
  /** URIs of the `.zones` files in a folder and below, without dot folders and node_modules. */
  listFiles(folder: string): Promise<string[]>;
  /** The text of a file, undefined when it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Today, `YYYY-MM-DD`, in the user's time zone. */
  today(): string;
  /** Lets waiting events run before the next slice of a long work. */
  pause(): Promise<void>;
  /** Serves a page to the browsers of the machine for a while; its address. */
  servePage(page: ServedPage): Promise<string>;
}

/** State that all features share. */
export interface Server {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspaces: Workspaces;
  readonly configuration: { current: Configuration };
  /** What the client can do. */
  readonly client: { snippets: boolean };
  /** Resolves when the folders have been read and what was typed is applied: answers are about the text as it stands. */
  upToDate(): Promise<void>;
  /** Calls the listener with the URIs of files that may show something else now. */
  onDidUpdate(listener: (uris: ReadonlySet<string>) => void): void;
}
