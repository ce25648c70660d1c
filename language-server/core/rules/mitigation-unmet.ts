import { isInPlace, meansNamed } from '../analysis/means.ts';
import { type RiskRef, riskOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Fix } from '../fixes/fix.ts';
import type { Reference } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';
import {
  listSome,
  nameScopes,
  type Scope,
  scopeOf,
  shortfallsOf,
  stateWhereLacking,
  unmetOf,
} from './shared/scopes.ts';

export const mitigationUnmet = defineRule({
  code: 'mitigation-unmet',
  title: 'Mitigation that is not in place',
  group: 'risk',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.8', 'IEC 62443-3-2 ZCR 5.9'],
  messages: {
    countermeasure:
      "Risk '{name}' counts on countermeasure '{countermeasure}', whose last day was {date}, so it lowers nothing any more: give it a new day if it is still in place, or rate the risk without it.",
    control:
      "Risk '{name}' counts on {control}, which is not in place in {places} and lowers nothing there: implement it, or rate the risk without it.",
    profile:
      "Risk '{name}' counts on '{profile}', of which {controls} is not in place in {places} and lowers nothing there: implement what is missing, or rate the risk without it.",
    profileSeveral:
      "Risk '{name}' counts on '{profile}', of which {controls} are not in place in {places} and lower nothing there: implement what is missing, or rate the risk without it.",
  },
  checks: {
    risk(ref, { query }, report) {
      const { name, mitigatedBy } = riskOf(ref);
      if (mitigatedBy.length === 0) return;
      const scopes = scopesOf(query, ref);
      for (const reference of mitigatedBy) {
        const { controls, countermeasure } = meansNamed(query, ref.entry.system, reference.text);
        if (countermeasure && !isInPlace(query, countermeasure)) {
          report(
            'countermeasure',
            { name: name.value, countermeasure: reference.text, date: countermeasure.value.until! },
            {
              at: reference.at,
              subject: { sort: 'risk', index: ref.index },
              related: [{ entry: countermeasure.entry, at: countermeasure.at, message: 'The countermeasure' }],
              fixes: () => [withoutMitigation(ref, reference)],
            },
          );
        }
        const shortfalls = shortfallsOf(query, scopes, controls);
        if (shortfalls.length === 0) continue;
        const unmet = unmetOf(controls, shortfalls);
        const values = {
          name: name.value,
          places: nameScopes(ref.entry, shortfalls),
        };
        const details = {
          at: reference.at,
          subject: { sort: 'risk', index: ref.index },
          data: { controls: unmet },
          fixes: () => [withoutMitigation(ref, reference), ...stateWhereLacking(ref.entry, 'implements', shortfalls)],
        } as const;
        if (controls.length === 1 && controls[0] === reference.text) {
          report('control', { ...values, control: reference.text }, details);
        } else {
          report(
            unmet.length === 1 ? 'profile' : 'profileSeveral',
            { ...values, profile: reference.text, controls: listSome(unmet) },
            details,
          );
        }
      }
    },
  },
});

/** The zones and conduits that a risk is on. */
function scopesOf(query: Query, ref: RiskRef): Scope[] {
  return riskOf(ref).on.flatMap((reference): Scope[] => {
    const found = resolveElement(query, ref.entry, reference);
    return found.kind === 'one' ? [scopeOf(query, found.target) ?? []].flat() : [];
  });
}

/** The risk rated without a mitigation, which claims nothing. */
function withoutMitigation(ref: RiskRef, { text, at }: Reference): Fix {
  const { mitigatedBy, mitigatedByAt } = riskOf(ref);
  const edit =
    mitigatedBy.length > 1
      ? ({ kind: 'remove-items', at: [at] } as const)
      : ({ kind: 'remove', at: mitigatedByAt! } as const);
  return { title: `Remove ${text} from what mitigates the risk`, edits: [edit], preferred: true };
}
