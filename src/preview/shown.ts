import type { PreviewState } from './messages.ts';

/** What a preview shows. Its parts share it, and change it. */
export interface Shown {
  /** What the page keeps over a reload. */
  state: PreviewState;
  /** Width by height that pictures are laid out for; undefined until the page has said it. */
  aspect: number | undefined;
  /** The system of the last picture; undefined until there is one. */
  system: string | undefined;
  /** The element that was selected last, in the picture or by the cursor of an editor; empty for none. */
  selected: string;
}
