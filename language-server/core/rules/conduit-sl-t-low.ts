import { joinedBy } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type ConduitRef, conduitOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import { FRS, formatVector, type Levels, type SlVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';
import { below, listFrs } from './shared/levels.ts';

export const conduitSlTLow = defineRule({
  code: 'conduit-sl-t-low',
  title: 'SL-T of a conduit below that of all its zones',
  group: 'requirements',
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 5.6'],
  messages: {
    conduit:
      "Conduit '{name}' is to reach less than every zone that it joins, in {frs}, and does not say why, so what passes is protected less on the way than at either end: raise its SL-T, or give the reason with 'because'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, slT } = conduitOf(ref);
      if (!slT || slT.because) return;
      const least = leastOfEnds(query, ref);
      const frs = least ? below(slT.vector, least) : [];
      if (!least || frs.length === 0) return;
      report(
        'conduit',
        { name: name.value, frs: listFrs(frs, (fr) => `SL-T ${slT.vector[fr]}, zones ${least[fr]} or more`) },
        {
          at: slT.at,
          subject: { sort: 'conduit', index: ref.index },
          data: { frs },
          fixes: () => [raise(slT, least), giveReason(slT)],
        },
      );
    },
  },
});

/** What the zones that a conduit joins are to reach at least, those that have an SL-T. */
function leastOfEnds(query: Query, ref: ConduitRef): SlVector | undefined {
  const levels = (joinedBy(query, ref) ?? []).flatMap((end) => {
    const slT = isExternal(query, end) ? undefined : query.fact(end, 'slT');
    return slT ? [slT] : [];
  });
  return levels.length > 0 ? FRS.map((_, fr) => Math.min(...levels.map((vector) => vector[fr]!))) : undefined;
}

function raise(slT: Levels, least: SlVector): Fix {
  const vector = slT.vector.map((level, fr) => Math.max(level, least[fr]!));
  const text = formatVector(vector);
  return { title: `Raise it to SL-T ${text}`, edits: [{ kind: 'replace', at: slT.whole, text: written(slT, text) }] };
}

function giveReason(slT: Levels): Fix {
  const text = `${written(slT, formatVector(slT.vector))} because ${placeholder('why less is enough on the way')}`;
  return { title: 'Give the reason', edits: [{ kind: 'replace', at: slT.whole, text }] };
}

/** A target with the risks that it comes from. */
const written = ({ from, because }: Levels, vector: string): string =>
  [
    `sl-t ${vector}`,
    ...(from.length > 0 ? [`from ${from.map(({ text }) => text).join(', ')}`] : []),
    ...(because ? [`because ${quote(because.value)}`] : []),
  ].join(' ');
