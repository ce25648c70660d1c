import { isBoundaryGivenWrong } from '../analysis/given-wrong.ts';
import { isExternal, isOutside } from '../analysis/zone-facts.ts';
import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { boundaryDevices, devicesPassed } from '../fixes/boundary-assets.ts';
import type { Fix } from '../fixes/fix.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import type { Characteristics } from '../model/characteristics.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

export const zoneBoundary = defineRule({
  code: 'zone-boundary',
  title: 'Zone or conduit without logical boundary',
  group: 'documentation',
  severity: 'hint',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    zone: "Zone '{name}' does not say what its logical boundary is, so nobody can check that nothing passes beside it: add 'boundary logical' with the devices or networks that bound it.",
    conduit:
      "Conduit '{name}' does not say what its logical boundary is, so nobody can check that nothing joins it on the way: add 'boundary logical' with the devices, networks or tunnels that bound it.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { name } = zoneOf(ref);
      if (!isUnbounded(ref, zoneOf(ref)) || isExternal(query, ref)) return;
      report(
        'zone',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'zone', index: ref.index },
          fixes: () =>
            boundaryFixes(ref, boundaryDevices(query, ref), 'firewall, VLAN or access list that bounds the zone'),
        },
      );
    },
    conduit(ref, { query }, report) {
      const { name } = conduitOf(ref);
      if (!isUnbounded(ref, conduitOf(ref)) || isOutside(query, ref)) return;
      report(
        'conduit',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'conduit', index: ref.index },
          fixes: () =>
            boundaryFixes(ref, devicesPassed(query, ref), 'VLAN, tunnel or cable, and the firewall that it ends at'),
        },
      );
    },
  },
});

const isUnbounded = (ref: ZoneRef | ConduitRef, { boundaries }: Characteristics): boolean =>
  !boundaries.some(({ side }) => side === 'logical') && !isBoundaryGivenWrong(ref, 'logical');

/** What is known to bound it, and a text to be filled in. */
function boundaryFixes(element: ZoneRef | ConduitRef, devices: readonly string[], what: string): Fix[] {
  const known = devices.length > 0 ? [quote(listAnd(devices))] : [];
  return [...known, placeholder(what)].map((text) => ({
    title: `Add boundary logical ${text}`,
    edits: [{ kind: 'add-member', element, text: `boundary logical ${text}`, first: true }],
  }));
}
