/**
 * Writes the words and tokens of the language, `language-server/language/syntax/words.generated.ts`, from the grammar:
 * whoever asks which words begin a declaration or go on after a name asks there. Run by `npm run generate`; with
 * `--check` the file is compared instead, and a stale one is an error.
 */
import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { findFirstFeatures, findNextFeatures } from 'langium/lsp';
import { ZonesGrammar } from '../language-server/language/generated/grammar.ts';
import { writeGenerated } from './lib/generated-file.mjs';
import { root } from './lib/process.mjs';

const { isAlternatives, isAssignment, isGroup, isKeyword, isParserRule, isRuleCall, isTerminalRule } = GrammarAST;
type Element = GrammarAST.AbstractElement;
type Rule = GrammarAST.ParserRule;

const grammar = ZonesGrammar();
const rules = grammar.rules.filter(isParserRule);
const entry = GrammarUtils.getEntryRule(grammar) as Rule;
const terminals = grammar.rules.filter(isTerminalRule);
/** The terminals that no text matches: categories of tokens. */
const isCategory = ({ name }: GrammarAST.TerminalRule) => sourceOf(name).startsWith('(?!)');

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];
const isWord = (text: string): boolean => /^[a-z]/.test(text);
/** The keywords among some elements. */
const written = (elements: readonly Element[]): string[] =>
  distinct(elements.flatMap((element) => (isKeyword(element) ? [element.value] : [])));
const wordsOf = (elements: readonly Element[]): string[] => written(elements).filter(isWord);
const allIn = (rule: Rule): Element[] =>
  AstUtils.streamAllContents(rule).filter(GrammarAST.isAbstractElement).toArray();
const keywordsIn = (rule: Rule) => allIn(rule).filter(isKeyword);
const callsIn = (rule: Rule) => allIn(rule).filter(isRuleCall);
const nameOf = (element: Element): string | undefined =>
  isRuleCall(element) ? element.rule.$refText : isKeyword(element) ? element.value : undefined;
const propertyOf = (element: Element) => AstUtils.getContainerOfType(element, isAssignment)?.feature;

const first = (rule: Rule): Element[] => findFirstFeatures(rule.definition).map((stack) => stack.at(-1)!.feature);
const after = (element: Element): Element[] =>
  findNextFeatures([[{ feature: element }]], []).map(({ feature }) => feature);

const firstWords = (rule: Rule): string[] => wordsOf(first(rule));
const rulesCalled = (rule: Rule): Rule[] => distinct(callsIn(rule).flatMap(({ rule }) => ruleNamed(rule.$refText)));
const ruleNamed = (name: string): Rule[] => rules.filter((rule) => rule.name === name);

/** A rule with all that it holds. */
function reachable(rule: Rule, found = new Set<Rule>()): Set<Rule> {
  if (found.has(rule)) return found;
  found.add(rule);
  for (const called of rulesCalled(rule)) reachable(called, found);
  return found;
}

const declarations = rulesCalled(entry);
const openBrace = (rule: Rule) => keywordsIn(rule).find(({ value }) => value === '{');
const blocks = rules.filter(openBrace);
const blockWords = distinct(blocks.flatMap(firstWords));
const properties = rules.filter((rule) => {
  const features = distinct(allIn(rule).flatMap((element) => (isAssignment(element) ? [element.feature] : [])));
  return features.sort().join() === 'name,values';
});
const propertyWords = distinct(properties.flatMap(firstWords));

const NAMES = ['NAME', 'REFERENCE', 'CONTROL'];
const isCallOf = (names: readonly string[]) => (element: Element) =>
  isRuleCall(element) && names.includes(element.rule.$refText);

/** Keywords of the whole grammar after which one of the elements fits. */
const before = (fits: (element: Element) => boolean): string[] =>
  written(rules.flatMap(keywordsIn).filter((keyword) => after(keyword).some(fits)));

/** The shortest text that an element takes. */
function shortest(element: Element): string {
  if (element.cardinality === '?' || element.cardinality === '*') return '';
  if (isKeyword(element)) return element.value;
  if (isAssignment(element)) return shortest(element.terminal);
  if (isGroup(element)) return element.elements.map(shortest).filter(Boolean).join(' ');
  if (isAlternatives(element)) return element.elements.map(shortest).sort((a, b) => a.length - b.length)[0]!;
  if (!isRuleCall(element)) throw new Error(`No text is known for a ${element.$type}.`);
  const [rule] = ruleNamed(element.rule.$refText);
  return rule ? shortest(rule.definition) : ({ STRING: '"x"', NUMBER: '1' }[element.rule.$refText] ?? 'x');
}

/** The shortest header of each block of a rule, one for each word that begins it. */
function headersOf(rule: Rule): (readonly [string, string])[] {
  const brace = openBrace(rule)!;
  const { definition } = rule;
  if (!isGroup(definition)) throw new Error(`${rule.name} is no sequence.`);
  const [, ...rest] = definition.elements;
  const end = rest.findIndex(
    (element) => element === brace || AstUtils.hasContainerOfType(brace, (c) => c === element),
  );
  return firstWords(rule).map((word) => [
    word,
    [word, ...rest.slice(0, end).map(shortest), '{'].filter(Boolean).join(' '),
  ]);
}

function sourceOf(terminal: string): string {
  return GrammarUtils.terminalRegex(terminals.find(({ name }) => name === terminal)!).source;
}

