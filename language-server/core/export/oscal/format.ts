import type { PlantSystem } from '../../plant/plant.ts';
import { jsonText } from '../../text/json.ts';
import { listOr } from '../../text/words.ts';
import { type ExportedFile, ExportRefused, endingOf, type ModelFormat } from '../frame/model-format.ts';
import { catalogDocument, profileDocument } from './catalog.ts';
import { judgedIn, sspDocument } from './ssp.ts';

/** The documents of some systems: a plan and a profile each, and the catalogues that they take their controls from. */
function documents(systems: readonly PlantSystem[], today: string): ExportedFile[] {
  const controls = new Map<string, Map<string, PlantSystem['baseline'][number]>>();
  for (const system of systems) {
    for (const item of system.baseline) {
      const known = controls.get(item.control.catalog) ?? new Map();
      controls.set(item.control.catalog, known.set(item.control.id, item));
    }
  }
  const file = (name: string, document: object): ExportedFile => ({ name, content: jsonText(document) });
  return [
    ...[...controls].map(([name, those]) => file(catalogFile(name), catalogDocument(name, [...those.values()], today))),
    ...systems.flatMap((system) => {
      const catalogs = new Set(system.baseline.map(({ control }) => control.catalog));
      const hrefs = new Map([...catalogs].map((name) => [name, encodeURI(catalogFile(name))]));
      const profile = `profile-${system.name}.json`;
      return [
        file(profile, profileDocument(system, hrefs, today)),
        file(`ssp-${system.name}.json`, sspDocument(system, encodeURI(profile), today)),
      ];
    }),
  ];
}

const catalogFile = (name: string): string => `catalog-${name}.json`;

export const oscal: ModelFormat = {
  id: 'oscal',
  title: 'OSCAL',
  hint: 'a folder with a system security plan of each system, its profile and the catalogues; of a .json file the one document of that name',
  kinds: [],
  isOfSeveral: true,
  write({ systems, today, name }) {
    const plants = systems.map(({ plant }) => plant);
    const bare = plants.find((plant) => judgedIn(plant).length === 0);
    if (bare) {
      throw new ExportRefused(
        `A security plan says how requirements stand, and none are asked in '${bare.name}': give its zones an 'sl-t'.`,
      );
    }
    const files = documents(plants, today);
    if (endingOf(name) !== 'json') return { files, unwritten: [] };
    const found = files.find((file) => file.name === name);
    if (found) return { files: [found], unwritten: [] };
    const names = listOr(files.map((file) => `'${file.name}'`));
    throw new ExportRefused(`There is no document '${name}': name a folder, or one of ${names}.`);
  },
};
