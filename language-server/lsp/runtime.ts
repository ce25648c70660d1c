import type { ServedPage } from '../core/diagram/files/print-page.ts';
import type { OpenFile } from '../core/exchange/sheet.ts';
import type { WrittenSheet } from '../core/export/frame/sheet.ts';
import type { DocumentWriter } from '../editor/report-formats.ts';

/** What the server needs of the machine it runs on. All paths are URIs, of files in one spelling each: `identify`'s. */
export interface Runtime {
  /** The file or folder that a URI names, however it is spelled; also of one that is not there. */
  identify(uri: string): Promise<Identity>;
  /** The `.zones` files in a folder and below, without dot folders and node_modules; a file alone is itself. */
  listFiles(place: string): Promise<Listed[]>;
  /** The place that a path leads to from a folder, all links resolved; undefined for one of another machine. */
  identifyBelow(folder: string, path: string): Promise<string | undefined>;
  /** True for a file that is there. */
  isFile(place: string): Promise<boolean>;
  /** What stands in a folder, links not followed: nothing where it cannot be read. */
  listEntries(place: string): Promise<{ readonly name: string; readonly sort: 'file' | 'folder' | 'link' }[]>;
  /** The text of a file, undefined when it cannot be read. */
  readFile(uri: string): Promise<Content | undefined>;
  /** A file of another tool as the tables that it holds, or why it cannot be read: a sentence. */
  openImport(uri: string): Promise<OpenFile | { readonly fault: string }>;
  /** Sheets as a workbook, in base64. */
  writeWorkbook(sheets: readonly WrittenSheet[]): Promise<string>;
  /** Today, `YYYY-MM-DD`, in the user's time zone. */
  today(): string;
  /** Lets waiting events run before the next slice of a long work. */
  pause(): Promise<void>;
  /** Waits so many milliseconds, if the process lives as long. */
  wait(milliseconds: number): Promise<void>;
  /** Serves a page to the browsers of the machine for a while; its address. */
  servePage(page: ServedPage): Promise<string>;
  /** What writes documents; it is loaded when the first is written. */
  readonly documents: DocumentWriter;
}

/** Where something is on the disk. */
export interface Identity {
  /** Its own place, with the links of the folders above resolved. */
  readonly place: string;
  /** What it is a link to in the end; its place where it is none. */
  readonly target: string;
}

/** A file as a folder lists it. */
export interface Listed extends Identity {
  /** Is another one when the file has been written since; undefined for a link that leads nowhere. */
  readonly stamp?: string;
}

/** What a file says, or why it cannot be told. */
export interface Content {
  readonly text: string;
  readonly fault?: string;
  /** The version of the open document that says so. */
  readonly version?: number;
}

/** Why a link is not read that leads to what nobody has opened. */
export const LEADS_OUT =
  'This is a link to a file outside of this folder, so nothing of it is read: put the file itself here, or open a folder that has both.';
