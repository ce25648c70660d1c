import type { AstNode } from 'langium';
import { DATE_PLACEHOLDER } from '../../core/fixes/placeholder.ts';
import type { Verification } from '../../core/model/record.ts';
import type { Located, Place, Reference, Text } from '../../core/model/reference.ts';
import type { Clause, Statement as StatementNode, Term } from '../generated/ast.ts';
import { clauseMessage } from '../parser/mistakes/controls.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { beginsRequirement } from '../syntax/requirement.ts';
import { isDate } from '../syntax/text.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { reportMore, reportTwice } from './properties.ts';
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
  referTo,
  report,
  textOf,
} from './reader.ts';
import { reportRepeated } from './repeated.ts';
import { numberOrText } from './values.ts';

/** The word of a clause; a text without one is a note. */
type ClauseWord = NonNullable<Clause['word']> | NonNullable<Term['word']> | 'note';

/** What clauses go on from: a verb, or the word that begins the member. */
export type Sayer =
  | StatementNode['verb']
  | (typeof FIRST_WORDS)[
      | 'Allow'
      | 'Acceptance'
      | 'Pointer'
      | 'Assessment'
      | 'TolerableRisk'
      | 'Revision'
      | 'Approval'
      | 'Source'
      | 'Levels'
      | 'Countermeasure'][number];

/** The clauses that each statement takes, and those it cannot do without. */
export const CLAUSES: Record<Sayer, { readonly takes: readonly ClauseWord[]; readonly needs: readonly ClauseWord[] }> =
  {
    implements: { takes: ['by', 'evidence', 'verified', 'note', 'because'], needs: [] },
    plans: { takes: ['until', 'by', 'note', 'because', 'evidence'], needs: [] },
    excludes: { takes: ['because', 'evidence', 'by'], needs: ['because'] },
    compensates: { takes: ['with', 'because', 'by', 'until', 'evidence', 'verified'], needs: ['with', 'because'] },
    accepts: { takes: ['until', 'because', 'by', 'evidence'], needs: ['until', 'because'] },
    allow: { takes: ['until', 'because'], needs: ['because'] },
    accepted: { takes: ['until', 'because', 'by'], needs: ['until', 'because'] },
    pointer: { takes: ['because'], needs: [] },
    'sl-t': { takes: ['from', 'because'], needs: [] },
    'sl-c': { takes: [], needs: [] },
    assessment: { takes: ['on', 'by', 'evidence'], needs: ['on', 'by'] },
    'tolerable-risk': { takes: ['note', 'by', 'on'], needs: ['note', 'by', 'on'] },
    revision: { takes: ['on', 'by', 'note'], needs: ['on', 'by', 'note'] },
    approval: { takes: ['on', 'by', 'of', 'hash', 'review'], needs: ['on', 'by'] },
    source: { takes: ['note', 'on'], needs: ['note'] },
    countermeasure: { takes: ['evidence', 'verified', 'until'], needs: [] },
  };

const ACCEPTING: readonly Sayer[] = ['accepts', ...FIRST_WORDS.Acceptance];

/** The lines of the record whose `by` is a person or group. */
const RECORDING: readonly Sayer[] = [
  ...FIRST_WORDS.Assessment,
  ...FIRST_WORDS.TolerableRisk,
  ...FIRST_WORDS.Revision,
  ...FIRST_WORDS.Approval,
];

/** True for a word whose `by` says in quotes who it was, and nothing else. */
const isRecording = (word: string): boolean => (RECORDING as readonly string[]).includes(word);

/** True for a word whose `by` says who approves, in quotes: of the others it names assets. */
export const isAccepting = (word: string): boolean =>
  (ACCEPTING as readonly string[]).includes(word) || isRecording(word);

const CLAUSE_EXAMPLES: Record<ClauseWord, string> = {
  by: 'by fw-1',
  evidence: 'evidence "docs/iam.md"',
  until: 'until 2027-06-30',
  because: 'because "…"',
  with: 'with SR 5.2',
  on: 'on 2027-01-15',
  from: 'from R-01',
  of: 'of revision 3',
  hash: 'hash "sha256:1:…"',
  review: 'review 12',
  verified: 'verified on 2026-11-02 by "…"',
  note: '"…"',
};

/** What a fix writes for the author to fill in. */
const OPEN_CLAUSES: Partial<Record<ClauseWord, string>> = {
  because: CLAUSE_EXAMPLES.because,
  until: `until ${DATE_PLACEHOLDER}`,
  on: `on ${DATE_PLACEHOLDER}`,
};

/** Why a statement cannot do without a clause. */
const CLAUSE_REASONS: Partial<Record<ClauseWord, string>> = {
  because: 'an assessor will ask for the reason',
  until: 'an acceptance without an end is never reviewed',
  with: 'a compensation names the controls that do the work instead',
  on: 'a record without its day cannot be put in order',
  by: 'an assessor will ask who it was',
};

export interface Clauses {
  readonly by: readonly Reference[];
  readonly approver?: Text;
  readonly evidence: readonly Text[];
  readonly until?: Text;
  readonly because?: Text;
  readonly note?: Text;
  readonly compensatedBy: readonly Reference[];
  /** The risks that an SL-T comes from. */
  readonly from: readonly Reference[];
  /** The day on which it was. */
  readonly on?: Text;
  readonly revision?: Reference;
  readonly hash?: Text;
  /** In months. */
  readonly review?: Located<number>;
  readonly verified?: Verification;
}

const isText = ({ raw }: PlacedWord): boolean => raw.startsWith('"');

/** What clauses stand behind. */
interface Said {
  readonly node: AstNode;
  /** Where a clause that is missing is reported; at the node where it is not said. */
  readonly at?: Place;
  readonly clauses: readonly (Clause | Term)[];
  /** What has them in a message, where that is not the word: `Countermeasure 'lock-3'`. */
  readonly named?: string;
}

