import type { ServedPage } from '../core/diagram/files/print-page.ts';

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
