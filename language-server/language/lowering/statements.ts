import { FRS, type Fr, type Levels, MAX_LEVEL } from '../../core/model/levels.ts';
import type { Place } from '../../core/model/reference.ts';
import type { Allow, Statement } from '../../core/model/statement.ts';
import type {
  Allow as AllowNode,
  LevelEntry,
  Levels as LevelsNode,
  Statement as StatementNode,
} from '../generated/ast.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { readClauses } from './clauses.ts';
import { type BlockNode, type MemberNode, nameOfBlock, reportTwice } from './properties.ts';
import {
  numberOf,
  type PlacedWord,
  placedWord,
  placeOf,
  placeOfNode,
  type Reader,
  readingOf,
  referencesOf,
  referTo,
  report,
  wordOf,
} from './reader.ts';

function readStatement(reader: Reader, node: StatementNode): Statement {
  const verb = placedWord(reader, node, 'verb');
  const clauses = readClauses(reader, { node, at: verb?.at, clauses: node.clauses }, node.verb);
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
  const { until, because } = readClauses(reader, { node, at: code.at, clauses: node.clauses }, 'allow');
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
  // Where the block has its levels, the other word was meant for something else.
  const has = block.members.some((member) => member.$type === 'Levels' && member.name === name);
  for (const member of block.members) {
    if (member.$type !== 'Levels') continue;
    const word = placedWord(reader, member, 'name');
    if (!word) continue;
    if (word.raw !== name) {
      const fix = has ? undefined : { text: name, title: `Change to '${name}'` };
      const message =
        name === 'sl-t'
          ? `${what} takes 'sl-t', what is to be reached; 'sl-c', what a component can do, stands in assets and their types.`
          : `${what} takes 'sl-c', what it can do; 'sl-t', what is to be reached, stands in zones and conduits.`;
      report(reader, 'syntax-error', word.at, message, fix);
    } else if (isGiven) reportTwice(reader, word, nameOfBlock(block, what), member);
    else {
      isGiven = true;
      const levels = readingOf(reader, name, () => readVector(reader, member, word));
      const { from, because } = readClauses(reader, { node: member, at: word.at, clauses: member.clauses }, name);
      found = levels && { ...levels, from, because };
    }
  }
  return found;
}

type Vector = Pick<Levels, 'vector' | 'at' | 'whole'>;

function readVector(reader: Reader, node: LevelsNode, word: PlacedWord): Vector | undefined {
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
