import { CompletionItemKind } from 'vscode-languageserver';
import { keys } from '../../core/engine/keys.ts';
import { BOUNDARY_SIDES } from '../../core/model/boundary.ts';
import { CLAUSES, isAccepting } from '../../language/lowering/clauses.ts';
import { isNamePosition } from '../../language/parser/name-position.ts';
import { VECTOR_BLOCKS } from '../../language/syntax/members.ts';
import { PROPERTY_NAMES, SCHEMAS, schemaOf } from '../../language/syntax/schemas.ts';
import { TEXT_WORDS } from '../../language/syntax/value-words.ts';
import { isVectorWord } from '../../language/syntax/vector.ts';
import { FIRST_WORDS, type Keyword, PROPERTY_RULES, PROPERTY_WORDS } from '../../language/syntax/words.generated.ts';
import { explanationOf, orderOf } from '../vocabulary.ts';
import type { Expected } from './expected.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';

/** Words that may stand once in a block though they are no plain properties. */
const ONCE: ReadonlySet<string> = new Set<Keyword>([
  ...FIRST_WORDS.Levels,
  ...FIRST_WORDS.LevelProperty,
  ...FIRST_WORDS.ModelProperty,
  ...FIRST_WORDS.Residual,
  ...FIRST_WORDS.Acceptance,
  ...FIRST_WORDS.Rating,
  ...FIRST_WORDS.Assessment,
  ...FIRST_WORDS.TolerableRisk,
  ...FIRST_WORDS.Term,
  ...FIRST_WORDS.Source,
]);

/** Members of a risk that share a line, as `likelihood likely  impact major` does. */
const RATINGS: ReadonlySet<string> = new Set<Keyword>([...FIRST_WORDS.Rating, ...FIRST_WORDS.Residual]);

/** Where the words of the language come among all suggestions: names and values are more likely meant. */
const WORD_RANK = 1000;

/** A keyword where it fits in meaning, not only by the grammar; undefined elsewhere. */
export function keyword(
  expected: Extract<Expected, { kind: 'keyword' }>,
  context: CompletionContext,
  scope: Scope,
): Suggestion | undefined {
  const { keyword: word, rule } = expected;
  if (word === '->' || word === '<->') return arrow(word);
  const begins = context.beginning.has(expected);
  if (!isWord(word) || !fitsHere(expected, begins, context, scope)) return undefined;
  if (begins && !mayBegin(word, context)) return undefined;
  if (rule === 'Clause') return clause(word, context);
  // What goes on with the member at the cursor is meant sooner than a new one, except on a new line.
  const isLater = context.atStart ? !begins && context.complete : begins;
  // No snippet of a declaration is meant by the name of a property, though one begins with the same word.
  const kind = isPropertyRule(rule) ? CompletionItemKind.Property : CompletionItemKind.Keyword;
  const item = suggest(
    word,
    WORD_RANK + (isLater ? 500 : 0),
    kind,
    begins ? around(context).slice(-1) : around(context),
  );
  if (rule === 'BoundaryItem' && word === 'because') return { ...item, isNeeded: true };
  if (rule === 'Source' || (rule === 'Term' && word === 'by')) return { ...item, insert: quoted(word) };
  // Where policies are declared, one of them is meant sooner than a text.
  const isNamed = rule === 'PolicyProperty' && scope.query.all(keys.recordedAs(scope.system, 'policy')).length > 0;
  return isNamed ? { ...item, insert: { text: `${word} `, more: true } } : item;
}

/** The plain properties of the block at the cursor, those it has already and may have once left out. */
export function properties(context: CompletionContext): Suggestion[] {
  const schema = schemaOf(context.blocks.at(-1)?.word);
  return Object.entries(schema).flatMap(([name, times]) => {
    // The grammar has these as keywords, and they are offered as such.
    if ((PROPERTY_WORDS as readonly string[]).includes(name)) return [];
    if (times !== 'many' && context.memberWords.has(name)) return [];
    if (!mayBegin(name, context)) return [];
    const rank = WORD_RANK + (context.atStart ? 0 : 500);
    const item = suggest(name, rank, CompletionItemKind.Property, around(context).slice(-1));
    // Of a protocol `network` says yes or no; of a zone it names networks.
    const isWord = schema === SCHEMAS.protocol && name === 'network';
    return [isWord ? { ...item, insert: { text: 'network ', more: true }, meaning: undefined } : item];
  });
}

/** The words that decide what another one is for: those before it in its member, the nearest first, and its block's. */
const around = ({ before, blocks }: CompletionContext): (string | undefined)[] => [
  ...[...before].reverse(),
  blocks.at(-1)?.word,
];

