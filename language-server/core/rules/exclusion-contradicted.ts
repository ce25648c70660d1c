import { isAllowed } from '../analysis/allows.ts';
import { AGAINST_EXCLUDED, type ExclusionCause } from '../analysis/contradictions.ts';
import { statusesOfZone } from '../analysis/posture.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { blockIn, readBlock, type StatementBlock, saidWith, systemBlock } from '../analysis/statements.ts';
import { originIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { compareElements, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Source } from '../engine/entry.ts';
import { idOf, namePlaceOf, pathFrom, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { placeOf } from '../engine/said.ts';
import type { Terms } from '../engine/terms.ts';
import type { Fix } from '../fixes/fix.ts';
import { removeControls } from '../fixes/remove-controls.ts';
import { parentOf } from '../model/control.ts';
import { abridge, listAnd } from '../text/words.ts';
import { defineRule, type Report, type RuleContext } from './frame/rule.ts';

const CODE = 'exclusion-contradicted';

/** A fix states something in at most this many zones at once; as many are pointed to. */
const MOST_ZONES = 3;

/** As many causes are named. */
const MOST_CAUSES = 3;

const messages = {
  'wireless-zone':
    "{controls} cannot be excluded for zone '{zone}', which has something wireless in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'wireless-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' has something wireless in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'wireless-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which has something wireless in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'portable-zone':
    "{controls} cannot be excluded for zone '{zone}', which has something portable in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'portable-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' has something portable in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'portable-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which has something portable in it ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'remote-access-zone':
    "{controls} cannot be excluded for zone '{zone}', which can be reached from outside (by {causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'remote-access-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' can be reached from outside (by {causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'remote-access-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which can be reached from outside (by {causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'conduit-zone':
    "{controls} cannot be excluded for zone '{zone}', which has a boundary that something crosses ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'conduit-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' has a boundary that something crosses ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'conduit-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which has a boundary that something crosses ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'host-zone':
    "{controls} cannot be excluded for zone '{zone}', which holds hosts ({causes}), with accounts, sessions and code to protect, so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'host-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' holds hosts ({causes}), with accounts, sessions and code to protect, so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'host-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which holds hosts ({causes}), with accounts, sessions and code to protect, so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'component-zone':
    "{controls} cannot be excluded for zone '{zone}', which holds components ({causes}), each with a configuration to save, to harden and to list, so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'component-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' holds components ({causes}), each with a configuration to save, to harden and to list, so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'component-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which holds components ({causes}), each with a configuration to save, to harden and to list, so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'control-zone':
    "{controls} cannot be excluded for zone '{zone}', which drives the process ({causes}), whose outputs must go to a known state on failure, so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'control-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' drives the process ({causes}), whose outputs must go to a known state on failure, so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'control-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which drives the process ({causes}), whose outputs must go to a known state on failure, so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'network-flow-zone':
    "{controls} cannot be excluded for zone '{zone}', which talks over a network ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'network-flow-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' talks over a network ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'network-flow-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which talks over a network ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'remote-flow-zone':
    "{controls} cannot be excluded for zone '{zone}', which has remote sessions ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'remote-flow-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' has remote sessions ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'remote-flow-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which has remote sessions ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
  'encryption-zone':
    "{controls} cannot be excluded for zone '{zone}', which uses encryption ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
  'encryption-system':
    "{controls} cannot be excluded for all of the system, since zone '{zone}' uses encryption ({causes}), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.",
  'encryption-several':
    "{controls} cannot be excluded for all of the system, where {count} zones contradict that, such as '{zone}', which uses encryption ({causes}), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.",
} as const;

export const exclusionContradicted = defineRule({
  code: CODE,
  title: 'Exclusion that the zone contradicts',
  group: 'requirements',
  // It follows from conduits and flows, which most rules of the group do not ask for.
  apart: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4', 'IEC 62443-3-3'],
  messages,
  checks: {
    unit(context, report) {
      checkSettings(context, report);
    },
    zone(ref, { entry, query }, report) {
      if (isExternal(query, ref)) return;
      for (const contradiction of AGAINST_EXCLUDED) {
        const excluded = exclusionsOf(query, ref, contradiction.controls);
        const causes = excluded.size > 0 ? contradiction.find(query, ref) : [];
        if (causes.length === 0) continue;
        const zone = zoneOf(ref);
        const message = `${contradiction.cause}-zone` as const;
        for (const [statement, { controls, block }] of excluded) {
          const values = { zone: zone.name.value, controls: listAnd(controls), causes: listed(causes) };
          const details = { subject: { sort: 'zone', index: ref.index } as const, data: { controls } };
          if (!blockIn(entry, block)) {
            // The settings say it, where they exclude; an allowance in the zone is of use there, and counts as such here.
            if (isExcused(query, ref)) report(message, values, { ...details, at: zone.name.at });
            continue;
          }
          const named = namedIn(query, statement, controls);
          const stated = () =>
            block.statements === zone.statements ? [] : statingIn(entry, [{ zone: ref, controls }], controls);
          report(message, values, {
            ...details,
            at: placeOf(named[0]!),
            fixes: () => [...stated(), { ...removeControls(statement, named, 'the exclusion'), preferred: true }],
          });
        }
      }
    },
  },
});

/** The exclusions in the settings of a system, where zones of it contradict them. */
function checkSettings({ entry, query }: RuleContext, report: Report<typeof messages>): void {
  const common = entry.unit.system && systemBlock(query, entry.system);
  const block = common && blockIn(entry, common);
  if (!block) return;
  for (const contradiction of AGAINST_EXCLUDED) {
    const excluded = exclusionsIn(query, block, contradiction.controls);
    if (excluded.size === 0) continue;
    const zones = zonesWith(query, entry.system, contradiction).filter(({ zone }) => !isExcused(query, zone));
    for (const [statement, about] of excluded) {
      const contradicting = zones.flatMap(({ zone, causes }) => {
        const statuses = statusesOfZone(query, zone);
        const controls = about.filter((control) => originIn(statuses, control)?.statement === statement);
        return controls.length > 0 ? [{ zone, causes, controls }] : [];
      });
      const [first] = contradicting;
      if (!first) continue;
      const controls = about.filter((control) => contradicting.some((each) => each.controls.includes(control)));
      const named = namedIn(query, statement, controls);
      const values = {
        controls: listAnd(controls),
        zone: pathFrom({ entry }, first.zone),
        causes: listed(first.causes),
      };
      const details = {
        at: placeOf(named[0]!),
        subject: { sort: 'system', index: -1 },
        data: { controls },
        related: contradicting
          .slice(0, MOST_ZONES)
          .map(({ zone }) => ({ entry: zone.entry, at: namePlaceOf(zone), message: 'A zone that contradicts it' })),
        fixes: () => [
          { ...removeControls(statement, named, 'the exclusion'), preferred: true },
          ...(contradicting.length > MOST_ZONES ? [] : statingIn(entry, contradicting, controls)),
        ],
      } as const;
      if (contradicting.length === 1) report(`${contradiction.cause}-system`, values, details);
      else report(`${contradiction.cause}-several`, { ...values, count: contradicting.length }, details);
    }
  }
}

/** True where a zone, or one around it, is allowed to contradict. */
const isExcused = (query: Query, zone: Handle<'zone'>): boolean =>
  zonesAround(zone).some((each) => isAllowed(query.fact(each, 'allows'), CODE, query.today));

/** The names in a statement that stand for some controls. */
const namedIn = (query: Query, statement: Terms, controls: readonly string[]): Terms['controls'] =>
  statement.controls.filter(({ text }) => controlsNamed(query, text).some((control) => controls.includes(control)));

interface Exclusion {
  readonly controls: string[];
  readonly block: StatementBlock;
}

/** The exclusions of a block that are about some requirements or their enhancements. */
function exclusionsIn(query: Query, block: StatementBlock, bases: readonly string[]): Map<Terms, string[]> {
  const found = new Map<Terms, string[]>();
  for (const [control, { statement }] of saidWith(readBlock(query, block), 'excludes')) {
    if (!bases.includes(parentOf(control) ?? control)) continue;
    found.set(statement, [...(found.get(statement) ?? []), control]);
  }
  return found;
}

/** Those in force in a zone. */
function exclusionsOf(query: Query, ref: ZoneRef, bases: readonly string[]): Map<Terms, Exclusion> {
  const statuses = statusesOfZone(query, ref);
  const found = new Map<Terms, Exclusion>();
  for (const block of statuses.blocks) {
    if (!block.isCommon && block.statements.every(({ verb }) => verb !== 'excludes')) continue;
    for (const [statement, about] of exclusionsIn(query, block, bases)) {
      const controls = about.filter((control) => originIn(statuses, control)?.statement === statement);
      if (controls.length > 0) found.set(statement, { controls, block });
    }
  }
  return found;
}

const listed = (names: readonly string[]): string =>
  abridge(
    names.map((name) => `'${name}'`),
    MOST_CAUSES,
  );

interface Contradicting {
  readonly zone: Handle<'zone'>;
  readonly causes: readonly string[];
}

/** The zones of a system that contradict, by their paths, since they come in no order; of one path by what they say. */
function zonesWith(query: Query, system: string, contradiction: ExclusionCause): Contradicting[] {
  const found = query.all(keys.requiring(system)).flatMap((element) => {
    if (element.sort !== 'zone') return [];
    const zone = element as Handle<'zone'>;
    const causes = isExternal(query, zone) ? [] : contradiction.find(query, zone);
    return causes.length > 0 ? [{ zone, causes, key: `${idOf(zone)} ${causes}` }] : [];
  });
  return found.sort((a, b) => (a.key === b.key ? compareElements(a.zone, b.zone) : a.key < b.key ? -1 : 1));
}

/** What zones can say themselves, each of its controls, instead of what they inherit. */
function statingIn(
  entry: Source,
  zones: readonly { readonly zone: Handle<'zone'>; readonly controls: readonly string[] }[],
  all: readonly string[],
): Fix[] {
  const where = listAnd(zones.map(({ zone }) => `'${pathFrom({ entry }, zone)}'`));
  return (['plans', 'implements'] as const).map((verb) => ({
    title: `${verb === 'implements' ? 'Implement' : 'Plan'} ${listAnd(all)} in ${where}`,
    edits: zones.map(({ zone, controls }) => ({ kind: 'state', element: zone, verb, controls })),
  }));
}
