import { CompletionItemKind } from 'vscode-languageserver';
import { numberOrQuoted } from '../../core/fixes/placeholder.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';

/*
 * Numbers, days and names that the record and the risks ask for.
 */

const numbered = (number: number, title: string, rank = number): Suggestion => ({
  label: String(number),
  title,
  kind: CompletionItemKind.Value,
  rank,
});

/** After how many months a record is looked at again, what is agreed mostly first. */
export const reviews = (): Suggestion[] =>
  [12, 6, 24, 36].map((months, rank) => numbered(months, `every ${months} months`, rank));

/** The revisions of the record, the last one first. */
export function revisions({ entry }: Scope): Suggestion[] {
  const written = entry?.unit.system?.revisions ?? [];
  return written.map(({ number, what }, i) => ({
    label: number.value,
    title: what?.value,
    kind: CompletionItemKind.Value,
    rank: -i,
    insert: { text: numberOrQuoted(number.value) },
  }));
}

/** The number behind the highest of the revisions. */
export function nextRevision({ entry }: Scope): Suggestion[] {
  const numbers = entry?.unit.system?.revisions.map(({ number }) => Number(number.value)) ?? [];
  const highest = Math.max(0, ...numbers.filter(Number.isInteger));
  return [numbered(highest + 1, highest === 0 ? 'the first revision' : `the next after ${highest}`)];
}

/** The ends of this and the next quarters: the dates that plans are made to. */
export function dates(today: string): Suggestion[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3);
  return [1, 2, 3, 4].map((ahead) => {
    const end = new Date(Date.UTC(year, (quarter + ahead) * 3, 0));
    return {
      label: end.toISOString().slice(0, 10),
      kind: CompletionItemKind.Value,
      rank: ahead,
      description: `end of Q${Math.floor(end.getUTCMonth() / 3) + 1} ${end.getUTCFullYear()}`,
    };
  });
}

/** By how much a safety function of each level from 1 on lowers a risk when it is seldom asked for (IEC 61508). */
const RISK_REDUCTIONS = ['10 to 100', '100 to 1,000', '1,000 to 10,000', '10,000 to 100,000'] as const;

/** The safety integrity levels. */
export const safetyLevels = (): Suggestion[] =>
  RISK_REDUCTIONS.map((times, i) => numbered(i + 1, `lowers the risk ${times} times`));

const USUAL_CATEGORIES = ['safety', 'environment', 'supply', 'quality'] as const;

/** What the risks of the folder are about, then what risks often are about. */
export function categories({ workspace }: Scope): Suggestion[] {
  const used = [...workspace.store.entries()].flatMap(({ unit }) => unit.risks.flatMap((risk) => risk.categories));
  return [...new Set([...used.map(({ value }) => value), ...USUAL_CATEGORIES])].map((label, rank) => ({
    label,
    kind: CompletionItemKind.Value,
    rank,
  }));
}
