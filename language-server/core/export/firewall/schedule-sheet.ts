import type { ScheduleRow } from '../../report/firewall-schedule.ts';
import type { SheetValue, Tone, WrittenColumn, WrittenSheet } from '../frame/sheet.ts';
import { wideRemark } from '../tables/rows.ts';
import type { Filter } from './filters.ts';

const ACTIONS = { allow: 'allow', deny: 'deny', unwritten: 'cannot be written' } as const;

const TONES: Readonly<Record<string, Tone>> = {
  [ACTIONS.allow]: 'good',
  [ACTIONS.deny]: 'quiet',
  [ACTIONS.unwritten]: 'bad',
};

const texts = (...headers: readonly string[]): WrittenColumn[] => headers.map((header) => ({ header, sort: 'text' }));

const COLUMNS: readonly WrittenColumn[] = [
  ...texts('System', 'Device'),
  { header: 'Action', sort: 'text', tones: TONES },
  ...texts('Source', 'Source address', 'Destination', 'Destination address', 'Protocol', 'Transport'),
  { header: 'Port', sort: 'number' },
  ...texts('Conduit', 'Title', 'When', 'Remark'),
];

/** The schedules of some filters: of each its allow rows, then one that denies all else. */
export const scheduleSheet = (filters: readonly Filter[]): WrittenSheet => ({
  title: 'Firewall rules',
  columns: COLUMNS,
  rows: filters.flatMap((filter) => {
    const begin = [filter.system.name, filter.device.path];
    return [
      ...filter.rows.map((row) => [...begin, ...allowRow(row)]),
      ...filter.unwritable.map(({ flow, conduit, add }) => [
        ...begin,
        ACTIONS.unwritten,
        flow.source.element?.path ?? flow.source.reference.text,
        null,
        flow.target.element?.path ?? flow.target.reference.text,
        null,
        flow.declared.protocol?.text,
        null,
        null,
        conduit.path,
        flow.declared.title?.value,
        flow.declared.when?.value,
        add,
      ]),
      [...begin, ACTIONS.deny, 'any', 'any', 'any', 'any', 'any', 'any', null, null, null, null, 'all else'],
    ];
  }),
  fixed: 3,
});

const allowRow = ({ conduit, flow, from, to, protocol, transport, port }: ScheduleRow): SheetValue[] => [
  ACTIONS.allow,
  from.name,
  from.addresses,
  to.name,
  to.addresses,
  protocol,
  transport,
  port,
  conduit.path,
  flow.declared.title?.value,
  flow.declared.when?.value,
  wideRemark([from, to]),
];
