import type { Block } from '../blocks.ts';
import type { Expected } from './expected.ts';

/** An asset as its declaration begins. */
export interface WrittenAsset {
  readonly name: string;
  readonly title?: string;
  readonly type?: string;
}

/** What stands around the cursor, and what may stand at it. */
export interface CompletionContext {
  /** The blocks around the cursor, the outermost first. */
  readonly blocks: readonly Block[];
  /** What the grammar takes at the cursor. */
  readonly expected: readonly Expected[];
  /** Those of `expected` that begin a new member or declaration. */
  readonly beginning: ReadonlySet<Expected>;
  /** True where what stands before the cursor may end there; else something has to follow. */
  readonly complete: boolean;
  /** True where the word at the cursor begins a line or a block. */
  readonly atStart: boolean;
  /** The words before the cursor in its member, the last one last. */
  readonly before: readonly string[];
  /** The words before the cursor on its line, in its block. */
  readonly line: readonly string[];
  /** The words that begin a member of the innermost block, before and after the cursor. */
  readonly memberWords: ReadonlySet<string>;
  /** The statements of the innermost block, before and after the cursor: the words of each. */
  readonly statements: readonly (readonly string[])[];
  /** The assets that the innermost block declares, before and after the cursor: a half-written line may hide one from the model. */
  readonly assets: readonly WrittenAsset[];
  /** Of a path the segments before its last dot; empty when the word at the cursor has none. */
  readonly qualifier: string;
  /** What has been typed of the word at the cursor, of a path its last segment. */
  readonly typed: string;
}
