import { hasAddressInTwo } from '../analysis/addresses.ts';
import { type Ends, joinedBy } from '../analysis/sides.ts';
import { conduitOf, type Handle } from '../engine/element.ts';
import { holds, homeOf, pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, resolveElement } from '../engine/resolve.ts';
import { defineRule } from './frame/rule.ts';

export const viaPlacement = defineRule({
  code: 'via-placement',
  title: 'Boundary asset away from its conduit',
  group: 'boundaries',
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.3'],
  messages: {
    asset:
      "Conduit '{name}' passes '{asset}', which stands in zone '{zone}', at neither of its ends '{left}' and '{right}', so the traffic takes a way through a third zone or is not filtered: end the conduit there and go on from it, name the asset at this boundary, or give '{asset}' its address in the network of each end.",
    equipment:
      "Conduit '{name}' passes '{asset}', equipment of conduit '{other}', which joins none of its ends, so the traffic takes a way through a third zone or is not filtered: end the conduit there and go on from it, or name the asset at this boundary.",
    assetOfMany:
      "Conduit '{name}' passes '{asset}', which stands in zone '{zone}', at none of its {count} ends, so the traffic takes a way through a third zone or is not filtered: end the conduit there, name an asset at this boundary, or give '{asset}' its addresses in the networks of its ends.",
  },
  checks: {
    conduit(ref, { entry, query }, report) {
      const { name, via } = conduitOf(ref);
      const ends = via.length > 0 ? joinedBy(query, ref) : undefined;
      if (!ends) return;
      for (const reference of via) {
        const found = resolveElement(query, entry, reference);
        if (found.kind !== 'one') continue;
        const asset = found.target as Handle<'asset'>;
        const home = homeOf(asset);
        if (isAtEnd(query, home, ends) || hasAddressInTwo(query, asset, ends)) continue;
        const [left, right] = ends.map((end) => pathFrom(ref, end));
        const values = { name: name.value, asset: reference.text };
        const details = { at: reference.at, subject: { sort: 'conduit', index: ref.index } } as const;
        if (home.sort === 'conduit') report('equipment', { ...values, other: pathFrom(ref, home) }, details);
        else if (ends.length > 2)
          report('assetOfMany', { ...values, zone: pathFrom(ref, home), count: ends.length }, details);
        else report('asset', { ...values, zone: pathFrom(ref, home), left: left!, right: right! }, details);
      }
    },
  },
});

/** True for what stands in or around an end; the equipment of a conduit stands at the ends of that. */
function isAtEnd(query: Query, home: Handle<'zone'> | Handle<'conduit'>, ends: Ends): boolean {
  const zones = home.sort === 'zone' ? [home] : endsOf(query, home);
  return zones.some((zone) => zone === undefined || ends.some((end) => holds(end, zone) || holds(zone, end)));
}
