import { hasAddressInEach } from '../analysis/addresses.ts';
import { joinedBy } from '../analysis/sides.ts';
import { conduitOf, type Handle } from '../engine/element.ts';
import { holds, pathOf, zoneAround } from '../engine/handle.ts';
import { resolveElement } from '../engine/resolve.ts';
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
        const zone = zoneAround(asset);
        if (ends.some((end) => holds(end, zone) || holds(zone, end)) || hasAddressInEach(query, asset, ends)) continue;
        const [left, right] = ends.map((end) => pathOf(end));
        report(
          'asset',
          { name: name.value, asset: reference.text, zone: pathOf(zone), left: left!, right: right! },
          { at: reference.at, subject: { sort: 'conduit', index: ref.index } },
        );
      }
    },
  },
});
