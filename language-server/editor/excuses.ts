import { severityIn } from '../core/analysis/settings.ts';
import { compareSources, type Entry } from '../core/engine/entry.ts';
import type { Query } from '../core/engine/query.ts';
import type { Edit, Fix } from '../core/fixes/fix.ts';
import { placeholder, quote } from '../core/fixes/placeholder.ts';
import type { AnyRule, Finding, Subject } from '../core/rules/frame/rule.ts';

/**
 * What every finding offers beside what mends it: to allow it where it is, with a reason that is still to be written,
 * and to have its rule off or as a hint in the whole system.
 */
export function excuses(query: Query, entry: Entry, rule: AnyRule, finding: Finding): Fix[] {
  if (rule.cannotBeAllowed) return [];
  return [...allowance(entry, finding), ...settings(query, entry, rule)];
}

function allowance({ unit }: Entry, { rule, subject, others = [] }: Finding): Fix[] {
  const places = [subject, ...others].map((each) => placeOf(unit, each));
  if (!places.every((at) => at !== undefined)) return [];
  const text = `allow ${rule} because ${placeholder('why this is right here')}`;
  return [
    { title: `Allow '${rule}' here, because …`, edits: places.map((at): Edit => ({ kind: 'add-at', at, text })) },
  ];
}

/** Where the element stands that an allowance is written into. */
function placeOf(unit: Entry['unit'], { sort, index }: Subject) {
  if (sort === 'system' || sort === 'declaration' || sort === 'file') return undefined;
  return unit[`${sort}s`][index]?.at;
}

function settings(query: Query, entry: Entry, { code, severity: standard }: AnyRule): Fix[] {
  const current = severityIn(query, entry.system, code, standard);
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
