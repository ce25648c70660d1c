import { requirementsOfZone, statusesOfZone } from '../analysis/posture.ts';
import { sharedBy } from '../analysis/shared-switches.ts';
import { statusIn } from '../analysis/status.ts';
import { assetOf, type Handle } from '../engine/element.ts';
import { nameOf, namePlaceOf, pathFrom } from '../engine/handle.ts';
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
      const shared = sharedBy(query, ref);
      if (!shared) return;
      const { conduits, zones, pair } = shared;
      const asking = lacking(query, zones);
      if (!asking) return;
      const { name } = assetOf(ref);
      const { first, second } = pair;
      const values = {
        name: name.value,
        first: pathFrom(ref, first),
        second: pathFrom(ref, second),
        control: SEGMENTATION,
      };
      const details = {
        at: name.at,
        subject: { sort: 'asset', index: ref.index },
        related: conduits.slice(0, MOST_POINTED).map((conduit) => ({
          entry: conduit.entry,
          at: namePlaceOf(conduit),
          message: `Conduit '${nameOf(conduit)}'`,
        })),
      } as const;
      if (pair.by === 'safety') report('safety', { ...values, zone: pathFrom(ref, asking) }, details);
      else {
        const [firstLevel, secondLevel] = [first, second].map((zone) => formatVector(query.fact(zone, 'slT')!));
        report(
          'levels',
          { ...values, firstLevel: firstLevel!, secondLevel: secondLevel!, zone: pathFrom(ref, asking) },
          details,
        );
      }
    },
  },
});

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
