import { traitsOf } from '../analysis/asset-traits.ts';
import { isNetworkFlow } from '../analysis/protocols.ts';
import { flowsOf, joinedBy } from '../analysis/sides.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import type { Handle } from '../engine/element.ts';
import { type ConduitRef, conduitOf, flowOf } from '../engine/element.ts';
import { pathOf } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { ownAssetsOf, resolveElement } from '../engine/resolve.ts';
import { passThroughBoundary } from '../fixes/boundary-assets.ts';
import { formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';

export const unprotectedBoundary = defineRule({
  code: 'unprotected-boundary',
  title: 'Conduit without a boundary asset',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.2'],
  messages: {
    outside:
      "Conduit '{name}' ends at {kind} zone '{zone}', where traffic from outside arrives, and nothing on it filters what passes: name the firewall, gateway or diode that it goes through in 'via'.",
    levels:
      "Conduit '{name}' joins '{left}' (SL-T {leftLevel}) and '{right}' (SL-T {rightLevel}) with nothing on it that filters, so the weaker zone opens the stronger one: name the firewall, gateway or diode that it goes through in 'via'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const ends = joinedBy(query, ref);
      if (!ends || isProtected(query, ref) || isOffNetwork(query, ref)) return;
      const { name } = conduitOf(ref);
      const details = {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        fixes: () => passThroughBoundary(query, ref, ends),
      } as const;
      const kinds = ends.map((end) => kindOf(query, end));
      // What two others exchange outside the system is theirs to protect.
      if (kinds.every((kind) => kind?.flags.includes('external'))) return;
      const open = kinds.findIndex((kind) => kind?.flags.includes('external') || kind?.flags.includes('entry'));
      if (open >= 0) {
        report('outside', { name: name.value, kind: kinds[open]!.name, zone: pathOf(ends[open]!) }, details);
        return;
      }
      const levels = ends.flatMap((end) => {
        const slT = query.fact(end, 'slT');
        return slT ? [{ path: pathOf(end), slT }] : [];
      });
      const [left] = levels;
      // Where any two differ, one of them differs from the first.
      const right = left && levels.find(({ slT }) => slT.some((level, fr) => level !== left.slT[fr]));
      if (!right) return;
      report(
        'levels',
        {
          name: name.value,
          left: left.path,
          leftLevel: formatVector(left.slT),
          right: right.path,
          rightLevel: formatVector(right.slT),
        },
        details,
      );
    },
  },
});

/** True where all flows are hard-wired or local serial: a firewall could look at none of them. */
function isOffNetwork(query: Query, ref: ConduitRef): boolean {
  const flows = flowsOf(ref);
  return flows.length > 0 && !flows.some((flow) => isNetworkFlow(query, flowOf(flow)));
}

/** A boundary asset in `via` or among its own equipment, or one that nobody can know. */
function isProtected(query: Query, ref: ConduitRef): boolean {
  const isBoundary = (asset: Handle<'asset'>) => traitsOf(query, asset)?.flags.has('boundary') ?? true;
  const isPassed = conduitOf(ref).via.some((reference) => {
    const found = resolveElement(query, ref.entry, reference);
    return found.kind !== 'one' || isBoundary(found.target as Handle<'asset'>);
  });
  return isPassed || ownAssetsOf(query, ref).some(isBoundary);
}
