import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roadmap, type Stand } from '../../language-server/core/report/roadmap.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { reckon } from './naive.ts';
import { type PlantModel, plant, type StatementModel, TODAY, writePlant, type ZoneModel } from './plant-model.ts';

const FILE = 'plant.zones';
const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });

/** The day that the reckoning of naive.ts takes for passed. */
const PASSED = '2026-11-23';

/** The day after each of the days to come that the random plants name. */
const NEXT_DAY: Readonly<Record<string, string>> = { [TODAY]: '2026-11-25', '2026-11-25': '2026-11-26' };

/** The plant as it would be written on a day, if each plan were kept: the plans that are due are implemented, acceptances have passed. */
function plantOn(day: string, model: PlantModel): PlantModel {
  const onDay = (statement: StatementModel): StatementModel => {
    const { verb, until } = statement;
    if (verb === 'plans' && until && until >= TODAY && until <= day) {
      return { ...statement, verb: 'implements', until: undefined };
    }
    const ends = verb === 'accepts' || verb === 'compensates';
    return ends && until && until < day ? { ...statement, until: PASSED } : statement;
  };
  const zoneOn = (zone: ZoneModel): ZoneModel => ({
    ...zone,
    statements: zone.statements.map(onDay),
    zones: zone.zones.map(zoneOn),
  });
  return {
    ...model,
    countermeasures: model.countermeasures.map((measure) =>
      measure.until && measure.until < day ? { ...measure, until: PASSED } : measure,
    ),
    statements: model.statements.map(onDay),
    zones: model.zones.map(zoneOn),
    conduits: model.conduits.map((conduit) => ({ ...conduit, statements: conduit.statements.map(onDay) })),
  };
}

/** When plans fall due, and acceptances and compensations are over. */
function eventsIn({ statements, countermeasures, zones, conduits }: PlantModel): { date: string; isDue: boolean }[] {
  const inZone = (zone: ZoneModel): StatementModel[] => [...zone.statements, ...zone.zones.flatMap(inZone)];
  const all = [...statements, ...zones.flatMap(inZone), ...conduits.flatMap((conduit) => conduit.statements)];
  const measures = countermeasures.flatMap(({ until }) =>
    until && until >= TODAY ? [{ date: NEXT_DAY[until]!, isDue: false }] : [],
  );
  const stated = all.flatMap(({ verb, until }): { date: string; isDue: boolean }[] => {
    if (!until || until < TODAY) return [];
    if (verb === 'plans') return [{ date: until, isDue: true }];
    return [{ date: NEXT_DAY[until]!, isDue: false }];
  });
  return [...measures, ...stated];
}

/** More of it by hand: `RUNS=5000 SEED=1 npx vitest run test/core/roadmap.test.ts`. */
test('on each day all stands as a plant does in which the plans of that day are kept', () => {
  fc.assert(
    fc.property(plant, (model) => {
      workspace.update([{ uri: FILE, text: writePlant(model) }]);
      const { store, files } = workspace;
      const [system] = roadmap(TODAY, store.queryOn, files.get(FILE)!.entries);
      const { steps } = system!;
      const events = eventsIn(model);
      const dates = steps.map(({ date }) => date);
      expect(dates).toEqual([...new Set([TODAY, ...events.map(({ date }) => date)])].sort());
      for (const { date, due, ending } of steps) {
        const of = (isDue: boolean) => events.filter((event) => event.date === date && event.isDue === isDue);
        expect([due.length, ending.length], date).toEqual([of(true).length, of(false).length]);
      }
      const stands = new Map<string, Stand>();
      for (const { date, zones, conduits } of steps) {
        const changed = [...zones, ...conduits].filter(({ path }) => stands.has(path));
        for (const stand of [...zones, ...conduits]) stands.set(stand.path, stand);
        const expected = reckon(plantOn(date, model));
        for (const [path, { slA, gap, missing }] of expected) {
          expect(stands.get(path), `${path} on ${date}`).toEqual({ path, slA, gap, missing });
        }
        // What is listed again is another than before.
        const before = reckon(plantOn(steps[steps.findIndex((step) => step.date === date) - 1]?.date ?? date, model));
        for (const { path, slA, gap, missing } of changed) {
          const { slA: slAThen, gap: gapThen, missing: missingThen } = before.get(path)!;
          expect([slA, gap, missing]).not.toEqual([slAThen, gapThen, missingThen]);
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});
