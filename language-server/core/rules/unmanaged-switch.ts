import { traitsOf } from '../analysis/asset-traits.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { conduitOf, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { inherited } from '../engine/zone-chain.ts';
import { FRS, type Fr, type SlVector } from '../model/levels.ts';
import { listAnd } from '../text/words.ts';
import { defineRule, type ReportDetails } from './frame/rule.ts';

/** The FRs that a switch has a part in, and from which level on. */
const ASKING: readonly Fr[] = ['RDF', 'TRE', 'RA'];
const FROM_LEVEL = 2;

export const unmanagedSwitch = defineRule({
  code: 'unmanaged-switch',
  title: 'Unmanaged switch where more is asked',
  group: 'partitioning',
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-3 SR 5.1', 'IEC 62443-3-3 SR 6.2', 'IEC 62443-3-3 SR 7.1'],
  messages: {
    zone: "Unmanaged switch '{name}' carries zone '{home}', which is to reach {levels}, but nobody can part, watch or limit traffic at it, nor see who plugs in: replace it by a managed one, or allow it with what makes up for that.",
    conduit:
      "Unmanaged switch '{name}' carries conduit '{home}', which is to reach {levels}, but nobody can part, watch or limit traffic at it, nor see who plugs in: replace it by a managed one, or allow it with what makes up for that.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { assets, name } = zoneOf(ref);
      const slT = assets.length > 0 ? inherited(ref, (each) => each.slT)?.vector : undefined;
      if (!slT || isExternal(query, ref)) return;
      for (const [values, details] of unmanagedIn(query, entry, assets, slT))
        report('zone', { ...values, home: name.value }, details);
    },
    conduit(ref, { entry, query }, report) {
      const { assets, name, slT } = conduitOf(ref);
      if (!slT) return;
      for (const [values, details] of unmanagedIn(query, entry, assets, slT.vector))
        report('conduit', { ...values, home: name.value }, details);
    },
  },
});

type Found = readonly [
  values: { readonly name: string; readonly levels: string },
  details: Pick<ReportDetails, 'at' | 'subject' | 'data'>,
];

function unmanagedIn(query: Query, entry: Entry, assets: readonly number[], slT: SlVector): Found[] {
  const frs = ASKING.filter((fr) => slT[FRS.indexOf(fr)]! >= FROM_LEVEL);
  if (frs.length === 0) return [];
  const levels = listAnd(frs.map((fr) => `${fr} ${slT[FRS.indexOf(fr)]}`));
  return assets.flatMap((index): Found[] => {
    if (!traitsOf(query, { entry, sort: 'asset', index })?.flags.has('unmanaged')) return [];
    const { name } = entry.unit.assets[index]!;
    return [
      [
        { name: name.value, levels },
        { at: name.at, subject: { sort: 'asset', index }, data: { frs } },
      ],
    ];
  });
}
