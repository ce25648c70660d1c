import { conduitOf } from '../engine/element.ts';
import { isSameZone } from '../engine/handle.ts';
import { endsOf } from '../engine/resolve.ts';
import { defineRule } from './frame/rule.ts';

export const unusedConduit = defineRule({
  code: 'unused-conduit',
  title: 'Conduit without a flow',
  group: 'boundaries',
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-3 SR 5.2', 'IEC 62443-3-3 SR 7.7', 'IEC 62443-3-2 ZCR 6.4'],
  messages: {
    conduit:
      "Conduit '{name}' carries no flow, so nobody can tell what its boundary should let through: write its flows, or remove it and close the connection.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, flows } = conduitOf(ref);
      if (flows.length > 0) return;
      const [first, ...others] = endsOf(query, ref);
      // A conduit that joins nothing has a finding of its own.
      if (first && others.every((end) => end && isSameZone(first, end))) return;
      report('conduit', { name: name.value }, { at: name.at, subject: { sort: 'conduit', index: ref.index } });
    },
  },
});
