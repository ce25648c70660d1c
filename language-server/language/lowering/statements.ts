import { DATE_PLACEHOLDER } from '../../core/fixes/placeholder.ts';
import { FRS, type Fr, type Levels, MAX_LEVEL } from '../../core/model/levels.ts';
import type { Place, Reference, Text } from '../../core/model/reference.ts';
import type { Allow, Statement } from '../../core/model/statement.ts';
import type {
  Acceptance as AcceptanceNode,
  Allow as AllowNode,
  Clause,
  LevelEntry,
  Levels as LevelsNode,
  Pointer as PointerNode,
  Statement as StatementNode,
} from '../generated/ast.ts';
import { clauseMessage } from '../parser/mistakes/controls.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { isDate } from '../syntax/text.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { type BlockNode, type MemberNode, nameOfBlock, reportMore, reportTwice } from './properties.ts';
import {
  dateOf,
  numberOf,
  type PlacedWord,
  placedWord,
  placedWords,
  placeOf,
  placeOfNode,
  REASON,
  type Reader,
  readingOf,
  referencesOf,
  referTo,
  report,
  textOf,
  wordOf,
} from './reader.ts';

/** The word of a clause; a text without one is a note. */
type ClauseWord = NonNullable<Clause['word']> | 'note';

/** What clauses go on from: a verb, or the word that begins the member. */
export type Sayer = StatementNode['verb'] | (typeof FIRST_WORDS)['Allow' | 'Acceptance' | 'Pointer'][number];

/** The clauses that each statement takes, and those it cannot do without. */
export const CLAUSES: Record<Sayer, { readonly takes: readonly ClauseWord[]; readonly needs: readonly ClauseWord[] }> =
  {
    implements: { takes: ['by', 'evidence', 'note', 'because'], needs: [] },
    plans: { takes: ['until', 'by', 'note', 'because', 'evidence'], needs: [] },
    excludes: { takes: ['because', 'evidence', 'by'], needs: ['because'] },
    compensates: { takes: ['with', 'because', 'by', 'until', 'evidence'], needs: ['with', 'because'] },
    accepts: { takes: ['until', 'because', 'by', 'evidence'], needs: ['until', 'because'] },
    allow: { takes: ['until', 'because'], needs: ['because'] },
    accepted: { takes: ['until', 'because', 'by'], needs: ['until', 'because'] },
    pointer: { takes: ['because'], needs: [] },
  };

const ACCEPTING: readonly Sayer[] = ['accepts', ...FIRST_WORDS.Acceptance];

/** True for a word whose `by` says who approves, in quotes: of the others it names assets. */
export const isAccepting = (word: string): boolean => (ACCEPTING as readonly string[]).includes(word);

const CLAUSE_EXAMPLES: Record<ClauseWord, string> = {
  by: 'by fw-1',
  evidence: 'evidence "docs/iam.md"',
  until: 'until 2027-06-30',
  because: 'because "…"',
  with: 'with SR 5.2',
  note: '"…"',
};

/** What a fix writes for the author to fill in. */
const OPEN_CLAUSES: Partial<Record<ClauseWord, string>> = {
  because: CLAUSE_EXAMPLES.because,
  until: `until ${DATE_PLACEHOLDER}`,
};

/** Why a statement cannot do without a clause. */
const CLAUSE_REASONS: Partial<Record<ClauseWord, string>> = {
  because: 'an assessor will ask for the reason',
  until: 'an acceptance without an end is never reviewed',
  with: 'a compensation names the controls that do the work instead',
};

export interface Clauses {
  readonly by: readonly Reference[];
  readonly approver?: Text;
  readonly evidence: readonly Text[];
  readonly until?: Text;
  readonly because?: Text;
  readonly note?: Text;
  readonly compensatedBy: readonly Reference[];
}

