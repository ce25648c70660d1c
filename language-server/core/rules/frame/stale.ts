import type { Discrepancy } from '../../engine/store.ts';
import type { Evaluation } from './evaluate.ts';
import type { Finding } from './rule.ts';

/** What is not up to date in a unit, in words: what only the store says of it, and what only a fresh evaluation does. */
export interface Stale {
  readonly file: string;
  /** Position of the unit in its file. */
  readonly unit: number;
  /** Index of the part of its evaluation, or `linking`. */
  readonly part: number | 'linking';
  /** The rules whose findings differ. */
  readonly rules: readonly string[];
  readonly onlyKnown: readonly string[];
  readonly onlyFresh: readonly string[];
}

/** What one discrepancy is about. */
export function staleOf({ entry, ...discrepancy }: Discrepancy<Evaluation>): Stale {
  const place = { file: entry.file, unit: entry.position, part: discrepancy.part };
  if (discrepancy.part === 'linking') {
    const { known, fresh } = discrepancy;
    return { ...place, rules: [], onlyKnown: without(known, fresh), onlyFresh: without(fresh, known) };
  }
  const [known, fresh] = [discrepancy.known, discrepancy.fresh].map(saidBy) as [Saying[], Saying[]];
  const [onlyKnown, onlyFresh] = [leftOf(known, fresh), leftOf(fresh, known)];
  const words = (said: readonly Saying[]) => said.map(({ text }) => text);
  return {
    ...place,
    rules: [...new Set([...onlyKnown, ...onlyFresh].map(({ rule }) => rule))],
    onlyKnown: words(onlyKnown),
    onlyFresh: words(onlyFresh),
  };
}

/** A line for each thing that is not up to date. */
export function staleLines({ file, unit, part, onlyKnown, onlyFresh }: Stale): string[] {
  const isSaidAlike = onlyKnown.length + onlyFresh.length === 0;
  return [
    `${file}, declaration ${unit + 1}, ${part === 'linking' ? part : `part ${part + 1}`}:`,
    ...onlyKnown.map((text) => `  only known: ${text}`),
    ...onlyFresh.map((text) => `  only fresh: ${text}`),
    // Findings are told apart by the units that they point to, too.
    ...(isSaidAlike ? ['  the same words, of a unit that is no more'] : []),
  ];
}

/** One thing that an evaluation says, and the rule that says it. */
interface Saying {
  readonly rule: string;
  readonly text: string;
}

/** All that an evaluation says, as far as `keepEvaluation` tells two apart. */
function saidBy(evaluation: Evaluation | undefined): Saying[] {
  if (!evaluation) return [];
  const { findings, used, unused, causes } = evaluation;
  return [
    ...findings.map((finding) => ({ rule: finding.rule, text: wordsOf(finding) })),
    ...[...used].map(({ rule, at }) => ({ rule: rule.text, text: `allow ${rule.text} at ${at} is of use` })),
    ...unused.map(({ allow, finding }) => ({
      rule: finding.rule,
      text: `where allow ${allow.rule.text} at ${allow.at} is of no use: ${wordsOf(finding)}`,
    })),
    ...causes.map(({ rule, subject: { sort, index } }) => ({ rule, text: `${rule} is a cause at ${sort} ${index}` })),
  ];
}

function wordsOf({ rule, severity, message, at, element, data, related }: Finding): string {
  const pointed = related.map((other) => ` (${other.message}: ${other.entry.file} at ${other.at})`);
  const told = Object.keys(data).length > 0 ? ` ${JSON.stringify(data)}` : '';
  return `${severity} ${rule} at ${at} of '${element}': ${message}${pointed.join('')}${told}`;
}

const leftOf = (some: readonly Saying[], others: readonly Saying[]): Saying[] => {
  const left = others.map(({ text }) => text);
  return some.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

const without = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((each) => !others.includes(each));
