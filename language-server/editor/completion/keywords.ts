import { CompletionItemKind } from 'vscode-languageserver';
import {
  ASSET_TYPE_PROPERTIES,
  CONTROL_PROPERTIES,
  KIND_PROPERTIES,
  PROTOCOL_PROPERTIES,
} from '../../language/lowering/library.ts';
import {
  ASSET_PROPERTIES,
  CONDUIT_PROPERTIES,
  FLOW_PROPERTIES,
  ZONE_PROPERTIES,
} from '../../language/lowering/plant.ts';
import type { Schema } from '../../language/lowering/properties.ts';
import { MATRIX_PROPERTIES, RISK_PROPERTIES, SYSTEM_PROPERTIES } from '../../language/lowering/settings.ts';
import { CLAUSES } from '../../language/lowering/statements.ts';
import { orderOf, VOCABULARY } from '../vocabulary.ts';
import type { Expected } from './expected.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';

/** The plain properties of each block, by the word that begins it. */
const SCHEMAS: Record<string, Schema> = {
  system: SYSTEM_PROPERTIES,
  zone: ZONE_PROPERTIES,
  asset: ASSET_PROPERTIES,
  conduit: CONDUIT_PROPERTIES,
  flow: FLOW_PROPERTIES,
  risk: RISK_PROPERTIES,
  'risk-matrix': MATRIX_PROPERTIES,
  control: CONTROL_PROPERTIES,
  'asset-type': ASSET_TYPE_PROPERTIES,
  protocol: PROTOCOL_PROPERTIES,
  kind: KIND_PROPERTIES,
};

/** Words that may stand once in a block though they are no plain properties. */
const ONCE = new Set(['sl-t', 'sl-c', 'level', 'reference-model', 'residual', 'accepted', 'likelihood', 'impact']);

/** Blocks that take one of the two vectors. */
const VECTORS: Record<string, readonly string[]> = { 'sl-t': ['zone', 'conduit'], 'sl-c': ['asset', 'asset-type'] };

/** Properties whose value is a text: the cursor goes between its quotes. */
const TEXTS = new Set(
  'description owner network policy assumption vendor product version address when threat vulnerability consequence guidance doc clause evidence because'.split(
    ' ',
  ),
);

/** The names of all plain properties. Several often share a line, as `vendor "Acme"  product "WinView"` does. */
export const PROPERTY_WORDS: ReadonlySet<string> = new Set(
  Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema)),
);

/** Members of a risk that share a line, as `likelihood likely  impact major` does. */
const RATINGS: ReadonlySet<string> = new Set(['likelihood', 'impact', 'residual']);

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
  if (!/^[a-z]/.test(word) || !fitsHere(word, context, scope)) return undefined;
  const begins = context.beginning.has(expected);
  if (begins && !mayBegin(word, context)) return undefined;
  if (rule === 'Clause') return clause(word, context);
  // What goes on with the member at the cursor is meant sooner than a new one, except on a new line.
  const isLater = context.atStart ? !begins && context.complete : begins;
  return suggest(word, WORD_RANK + (isLater ? 500 : 0), CompletionItemKind.Keyword);
}

/** The plain properties of the block at the cursor, those it has already and may have once left out. */
export function properties(context: CompletionContext): Suggestion[] {
  const schema = SCHEMAS[context.blocks.at(-1)?.word ?? ''] ?? {};
  return Object.entries(schema).flatMap(([name, times]) => {
    // The grammar has these as keywords, and they are offered as such.
    if (['level', 'kind', 'reference-model'].includes(name)) return [];
    if (times === 'once' && context.memberWords.has(name)) return [];
    if (!mayBegin(name, context)) return [];
    const item = suggest(name, WORD_RANK + (context.atStart ? 0 : 500), CompletionItemKind.Property);
    // Of a protocol `network` says yes or no; of a zone it names networks.
    const isWord = schema === PROTOCOL_PROPERTIES && name === 'network';
    return [isWord ? { ...item, insert: { text: 'network ', more: true }, meaning: undefined } : item];
  });
}

function suggest(word: string, rank: number, kind: CompletionItemKind): Suggestion {
  return {
    label: word,
    kind,
    rank: rank + orderOf(word),
    meaning: VOCABULARY[word],
    insert: TEXTS.has(word) ? { snippet: `${word} "$0"` } : { text: `${word} `, more: true },
  };
}

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

function fitsHere(word: string, { blocks, memberWords, before, line }: CompletionContext, scope: Scope): boolean {
  const block = blocks.at(-1);
  // `system` stands once, at the top of a file.
  if (word === 'system') return !scope.hasHeader && scope.isTop;
  if (VECTORS[word] && !VECTORS[word].includes(block?.word ?? '')) return false;
  if (word === 'level' && block?.header.includes('level') && block.word === 'zone') return before[0] === 'zone';
  if (line[0] === 'residual') return !line.includes(word);
  return !(ONCE.has(word) && memberWords.has(word));
}

/** A new member begins on a line of its own, but for the short properties that people write side by side. */
function mayBegin(word: string, { atStart, blocks, line: [first] }: CompletionContext): boolean {
  if (atStart) return true;
  if (blocks.length === 0 || first === undefined) return false;
  if (RATINGS.has(first)) return RATINGS.has(word) && word !== 'residual';
  return PROPERTY_WORDS.has(first) && PROPERTY_WORDS.has(word);
}

/** A clause that the statement at the cursor takes and does not have yet, what it cannot do without first. */
function clause(word: string, { before }: CompletionContext): Suggestion | undefined {
  const verb = before.findLast((candidate) => candidate in CLAUSES) as keyof typeof CLAUSES | undefined;
  if (!verb) return undefined;
  const given = before.slice(before.lastIndexOf(verb));
  const { takes, needs } = CLAUSES[verb] as { takes: string[]; needs: string[] };
  if (!takes.includes(word) || given.includes(word)) return undefined;
  const isNeeded = needs.includes(word);
  const item = suggest(word, isNeeded ? 0 : WORD_RANK, CompletionItemKind.Keyword);
  const isApprover = word === 'by' && verb.startsWith('accept');
  return { ...item, isNeeded, ...(isApprover && { insert: { snippet: 'by "$0"' } }) };
}
