import { typeChain } from '../analysis/asset-types.ts';
import { assetOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

/** The type of which nothing is known. Types of one's own that extend it say no more, and are asked about as well. */
const UNKNOWN = 'unknown-device';

export const unknownType = defineRule({
  code: 'unknown-type',
  title: 'Asset of unknown type',
  group: 'documentation',
  severity: 'info',
  basis: 'convention',
  clauses: [],
  messages: {
    asset:
      "What asset '{name}' is, nobody has said: its type is '{type}', so no rule can tell whether it is in the right zone, guards a boundary or can do what its zone asks. Give it the type of device that it is.",
  },
  checks: {
    asset(ref, { query }, report) {
      const { name, type } = assetOf(ref);
      if (!type || !typeChain(query, type.text).includes(UNKNOWN)) return;
      const values = { name: name.value, type: type.text };
      report('asset', values, { at: type.at, subject: { sort: 'asset', index: ref.index } });
    },
  },
});