/** Reads the trailing clauses of a statement, in any order; reports those it does not take and those it lacks. */
export function readClauses(reader: Reader, said: Said, of: Sayer): Clauses {
  const { node, clauses, named = `'${of}'` } = said;
  const { takes, needs } = CLAUSES[of];
  const seen = new Set<ClauseWord>();
  const found: { -readonly [K in keyof Clauses]: Clauses[K] } = { by: [], evidence: [], compensatedBy: [], from: [] };
  for (const [i, clause] of clauses.entries()) {
    const head = placedWord(reader, clause, 'word');
    const word = (head?.raw ?? 'note') as ClauseWord;
    const values = placedWords(reader, clause, 'values');
    const at = head?.at ?? placeOfNode(reader, clause);
    if (word === 'note' && needs.includes('because') && !clauses.some((other) => other.word === 'because')) {
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
    if (due && head && takes.includes(due) && !clauses.some((other) => other.word === due)) {
      seen.add(due);
      const message = clauseMessage(due, values[0]!.raw);
      report(reader, 'syntax-error', at, message, { text: due, title: `Change to '${due}'` });
      continue;
    }
    // The `by` right behind the day is the verifier's.
    const before = clauses[i - 1];
    if (word === 'by' && before?.word === 'verified' && !before.verifier && values[0] && !isText(values[0])) {
      textOf(reader, values[0], 'Who verified it');
      continue;
    }
    if (!takes.includes(word)) {
      report(reader, 'syntax-error', at, `${named} takes no ${word === 'note' ? 'text here' : `'${word}'`}.`, {
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
      } else reportTwice(reader, { raw: word, at, start: 0 }, said.named ?? `This '${of}'`, clause);
      continue;
    }
    seen.add(word);
    readClause(reader, { word, values, of, isNeeded: needs.includes(word) }, found);
    if (word === 'verified' && 'verifier' in clause && found.verified) {
      const by = placedWord(reader, clause, 'verifier');
      found.verified = { ...found.verified, by: by && textOf(reader, by, 'Who verified it') };
    }
  }
  for (const word of needs) {
    if (!seen.has(word)) reportLack(reader, of, word, said.at ?? placeOfNode(reader, node), syntaxOf(node).$end);
  }
  return found;
}

/**
 * Reports a clause that is missing, with the fix that adds it for the author to fill in.
 * @param of the word that needs it
 * @param end offset behind which it is added
 */
export function reportLack(reader: Reader, of: string, word: ClauseWord, at: Place, end: number): void {
  const example = word === 'by' && isRecording(of) ? 'by "…"' : CLAUSE_EXAMPLES[word];
  const open = OPEN_CLAUSES[word];
  report(
    reader,
    'syntax-error',
    at,
    word === 'note'
      ? `'${of}' needs a text in quotes that says what it is: add "…".`
      : `'${of}' needs '${word}': ${CLAUSE_REASONS[word]}. Add ${example}.`,
    open === undefined ? undefined : { text: ` ${open}`, title: `Add ${open}`, at: placeOf(reader, end, end) },
  );
}

/** The clause that is meant by a `by` before a day, or in a compensation before a requirement. */
function clauseOf(of: Sayer, { raw }: PlacedWord): 'until' | 'with' | undefined {
  if (isDate(raw)) return 'until';
  return of === 'compensates' && beginsRequirement(raw) ? 'with' : undefined;
}

function readClause(
  reader: Reader,
  { word, values, of, isNeeded }: { word: ClauseWord; values: PlacedWord[]; of: Sayer; isNeeded: boolean },
  found: { -readonly [K in keyof Clauses]: Clauses[K] },
): void {
  const first = values[0];
  if (!first) return;
  switch (word) {
    case 'by':
      if (isText(first) || isAccepting(of)) {
        reportMore(reader, word, values);
        if (of === 'implements' || of === 'plans') {
          const message = `Behind 'by' stand the assets that meet it, and ${first.raw} is none, so nothing shows what does: name them, or put the text behind 'because'.`;
          report(reader, 'invalid-value', first.at, message, undefined, 'info');
        }
        found.approver = textOf(reader, first, isRecording(of) ? 'Who it was' : 'An approver');
      } else found.by = reportRepeated(reader, values).map((value) => referTo(reader, 'asset', value));
      break;
    case 'with':
      found.compensatedBy = reportRepeated(reader, values).map((value) => referTo(reader, 'means', value));
      break;
    case 'from':
      found.from = reportRepeated(reader, values).map((value) => referTo(reader, 'risk', value));
      break;
    case 'evidence':
      found.evidence = reportRepeated(reader, values).flatMap((value) => textOf(reader, value, 'Evidence') ?? []);
      break;
    case 'until':
      reportMoreIn(reader, word, values);
      found.until = dateOf(reader, first, isNeeded);
      break;
    case 'on':
      reportMoreIn(reader, word, values);
      found.on = dateOf(reader, first, isNeeded);
      break;
    case 'verified':
      found.verified = { on: dateOf(reader, first) };
      break;
    case 'of':
      found.revision = revisionOf(reader, first);
      break;
    case 'hash':
      reportMore(reader, word, values);
      found.hash = textOf(reader, first, 'A hash');
      break;
    case 'review':
      reportMore(reader, word, values);
      found.review = numberOf(reader, first, 'A review in months', { min: 1, max: Number.MAX_SAFE_INTEGER });
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

/** The revision that an approval is of, by its number or what it is called. */
function revisionOf(reader: Reader, word: PlacedWord): Reference | undefined {
  const number = numberOrText(reader, word, 'A revision');
  return number && referTo(reader, 'revision', { ...word, raw: number.value });
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
