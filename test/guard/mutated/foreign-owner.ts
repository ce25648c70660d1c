import { joinedBy } from '../../../language-server/core/analysis/sides.ts';
import { conduitOf, zoneOf } from '../../../language-server/core/engine/element.ts';
import { reveal } from '../../../language-server/core/engine/reveal.ts';
import { defineRule } from '../../../language-server/core/rules/frame/rule.ts';

/**
 * A plausible rule with the fault that the guard is there for: it reads the owners of two zones from their units, and the
 * query, which it asks for the ends of the conduit only, cannot know. It has to go round the compiler for that: a handle
 * has no owner, and `owner` is no fact, so that only `reveal`, which rules may not import, shows it.
 */
export const foreignOwner = defineRule({
  code: 'foreign-owner',
  title: 'Conduit between owners without one of its own',
  group: 'documentation',
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    conduit: "Conduit '{name}' joins zones of {left} and {right}, and nobody is accountable for it: add 'owner'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, owner } = conduitOf(ref);
      const [left, right] = joinedBy(query, ref)?.map((end) => zoneOf(reveal(end)).owner?.value) ?? [];
      if (owner || !left || !right || left === right) return;
      report(
        'conduit',
        { name: name.value, left, right },
        { at: name.at, subject: { sort: 'conduit', index: ref.index } },
      );
    },
  },
});
