import type { PlantFlow, PlantSystem } from '../plant/plant.ts';
import { scheduleSide } from '../report/firewall-schedule.ts';
import type { ModelFormat } from './frame/model-format.ts';
import type { SheetValue, WrittenColumn, WrittenSheet } from './frame/sheet.ts';
import { asTable, TABLE_KINDS } from './tables/files.ts';
import { protectionsOf, wideRemark } from './tables/rows.ts';

const COLUMNS: readonly WrittenColumn[] = [
  'System',
  'Source zone',
  'Source',
  'Source address',
  'Target zone',
  'Target',
  'Target address',
  'Protocol',
  'Transport',
  'Port',
  'Initiator',
  'Conduit',
  'Via',
  'Protection',
  'When',
  'Title',
  'Remark',
].map((header) => ({ header, sort: 'text' }));

/** The flow matrix: a row a flow, in the order of the model. */
export const flowSheet = (systems: readonly PlantSystem[]): WrittenSheet => ({
  title: 'Flow matrix',
  columns: COLUMNS,
  rows: systems.flatMap(({ flows }) => flows.map(rowOf)),
  fixed: 3,
});

function rowOf(flow: PlantFlow): SheetValue[] {
  const { declared, system, source, target, ports, conduit } = flow;
  const [from, to] = [scheduleSide(source), scheduleSide(target)];
  const parted = ports.map((port) => port.split(' '));
  return [
    system.name,
    source.home?.path,
    from.name,
    from.addresses,
    target.home?.path,
    to.name,
    to.addresses,
    [declared.protocol?.text, declared.carrier && `over ${declared.carrier.text}`].filter(Boolean).join(' '),
    [...new Set(parted.flatMap(([transport, port]) => (port === undefined ? [] : [transport!])))],
    parted.map((words) => words.at(-1)!),
    declared.both ? 'both' : from.name,
    conduit?.path,
    conduit?.via.map(({ path }) => path),
    protectionsOf(flow),
    declared.when?.value,
    declared.title?.value,
    wideRemark([from, to]),
  ];
}

/** The flow matrix as a file by its ending. */
export const flows: ModelFormat = {
  id: 'flows',
  title: 'Flow matrix',
  hint: 'a row for each flow: who opens it, to whom, over what, through which conduit',
  kinds: TABLE_KINDS,
  isOfSeveral: true,
  write: (input) => asTable(input, [flowSheet(input.systems.map(({ plant }) => plant))]),
};
