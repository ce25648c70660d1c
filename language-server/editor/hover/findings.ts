import type { Severity } from '../../core/model/system.ts';
import { countOf } from '../../core/text/words.ts';
import { missingByElement } from '../../language/missing-by-element.ts';
import type { LocatedFinding, Workspace } from '../../language/workspace.ts';
import { rulePageUri } from '../diagnostics.ts';
import { code, facts, literal, sections } from './markdown.ts';

/** An element, by what tells it from others. */
interface Named {
  readonly path: string;
  readonly entry: { readonly file: string };
}

/** What is found in an element and in all that stands in it, in its own file: all that an element misses as one, the severest first. */
export function findingsIn(workspace: Workspace, { path, entry }: Named): LocatedFinding[] {
  if (path === '') return [];
  const found = missingByElement(workspace.findingsOf(entry.file)).filter(
    ({ element }) => element === path || element.startsWith(`${path}.`),
  );
  return found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A hover is read at a glance: more findings than this are a list for the Problems panel. */
const MOST_SHOWN = 5;

/** How many findings there are of each severity, and the first few. */
export function findingList(findings: readonly LocatedFinding[]): string | undefined {
  if (findings.length === 0) return undefined;
  const lines = findings
    .slice(0, MOST_SHOWN)
    .map(({ severity, rule, message }) => `- ${severity} [${code(rule)}](${rulePageUri(rule)}): ${literal(message)}`);
  const more = findings.length - lines.length;
  return sections(findingCount(findings), [...lines, ...(more > 0 ? [`- ${more} more`] : [])].join('\n'));
}

/** How many findings there are of each severity. */
export function findingCount(findings: readonly LocatedFinding[]): string | undefined {
  if (findings.length === 0) return undefined;
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, infos, hints] = ORDER.map(count) as [number, number, number, number];
  return `Found here: ${facts(
    errors > 0 && countOf(errors, 'error'),
    warnings > 0 && countOf(warnings, 'warning'),
    infos > 0 && `${infos} info`,
    hints > 0 && countOf(hints, 'hint'),
  )}`;
}
