import { isInForce } from '../../analysis/allows.ts';
import { severityIn } from '../../analysis/settings.ts';
import type { Entry } from '../../engine/entry.ts';
import type { Allow } from '../../model/statement.ts';
import type { SeveritySetting } from '../../model/system.ts';
import type { Unit } from '../../model/unit.ts';
import type { RuleContext, Subject } from './rule.ts';

/** Knows the severities that a system sets and the allowances of the unit, and which of those were of use. */
export interface Silencer {
  severityOf(code: string, standard: SeveritySetting): SeveritySetting;
  silences(code: string, subject: Subject): boolean;
  readonly used: ReadonlySet<Allow>;
}

/** What settings and allowances of a system say of the findings of one unit. */
export function createSilencer({ entry, query }: RuleContext): Silencer {
  const used = new Set<Allow>();
  const isAllowing = hasAllows(entry.unit);
  return {
    used,
    severityOf: (code, standard) => severityIn(query, entry.system, code, standard),
    silences(code, subject) {
      let silent = false;
      if (!isAllowing) return silent;
      for (const allow of allowsAround(entry, subject)) {
        if (allow.rule.text !== code || !isInForce(allow, query.today)) continue;
        used.add(allow);
        silent = true;
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

/** The allowances of an element and of all that contains it. */
export function allowsAround({ unit }: Entry, { sort, index }: Subject): readonly Allow[] {
  const zones = (from: number): Allow[] => {
    const found: Allow[] = [];
    for (let i = from; i >= 0; i = unit.zones[i]!.parent) for (const allow of unit.zones[i]!.allows) found.push(allow);
    return found;
  };
  const conduit = (i: number): Allow[] => {
    const found = unit.conduits[i];
    return found ? [...found.allows, ...zones(found.zone)] : [];
  };
  switch (sort) {
    case 'zone':
      return zones(index);
    case 'asset': {
      const asset = unit.assets[index];
      return asset ? [...asset.allows, ...zones(asset.zone)] : [];
    }
    case 'conduit':
      return conduit(index);
    case 'flow': {
      const flow = unit.flows[index];
      if (!flow) return [];
      return [...flow.allows, ...(flow.conduit >= 0 ? conduit(flow.conduit) : zones(flow.zone))];
    }
    case 'risk':
      return unit.risks[index]?.allows ?? [];
    default:
      return [];
  }
}

/** What an allowance can stand in. */
export const SUBJECTS = ['zone', 'asset', 'conduit', 'flow', 'risk'] as const;
