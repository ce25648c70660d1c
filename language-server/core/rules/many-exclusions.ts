import { groupingOf } from '../analysis/baseline.ts';
import { requirementsOfZone, statusesOfZone } from '../analysis/posture.ts';
import { saidWith } from '../analysis/statements.ts';
import { statusIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type Handle, zoneOf } from '../engine/element.ts';
import { zonesAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { FRS } from '../model/levels.ts';
import { abridge, listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

/** So many exclusions of one FR are no sign of anything, however few controls it has. */
const MOST_UNASKED = 2;

/** The share of an FR's required controls above which exclusions are many. */
const SHARE = 1 / 4;

/** So many of them are named. */
const MOST_NAMED = 6;

export const manyExclusions = defineRule({
  code: 'many-exclusions',
  title: 'Many exclusions in one foundational requirement',
  group: 'requirements',
  // It asks how everything stands, its group for single controls.
  apart: true,
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    zone: "Zone '{name}' excludes more than a quarter of what its SL-T requires of {frs}: {controls}. To exclude is to say that there is nothing to protect, so each needs a reason of its own: where there is something, plan, compensate or accept the requirement instead.",
  },
  checks: {
    zone(ref, { query }, report) {
      const many = manyIn(query, ref);
      if (many.length === 0) return;
      // What a nested zone excludes as the zone around it does is told there.
      const around = zonesAround(ref)
        .slice(1)
        .flatMap((zone) => manyIn(query, zone));
      const own = many.filter(
        ({ fr, excluded }) =>
          !around.some((outer) => outer.fr === fr && excluded.every((id) => outer.excluded.includes(id))),
      );
      if (own.length === 0) return;
      const { name } = zoneOf(ref);
      const controls = own.flatMap(({ excluded }) => excluded);
      report(
        'zone',
        {
          name: name.value,
          frs: listAnd(own.map(({ fr, excluded, required }) => `${FRS[fr]!} (${excluded.length} of ${required})`)),
          controls: abridge(controls, MOST_NAMED),
        },
        {
          at: name.at,
          subject: { sort: 'zone', index: ref.index },
          data: { controls, frs: own.map(({ fr }) => FRS[fr]!) },
        },
      );
    },
  },
});

interface Many {
  /** The FR's index. */
  readonly fr: number;
  readonly excluded: readonly string[];
  readonly required: number;
}

/** The FRs of which a zone excludes many required controls. */
function manyIn(query: Query, zone: Handle<'zone'>): Many[] {
  if (isExternal(query, zone)) return [];
  const statuses = statusesOfZone(query, zone);
  if (!statuses.contents.all.some((content) => saidWith(content, 'excludes').length > 0)) return [];
  const { required = [] } = requirementsOfZone(query, zone);
  const isExcluded = (id: string) => statusIn(statuses, id) === 'excluded';
  return groupingOf(required).groups.flatMap(({ fr, items }) => {
    const excluded = items.map(({ item }) => item.control.id).filter(isExcluded);
    const isMany = fr >= 0 && excluded.length > MOST_UNASKED && excluded.length > items.length * SHARE;
    return isMany ? [{ fr, excluded, required: items.length }] : [];
  });
}
