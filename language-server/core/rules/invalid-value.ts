import { offersOf } from '../analysis/protocols.ts';
import { flowOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

/**
 * Most are found while a text is read (language/lowering): a value of the wrong sort or out of its range. What a flow
 * may use depends on what its protocol offers.
 */
export const invalidValue = defineRule({
  code: 'invalid-value',
  title: 'Invalid value',
  group: 'language',
  severity: 'error',
  basis: 'convention',
  clauses: [],
  messages: {
    protection:
      "'{protocol}' offers no {protection}, so this flow cannot use it: take it out of 'with', name a protocol that has it, or carry the flow over what protects it.",
    carried:
      "Neither '{protocol}' nor '{carrier}' offers {protection}, so this flow cannot use it: take it out of 'with', or name a protocol that has it.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { protocol, carrier, protections } = flowOf(ref);
      if (!protocol) return;
      const names = [protocol.text, ...(carrier ? [carrier.text] : [])];
      for (const { value: protection, at } of protections) {
        if (offersOf(query, names, protection) !== 'none') continue;
        const details = {
          at,
          subject: { sort: 'flow', index: ref.index },
          fixes: () =>
            protections.length > 1
              ? [{ title: `Remove '${protection}'`, edits: [{ kind: 'remove-items', at: [at] } as const] }]
              : [],
        } as const;
        const values = { protocol: protocol.text, protection };
        if (carrier) report('carried', { ...values, carrier: carrier.text }, details);
        else report('protection', values, details);
      }
    },
  },
});
