import { controlsNamed } from '../analysis/profiles.ts';
import { compareElements, type Handle } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { idOf, namePlaceOf, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import { DATE_PLACEHOLDER } from '../fixes/placeholder.ts';
import type { Regulation, RegulationDemand } from '../model/record.ts';
import type { Reference } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';
import {
  isUnderWay,
  listSome,
  nameScopes,
  type Shortfall,
  scopeOf,
  shortfallsOf,
  stateWhereLacking,
  unmetOf,
} from './shared/scopes.ts';

export const regulationUnmet = defineRule({
  code: 'regulation-unmet',
  title: 'Requirement of a regulation that is not met',
  group: 'requirements',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.9'],
  messages: {
    control:
      "Regulation '{name}' requires {control}, which is neither met nor planned in {places}, whatever the SL-T there: implement it, or plan it with its day.",
    profile:
      "Regulation '{name}' requires '{profile}', of which {controls} is neither met nor planned in {places}, whatever the SL-T there: implement it, or plan it with its day.",
    profileSeveral:
      "Regulation '{name}' requires '{profile}', of which {controls} are neither met nor planned in {places}, whatever the SL-T there: implement them, or plan them with their day.",
  },
  checks: {
    unit({ entry, query }, report) {
      for (const regulation of entry.unit.regulations) {
        for (const { reference, zones } of demandsOf(query, entry, regulation)) {
          const controls = controlsNamed(query, reference.text);
          const scopes = zones.flatMap((zone) => scopeOf(query, zone) ?? []);
          const shortfalls = withoutNested(shortfallsOf(query, scopes, controls, isUnderWay));
          if (shortfalls.length === 0) continue;
          const unmet = unmetOf(controls, shortfalls);
          const values = { name: regulation.name.value, places: nameScopes(entry, shortfalls) };
          const details = {
            at: reference.at,
            subject: { sort: 'declaration', index: -1 },
            data: { controls: unmet },
            related: shortfalls.map(({ scope: { element } }) => ({
              entry: element.entry,
              at: namePlaceOf(element),
              message: 'A zone that it is asked of',
            })),
            fixes: () => [
              ...stateWhereLacking(entry, 'plans', shortfalls, `until ${DATE_PLACEHOLDER}`),
              ...stateWhereLacking(entry, 'implements', shortfalls),
            ],
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
      }
    },
  },
});

/** What a regulation asks for, each once, where it is written first, with all the zones that it is asked of. */
function demandsOf(query: Query, entry: Entry, { requires }: Regulation) {
  const demands = new Map<string, { readonly reference: Reference; readonly zones: Handle<'zone'>[] }>();
  for (const demand of requires) {
    const zones = zonesOf(query, entry, demand);
    for (const reference of demand.controls) {
      const known = demands.get(reference.text) ?? { reference, zones: [] };
      demands.set(reference.text, known);
      const named = new Set(known.zones.map(idOf));
      known.zones.push(...zones.filter((zone) => !named.has(idOf(zone))));
    }
  }
  return demands.values();
}

/** The zones behind `on`; without any, all of the system that have an SL-T, in the order of the files. */
function zonesOf(query: Query, entry: Entry, { on }: RegulationDemand): Handle<'zone'>[] {
  if (on.length === 0) {
    return query
      .all(keys.requiring(entry.system))
      .filter(({ value: { scope, slT } }) => scope === 'zone' && slT !== undefined)
      .map((zone) => zone as Handle<'zone'>)
      .sort(compareElements);
  }
  const zones = on.flatMap((reference) => {
    const found = resolveElement(query, entry, reference);
    return found.kind === 'one' && found.target.sort === 'zone' ? [found.target as Handle<'zone'>] : [];
  });
  return [...new Map(zones.map((zone) => [idOf(zone), zone])).values()];
}

/** What a nested zone lacks as a zone around it does is told there. */
function withoutNested(shortfalls: readonly Shortfall[]): Shortfall[] {
  const byZone = new Map(shortfalls.map(({ scope, unmet }) => [idOf(scope.element), unmet]));
  return shortfalls.filter(({ scope: { element }, unmet }) => {
    const around = zonesAround(element as Handle<'zone'>).slice(1);
    return !around.some((zone) => {
      const outer = byZone.get(idOf(zone));
      return outer && unmet.every((control) => outer.includes(control));
    });
  });
}
