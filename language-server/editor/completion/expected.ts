import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { findNextFeatures, type NextFeature } from 'langium/lsp';
import { zonesServices } from '../../language/parser/parser.ts';

/** Something that may stand at the cursor: a keyword, or a value of a property of a rule of the grammar. */
export type Expected =
  | { readonly kind: 'keyword'; readonly rule: string; readonly keyword: string }
  | { readonly kind: 'value'; readonly rule: string; readonly property: string };

export const keyOf = (item: Expected): string =>
  item.kind === 'keyword' ? item.keyword : `${item.rule}.${item.property}`;

/** The shortest header of each block: that the one in the text is half written must not spoil what stands inside. */
const HEADERS: Record<string, string> = {
  system: 'system x {',
  zone: 'zone x {',
  asset: 'asset x : x {',
  conduit: 'conduit x between x and x {',
  flow: 'flow x -> x {',
  profile: 'profile x {',
  risk: 'risk x {',
  'risk-matrix': 'risk-matrix x {',
  catalog: 'catalog x {',
  group: 'group x {',
  control: 'control x {',
  'asset-type': 'asset-type x {',
  protocol: 'protocol x {',
  'reference-model': 'reference-model x {',
  kind: 'kind x {',
  focus: 'focus x {',
  framework: 'framework x {',
  item: 'item "x" {',
  'sl-t': 'sl-t {',
  'sl-c': 'sl-c {',
};

/**
 * What the grammar takes after some words inside blocks, which are named by the words that begin them.
 * Undefined where it cannot read the words to their end.
 */
export function expectedAfter(blocks: readonly string[], words: readonly string[]): Expected[] | undefined {
  const services = zonesServices();
  const text = [...blocks.map((block) => HEADERS[block] ?? '{'), ...words].join(' ');
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
  const calls = entry ? AstUtils.streamAllContents(entry).filter(GrammarAST.isRuleCall).toArray() : [];
  return calls.flatMap(({ rule }) => {
    const first = rule.ref && AstUtils.streamAllContents(rule.ref).find(GrammarAST.isKeyword);
    return first ? [{ feature: first }] : [];
  });
}

function expectedOf({ feature }: NextFeature): Expected | undefined {
  const assignment = AstUtils.getContainerOfType(feature, GrammarAST.isAssignment);
  const rule = AstUtils.getContainerOfType(feature, GrammarAST.isParserRule);
  if (!rule) return undefined;
  if (GrammarAST.isKeyword(feature)) return { kind: 'keyword', rule: rule.name, keyword: feature.value };
  return assignment && { kind: 'value', rule: rule.name, property: assignment.feature };
}

export function distinct(expected: readonly Expected[]): Expected[] {
  return [...new Map(expected.map((item) => [keyOf(item), item])).values()];
}
