import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMet, isPending } from '../../language-server/core/analysis/status.ts';
import {
  isExternal,
  type Posture,
  postureOfConduit,
  postureOfZone,
} from '../../language-server/core/analysis/zone-facts.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import { type Figures, reckon } from './naive.ts';
import { plant, TODAY, writePlant } from './plant-model.ts';

const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });

function figuresOf({ slA, gap, required, statuses }: Posture, reported: Figures['reported']): Figures {
  const ids = required?.map(({ control }) => control.id);
  const missing = ids?.filter((id) => !isMet(statuses.of(id))) ?? [];
  return {
    slA,
    gap,
    required: ids,
    met: ids?.filter((id) => isMet(statuses.of(id))),
    missing,
    pending: missing.filter((id) => isPending(statuses.of(id))),
    reported,
  };
}

/** The figures that the analysis gives, by path, with what the findings list. */
function analysed({ world, findingsOf }: Workspace, uri: string): Map<string, Figures> {
  const reported = new Map<string, Record<string, readonly string[]>>();
  for (const { rule, element, data } of findingsOf(uri)) {
    if (rule !== 'missing-control') continue;
    reported.set(element, { ...reported.get(element), [data.fr!]: data.controls! });
  }
  const view = world.view();
  const figures = new Map<string, Figures>();
  for (const entry of world.entries()) {
    if (entry.library) continue;
    entry.unit.zones.forEach(({ path }, index) => {
      const ref = { entry, sort: 'zone', index } as const;
      if (isExternal(view, ref)) return;
      figures.set(path, figuresOf(postureOfZone(view, ref), reported.get(path) ?? {}));
    });
    entry.unit.conduits.forEach(({ path }, index) => {
      const ref = { entry, sort: 'conduit', index } as const;
      figures.set(path, figuresOf(postureOfConduit(view, ref), reported.get(path) ?? {}));
    });
  }
  return figures;
}

test('SL-A, gap, required, met, missing and findings are what the description of the language says', () => {
  fc.assert(
    fc.property(plant, (model) => {
      workspace.update([{ uri: 'plant.zones', text: writePlant(model) }]);
      const broken = workspace.findingsOf('plant.zones').filter(({ rule }) => /syntax|value|unresolved/.test(rule));
      expect(broken.map(({ message }) => message)).toEqual([]);
      expect(Object.fromEntries(analysed(workspace, 'plant.zones'))).toEqual(Object.fromEntries(reckon(model)));
    }),
    { numRuns: 300 },
  );
});
