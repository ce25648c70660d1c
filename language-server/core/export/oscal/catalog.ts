import { FR_TITLES, FRS, type Fr } from '../../model/levels.ts';
import type { PlantSystem } from '../../plant/plant.ts';
import { controlId, line, listed, metadata, prop, uuidOf } from './values.ts';

type BaselineControl = PlantSystem['baseline'][number];

/** The controls of one catalogue that the systems ask of their zones, by their identifiers and short titles. */
export function catalogDocument(name: string, controls: readonly BaselineControl[], today: string): object {
  const groups = [...new Set(controls.map(({ control }) => control.group))];
  return {
    catalog: {
      uuid: uuidOf('catalog', name),
      metadata: metadata(`Controls of ${name}, by identifier and short title`, today, '1'),
      ...listed(
        'groups',
        groups.map((group) => ({
          id: controlId(`group-${group || 'other'}`),
          title: (FRS as readonly string[]).includes(group) ? FR_TITLES[group as Fr] : line(group || 'Other'),
          ...listed('controls', nested(controls.filter(({ control }) => control.group === group))),
        })),
      ),
    },
  };
}

/** Controls with their enhancements in them. */
function nested(controls: readonly BaselineControl[]): object[] {
  const ids = new Set(controls.map(({ control: { id } }) => id));
  const isInner = ({ parent }: BaselineControl) => parent !== undefined && ids.has(parent);
  const written = ({ control: { id, title } }: BaselineControl): object => ({
    id: controlId(id),
    title: line(title ?? id),
    props: [{ name: 'label', value: line(id) }, ...prop('sl', levelOf(controls, id))],
    ...listed('controls', controls.filter((each) => isInner(each) && each.parent === id).map(written)),
  });
  return controls.filter((each) => !isInner(each)).map(written);
}

/** The lowest SL-T that asks for a control. */
const levelOf = (controls: readonly BaselineControl[], id: string): string | undefined =>
  controls.find(({ control }) => control.id === id)?.level.toString();

/** What a system takes of the catalogues: all that its zones may be asked for. */
export function profileDocument(system: PlantSystem, hrefs: ReadonlyMap<string, string>, today: string): object {
  return {
    profile: {
      uuid: uuidOf('profile', system.name),
      metadata: metadata(`Baseline of ${system.title}`, today, '1'),
      imports: [...hrefs].map(([catalog, href]) => {
        const controls = system.baseline.filter(({ control }) => control.catalog === catalog);
        return { href, 'include-controls': [{ 'with-ids': controls.map(({ control }) => controlId(control.id)) }] };
      }),
    },
  };
}
