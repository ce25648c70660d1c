import type { AstNode } from 'langium';
import { normaliseRequirement } from '../../core/model/control.ts';
import type { Acceptance, Allow, Clause, Pointer, Profile, Statement, ZonesAstType } from '../generated/ast.ts';
import { CLAUSES, type Sayer } from '../lowering/statements.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import type { Token } from '../parser/tokens.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';

/** A token of a text as it is to be written. */
export interface Written {
  readonly text: string;
  readonly kind: Token['kind'];
  /** Where it stands in the text it comes from: `start` inclusive, `end` exclusive. They are equal for a comma that is new. */
  readonly start: number;
  readonly end: number;
  /** Line breaks between it and what stands before it in that text. */
  readonly breaks: number;
}

type Sentence = Statement | Allow | Acceptance | Pointer;

/** What is to change in the order and the signs of the tokens, by the offset at which a token starts. */
interface Changes {
  /** Tokens that a comma follows, and those that none does. */
  readonly comma: Set<number>;
  readonly noComma: Set<number>;
  readonly sentences: Sentence[];
}

/**
 * The tokens of a text in one spelling: requirements as the standard writes them, commas between the controls of a list
 * and none between levels, clauses in the order of the language's examples.
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
function collect({ comma, noComma, sentences }: Changes, node: ZonesAstType[keyof ZonesAstType]): void {
  switch (node.$type) {
    case 'Profile':
      separate(comma, noComma, wordStarts(node));
      break;
    case 'Levels': {
      const starts = node.entries.map((entry) => syntaxOf(entry).$words.at(-1)!.start);
      if (node.entries.some(({ fr }) => fr !== undefined)) separate(comma, noComma, starts);
      else for (const start of starts) noComma.add(start);
      break;
    }
    case 'Statement':
    case 'Allow':
    case 'Acceptance':
    case 'Pointer':
      if (node.clauses.length > 1) sentences.push(node);
  }
}

const wordStarts = (node: Profile): number[] =>
  syntaxOf(node).$words.flatMap(({ feature, start }) => (feature === 'refs' ? [start] : []));

/** A comma after each but the last. */
function separate(comma: Set<number>, noComma: Set<number>, starts: readonly number[]): void {
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
    const isComma = token.kind === 'sign' && token.text === ',';
    if (isComma) breaks += token.breaks;
    if (isComma && before && !noComma.has(before.start)) written.splice(++last, 0, { ...token, breaks: 0 });
    if (isComma) continue;
    if (token.kind !== 'comment' && before && comma.has(before.start) && before.text !== ',') {
      const { end } = before;
      written.splice(last + 1, 0, { text: ',', kind: 'sign', start: end, end, breaks: 0 });
    }
    written.push(breaks > 0 ? { ...token, breaks: token.breaks + breaks } : token);
    breaks = 0;
    if (token.kind !== 'comment') last = written.length - 1;
  }
  return written;
}

/** Puts the clauses of sentences in order; where comments stand among them nobody but the writer knows it. */
function orderClauses(tokens: Written[], sentences: readonly Sentence[]): void {
  if (sentences.length === 0) return;
  const indices = new Map(tokens.map(({ start, end }, i) => [start === end ? -1 : start, i]));
  for (const sentence of sentences) {
    const spans = sentence.clauses.map((clause) => spanOf(tokens, indices, clause));
    const [first, last] = [spans[0]![0], spans.at(-1)![1]];
    if (tokens.slice(first - 1, last).some(({ kind }) => kind === 'comment')) continue;
    const order: readonly string[] = CLAUSES[sayerOf(sentence)].takes;
    const rank = (i: number) => order.indexOf(sentence.clauses[i]!.word ?? 'note') >>> 0; // one that is not taken last
    const sorted = spans.map((span, i) => ({ span, rank: rank(i) })).sort((a, b) => a.rank - b.rank);
    const moved = sorted.flatMap(({ span }) => tokens.slice(...span));
    tokens.splice(first, moved.length, ...moved);
  }
}

/** The indices of the first token of a node and of the one behind its last. */
function spanOf(tokens: readonly Written[], indices: ReadonlyMap<number, number>, node: Clause): [number, number] {
  const { $start, $end } = syntaxOf(node);
  const first = indices.get($start)!;
  let end = first;
  while (end < tokens.length && tokens[end]!.start < $end) end++;
  return [first, end];
}

function sayerOf(sentence: Sentence): Sayer {
  if (sentence.$type === 'Statement') return sentence.verb;
  return FIRST_WORDS[sentence.$type][0];
}
