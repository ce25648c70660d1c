import type { Handle } from '../engine/element.ts';
import type { Entry, Source } from '../engine/entry.ts';
import type { Place } from '../model/reference.ts';
import type { Verb } from '../model/statement.ts';

/** A change of the text, described by what it means; the language layer writes it, formatted, where it belongs. */
export type Edit =
  /** Replaces a place of the finding's unit, or of another. */
  | { readonly kind: 'replace'; readonly at: Place; readonly text: string; readonly in?: Entry }
  /** Writes a declaration at the start of the finding's file. */
  | { readonly kind: 'begin-file'; readonly text: string }
  /** Removes a whole member or declaration with its line. */
  | { readonly kind: 'remove'; readonly at: Place }
  /** Takes entries out of a comma list that keeps at least one. */
  | { readonly kind: 'remove-items'; readonly at: readonly Place[] }
  /** Adds controls to a statement of that verb in the element's block, or a new statement. */
  | {
      readonly kind: 'state';
      readonly element: Handle;
      readonly verb: Verb;
      readonly controls: readonly string[];
      readonly clauses?: string;
    }
  /** Adds a member at the end (or start) of the element's block, which is made if it has none. */
  | { readonly kind: 'add-member'; readonly element: Handle; readonly text: string; readonly first?: boolean }
  /** Adds a member at the end of the block of what stands at a place of the finding's unit, or of another. */
  | { readonly kind: 'add-at'; readonly at: Place; readonly text: string; readonly in?: Source }
  /** Moves members of the finding's unit (assets, flows …) to the end of an element's block. */
  | { readonly kind: 'move'; readonly at: readonly Place[]; readonly to: Handle }
  /**
   * Declares something after an element, or after the finding's declaration: its head (`conduit a-to-b between a and b`) and its members, each a text
   * without indentation or a member of the finding's unit that moves into it.
   */
  | {
      readonly kind: 'declare';
      readonly head: string;
      readonly members: readonly (string | Place)[];
      readonly after?: Handle;
    }
  /** Puts members of the finding's unit into the block of a new declaration, which takes the place of the first. */
  | {
      readonly kind: 'wrap';
      readonly at: readonly Place[];
      readonly head: string;
      readonly members?: readonly string[];
    };

/** A quick fix: what it is called and what it changes. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one to apply when the author asks for no choice. */
  readonly preferred?: boolean;
  /** True when applying it to all findings of the rule in a file at once is safe. */
  readonly batch?: boolean;
}
