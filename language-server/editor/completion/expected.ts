import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { findFirstFeatures, findNextFeatures, type NextFeature } from 'langium/lsp';
import type { ZonesAstType } from '../../language/generated/ast.ts';
import { zonesServices } from '../../language/parser/parser.ts';
import { type BlockWord, HEADERS } from '../../language/syntax/words.generated.ts';

/** Something that may stand at the cursor: a keyword, or a value of a property of a rule of the grammar. */
export type Expected =
  | { readonly kind: 'keyword'; readonly rule: RuleName; readonly keyword: string }
  | { readonly kind: 'value'; readonly rule: RuleName; readonly property: string };

/** The name of a rule of the grammar, which is that of its nodes. */
export type RuleName = keyof ZonesAstType;

/** What tells it from others: one keyword is the same in whichever rule. */
export const keyOf = (item: Expected): string =>
  item.kind === 'keyword' ? item.keyword : `${item.rule}.${item.property}`;

/**
 * What the grammar takes after some words inside blocks, which are named by the words that begin them.
 * Undefined where it cannot read the words to their end.
 */
export function expectedAfter(
  blocks: readonly (BlockWord | undefined)[],
  words: readonly string[],
): Expected[] | undefined {
  const services = zonesServices();
  // That the headers in the text are half written must not spoil what stands inside.
  const text = [...blocks.map((block) => (block ? HEADERS[block] : '{')), ...words].join(' ');
  const result = services.parser.CompletionParser.parse(text);
  if (result.tokenIndex < result.tokens.length) return undefined;
  const features =
    result.tokenIndex === 0
      ? firstFeatures(services.Grammar)
      : findNextFeatures([result.elementStack.map((feature) => ({ feature }))], []);
  return distinct(features.flatMap((feature) => expectedOf(feature) ?? []));
}

/** At the start of a file: the keywords of the entry rule. */
function firstFeatures(grammar: GrammarAST.Grammar): NextFeature[] {
  const entry = GrammarUtils.getEntryRule(grammar);
  return entry && GrammarAST.isParserRule(entry)
    ? findFirstFeatures(entry.definition).map((stack) => stack.at(-1)!)
    : [];
}

function expectedOf({ feature }: NextFeature): Expected | undefined {
  const assignment = AstUtils.getContainerOfType(feature, GrammarAST.isAssignment);
  const rule = AstUtils.getContainerOfType(feature, GrammarAST.isParserRule)?.name as RuleName | undefined;
  if (!rule) return undefined;
  if (GrammarAST.isKeyword(feature)) return { kind: 'keyword', rule, keyword: feature.value };
  return assignment && { kind: 'value', rule, property: assignment.feature };
}

/** Each once. */
export function distinct(expected: readonly Expected[]): Expected[] {
  return [...new Map(expected.map((item) => [keyOf(item), item])).values()];
}
