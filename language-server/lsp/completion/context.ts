import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { findNextFeatures, type NextFeature } from 'langium/lsp';
import { zonesServices } from '../../language/parser/parser.ts';

/** Something that may stand at the cursor: a keyword, or a value of a property of a rule of the grammar. */
export type Expected =
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'value'; readonly rule: string; readonly property: string };

/** A block around the cursor: the word that begins it and the name after it. */
export interface Block {
  readonly word: string;
  readonly name: string;
}

export interface CompletionContext {
  /** The blocks around the cursor, the outermost first. */
  readonly blocks: readonly Block[];
  readonly expected: readonly Expected[];
  /** The words before the cursor in its member, the last one last. */
  readonly before: readonly string[];
  /** What has been typed of the word at the cursor. */
  readonly typed: string;
}

/** What is being typed: a requirement reference with its spaces, or a name or path. */
const TYPED =
  /(?:(?:SR|CR|SAR|EDR|HDR|NDR)[ \t]*(?:\d[\d.]*(?:[ \t]*(?:RE?[ \t]*\(?\d*|\(\d*))?)?|[\p{L}_][\p{L}\p{N}_.-]*)$/u;

const TOKEN =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?:SR|CR|SAR|EDR|HDR|NDR)[ \t]*\d+\.\d+(?:[ \t]*(?:RE[ \t]*)?\(\d+\))?|[{}]|<->|->|[,:]|[^\s{},:"]+/g;

/** Words that begin a declaration with a block; used to find where the header of a block starts. */
const HEADS = new Set(
  'system zone asset conduit flow profile risk risk-matrix catalog group control asset-type protocol reference-model kind focus framework item sl-t sl-c'.split(
    ' ',
  ),
);

/** Undefined inside a text or a comment, where nothing of the language can stand. */
export function completionContext(text: string, offset: number): CompletionContext | undefined {
  const prefix = text.slice(0, offset);
  const typed = TYPED.exec(prefix)?.[0] ?? '';
  const head = prefix.slice(0, prefix.length - typed.length);
  const tokens: { text: string; at: number }[] = [];
  for (const match of head.matchAll(TOKEN)) {
    const [word] = match;
    const isOpen = match.index + word.length === head.length && isUnclosed(word);
    if (isOpen) return undefined;
    if (!word.startsWith('//') && !word.startsWith('/*')) tokens.push({ text: word, at: match.index });
  }
  // A line comment swallows the word being typed after it.
  if (/\/\/[^\r\n]*$/.test(head.replace(/"(?:\\.|[^"\\\r\n])*"/g, ''))) return undefined;

  const blocks: (Block & { header: string })[] = [];
  let from = 0; // index of the first token after the last brace
  const heads: number[] = [];
  tokens.forEach((token, i) => {
    if (token.text === '{') {
      const begin = headOf(tokens, from, i);
      blocks.push({
        word: tokens[begin]?.text ?? '',
        name: tokens[begin + 1]?.text ?? '',
        header: head.slice(tokens[begin]!.at, token.at + 1),
      });
      heads.push(begin);
      from = i + 1;
    } else if (token.text === '}') {
      blocks.pop();
      heads.pop();
      from = i + 1;
    }
  });
  const member = tokens.slice(from);
  const outer = blocks.map(({ header }) => header).join('\n');
  const { expected, used } = expectedAfter(outer, head, member);
  return { blocks, expected, before: used.map((token) => token.text), typed };
}

function isUnclosed(word: string): boolean {
  if (word.startsWith('//')) return true;
  if (word.startsWith('/*')) return !word.endsWith('*/') || word.length < 4;
  if (word.startsWith('"""')) return word.length < 6 || !word.endsWith('"""');
  return word.startsWith('"') && (word.length < 2 || !word.endsWith('"'));
}

/** The first token of the header whose block opens at `open`. */
function headOf(tokens: readonly { text: string }[], from: number, open: number): number {
  for (let i = open - 1; i >= from; i--) {
    const previous = tokens[i - 1]?.text;
    const isName = i > from && (HEADS.has(previous!) || [':', ',', 'between', 'and', '->', '<->'].includes(previous!));
    if (HEADS.has(tokens[i]!.text) && !isName) return i;
  }
  return Math.min(from, open);
}

type Tokens = readonly { text: string; at: number }[];

/**
 * What the grammar takes next. A member that cannot be read must not spoil the answer for the next one, so the
 * lines before the cursor's are left out when they do not parse.
 */
function expectedAfter(outer: string, head: string, member: Tokens): { expected: Expected[]; used: Tokens } {
  const lines: Tokens[] = [member];
  for (let i = member.length - 1; i > 0; i--) {
    const gap = head.slice(member[i - 1]!.at + member[i - 1]!.text.length, member[i]!.at);
    if (/[\r\n]/.test(gap)) lines.push(member.slice(i));
    if (lines.length > 8) break;
  }
  const last = member.at(-1);
  const isNewLine = last ? /[\r\n]/.test(head.slice(last.at + last.text.length)) : true;
  if (isNewLine) lines.push([]);
  for (const used of lines) {
    const expected = parse(outer, used);
    if (expected) return { expected, used };
  }
  return { expected: [], used: member };
}

/** The next features after a text that the grammar can read to its end; undefined when it cannot. */
function parse(outer: string, member: Tokens): Expected[] | undefined {
  const services = zonesServices();
  const result = services.parser.CompletionParser.parse(`${outer}\n${member.map(({ text }) => text).join(' ')}`);
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
  if (GrammarAST.isKeyword(feature)) return { kind: 'keyword', keyword: feature.value };
  if (!assignment || !rule) return undefined;
  return { kind: 'value', rule: rule.name, property: assignment.feature };
}

function distinct(expected: readonly Expected[]): Expected[] {
  const seen = new Map(
    expected.map((item) => [item.kind === 'keyword' ? item.keyword : `${item.rule}.${item.property}`, item]),
  );
  return [...seen.values()];
}
