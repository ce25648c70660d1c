import type { AstNode } from 'langium';

/** A piece of text that was assigned to a property of a node. */
export interface Word {
  readonly feature: string;
  readonly raw: string;
  /** Offset in the parsed text. */
  readonly start: number;
}

/** A node of a syntax tree with what lowering needs of its text; Langium's own tree of every token costs more. */
export interface SyntaxNode extends AstNode {
  /** Offset of its first token, -1 when it has none. */
  $start: number;
  /** Offset behind its last token. */
  $end: number;
  /** Its own words in the order of the text, without those of the nodes in it. */
  $words: Word[];
}

/** The text of a node that the parser made. */
export function syntaxOf(node: AstNode): SyntaxNode {
  return node as SyntaxNode;
}
