/** The requests about files of other tools: what comes in, and what goes out. Types and method names only, no behaviour. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { ModelFormat } from './core/export/frame/model-format.ts';

/**
 * Client to server: what a file of another tool would change in the models of a folder. Nothing is changed: the client
 * shows it, and applies it where the user agrees.
 */
export const importMethod = 'zones/import';
export interface ImportParams {
  /** The file to import. */
  readonly uri: string;
  /** The folder with the models that it goes into. */
  readonly folder: string;
  readonly system?: string;
  /** What headings mean by the user's word; null for one to be left out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
}
export interface ImportResult {
  readonly sheets: readonly ImportedSheet[];
  /** The systems of the folder, where one has to be chosen first; then nothing else is told. */
  readonly systems: readonly string[];
  /** Files that would be changed, with what comes of them. */
  readonly changed: readonly { readonly uri: string; readonly edits: readonly TextEdit[]; readonly text: string }[];
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** What is done in one line, and what is left out or differs, a line each. */
  readonly summary: string;
  readonly notes: readonly string[];
  /** Why no row says anything, if so: a sentence with what to do. The user may still say what columns mean. */
  readonly empty: string | null;
  /** Why nothing can be imported, if so: a sentence with what to do. */
  readonly fault: string | null;
}

/** A sheet as it was understood. */
export interface ImportedSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly meaning: string | null; readonly example: string }[];
  /** What a column may mean; nothing for a file that is no table of somebody's making. */
  readonly meanings: readonly { readonly meaning: string; readonly header: string }[];
}

/** Client to server: the formats that models can be exported as, in the order of a menu. */
export const modelFormatsMethod = 'zones/modelFormats';
export interface ModelFormatsResult {
  readonly formats: readonly Omit<ModelFormat, 'write'>[];
}

/** Client to server: the files of a system in a format. */
export const exportModelMethod = 'zones/exportModel';
export interface ExportModelParams {
  /** A file of the folder that the system is in. */
  readonly uri: string;
  /** Without it that of the file. */
  readonly system?: string;
  /** Id of a format. */
  readonly to: string;
  /** The name of the wanted file, with its ending; of a format that is a folder, the folder's. */
  readonly name: string;
}
export interface ExportModelResult {
  readonly system: string;
  /** By their names from the folder of the wanted file, or from the folder that is wanted. */
  readonly files: readonly ExportedFile[];
  /** What cannot be written, each with a sentence what to do. */
  readonly unwritten: readonly string[];
  /** Why nothing can be written, if so: a sentence with what to do. */
  readonly fault: string | null;
}

/** A file as text, or as bytes in base64. */
export type ExportedFile = { readonly name: string } & ({ readonly text: string } | { readonly base64: string });