function suggest(
  word: string,
  rank: number,
  kind: CompletionItemKind,
  heads: readonly (string | undefined)[] = [],
): Suggestion {
  return {
    label: word,
    kind,
    rank: rank + orderOf(word),
    meaning: explanationOf(word, heads),
    insert: TEXT_WORDS.has(word) ? quoted(word) : { text: `${word} `, more: true },
  };
}

const isPropertyRule = (rule: string): boolean => (PROPERTY_RULES as readonly string[]).includes(rule);

const quoted = (word: string) => ({ snippet: `${word} "$0"` });

function arrow(word: string): Suggestion {
  const meaning = word === '->' ? 'the left side opens the connection' : 'either side opens the connection';
  return {
    label: word,
    kind: CompletionItemKind.Operator,
    rank: word.length,
    meaning,
    insert: { text: `${word} `, more: true },
  };
}

/** True for a keyword that is no sign. */
const isWord = (keyword: string): keyword is Keyword => /^[a-z]/.test(keyword);

function fitsHere(
  { keyword, rule }: Extract<Expected, { kind: 'keyword' }>,
  begins: boolean,
  { blocks, memberWords, before, line }: CompletionContext,
  scope: Scope,
): boolean {
  const word = keyword as Keyword;
  const block = blocks.at(-1);
  // `system` stands once, at the top of a file.
  if (word === 'system') return !scope.hasHeader && scope.isTop;
  if (isVectorWord(word) && !(VECTOR_BLOCKS[word] as readonly (string | undefined)[]).includes(block?.word))
    return false;
  if (word === 'level' && block?.word === 'zone' && block.header.some(({ text }) => text === 'level'))
    return before[0] === 'zone';
  const residual = line.indexOf(FIRST_WORDS.Residual[0]);
  if (residual >= 0 && RATINGS.has(word)) return !line.includes(word, residual);
  if (word === 'none') return BOUNDARY_SIDES.some((side) => before.at(-1) === side);
  // A flow has several ports, and one of each of these.
  if (rule === 'Flow' && (word === 'over' || word === 'with')) return !before.includes(word);
  // Ports of the library alone are said to be unregistered.
  if (word === 'unregistered') return block?.word === 'protocol';
  // As a clause it may stand in each member.
  return !(begins && ONCE.has(word) && memberWords.has(word));
}

/** A new member begins on a line of its own, but for the short properties that people write side by side. */
function mayBegin(word: string, { atStart, blocks, line: [first] }: CompletionContext): boolean {
  if (atStart) return true;
  if (blocks.length === 0 || first === undefined) return false;
  if (RATINGS.has(first)) return RATINGS.has(word) && word !== FIRST_WORDS.Residual[0];
  return PROPERTY_NAMES.has(first) && PROPERTY_NAMES.has(word);
}

/** Words that others stand behind in any case. */
const BEHIND: Readonly<Record<string, Keyword>> = { verified: 'on', of: FIRST_WORDS.Revision[0] };

/** True where the next word is a name, or the revision that is meant, and no member begins with it. */
const isValueBehind = (word = ''): boolean => isNamePosition(word) || word === 'of';

/** A clause that the statement at the cursor takes and does not have yet, what it cannot do without first. */
function clause(word: Keyword, { before, line, atStart }: CompletionContext): Suggestion | undefined {
  // A member seems to begin with the word that names what is approved.
  const words = line.at(-before.length - 1) === 'of' ? line : before;
  const at = words.findLastIndex((word, i) => Object.hasOwn(CLAUSES, word) && !isValueBehind(words[i - 1]));
  const verb = words[at] as keyof typeof CLAUSES | undefined;
  // Security levels stand on one line, most of them without a clause.
  if (!verb || (atStart && isVectorWord(verb))) return undefined;
  const given = words.slice(at);
  const goesOn = BEHIND[given.at(-1) ?? ''] === word;
  const heads = [...given].reverse();
  if (goesOn) return { ...suggest(word, 0, CompletionItemKind.Keyword, heads), isNeeded: true };
  if (word === 'by' && given.at(-3) === 'verified')
    return { ...suggest(word, 0, CompletionItemKind.Keyword, heads), insert: quoted(word) };
  const { takes, needs }: { takes: readonly string[]; needs: readonly string[] } = CLAUSES[verb];
  if (!takes.includes(word) || given.includes(word)) return undefined;
  const isNeeded = needs.includes(word);
  const item = suggest(word, isNeeded ? 0 : WORD_RANK, CompletionItemKind.Keyword, heads);
  const isApprover = word === 'by' && isAccepting(verb);
  return { ...item, isNeeded, ...(isApprover && { insert: quoted(word) }) };
}
