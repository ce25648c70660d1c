import { traitsOf } from '../analysis/asset-traits.ts';
import { requirementsOfZone, statusesOfZone } from '../analysis/posture.ts';
import { joinedBy } from '../analysis/sides.ts';
import { statusIn } from '../analysis/status.ts';
import { isExternal, isSafetyRelated } from '../analysis/zone-facts.ts';
import { type AssetRef, assetOf, type Handle } from '../engine/element.ts';
import { homeOf, idOf, isSameHome, nameOf, namePlaceOf, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';

/** Physical network segmentation: what parts critical networks from others by equipment of their own. */
const SEGMENTATION = 'SR 5.1 RE(1)';

/** So many conduits are pointed to. */
const MOST_POINTED = 10;

export const sharedSegment = defineRule({
  code: 'shared-segment',
  title: 'One switch for zones of different protection',
  group: 'partitioning',
  // It asks how a requirement stands in zones elsewhere: their statements must not have all of partitioning judged again.
  apart: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.1'],
  messages: {
    levels:
      "Switch '{name}' serves zones '{first}' (SL-T {firstLevel}) and '{second}' (SL-T {secondLevel}) together, while {control} asks zone '{zone}' for network equipment of its own: give each a switch, or plan it there.",
    safety:
      "Switch '{name}' serves zone '{first}', which is safety related, and '{second}', which is not, while {control} asks zone '{zone}' for network equipment of its own: give each a switch, or plan it there.",
  },
  checks: {
    asset(ref, { query }, report) {
      if (!traitsOf(query, ref)?.flags.has('switch')) return;
      const conduits = servedBy(query, ref);
      const zones = sharing(query, conduits);
      if (!zones) return;
      const pair = differing(query, zones);
      const asking = pair && lacking(query, zones);
      if (!asking) return;
      const { name } = assetOf(ref);
      const { first, second } = pair;
      const values = { name: name.value, first: pathOf(first), second: pathOf(second), control: SEGMENTATION };
      const details = {
        at: name.at,
        subject: { sort: 'asset', index: ref.index },
        related: conduits.slice(0, MOST_POINTED).map((conduit) => ({
          entry: conduit.entry,
          at: namePlaceOf(conduit),
          message: `Conduit '${nameOf(conduit)}'`,
        })),
      } as const;
      if (pair.by === 'safety') report('safety', { ...values, zone: pathOf(asking) }, details);
      else {
        const [firstLevel, secondLevel] = [first, second].map((zone) => formatVector(query.fact(zone, 'slT')!));
        report(
          'levels',
          { ...values, firstLevel: firstLevel!, secondLevel: secondLevel!, zone: pathOf(asking) },
          details,
        );
      }
    },
  },
});

/** The conduits that pass a switch, and the one whose equipment it is. */
function servedBy(query: Query, ref: AssetRef): Handle<'conduit'>[] {
  const passing = query.all(keys.via(ref.entry.system, pathOf(ref)));
  const home = homeOf(ref);
  if (home.sort === 'zone') return inOrder(passing);
  return inOrder([home, ...passing.filter((conduit) => !isSameHome(conduit, home))]);
}

const inOrder = <S extends 'zone' | 'conduit'>(elements: readonly Handle<S>[]): Handle<S>[] =>
  [...elements].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

/** The zones of the system that conduits touch together; undefined where they are the two ends of one and the same. */
function sharing(query: Query, conduits: readonly Handle<'conduit'>[]): readonly Handle<'zone'>[] | undefined {
  const zones = new Map<string, Handle<'zone'>>();
  let most = 0;
  for (const conduit of conduits) {
    const ends = joinedBy(query, conduit) ?? [];
    if (ends.length === 2) most = 2;
    for (const end of ends) zones.set(idOf(end), end);
  }
  if (zones.size <= most) return undefined;
  return inOrder([...zones.values()].filter((zone) => !isExternal(query, zone)));
}

interface Pair {
  readonly first: Handle<'zone'>;
  readonly second: Handle<'zone'>;
  readonly by: 'levels' | 'safety';
}

/** The first two zones that differ in their designation, or else in their SL-T where both have one. */
function differing(query: Query, zones: readonly Handle<'zone'>[]): Pair | undefined {
  const first = zones.find((zone) => isSafetyRelated(query, zone));
  const second = zones.find((zone) => !isSafetyRelated(query, zone));
  if (first && second) return { first, second, by: 'safety' };
  // Where any two differ, one of them differs from the first.
  const levelOf = (zone: Handle<'zone'>) => query.fact(zone, 'slT')?.join();
  const known = zones.filter((zone) => levelOf(zone) !== undefined);
  const other = known.find((zone) => levelOf(zone) !== levelOf(known[0]!));
  return other && { first: known[0]!, second: other, by: 'levels' };
}

/**
 * The first zone that is asked for segmentation and says nothing of it; undefined where there is none, and where one
 * claims that it has it: that claim is what the switch contradicts then.
 */
function lacking(query: Query, zones: readonly Handle<'zone'>[]): Handle<'zone'> | undefined {
  const asked = zones
    .filter((zone) => requirementsOfZone(query, zone).required?.some(({ control }) => control.id === SEGMENTATION))
    .map((zone) => ({ zone, status: statusIn(statusesOfZone(query, zone), SEGMENTATION) }));
  if (asked.some(({ status }) => status === 'implemented')) return undefined;
  return asked.find(({ status }) => OPEN.includes(status))?.zone;
}

/** What leaves a requirement to be done, without a plan or a reason. */
const OPEN: readonly string[] = ['none', 'uncompensated', 'lapsed', 'overdue', 'expired'];
