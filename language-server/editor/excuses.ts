import { isInForce } from '../core/analysis/allows.ts';
import { severitiesIn } from '../core/analysis/settings.ts';
import { compareSources, type Entry } from '../core/engine/entry.ts';
import type { Query } from '../core/engine/query.ts';
import type { Edit, Fix } from '../core/fixes/fix.ts';
import { placeholder, quote } from '../core/fixes/placeholder.ts';
import type { AnyRule, Finding, Subject } from '../core/rules/frame/rule.ts';
import { standardSeverity } from '../core/rules/frame/severity.ts';

/**
 * What every finding offers beside what mends it: to allow it where it is, with a reason that is still to be written,
 * and to have its rule off or as a hint in the whole system.
 */
export function excuses(query: Query, entry: Entry, rule: AnyRule, finding: Finding): Fix[] {
  if (rule.cannotBeAllowed) return [];
  return [...allowance(query, entry, finding), ...settings(query, entry, rule)];
}

function allowance({ today }: Query, { unit }: Entry, { rule, subject, others = [] }: Finding): Fix[] {
  const elements = [subject, ...others].map((each) => elementAt(unit, each));
  if (!elements.every((element) => element !== undefined)) return [];
  const allowing = (what: string) => `allow ${rule} because ${placeholder(what)}`;
  const edits = elements.map(({ at, allows }): Edit => {
    // One that has ended, or has no reason yet, gives way; what it said is still to be read while it is written anew.
    const idle = allows.find((allow) => allow.rule.text === rule && !isInForce(allow, today));
    const before = idle?.because?.value.replace(/["\\\s]+/g, ' ');
    const text = allowing(before ? `before: ${before}` : 'why this is right here');
    return idle ? { kind: 'replace', at: idle.at, text } : { kind: 'add-at', at, text };
  });
  return [{ title: `Allow '${rule}' here, because …`, edits }];
}

/** The element that an allowance is written into. */
function elementAt(unit: Entry['unit'], { sort, index }: Subject) {
  if (sort === 'system' || sort === 'declaration' || sort === 'file') return undefined;
  return unit[`${sort}s`][index];
}

function settings(query: Query, entry: Entry, rule: AnyRule): Fix[] {
  const { code } = rule;
  const current = severitiesIn(query, entry.system)(code, standardSeverity(query, entry.system, rule));
  const weaker = (['hint', 'off'] as const).filter((severity) => severity !== current);
  return weaker.map((severity) => ({
    title: `Set rule '${code}' to ${severity} for this system`,
    edits: [settingOf(query, entry, code, severity)],
  }));
}

/** A severity in the settings that the system has: in its block, in one for a header without, or at the start of the file. */
function settingOf(query: Query, entry: Entry, code: string, severity: string): Edit {
  const text = `rule ${code} ${severity}`;
  const header = headerOf(query, entry);
  if (!header) return { kind: 'begin-file', text: `system ${entry.system} {\n  ${text}\n}` };
  const { at, rules } = header.unit.system!;
  const stated = rules.findLast(({ rule }) => rule.text === code);
  if (!stated) return { kind: 'add-at', at, text, in: header };
  const reason = stated.reason ? ` ${quote(stated.reason.value)}` : '';
  return { kind: 'replace', at: stated.at, text: `${text}${reason}`, in: header };
}

/** The header of the entry's system that has the settings; without any, that of the file, or the first that there is. */
function headerOf(query: Query, { system, file }: Entry): Entry | undefined {
  const headers = [...(query.overview?.entries() ?? [])].filter(
    (entry) => entry.system === system && !entry.library && entry.unit.system,
  );
  return (
    headers.filter(({ unit }) => unit.system!.settings).sort(compareSources)[0] ??
    headers.find((header) => header.file === file) ??
    headers.sort(compareSources)[0]
  );
}
