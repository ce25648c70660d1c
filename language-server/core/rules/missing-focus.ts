import { groupingOf } from '../analysis/baseline.ts';
import { focusOf, titleOf } from '../analysis/focus.ts';
import { requirementsOfZone, statusesOfZone } from '../analysis/posture.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import type { Fix } from '../fixes/fix.ts';
import { isDecided, stateEdits } from '../fixes/state-controls.ts';
import { listAnd, listOr, withArticle } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

export const missingFocus = defineRule({
  code: 'missing-focus',
  title: 'Focus topic not covered',
  group: 'requirements',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    controls:
      "Zone '{name}' does not cover '{topic}', which the reference model expects of {kind} before all else: implement {controls}.",
    assets:
      "Zone '{name}' does not cover '{topic}', which the reference model expects of {kind} before all else: implement {controls}, or place an asset of type {types} in or at the zone.",
  },
  checks: {
    zone(ref, { query }, report) {
      const zone = zoneOf(ref);
      // A topic whose controls the SL-T asks for, too, is named where they are missed.
      const { required } = requirementsOfZone(query, ref);
      const isRequired = (control: string) => required !== undefined && groupingOf(required).positions.has(control);
      const uncovered = focusOf(query, ref).filter(
        ({ met, unmet, isExcluded }) => !met && (unmet.length === 0 || isExcluded || !unmet.every(isRequired)),
      );
      if (uncovered.length === 0) return;
      const title = kindOf(query, ref)?.title?.toLowerCase();
      const kind = title ? withArticle(title) : 'its kind';
      for (const { focus, unmet } of uncovered) {
        const values = {
          name: zone.name.value,
          topic: titleOf(focus),
          kind,
          controls: listAnd(unmet),
        };
        const types = focus.assetTypes.map(({ text }) => text);
        const details = {
          at: zone.kind!.at,
          subject: { sort: 'zone', index: ref.index } as const,
          data: { focus: focus.name, controls: unmet },
          fixes: (): Fix[] => [
            // What claims nothing comes first.
            ...types.map(
              (type): Fix => ({
                title: `Add an asset of type ${type}`,
                edits: [
                  {
                    kind: 'add-member',
                    element: ref,
                    text: `asset ${freeName(
                      ref.entry.unit.assets.map((asset) => asset.name.value),
                      type,
                    )} : ${type}`,
                  },
                ],
              }),
            ),
            // A plan would leave the topic uncovered. What is decided already, with its day, no fix takes back.
            ...(isDecided(statusesOfZone(query, ref), unmet)
              ? []
              : [{ title: `Implement ${listAnd(unmet)}`, edits: stateEdits(ref, 'implements', unmet) }]),
          ],
        };
        if (types.length > 0) report('assets', { ...values, types: listOr(types) }, details);
        else report('controls', values, details);
      }
    },
  },
});

/** The first of `plc-1`, `plc-2`, … that is not taken. */
function freeName(taken: readonly string[], stem: string): string {
  const names = new Set(taken);
  for (let i = 1; ; i++) if (!names.has(`${stem}-${i}`)) return `${stem}-${i}`;
}
