import { isSameZone, sidesOf } from '../analysis/sides.ts';
import { type ConduitRef, conduitOf, flowOf, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { keys } from '../engine/facts.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, resolveElement } from '../engine/resolve.ts';
import type { Fix } from '../fixes/fix.ts';
import { staysTrueIn } from '../fixes/flow-moves.ts';
import { defineRule } from './frame/rule.ts';

export const conduitEnds = defineRule({
  code: 'conduit-ends',
  title: 'Conduit with one zone at both ends',
  group: 'boundaries',
  severity: 'error',
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    same: "Conduit '{name}' joins zone '{zone}' to itself, and what stays in a zone crosses no boundary: name the other zone, or write the flows in '{zone}'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, ends } = conduitOf(ref);
      const [left, right] = endsOf(query, ref);
      if (!ends || !left || !right || !isSameZone(left, right)) return;
      report(
        'same',
        { name: name.value, zone: zoneOf(left).path },
        {
          at: ends[1].at,
          subject: { sort: 'conduit', index: ref.index },
          fixes: () => intoFlows(query, ref, left),
        },
      );
    },
  },
});

/** The conduit's flows as flows of its zone; not where more than flows would be lost with it. */
function intoFlows(query: Query, ref: ConduitRef, zone: ZoneRef): Fix[] {
  const { entry } = ref;
  const { at, flows, statements, slT } = conduitOf(ref);
  const refs = flows.map((index) => ({ entry, index }));
  const isInside = refs.every(
    (flow) => sidesOf(query, flow)?.every((side) => isSameZone(side.zone, zone)) && staysTrueIn(query, flow, zone),
  );
  if (!isInside || statements.length > 0 || slT || isNamed(query, ref)) return [];
  const remove = { kind: 'remove', at } as const;
  if (flows.length === 0) return [{ title: 'Remove the conduit', edits: [remove], preferred: true }];
  const move = { kind: 'move', at: refs.map((flow) => flowOf(flow).at), to: zone } as const;
  return [{ title: `Turn into flows of zone '${zoneOf(zone).path}'`, edits: [move, remove], preferred: true }];
}

/** True where a risk is on the conduit. */
function isNamed(query: Query, { entry, index }: ConduitRef): boolean {
  const { name, path } = conduitOf({ entry, sort: 'conduit', index });
  const asked = [keys.last(entry.system, name.value), keys.path(entry.system, path)];
  return [...(query.overview?.readersOf(asked) ?? [])].some((reader) =>
    reader.unit.risks.some(({ on }) =>
      on.some((reference) => {
        const found = resolveElement(query, reader, reference);
        return (
          found.kind === 'one' &&
          found.target.sort === 'conduit' &&
          found.target.entry === entry &&
          found.target.index === index
        );
      }),
    ),
  );
}
