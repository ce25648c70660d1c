import { controlOf } from '../analysis/catalogs.ts';
import { isInPlace, meansNamed } from '../analysis/means.ts';
import { statusesOfConduit, statusesOfZone } from '../analysis/posture.ts';
import { isMet, type Statuses, statusIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type Handle, type RiskRef, riskOf } from '../engine/element.ts';
import { pathOf } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Fix } from '../fixes/fix.ts';
import { isDecided, stateEdits } from '../fixes/state-controls.ts';
import type { Reference } from '../model/reference.ts';
import { abridge, listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

/** At most this many controls of a profile, and this many places, are listed. */
const MOST_LISTED = 3;

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
      const places = placesOf(query, ref);
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
        const shortfalls = places.flatMap((place): Shortfall[] => {
          const unmet = controls.filter(
            (control) => canBeRequired(query, place, control) && !isMet(statusIn(place.statuses, control)),
          );
          return unmet.length > 0 ? [{ place, unmet }] : [];
        });
        if (shortfalls.length === 0) continue;
        const unmet = controls.filter((control) => shortfalls.some((shortfall) => shortfall.unmet.includes(control)));
        const values = {
          name: name.value,
          places: some(shortfalls.map(({ place }) => nameOf(place.element))),
        };
        const details = {
          at: reference.at,
          subject: { sort: 'risk', index: ref.index },
          data: { controls: unmet },
          fixes: () => [withoutMitigation(ref, reference), ...implementations(shortfalls, ref)],
        } as const;
        if (controls.length === 1 && controls[0] === reference.text) {
          report('control', { ...values, control: reference.text }, details);
        } else {
          report(
            unmet.length === 1 ? 'profile' : 'profileSeveral',
            { ...values, profile: reference.text, controls: some(unmet) },
            details,
          );
        }
      }
    },
  },
});

/** A zone or conduit that a risk is on, with how requirements stand there. */
interface RiskScope {
  readonly element: Handle<'zone' | 'conduit'>;
  readonly kind?: string;
  readonly statuses: Statuses;
}

interface Shortfall {
  readonly place: RiskScope;
  readonly unmet: readonly string[];
}

/** The zones and conduits that a risk is on; external ones are nobody's here to protect. */
function placesOf(query: Query, ref: RiskRef): RiskScope[] {
  return riskOf(ref).on.flatMap((reference): RiskScope[] => {
    const found = resolveElement(query, ref.entry, reference);
    if (found.kind !== 'one') return [];
    if (found.target.sort === 'conduit') {
      const element = found.target as Handle<'conduit'>;
      return [{ element, statuses: statusesOfConduit(query, element) }];
    }
    const element = found.target as Handle<'zone'>;
    if (isExternal(query, element)) return [];
    return [{ element, kind: query.fact(element, 'kind'), statuses: statusesOfZone(query, element) }];
  });
}

/** Whether a control can be required of a zone of this kind, or of a conduit. */
function canBeRequired(query: Query, { element, kind }: RiskScope, id: string): boolean {
  const control = controlOf(query, id)!;
  if (!control.applies.includes(element.sort)) return false;
  return control.kinds.length === 0 || control.kinds.some(({ text }) => text === kind);
}

const some = (words: readonly string[]): string =>
  words.length > MOST_LISTED ? abridge(words, MOST_LISTED) : listAnd(words);

const nameOf = (element: RiskScope['element']): string => `${element.sort} '${pathOf(element)}'`;

/** The risk rated without a mitigation, which claims nothing. */
function withoutMitigation(ref: RiskRef, { text, at }: Reference): Fix {
  const { mitigatedBy, mitigatedByAt } = riskOf(ref);
  const edit =
    mitigatedBy.length > 1
      ? ({ kind: 'remove-items', at: [at] } as const)
      : ({ kind: 'remove', at: mitigatedByAt! } as const);
  return { title: `Remove ${text} from what mitigates the risk`, edits: [edit], preferred: true };
}

function implementations(shortfalls: readonly Shortfall[], { entry }: RiskRef): Fix[] {
  // A plan, an acceptance or an exclusion in force is not taken back, wherever it is said.
  if (shortfalls.some(({ place: { statuses }, unmet }) => isDecided(statuses, unmet))) return [];
  const edits = shortfalls.flatMap(({ place: { element }, unmet }) => stateEdits(element, 'implements', unmet));
  // What is said of them there already would have to go, and only in this unit can it.
  if (edits.some(({ kind }) => kind !== 'state') && shortfalls.some(({ place }) => place.element.entry !== entry))
    return [];
  const controls = [...new Set(shortfalls.flatMap(({ unmet }) => unmet))];
  const where = shortfalls.map(({ place }) => nameOf(place.element));
  return [{ title: `Implement ${listAnd(controls)} in ${listAnd(where)}`, edits }];
}
