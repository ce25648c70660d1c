import { inherited, isExternal } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/entry.ts';
import { CRITICALITIES } from '../model/zone.ts';
import type { Fix } from './fix.ts';
import { defineRule } from './rule.ts';

export const assetCriticality = defineRule({
  code: 'asset-criticality',
  title: 'Asset without criticality',
  group: 'documentation',
  severity: 'info',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    asset:
      "Asset '{name}' has no criticality, neither its own nor that of zone '{zone}', so nobody can tell what to protect and restore first: add 'criticality' to it or to the zone.",
  },
  checks: {
    zone(ref, { entry, view }, report) {
      const { assets, name: zone } = zoneOf(ref);
      if (assets.length === 0 || inherited(ref, ({ criticality }) => criticality) || isExternal(view, ref)) return;
      for (const index of assets) {
        const { name, criticality } = entry.unit.assets[index]!;
        if (criticality) continue;
        const element = { entry, sort: 'asset', index } as const;
        report(
          'asset',
          { name: name.value, zone: zone.value },
          {
            at: name.at,
            subject: { sort: 'asset', index },
            fixes: () => [
              ...CRITICALITIES.map(
                (level): Fix => ({
                  title: `Set criticality ${level}`,
                  edits: [{ kind: 'add-member', element, text: `criticality ${level}` }],
                }),
              ),
              ...CRITICALITIES.map(
                (level): Fix => ({
                  title: `Set criticality ${level} for all of zone '${zone.value}'`,
                  edits: [{ kind: 'add-member', element: ref, text: `criticality ${level}`, first: true }],
                }),
              ),
            ],
          },
        );
      }
    },
  },
});
