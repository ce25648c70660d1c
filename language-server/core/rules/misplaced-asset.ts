import { homesOf } from '../analysis/asset-traits.ts';
import { kindsOf } from '../analysis/kinds.ts';
import { systemModel } from '../analysis/settings.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import { isAside, membersOf } from '../analysis/zone-members.ts';
import { zoneOf } from '../engine/element.ts';
import type { Said } from '../engine/said.ts';
import { moveHome } from '../fixes/asset-homes.ts';
import type { ReferenceModel } from '../model/reference-model.ts';
import { listOr, withArticle } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset } from './shared/members.ts';

export const misplacedAsset = defineRule({
  code: 'misplaced-asset',
  title: 'Asset far from home',
  group: 'partitioning',
  severity: 'info',
  basis: 'convention',
  // A business asset among control assets is to leave for a business zone, which mends both.
  yieldsTo: ['mixed-business-control'],
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    asset:
      "Asset '{name}' is {type}, at home in zones of kind {homes}, but stands in zone '{zone}' of kind {kind}, whose protection is not made for it: move it, or correct its type.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { model } = systemModel(query, entry.system);
      const kind = kindOf(query, ref);
      if (!model || !kind || kind.flags.includes('external')) return;
      const stepOf = stepsOf(model);
      const { name: zone } = zoneOf(ref);
      for (const member of membersOf(query, ref)) {
        if (isAside(member)) continue;
        const homes = homesOf(query, entry.system, member.traits);
        if (homes.length === 0) continue;
        const away = homes.map(({ rank }) => Math.abs(stepOf(rank) - stepOf(kind.rank)));
        const nearest = Math.min(...away);
        if (nearest < 2) continue;
        report(
          'asset',
          {
            name: member.asset.name.value,
            type: withArticle(lower(member.traits.title)),
            kind: kind.name,
            zone: zone.value,
            homes: listOr(homes.map(({ name }) => name)),
          },
          {
            ...atAsset(member),
            fixes: () => {
              const nearestFirst = [...homes].sort((a, b) => away[homes.indexOf(a)]! - away[homes.indexOf(b)]!);
              return moveHome(query, member, nearestFirst);
            },
          },
        );
      }
    },
  },
});

/** A title within a sentence: `PLC` and `CNC controller` keep their capitals. */
const lower = (title: string): string => title.replace(/^\p{Lu}(?=\p{Ll}|-)/u, (letter) => letter.toLowerCase());

/** Numbers the ranks of a model without gaps, as how far apart two kinds are does not depend on the numbers chosen. */
function stepsOf(model: Said<ReferenceModel>): (rank: number) => number {
  const ranks = [...new Set(kindsOf(model).map(({ rank }) => rank))].sort((a, b) => a - b);
  return (rank) => ranks.indexOf(rank);
}
