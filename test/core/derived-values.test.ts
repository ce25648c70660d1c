import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postureOfConduit, postureOfZone } from '../../language-server/core/analysis/posture.ts';
import type { ElementRef } from '../../language-server/core/engine/element.ts';
import { type ConduitPosture, postureReport, type ZonePosture } from '../../language-server/core/report/posture.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import { type Figures, levelsOf, reckon } from './naive.ts';
import { plant, TODAY, writePlant } from './plant-model.ts';

const FILE = 'plant.zones';
const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });

/** Of each zone and conduit, by path, the ids of the controls that its SL-T requires. */
function requiredIn({ store }: Workspace): Map<string, string[] | null> {
  const query = store.query();
  const required = new Map<string, string[] | null>();
  for (const entry of store.entries()) {
    if (entry.library) continue;
    const add = (path: string, { required: controls }: ReturnType<typeof postureOfZone>) =>
      required.set(path, controls?.map(({ control }) => control.id) ?? null);
    const ref = <Sort extends 'zone' | 'conduit'>(sort: Sort, index: number): ElementRef<Sort> => ({
      entry,
      sort,
      index,
    });
    entry.unit.zones.forEach(({ path }, i) => void add(path, postureOfZone(query, ref('zone', i))));
    entry.unit.conduits.forEach(({ path }, i) => void add(path, postureOfConduit(query, ref('conduit', i))));
  }
  return required;
}

/** The controls that the findings list, by element and FR. */
function reportedIn({ findingsOf }: Workspace): Map<string, Record<string, readonly string[]>> {
  const reported = new Map<string, Record<string, readonly string[]>>();
  for (const { rule, element, data } of findingsOf(FILE)) {
    if (rule !== 'missing-control') continue;
    reported.set(element, { ...reported.get(element), [data.fr!]: data.controls! });
  }
  return reported;
}

/** The figures that the posture report and the findings give, by path; external zones are listed without figures. */
function analysed(): {
  figures: Map<string, Figures>;
  external: ZonePosture[];
  levels: Record<string, readonly number[]>;
} {
  const required = requiredIn(workspace);
  const reported = reportedIn(workspace);
  const figures = new Map<string, Figures>();
  const { store } = workspace;
  const [system] = postureReport(store.query(), store.entries());
  const external = system!.zones.filter((zone) => zone.external);
  const rest: readonly (ZonePosture | ConduitPosture)[] = [...system!.zones, ...system!.conduits];
  for (const place of rest.filter((each) => !external.some(({ path }) => path === each.path))) {
    const {
      path,
      slT,
      slA,
      slAEvidenced,
      slC,
      slCAssets,
      assetCount,
      gap,
      met,
      notApplicable,
      inherited,
      planned,
      accepted,
      missing,
    } = place;
    expect(place.required).toBe(required.get(path)?.length ?? null);
    figures.set(path, {
      slT,
      slA,
      slAEvidenced,
      gap,
      slC,
      slCAssets: slCAssets!,
      assetCount: assetCount!,
      required: required.get(path)!,
      met,
      notApplicable,
      inherited,
      planned,
      accepted,
      missing,
      reported: reported.get(path) ?? {},
    });
  }
  const levels = Object.fromEntries(system!.zones.map(({ path, levels }) => [path, levels]));
  expect(system!.zones.map(({ level }) => level)).toEqual(system!.zones.map(({ levels }) => levels.at(-1) ?? null));
  return { figures, external, levels };
}

const byPath = (figures: ReadonlyMap<string, Figures>) => Object.fromEntries([...figures].sort());

/** More of it by hand: `RUNS=5000 SEED=1 npx vitest run test/core/derived-values.test.ts`. */
test('SL-A, SL-C, gap, required, met, planned, accepted, missing and findings are what the language says they are', () => {
  fc.assert(
    fc.property(plant, (model) => {
      workspace.update([{ uri: FILE, text: writePlant(model) }]);
      const broken = workspace.findingsOf(FILE).filter(({ rule }) => /syntax|value|unresolved/.test(rule));
      expect(broken.map(({ message }) => message)).toEqual([]);
      const { figures, external, levels } = analysed();
      expect(byPath(figures)).toEqual(byPath(reckon(model)));
      expect(levels).toEqual(Object.fromEntries(levelsOf(model)));
      for (const zone of external) {
        const { slT, slA, slC, gap, required, met, planned, accepted, missing } = zone;
        expect([slT, slA, slC, gap, required, met, planned, accepted]).toEqual(Array(8).fill(null));
        expect(missing).toEqual([]);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

test.each([
  ['evidence "FAT-12"', 1],
  ['evidence "", "FAT-12"', 1],
  ['verified on 2026-02-03', 1],
  ['', 0],
  ['evidence ""', 0],
  ['evidence " "', 0],
  ['evidence "… (document)"', 0],
  ['verified on 2026-02-30 by "QA"', 0],
])('what says nothing is no evidence: %s', (clauses, level) => {
  const { store, update } = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  update([{ uri: FILE, text: `zone a : cell { sl-t { TRE 1 }  implements SR 6.1 ${clauses} }` }]);
  const [system] = postureReport(store.query(), store.entries());
  expect(system!.zones[0]).toMatchObject({ slA: [0, 0, 0, 0, 0, 1, 0], slAEvidenced: [0, 0, 0, 0, 0, level, 0] });
});