/** Reads the trailing clauses of a statement, in any order; reports those it does not take and those it lacks. */
export function readClauses(
  reader: Reader,
  node: StatementNode | AllowNode | AcceptanceNode | PointerNode,
  of: Sayer,
): Clauses {
  const { takes, needs } = CLAUSES[of];
  const seen = new Set<ClauseWord>();
  const found: { -readonly [K in keyof Clauses]: Clauses[K] } = { by: [], evidence: [], compensatedBy: [] };
  for (const clause of node.clauses) {
    const head = placedWord(reader, clause, 'word');
    const word = (head?.raw ?? 'note') as ClauseWord;
    const values = placedWords(reader, clause, 'values');
    const at = head?.at ?? placeOfNode(reader, clause);
    if (word === 'note' && needs.includes('because') && !node.clauses.some((other) => other.word === 'because')) {
      seen.add('because');
      const start = syntaxOf(clause).$start;
      const message = `'${of}' needs 'because' before its reason: write because ${values[0]?.raw}.`;
      report(reader, 'syntax-error', at, message, {
        text: 'because ',
        title: "Add 'because'",
        at: placeOf(reader, start, start),
      });
      continue;
    }
    const due = word === 'by' && values[0] ? clauseOf(of, values[0]) : undefined;
    if (due && head && takes.includes(due) && !node.clauses.some((other) => other.word === due)) {
      seen.add(due);
      const message = clauseMessage(due, values[0]!.raw);
      report(reader, 'syntax-error', at, message, { text: due, title: `Change to '${due}'` });
      continue;
    }
    if (!takes.includes(word)) {
      report(reader, 'syntax-error', at, `'${of}' takes no ${word === 'note' ? 'text here' : `'${word}'`}.`, {
        text: '',
        title: `Remove this ${word === 'note' ? 'text' : `'${word}'`}`,
        at: placeOfNode(reader, clause),
      });
      continue;
    }
    if (seen.has(word)) {
      if (word === 'note') {
        const fix = { text: '', title: 'Remove this text' };
        report(
          reader,
          'duplicate-property',
          at,
          `This '${of}' has two texts; the first counts, so remove this one or join the two.`,
          fix,
        );
      } else reportTwice(reader, { raw: word, at, start: 0 }, `This '${of}'`, clause);
      continue;
    }
    seen.add(word);
    readClause(reader, of, word, values, found);
  }
  for (const word of needs) {
    if (seen.has(word)) continue;
    const end = syntaxOf(node).$end;
    const example = CLAUSE_EXAMPLES[word];
    const open = OPEN_CLAUSES[word];
    report(
      reader,
      'syntax-error',
      headOf(reader, node)?.at ?? placeOfNode(reader, node),
      `'${of}' needs '${word}': ${CLAUSE_REASONS[word]}. Add ${example}.`,
      open === undefined ? undefined : { text: ` ${open}`, title: `Add ${open}`, at: placeOf(reader, end, end) },
    );
  }
  return found;
}

/** The clause that is meant by a `by` before a day, or in a compensation before a requirement. */
function clauseOf(of: Sayer, { raw }: PlacedWord): 'until' | 'with' | undefined {
  if (isDate(raw)) return 'until';
  return of === 'compensates' && beginsRequirement(raw) ? 'with' : undefined;
}

/** The word at which a clause that is missing is reported. */
function headOf(reader: Reader, node: Parameters<typeof readClauses>[1]): PlacedWord | undefined {
  if (node.$type === 'Statement') return placedWord(reader, node, 'verb');
  return node.$type === 'Allow' ? placedWord(reader, node, 'code') : undefined;
}

function readClause(
  reader: Reader,
  of: Sayer,
  word: ClauseWord,
  values: PlacedWord[],
  found: { -readonly [K in keyof Clauses]: Clauses[K] },
): void {
  const first = values[0];
  if (!first) return;
  switch (word) {
    case 'by':
      if (first.raw.startsWith('"') || isAccepting(of)) {
        reportMore(reader, word, values);
        found.approver = textOf(reader, first, 'An approver');
      } else found.by = values.map((value) => referTo(reader, 'asset', value));
      break;
    case 'with':
      found.compensatedBy = values.map((value) => referTo(reader, 'control', value));
      break;
    case 'evidence':
      found.evidence = values.flatMap((value) => textOf(reader, value, 'Evidence') ?? []);
      break;
    case 'until':
      reportMoreIn(reader, word, values);
      found.until = dateOf(reader, first, CLAUSES[of].needs.includes(word));
      break;
    case 'because':
      reportMoreIn(reader, word, values);
      found.because = textOf(reader, first, REASON);
      break;
    case 'note':
      found.note = textOf(reader, first, 'A note');
      break;
  }
}

/** Reports the second value of a clause that takes one; a requirement there was meant for the statement itself. */
function reportMoreIn(reader: Reader, word: ClauseWord, values: readonly PlacedWord[]): void {
  const control = values.find(({ raw }, i) => i > 0 && beginsRequirement(raw));
  if (!control) {
    reportMore(reader, word, values);
    return;
  }
  const message = `${control.raw} stands behind '${word}', which takes one value: name it before '${word}', or in a statement of its own.`;
  report(reader, 'invalid-value', control.at, message);
}

