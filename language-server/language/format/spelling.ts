import type { AstNode } from 'langium';
import { normaliseRequirement } from '../../core/model/control.ts';
import type { Clause, Profile, ZonesAstType } from '../generated/ast.ts';
import { CLAUSES, type Sayer } from '../lowering/clauses.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { indicesOf, isComma, lastBefore, type Written } from './written.ts';

type Sentence = Extract<ZonesAstType[keyof ZonesAstType], { clauses: Clause[] }>;

/** What is to change in the order and the signs of the tokens, by the offset at which a token starts. */
interface Changes {
  /** Tokens that a comma follows, and those that none does. */
  readonly comma: Set<number>;
  readonly noComma: Set<number>;
  readonly sentences: Sentence[];
}

/**
 * The tokens of a text in one spelling: requirements as the standard writes them, commas between the controls of a list
 * and none between levels, clauses in one order.
 * @param nodes what the parser read of the text, without errors
 */
export function respell(tokens: readonly Written[], nodes: readonly AstNode[]): Written[] {
  const changes: Changes = { comma: new Set(), noComma: new Set(), sentences: [] };
  for (const node of nodes) collect(changes, node as ZonesAstType[keyof ZonesAstType]);
  const spelled = withCommas(
    tokens.map((token) => (token.kind === 'word' ? { ...token, text: spell(token.text) } : token)),
    changes,
  );
  orderClauses(spelled, changes.sentences);
  return spelled;
}

/** A word as it is to be written: requirements have several spellings. */
export const spell = (word: string): string => (beginsRequirement(word) ? normaliseRequirement(word) : word);

/** Notes what a node asks for. */
function collect(changes: Changes, node: ZonesAstType[keyof ZonesAstType]): void {
  switch (node.$type) {
    case 'Profile':
      separate(changes, wordStarts(node));
      break;
    case 'Levels': {
      if (node.clauses.length > 1) changes.sentences.push(node);
      const starts = node.entries.map((entry) => syntaxOf(entry).$words.at(-1)!.start);
      if (node.entries.some(({ fr }) => fr !== undefined)) separate(changes, starts);
      else for (const start of starts) changes.noComma.add(start);
      break;
    }
    case 'Statement':
    case 'Allow':
    case 'Acceptance':
    case 'Pointer':
    case 'Assessment':
    case 'TolerableRisk':
    case 'Revision':
    case 'Approval':
    case 'Source':
      if (node.clauses.length > 1) changes.sentences.push(node);
  }
}

const wordStarts = (node: Profile): number[] =>
  syntaxOf(node).$words.flatMap(({ feature, start }) => (feature === 'refs' ? [start] : []));

/** A comma after each but the last. */
function separate({ comma, noComma }: Changes, starts: readonly number[]): void {
  for (const start of starts.slice(0, -1)) comma.add(start);
  const last = starts.at(-1);
  if (last !== undefined) noComma.add(last);
}

/** Commas stand directly behind what they follow, before any comment. */
function withCommas(tokens: readonly Written[], { comma, noComma }: Changes): Written[] {
  const written: Written[] = [];
  let last = -1; // index of the last token that is no comment
  let breaks = 0; // before a comma that stands elsewhere now
  for (const token of tokens) {
    const before = written[last];
    if (isComma(token)) {
      breaks += token.breaks;
      if (before && !noComma.has(before.start)) written.splice(++last, 0, { ...token, breaks: 0 });
      continue;
    }
    if (token.kind !== 'comment' && before && comma.has(before.start) && !isComma(before)) {
      const { end } = before;
      written.splice(last + 1, 0, { text: ',', kind: 'sign', start: end, end, breaks: 0, column: 0 });
    }
    written.push(breaks > 0 ? { ...token, breaks: token.breaks + breaks } : token);
    breaks = 0;
    if (token.kind !== 'comment') last = written.length - 1;
  }
  return written;
}

/**
 * Puts the clauses of sentences in the order in which `CLAUSES` lists them. Where a comment stands among them they
 * stay: it may be about the one before it or the one after. A remark behind them is about the whole.
 */
function orderClauses(tokens: Written[], sentences: readonly Sentence[]): void {
  if (sentences.length === 0) return;
  const indices = indicesOf(tokens);
  for (const sentence of sentences) {
    const order: readonly string[] = CLAUSES[sayerOf(sentence)].takes;
    const clauses = sentence.clauses.map((clause) => {
      const { $start, $end } = syntaxOf(clause);
      const first = indices.get($start)!;
      const rank = order.indexOf(clause.word ?? 'note');
      return { first, last: lastBefore(tokens, first, $end), rank: rank < 0 ? order.length : rank };
    });
    const [from, to] = [clauses[0]!.first, clauses.at(-1)!.last + 1];
    if (tokens.slice(from - 1, to).some(({ kind }) => kind === 'comment')) continue;
    const sorted = clauses.sort((a, b) => a.rank - b.rank).map(({ first, last }) => tokens.slice(first, last + 1));
    sorted.flat().forEach((token, i) => {
      tokens[from + i] = token;
    });
  }
}

function sayerOf(sentence: Sentence): Sayer {
  if (sentence.$type === 'Statement') return sentence.verb;
  return FIRST_WORDS[sentence.$type][0];
}