const families = /^\(\?:([A-Z|]+)\)/.exec(sourceOf('REQUIREMENT'))?.[1]?.split('|');
if (!families) throw new Error('The terminal REQUIREMENT does not begin with the families of requirements.');

type Table = Readonly<Record<string, readonly string[]>>;
const table = (entries: readonly (readonly [string, readonly string[]])[]): Table =>
  Object.fromEntries(entries.filter(([, list]) => list.length > 0));
const quote = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
const listOf = (items: readonly string[]): string => `[${items.map(quote).join(', ')}]`;
const tableOf = (rows: Readonly<Record<string, string>>): string =>
  `{\n${Object.entries(rows)
    .map(([key, value]) => `  ${/^\w+$/.test(key) ? key : quote(key)}: ${value},\n`)
    .join('')}}`;
const constant = (name: string, doc: string, value: string): string =>
  `\n/** ${doc} */\nexport const ${name} = ${value} as const;\n`;
const list = (name: string, doc: string, items: readonly string[]) => constant(name, doc, listOf(items));
const lists = (name: string, doc: string, entries: Table) =>
  constant(name, doc, tableOf(Object.fromEntries(Object.entries(entries).map(([key, items]) => [key, listOf(items)]))));

const memberWords = (rule: Rule): string[] => wordsOf(after(openBrace(rule)!));
const memberRules = rules.filter((rule) => rule !== entry && blocks.some((block) => rulesCalled(block).includes(rule)));

const text = [
  '/** Made by scripts/generate-syntax.ts from zones.langium: the words and tokens of the language. */\n',
  list('KEYWORDS', 'All keywords that are words, in the order of the grammar.', wordsOf(rules.flatMap(keywordsIn))),
  '\nexport type Keyword = (typeof KEYWORDS)[number];\n',
  list('DECLARATION_WORDS', 'The words that begin a top-level declaration.', declarations.flatMap(firstWords)),
  list('BLOCK_WORDS', 'The words that begin what has a block.', blockWords),
  '\nexport type BlockWord = (typeof BLOCK_WORDS)[number];\n',
  lists(
    'FIRST_WORDS',
    'The words that begin what a rule of the grammar reads.',
    table(rules.filter((rule) => rule !== entry).map((rule) => [rule.name, firstWords(rule)])),
  ),
  lists(
    'MEMBER_WORDS',
    'The words that begin a member, by the word of the block.',
    Object.fromEntries(blocks.flatMap((rule) => firstWords(rule).map((word) => [word, memberWords(rule)]))),
  ),
  constant(
    'HEADERS',
    'The shortest header of each block, by its word.',
    tableOf(Object.fromEntries(blocks.flatMap(headersOf).map(([word, header]) => [word, quote(header)]))),
  ),
  list(
    'PROPERTY_RULES',
    'The rules that read a name and its values.',
    properties.map(({ name }) => name),
  ),
  list('PROPERTY_WORDS', 'The keywords among the names of properties.', propertyWords),
  list(
    'DECLARING_WORDS',
    'After these stands the name of what they declare.',
    before((next) => isRuleCall(next) && propertyOf(next) === 'name').filter(isWord),
  ),
  list(
    'REFERRING_WORDS',
    'After these words and signs, which begin no block, stands the name of an element, type or protocol.',
    before(isCallOf(['REFERENCE'])).filter((word) => !blockWords.includes(word)),
  ),
  lists(
    'AFTER_WORD',
    'What may stand after a word that begins a member: names of terminals, words and signs.',
    table(
      distinct(memberRules.flatMap(firstWords)).map((word) => {
        const keywords = memberRules.flatMap(first).filter((element) => isKeyword(element) && element.value === word);
        return [word, distinct(keywords.flatMap(after).flatMap((next) => nameOf(next) ?? []))];
      }),
    ),
  ),
  lists(
    'AFTER_NAME',
    'The words that go on after a name in a declaration and in all that it holds, by its word; no names of properties.',
    table(
      declarations.flatMap((rule) => {
        const calls = [...reachable(rule)].flatMap(callsIn).filter(isCallOf(NAMES));
        const words = wordsOf(calls.flatMap(after)).filter((word) => !propertyWords.includes(word));
        return firstWords(rule).map((word) => [word, words] as const);
      }),
    ),
  ),
  lists(
    'REFERENCES',
    'The properties of each rule that name something declared elsewhere.',
    table(
      rules.map((rule) => [
        rule.name,
        distinct(
          callsIn(rule)
            .filter(isCallOf(['REFERENCE', 'CONTROL']))
            .flatMap((call) => propertyOf(call) ?? []),
        ),
      ]),
    ),
  ),
  constant(
    'TERMINALS',
    'The tokens that a text matches.',
    tableOf(
      Object.fromEntries(
        terminals.filter((rule) => !isCategory(rule)).map(({ name }) => [name, `/${sourceOf(name)}/`]),
      ),
    ),
  ),
  list(
    'CATEGORIES',
    'The tokens that stand for others.',
    terminals.filter(isCategory).map(({ name }) => name),
  ),
  '\nexport type TokenName = keyof typeof TERMINALS | (typeof CATEGORIES)[number];\n',
  list('REQUIREMENT_FAMILIES', 'What a requirement of the standard begins with.', families),
].join('');

writeGenerated(root, 'language-server/language/syntax/words.generated.ts', text);
