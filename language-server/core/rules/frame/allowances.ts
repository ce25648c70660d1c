import { isInForce } from '../../analysis/allows.ts';
import { type SeverityOf, severitiesIn } from '../../analysis/settings.ts';
import type { Entry } from '../../engine/entry.ts';
import type { Allow } from '../../model/statement.ts';
import type { Unit } from '../../model/unit.ts';
import type { RuleContext, Subject } from './rule.ts';

/** Knows the severities that a system sets and the allowances of the unit, and which of those were of use. */
export interface Silencer {
  readonly severityOf: SeverityOf;
  silences(code: string, subject: Subject): boolean;
  readonly used: ReadonlySet<Allow>;
}

/** What settings and allowances of a system say of the findings of one unit. */
export function createSilencer({ entry, query }: RuleContext): Silencer {
  const used = new Set<Allow>();
  /** Those that have been noted as used: thousands may stand around thousands of elements. */
  const marked = new Set<readonly Allow[]>();
  const isAllowing = hasAllows(entry.unit);
  return {
    used,
    severityOf: severitiesIn(query, entry.system),
    silences(code, subject) {
      let silent = false;
      if (!isAllowing) return silent;
      for (const allows of allowancesOf(entry, subject, code, query.today)) {
        silent = true;
        if (marked.has(allows)) continue;
        marked.add(allows);
        for (const allow of allows) used.add(allow);
      }
      return silent;
    },
  };
}

const allowing = new WeakMap<Unit, boolean>();

/** True for a unit with allowances. Most have none, and need not be searched again and again. */
function hasAllows(unit: Unit): boolean {
  const known = allowing.get(unit) ?? SUBJECTS.some((sort) => unit[`${sort}s`].some(({ allows }) => allows.length > 0));
  allowing.set(unit, known);
  return known;
}

/** The allowances of a rule that are in force on a day, of an element and of all that contains it: a list for each that has some. */
export function* allowancesOf(
  { unit }: Entry,
  subject: Subject,
  rule: string,
  today: string,
): Iterable<readonly Allow[]> {
  for (const allows of allowsAround(unit, subject)) {
    const found = allows.length > 0 ? byRule(allows, today).get(rule) : undefined;
    if (found) yield found;
  }
}

interface InForce {
  readonly today: string;
  readonly byRule: ReadonlyMap<string, readonly Allow[]>;
}

const inForce = new WeakMap<readonly Allow[], InForce>();

/** The allowances of one element that are in force, by the rules that they are of: sorted once, as many may ask for them. */
function byRule(allows: readonly Allow[], today: string): ReadonlyMap<string, readonly Allow[]> {
  const known = inForce.get(allows);
  if (known?.today === today) return known.byRule;
  const found = new Map<string, Allow[]>();
  for (const allow of allows) {
    if (!isInForce(allow, today)) continue;
    const same = found.get(allow.rule.text);
    if (same) same.push(allow);
    else found.set(allow.rule.text, [allow]);
  }
  inForce.set(allows, { today, byRule: found });
  return found;
}

/** The allowances of an element, and those of each that contains it. */
function* allowsAround(unit: Unit, { sort, index }: Subject): Iterable<readonly Allow[]> {
  let zone = -1;
  if (sort === 'risk') yield unit.risks[index]?.allows ?? [];
  if (sort === 'zone') zone = index;
  const member = sort === 'flow' ? unit.flows[index] : sort === 'asset' ? unit.assets[index] : undefined;
  if (member || sort === 'conduit') {
    yield member?.allows ?? [];
    const conduit = unit.conduits[member ? member.conduit : index];
    yield conduit?.allows ?? [];
    zone = conduit?.zone ?? member?.zone ?? -1;
  }
  for (; zone >= 0; zone = unit.zones[zone]!.parent) yield unit.zones[zone]!.allows;
}

/** What an allowance can stand in. */
export const SUBJECTS = ['zone', 'asset', 'conduit', 'flow', 'risk'] as const;
