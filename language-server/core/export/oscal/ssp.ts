import type { Status } from '../../analysis/status.ts';
import type { PlantConduit, PlantSystem, PlantZone } from '../../plant/plant.ts';
import type { ControlState } from '../../plant/required.ts';
import { vectorCell, wordOf } from '../tables/rows.ts';
import { controlId, line, listed, metadata, prop, uuidOf } from './values.ts';

type Judged = PlantZone | PlantConduit;

/** OSCAL's words for how a control stands, where it has one; else ours, which it allows. */
const STATES: Readonly<Partial<Record<Status, string>>> = {
  implemented: 'implemented',
  compensated: 'alternative',
  excluded: 'not-applicable',
  planned: 'planned',
};

/** The zones and conduits that something is required of. */
export const judgedIn = ({ zones, conduits }: PlantSystem): Judged[] =>
  [...zones, ...conduits].filter(({ required }) => required && required.all.length > 0);

/** A system security plan: zones and conduits as components, and how the controls stand that are asked of each. */
export function sspDocument(system: PlantSystem, profile: string, today: string): object {
  const { name, title, settings, revision, hash } = system;
  const header = settings?.declared;
  const uuid = (...names: readonly string[]) => uuidOf('ssp', name, ...names);
  const judged = judgedIn(system);
  const description = header?.description?.value.trim() || title;
  return {
    'system-security-plan': {
      uuid: uuid(),
      metadata: metadata(`System security plan of ${title}`, today, revision?.number.value ?? '1'),
      'import-profile': { href: profile },
      'system-characteristics': {
        'system-ids': [{ id: name }],
        'system-name': line(title),
        description,
        ...listed('props', [
          ...prop('owner', header?.owner?.value),
          ...prop('document', header?.document?.value),
          ...prop('hash', hash),
        ]),
        'system-information': {
          'information-types': [
            {
              uuid: uuid('information'),
              title: 'Control system data',
              description: header?.function?.value.trim() || 'What the system needs to control its process.',
            },
          ],
        },
        status: { state: 'operational' },
        'authorization-boundary': { description: 'The zones and conduits of the system under consideration.' },
      },
      'system-implementation': {
        users: [{ uuid: uuid('owner'), title: line(header?.owner?.value ?? 'Asset owner') }],
        components: [
          { uuid: uuid('system'), type: 'this-system', title: line(title), description, status: OPERATIONAL },
          ...[...system.zones, ...system.conduits].map((each) => component(each, uuid(each.sort, each.path))),
        ],
      },
      'control-implementation': {
        description: 'How the requirements stand that the SL-T of each zone and conduit asks for.',
        'implemented-requirements': requirements(judged, uuid),
      },
    },
  };
}

const OPERATIONAL = { state: 'operational' } as const;

const component = (each: Judged, uuid: string): object => ({
  uuid,
  type: each.sort,
  title: line(each.title),
  description: each.declared.description?.value.trim() || each.path,
  props: [
    ...prop('path', each.path),
    ...(each.sort === 'zone' ? prop('kind', each.kind?.name) : []),
    ...prop('sl-t', vectorCell(each.slT)),
    ...prop('sl-a', vectorCell(each.slA)),
    ...prop('gap', vectorCell(each.gap)),
  ],
  status: OPERATIONAL,
});

type UuidOf = (...names: readonly string[]) => string;

/** Control by control, how it stands in each zone and conduit that it is asked of. */
function requirements(judged: readonly Judged[], uuid: UuidOf): object[] {
  const byControl = new Map<string, { readonly each: Judged; readonly state: ControlState }[]>();
  for (const each of judged) {
    for (const state of each.required?.all ?? []) {
      const { id } = state.control;
      const those = byControl.get(id);
      if (those) those.push({ each, state });
      else byControl.set(id, [{ each, state }]);
    }
  }
  return [...byControl].map(([id, places]) => ({
    uuid: uuid('requirement', id),
    'control-id': controlId(id),
    'by-components': places.map(({ each, state }) => byComponent(each, state, uuid)),
  }));
}

function byComponent(each: Judged, { control: { id, title }, status }: ControlState, uuid: UuidOf): object {
  const statement = each.stated.originOf(id)?.statement;
  const remarks = [
    statement?.because?.value,
    statement?.note?.value,
    ...(statement?.evidence.map(({ value }) => `Evidence: ${value}`) ?? []),
  ].filter((text) => text !== undefined && text.trim() !== '');
  return {
    'component-uuid': uuid(each.sort, each.path),
    uuid: uuid('by', each.sort, each.path, id),
    description: line(title ?? id),
    ...listed('props', [
      ...prop('state', wordOf(status)),
      ...prop('until', statement?.until?.value),
      ...prop('verified-on', statement?.verified?.on?.value),
      ...prop('approved-by', statement?.approver?.value),
    ]),
    'implementation-status': {
      state: STATES[status] ?? wordOf(status),
      ...(remarks.length > 0 && { remarks: remarks.join('\n\n') }),
    },
  };
}
