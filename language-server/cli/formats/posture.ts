import { FRS, type SlVector } from '../../core/model/levels.ts';
import type { ConduitPosture, SystemPosture, ZonePosture } from '../../core/report/posture.ts';
import { type Paint, printableLine } from '../terminal.ts';
import { type Column, csv, table } from './table.ts';

const COLUMNS: readonly (Column | string)[] = [
  'Kind',
  'SL-T',
  'SL-A',
  'SL-C',
  'Gap',
  { heading: 'Met', right: true },
  { heading: 'Planned', right: true },
  { heading: 'Accepted', right: true },
];

const NONE = '-';

/** For people: a table of the zones and one of the conduits of each system. */
export function postureTable(systems: readonly SystemPosture[], paint: Paint): string {
  const order = paint('dim', `SL vectors in the order ${FRS.join(' ')}; ${NONE} where there is none.`);
  const written = systems.map(({ name, title, zones, conduits }) => {
    const head = paint('bold', printableLine(title === null ? name : `${name}  ${title}`));
    const zoneTable = table(
      ['Zone', ...COLUMNS, { heading: 'Focus', right: true }],
      zones.map((zone) => [zone.path, zone.kind ?? NONE, ...figures(zone), focus(zone)]),
    );
    const conduitTable = table(
      ['Conduit', 'Between', ...COLUMNS.slice(1)],
      conduits.map((conduit) => [conduit.path, conduit.between.join(' - '), ...figures(conduit)]),
    );
    return [
      head,
      ...(zones.length > 0 ? ['', ...zoneTable] : []),
      ...(conduits.length > 0 ? ['', ...conduitTable] : []),
      '',
    ].join('\n');
  });
  return systems.length > 0 ? `${written.join('\n')}\n${order}\n` : '';
}

function figures({ slT, slA, slC, gap, required, met, planned, accepted }: ZonePosture | ConduitPosture): string[] {
  const count = (value: number | null) => (value === null ? NONE : String(value));
  const metOf = met === null || required === null ? NONE : `${met}/${required}`;
  return [slT, slA, slC, gap].map(vector).concat(metOf, count(planned), count(accepted));
}

const vector = (levels: SlVector | null): string => levels?.join(' ') ?? NONE;

const focus = ({ focus }: ZonePosture): string =>
  focus.length === 0 ? NONE : `${focus.filter(({ met }) => met).length}/${focus.length}`;

/** For spreadsheets: a row for each zone and conduit, a column for each FR of each vector. */
export function postureCsv(systems: readonly SystemPosture[]): string {
  const vectors = ['SL-T', 'SL-A', 'SL-C', 'gap'].flatMap((name) => FRS.map((fr) => `${name} ${fr}`));
  const head = ['system', 'element', 'path', 'title', 'kind', 'level', 'between', ...vectors];
  const counts = ['required', 'met', 'planned', 'accepted', 'missing', 'focus met', 'focus not met'];
  const topics = (zone: ZonePosture, met: boolean) =>
    zone.focus.flatMap((topic) => (topic.met === met ? [topic.name] : [])).join('; ');
  return csv([
    [...head, ...counts],
    ...systems.flatMap(({ name, zones, conduits }) => [
      ...zones.map((zone) => [
        ...[name, 'zone', zone.path, zone.title, zone.kind, zone.level, null, ...cells(zone)],
        ...[topics(zone, true), topics(zone, false)],
      ]),
      ...conduits.map((conduit) => [
        ...[name, 'conduit', conduit.path, conduit.title, null, null, conduit.between.join('; '), ...cells(conduit)],
        ...[null, null],
      ]),
    ]),
  ]);
}

function cells(posture: ZonePosture | ConduitPosture): (string | number | null)[] {
  const { slT, slA, slC, gap, required, met, planned, accepted, missing } = posture;
  const vectors = [slT, slA, slC, gap].flatMap((levels): readonly (number | null)[] => levels ?? FRS.map(() => null));
  return [...vectors, required, met, planned, accepted, missing.join('; ')];
}
