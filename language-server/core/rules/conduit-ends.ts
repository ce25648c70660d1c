import { conduitOf } from '../engine/element.ts';
import { idOf, isSameZone, pathFrom } from '../engine/handle.ts';
import { endsOf } from '../engine/resolve.ts';
import { withoutEnd } from '../fixes/conduit-ends.ts';
import { intoFlows } from '../fixes/conduit-into-flows.ts';
import { defineRule } from './frame/rule.ts';

export const conduitEnds = defineRule({
  code: 'conduit-ends',
  title: 'Conduit with one zone at two ends',
  group: 'boundaries',
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    same: "Conduit '{name}' joins zone '{zone}' to itself, and what stays in a zone crosses no boundary: name the other zone, or write the flows in '{zone}'.",
    twice:
      "Conduit '{name}' names zone '{zone}' twice among those that it joins, so one of the names may be meant for another zone: correct it, or remove it.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, ends: written } = conduitOf(ref);
      const ends = endsOf(query, ref);
      const isSingle = ends.every((end) => end && isSameZone(end, ends[0]!));
      const seen = new Set<string>();
      ends.forEach((end, i) => {
        if (!end) return;
        const isFirst = !seen.has(idOf(end));
        seen.add(idOf(end));
        if (isFirst) return;
        if (isSingle && i < ends.length - 1) return;
        report(
          isSingle ? 'same' : 'twice',
          { name: name.value, zone: pathFrom(ref, end) },
          {
            at: written![i]!.at,
            subject: { sort: 'conduit', index: ref.index },
            fixes: () => (isSingle ? intoFlows(query, ref, end) : withoutEnd(ref, i)),
          },
        );
      });
    },
  },
});