function readStatement(reader: Reader, node: StatementNode): Statement {
  const verb = placedWord(reader, node, 'verb');
  const clauses = readClauses(reader, node, node.verb);
  return {
    verb: node.verb,
    verbAt: verb?.at ?? placeOfNode(reader, node),
    at: placeOfNode(reader, node),
    controls: referencesOf(reader, node, 'refs', 'control'),
    ...clauses,
  };
}

function readAllow(reader: Reader, node: AllowNode): Allow | undefined {
  const code = placedWord(reader, node, 'code');
  if (!code) return undefined;
  const { until, because } = readClauses(reader, node, 'allow');
  return { rule: referTo(reader, 'rule', code), at: placeOfNode(reader, node), until, because };
}

/** Statements and allowances of a block, in order. */
export function readStatements(
  reader: Reader,
  members: readonly MemberNode[],
): { statements: Statement[]; allows: Allow[] } {
  const statements: Statement[] = [];
  const allows: Allow[] = [];
  for (const member of members) {
    if (member.$type === 'Statement') statements.push(readStatement(reader, member));
    else if (member.$type === 'Allow') {
      const allow = readAllow(reader, member);
      if (allow) allows.push(allow);
    }
  }
  return { statements, allows };
}

/** The security level vector of a block (`sl-t` or `sl-c`); the first counts, valid or not, and a second is reported. */
export function readLevels(
  reader: Reader,
  block: BlockNode,
  name: LevelsNode['name'],
  what: string,
): Levels | undefined {
  let found: Levels | undefined;
  let isGiven = false;
  for (const member of block.members) {
    if (member.$type !== 'Levels') continue;
    const word = placedWord(reader, member, 'name');
    if (!word) continue;
    if (word.raw !== name) {
      report(reader, 'syntax-error', word.at, `${what} has no '${word.raw}'; it takes '${name}'.`, {
        text: name,
        title: `Change to '${name}'`,
      });
    } else if (isGiven) reportTwice(reader, word, nameOfBlock(block, what), member);
    else {
      isGiven = true;
      found = readingOf(reader, name, () => readVector(reader, member, word));
    }
  }
  return found;
}

function readVector(reader: Reader, node: LevelsNode, word: PlacedWord): Levels | undefined {
  const uniform = placedWord(reader, node, 'uniform');
  const level = (value: PlacedWord) => numberOf(reader, value, 'A security level', { min: 0, max: MAX_LEVEL })?.value;
  const base = uniform ? level(uniform) : 0;
  const vector = FRS.map(() => base ?? 0);
  const seen = new Set<string>();
  let bare = 0;
  for (const entry of node.entries ?? []) {
    if (readEntry(reader, entry, vector, seen, level) === 'bare') bare++;
  }
  const at = uniform?.at ?? word.at;
  const whole = placeOfNode(reader, node);
  if (bare > 0 && (uniform || seen.size > 0)) {
    report(
      reader,
      'invalid-value',
      placeOfEntries(reader, node),
      'Name the FR of each level here, as in { IAC 2, UC 2 }, or give all seven in order.',
    );
    return undefined;
  }
  if (bare > 0 && bare !== FRS.length) {
    report(
      reader,
      'invalid-value',
      placeOfEntries(reader, node),
      `A vector has seven levels, in the order ${FRS.join(' ')}; this one has ${bare}.`,
    );
    return undefined;
  }
  if (bare > 0) {
    const levels = node.entries.map((entry) => Number(entry.level));
    return levels.every((n) => n >= 0 && n <= MAX_LEVEL && Number.isInteger(n))
      ? { vector: levels, at, whole }
      : undefined;
  }
  return base === undefined ? undefined : { vector, at, whole };
}

/** What stands between the braces of a vector. */
function placeOfEntries(reader: Reader, { entries }: LevelsNode): Place {
  return placeOf(reader, syntaxOf(entries[0]!).$start, syntaxOf(entries.at(-1)!).$end);
}

function readEntry(
  reader: Reader,
  entry: LevelEntry,
  vector: number[],
  seen: Set<string>,
  level: (value: PlacedWord) => number | undefined,
): 'bare' | 'named' {
  const fr = placedWord(reader, entry, 'fr');
  const number = placedWord(reader, entry, 'level');
  const value = number && level(number);
  if (!fr) return 'bare';
  const known = wordOf<Fr>(reader, fr, 'A foundational requirement', FRS);
  if (!known) return 'named';
  if (seen.has(known.value)) {
    report(reader, 'invalid-value', fr.at, `${known.value} has a level already; give each FR once.`);
  } else if (value !== undefined) {
    vector[FRS.indexOf(known.value)] = value;
  }
  seen.add(known.value);
  return 'named';
}
