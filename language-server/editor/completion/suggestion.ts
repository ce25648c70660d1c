import type { CompletionItemKind } from 'vscode-languageserver';
import type { DeclaredSort } from '../../core/engine/declared.ts';
import type { ElementSort } from '../../core/engine/element.ts';
import type { RecordSort } from '../../core/model/record.ts';
import type { Precedence } from '../../core/text/alias-order.ts';

/** What is written in place of the typed word: `more` asks for the next completion at once. */
export type Insert = { readonly text: string; readonly more?: boolean } | { readonly snippet: string };

/** What to document when an item is looked at. */
export type Documented =
  | { readonly sort: DeclaredSort; readonly name: string }
  | { readonly recorded: RecordSort; readonly system: string; readonly name: string }
  | { readonly element: ElementSort; readonly system: string; readonly path: string };

/** One thing to offer, before it is an item of the protocol. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Lower comes first. */
  readonly rank: number;
  /** Beside the label: a title, by which it is found too. */
  readonly title?: string;
  /** What people call it besides: it is found by these, too. */
  readonly aliases?: readonly string[];
  /** Of these, the words that mean others first, and how many. */
  readonly behind?: Precedence;
  /** Between label and title: a fact that has to be seen even where the title is long. */
  readonly badge?: string;
  /** Beside the label: what it is for. */
  readonly meaning?: string;
  /** At the far end of the line: facts. */
  readonly description?: string;
  readonly insert?: Insert;
  readonly documented?: Documented;
  /** True for what has to follow: offered even when only a space was typed. */
  readonly isNeeded?: boolean;
}
