import { type Achievement, FRS } from '../../core/model/levels.ts';
import type { ConduitPosture, SystemPosture, ZonePosture } from '../../core/report/posture.ts';
import { csv } from '../../core/text/csv.ts';
import type { Paint } from '../terminal.ts';
import { NONE, systemsText, vector } from './systems.ts';
import { type Column, table } from './table.ts';

const COLUMNS: readonly (Column | string)[] = [
  'Kind',
  'SL-T',
  'SL-A',
  'with evidence',
  'Gap',
  'SL-C',
  { heading: 'Met', right: true },
  { heading: 'Planned', right: true },
  { heading: 'Accepted', right: true },
];

/** For people: a table of the zones and one of the conduits of each system. */
export function postureTable(systems: readonly SystemPosture[], paint: Paint): string {
  return systemsText(systems, paint, ({ zones, conduits }) => {
    const zoneTable = table(
      ['Zone', ...COLUMNS, { heading: 'Focus', right: true }],
      zones.map((zone) => [zone.path, zone.kind ?? NONE, ...figures(zone), focus(zone)]),
    );
    const conduitTable = table(
      ['Conduit', 'Between', ...COLUMNS.slice(1)],
      conduits.map((conduit) => [conduit.path, conduit.between.join(' - '), ...figures(conduit)]),
    );
    return [...(zones.length > 0 ? ['', ...zoneTable] : []), ...(conduits.length > 0 ? ['', ...conduitTable] : [])];
  });
}

function figures(posture: ZonePosture | ConduitPosture): string[] {
  const { slT, slA, slAEvidenced, slC, slCAssets, assetCount, gap, planned, accepted } = posture;
  const count = (value: number | null) => (value === null ? NONE : String(value));
  const capability = slC ? `${vector(slC)} (${slCAssets}/${assetCount})` : NONE;
  return [...[slT, slA, slAEvidenced, gap].map(vector), capability, metOf(posture), count(planned), count(accepted)];
}

/** `43 + 5 n/a of 60` */
function metOf({ required, met, notApplicable }: ZonePosture | ConduitPosture): string {
  if (required === null) return NONE;
  return notApplicable ? `${met} + ${notApplicable} n/a of ${required}` : `${met} of ${required}`;
}

const focus = ({ focus }: ZonePosture): string =>
  focus.length === 0 ? NONE : `${focus.filter(({ met }) => met).length}/${focus.length}`;

/** For spreadsheets: a row for each zone and conduit, a column for each FR of each vector. */
export function postureCsv(systems: readonly SystemPosture[]): string {
  const vectors = ['SL-T', 'SL-A', 'SL-C', 'gap', 'SL-A with evidence'].flatMap((name) =>
    FRS.map((fr) => `${name} ${fr}`),
  );
  const head = ['system', 'element', 'path', 'title', 'kind', 'level', 'between', ...vectors];
  const counts = ['required', 'met', 'planned', 'accepted', 'missing', 'focus met', 'focus not met'];
  const further = ['not applicable', 'inherited', 'SL-C assets', 'assets', 'levels'];
  const topics = (zone: ZonePosture, met: boolean) =>
    zone.focus.flatMap((topic) => (topic.met === met ? [topic.name] : [])).join('; ');
  return csv([
    [...head, ...counts, ...further],
    ...systems.flatMap(({ name, zones, conduits }) => [
      ...zones.map((zone) => [
        ...[name, 'zone', zone.path, zone.title, zone.kind, zone.level, null, ...cells(zone)],
        ...[topics(zone, true), topics(zone, false), ...furtherCells(zone), zone.levels.join('; ')],
      ]),
      ...conduits.map((conduit) => [
        ...[name, 'conduit', conduit.path, conduit.title, null, null, conduit.between.join('; '), ...cells(conduit)],
        ...[null, null, ...furtherCells(conduit), null],
      ]),
    ]),
  ]);
}

function cells(posture: ZonePosture | ConduitPosture): (string | number | null)[] {
  const { slT, slA, slAEvidenced, slC, gap, required, met, planned, accepted, missing } = posture;
  const vectors = [slT, slA, slC, gap, slAEvidenced].flatMap(
    (levels: Achievement | null): Achievement => levels ?? FRS.map(() => null),
  );
  return [...vectors, required, met, planned, accepted, missing.join('; ')];
}

const furtherCells = ({ notApplicable, inherited, slCAssets, assetCount }: ZonePosture | ConduitPosture) => [
  notApplicable,
  inherited,
  slCAssets,
  assetCount,
];
