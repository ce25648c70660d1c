import { statusesOfZone } from '../analysis/posture.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { blockIn, readBlock, type StatementBlock, saidWith } from '../analysis/statements.ts';
import { originIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { membersOf } from '../analysis/zone-members.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import { nameOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { placeOf } from '../engine/said.ts';
import type { Terms } from '../engine/terms.ts';
import type { Fix } from '../fixes/fix.ts';
import { removeControls } from '../fixes/remove-controls.ts';
import type { AssetFlag } from '../model/asset-type.ts';
import { parentOf } from '../model/control.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { nameSome } from './shared/members.ts';

/** What a zone must not have if it excludes requirements, and how that is said. */
const CONTRADICTIONS: readonly { flag: AssetFlag; controls: readonly string[]; noun: string }[] = [
  { flag: 'wireless', controls: ['SR 1.6', 'SR 2.2'], noun: 'wireless' },
  { flag: 'portable', controls: ['SR 2.3'], noun: 'portable' },
  { flag: 'remote-access', controls: ['SR 1.13'], noun: 'reachable from outside' },
];

export const exclusionContradicted = defineRule({
  code: 'exclusion-contradicted',
  title: 'Exclusion that the zone contradicts',
  group: 'requirements',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4', 'IEC 62443-3-3'],
  messages: {
    own: "{controls} cannot be excluded for zone '{zone}', where {reason}, so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.",
    inherited:
      "Zone '{zone}' inherits the exclusion of {controls} from the settings of the system, but {reason}, so the exclusion hides a gap: state how that stands in this zone, or take the cause out of it.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      if (isExternal(query, ref)) return;
      for (const { flag, controls: bases, noun } of CONTRADICTIONS) {
        const excluded = exclusionsOf(query, ref, bases);
        if (excluded.size === 0) continue;
        const members = membersOf(query, ref).filter(({ traits }) => traits.flags.has(flag));
        if (members.length === 0 && flag !== 'remote-access') continue;
        const reasons = [
          ...(members.length > 0 ? [`${nameSome(members)} ${members.length === 1 ? 'is' : 'are'} ${noun}`] : []),
          ...(flag === 'remote-access' ? externalConduits(query, ref) : []),
        ];
        if (reasons.length === 0) continue;
        const zone = zoneOf(ref);
        for (const [statement, { controls, block }] of excluded) {
          const named = statement.controls.filter(({ text }) =>
            controlsNamed(query, text).some((control) => controls.includes(control)),
          );
          const values = { zone: zone.name.value, controls: listAnd(controls), reason: listAnd(reasons) };
          const details = { subject: { sort: 'zone', index: ref.index } as const, data: { controls } };
          const stated = () => (block.statements === zone.statements ? [] : ownStatements(ref, controls));
          if (blockIn(entry, block)) {
            const at = placeOf(named[0]!);
            report('own', values, {
              ...details,
              at,
              fixes: () => [...stated(), { ...removeControls(statement, named, 'the exclusion'), preferred: true }],
            });
          } else {
            const related = [{ entry: block.entry, at: placeOf(named[0]!), message: 'The exclusion' }];
            report('inherited', values, { ...details, at: zone.name.at, related, fixes: stated });
          }
        }
      }
    },
  },
});

interface Exclusion {
  readonly controls: string[];
  readonly block: StatementBlock;
}

/** The exclusions in force in a zone that are about some requirements or their enhancements. */
function exclusionsOf(query: Query, ref: ZoneRef, bases: readonly string[]): Map<Terms, Exclusion> {
  const statuses = statusesOfZone(query, ref);
  const found = new Map<Terms, Exclusion>();
  for (const block of statuses.blocks) {
    if (!block.isCommon && block.statements.every(({ verb }) => verb !== 'excludes')) continue;
    for (const [control, { statement }] of saidWith(readBlock(query, block), 'excludes')) {
      if (!bases.includes(parentOf(control) ?? control)) continue;
      if (originIn(statuses, control)?.statement !== statement) continue;
      const known = found.get(statement);
      if (known) known.controls.push(control);
      else found.set(statement, { controls: [control], block });
    }
  }
  return found;
}

/** The conduits that join a zone to an external one, each as a reason; by name, since they come in no order. */
function externalConduits(query: Query, ref: ZoneRef): string[] {
  const conduits = query.all(keys.ends(ref.entry.system, zoneOf(ref).path));
  return conduits
    .flatMap((conduit) => {
      const outside = endsOf(query, conduit).find((end) => end && isExternal(query, end));
      return outside ? [`conduit '${nameOf(conduit)}' joins it to '${nameOf(outside)}' outside`] : [];
    })
    .sort();
}

/** What the zone can say itself instead of what it inherits. */
function ownStatements(element: ZoneRef, controls: readonly string[]): Fix[] {
  return (['implements', 'plans'] as const).map((verb) => ({
    title: `${verb === 'implements' ? 'Implement' : 'Plan'} ${listAnd(controls)} in this zone`,
    edits: [{ kind: 'state', element, verb, controls }],
  }));
}
