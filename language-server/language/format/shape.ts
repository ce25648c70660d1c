import { type AstNode, AstUtils } from 'langium';
import type { ZonesAstType } from '../generated/ast.ts';
import { parse } from '../parser/parser.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { isClosed, type Token, tokensOf } from '../parser/tokens.ts';
import { lineStart } from '../syntax/white-space.ts';
import { respell } from './spelling.ts';
import { indicesOf, isBrace, lastBefore, type Written } from './written.ts';

/** A declaration, or what stands in one: its tokens from `first` to `last`, both inclusive. */
export interface Member {
  readonly type: keyof ZonesAstType;
  readonly first: number;
  readonly last: number;
  /** Index of the brace that opens its block; `last` closes it. */
  readonly open?: number;
  /** What stands in its block, in the order of the text. */
  readonly members: readonly Member[];
  /** Indices of the tokens that begin a clause: with them the list before them has ended. */
  readonly clauses: readonly number[];
}

/** What is to be written of a text: its tokens, comments too, and the declarations that they make. */
export interface Shape {
  readonly tokens: readonly Written[];
  readonly members: readonly Member[];
}

/** The nodes with a block; of some it is a list. A level vector is written in braces, but is no block. */
const BLOCKS: Partial<Record<keyof ZonesAstType, 'members' | 'list'>> = {
  System: 'members',
  Zone: 'members',
  Asset: 'members',
  Conduit: 'members',
  AccessPoint: 'members',
  Flow: 'members',
  Profile: 'list',
  Risk: 'members',
  RiskMatrix: 'members',
  EssentialFunction: 'members',
  Policy: 'members',
  Countermeasure: 'members',
  Regulation: 'members',
  ThreatSource: 'members',
  Catalog: 'members',
  Group: 'members',
  Control: 'members',
  AssetType: 'members',
  Protocol: 'members',
  ReferenceModel: 'members',
  Kind: 'members',
  Focus: 'list',
  Framework: 'members',
  FrameworkItem: 'members',
};

/** True for what has a list in its braces and nothing else. */
export const isListBlock = (type: Member['type']): boolean => BLOCKS[type] === 'list';

/**
 * Reads the text of one declaration, or of several.
 * Undefined where it has a syntax error or a text that is not closed: what was meant is not known then.
 */
export function shapeOf(text: string, place: Place = { breaks: 0, column: 0 }): Shape | undefined {
  const { fragment, errors } = parse(text);
  if (errors.length > 0) return undefined;
  const read = tokensOf(text);
  if (unclosedIn(text)) return undefined;
  const nodes: AstNode[] = [];
  const trees = fragment.declarations.map((node) => treeOf(node, nodes));
  const tokens = respell(withPlaces(text, read, place), nodes);
  const indices = indicesOf(tokens);
  return { tokens, members: trees.map((tree) => memberOf(tree, tokens, indices)) };
}

/** The first text that is not closed. */
export const unclosedIn = (text: string): Token | undefined =>
  tokensOf(text).find((token) => token.kind === 'text' && !isClosed(token.text));

/** Where something stands: the line breaks before it, and the characters before it on its line. */
export interface Place {
  readonly breaks: number;
  readonly column: number;
}

/** Where an offset of a text stands; of what comes before it counts what stands from another one on. */
export function placeOf(text: string, before: number, offset: number): Place {
  const line = text.slice(lineStart(text, offset), offset);
  return { breaks: countBreaks(text, before, offset), column: line.replace(/^\ufeff/, '').length };
}

/** Tokens as they are written, each with its place; that of the first is given. */
function withPlaces(text: string, tokens: readonly Token[], place: Place): Written[] {
  let end = 0;
  let line = -place.column; // where the line begins
  return tokens.map(({ text: image, kind, at: start }, i) => {
    const own = countBreaks(text, end, start);
    if (own > 0) line = lineStart(text, start);
    const token = { text: image, kind, start, breaks: i === 0 ? place.breaks : own, column: start - line };
    end = start + image.length;
    if (/[\r\n]/.test(image)) line = lineStart(text, end);
    return { ...token, end };
  });
}

/** The line breaks in a piece of a text. */
export function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

interface Tree {
  readonly node: AstNode;
  readonly children: readonly Tree[];
}

/** A node with all below it, read once. */
function treeOf(node: AstNode, all: AstNode[]): Tree {
  all.push(node);
  return { node, children: Array.from(AstUtils.streamContents(node), (child) => treeOf(child, all)) };
}

function memberOf({ node, children }: Tree, tokens: readonly Written[], indices: ReadonlyMap<number, number>): Member {
  const type = node.$type as keyof ZonesAstType;
  const { $start, $end } = syntaxOf(node);
  const first = indices.get($start)!;
  const open = BLOCKS[type] ? openOf(tokens, first, $end) : undefined;
  const members: Member[] = [];
  const clauses: number[] = [];
  for (const child of children) {
    const { $start } = syntaxOf(child.node);
    if (child.node.$type === 'Clause') clauses.push(indices.get($start)!);
    else if (open !== undefined && $start > tokens[open]!.start && BLOCKS[type] === 'members')
      members.push(memberOf(child, tokens, indices));
  }
  const last = lastBefore(tokens, members.at(-1)?.last ?? first, $end);
  return { type, first, last, ...(open !== undefined && { open }), members, clauses };
}

/** The first brace from a token on: what stands before the block of a declaration has none. */
function openOf(tokens: readonly Written[], first: number, end: number): number | undefined {
  for (let i = first; i < tokens.length && tokens[i]!.start < end; i++) {
    if (isBrace(tokens[i]!)) return i;
  }
  return undefined;
}
