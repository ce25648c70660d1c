import { REPORTS } from '../../exchange/tables/reports.ts';
import { FRS } from '../../model/levels.ts';
import type { PlantConduit, PlantSystem, PlantZone } from '../../plant/plant.ts';
import type { Ending, Step } from '../../report/roadmap.ts';
import type { ExportedFinding, ExportedSystem } from '../frame/model-format.ts';
import type { SheetValue, Tone, WrittenColumn, WrittenSheet } from '../frame/sheet.ts';
import { vectorCell } from './rows.ts';

const texts = (...headers: readonly string[]): WrittenColumn[] => headers.map((header) => ({ header, sort: 'text' }));
const numbers = (...headers: readonly string[]): WrittenColumn[] =>
  headers.map((header) => ({ header, sort: 'number' }));

/** The colours of a gap: how many levels are missing. */
const GAP_TONES: Readonly<Record<string, Tone>> = { 0: 'good', 1: 'partly', 2: 'bad', 3: 'bad', 4: 'bad' };

/** The posture as a heat map: a row for each zone and conduit, the gap in each FR coloured. */
export const postureSheet = (systems: readonly PlantSystem[]): WrittenSheet => ({
  title: REPORTS.posture.title,
  columns: [
    ...texts('System', 'Element', 'Title', 'Sort', 'Kind', 'SL-T', 'SL-A', 'SL-C'),
    ...FRS.map((fr): WrittenColumn => ({ header: `Gap ${fr}`, sort: 'number', width: 9, tones: GAP_TONES })),
    ...numbers('Required', 'Met', 'Not applicable', 'Planned', 'Accepted', 'Missing'),
  ],
  rows: systems.flatMap(({ zones, conduits }) => [...zones, ...conduits].map(postureRow)),
  fixed: 2,
});

function postureRow(judged: PlantZone | PlantConduit): SheetValue[] {
  const { system, path, declared, sort, slT, slA, slC, gap, required } = judged;
  const counts = required
    ? [required.all, required.met, required.notApplicable, required.planned, required.accepted, required.open]
    : [];
  return [
    system.name,
    path,
    declared.title?.value,
    sort,
    judged.sort === 'zone' ? (judged.external ? 'external' : judged.kind?.name) : undefined,
    vectorCell(slT),
    vectorCell(slA),
    vectorCell(slC?.vector),
    ...FRS.map((_, fr) => gap?.[fr]),
    ...counts.map(({ length }) => length),
  ];
}

const SEVERITY_TONES: Readonly<Record<string, Tone>> = {
  error: 'bad',
  warning: 'partly',
  info: 'quiet',
  hint: 'quiet',
};

/** What the rules find. */
export const findingSheet = (systems: readonly ExportedSystem[]): WrittenSheet => ({
  title: REPORTS.findings.title,
  columns: [
    ...texts('System'),
    { header: 'Severity', sort: 'text', tones: SEVERITY_TONES },
    ...texts('Rule', 'Element'),
    { header: 'Message', sort: 'text', width: 90 },
    ...texts('File'),
    ...numbers('Line'),
  ],
  rows: systems.flatMap(({ plant, findings }) => findings().map((finding) => findingRow(plant.name, finding))),
});

const findingRow = (
  system: string,
  { severity, rule, element, message, file, line }: ExportedFinding,
): SheetValue[] => [system, severity, rule, element, message, file, line];

const EVENT_TONES: Readonly<Record<string, Tone>> = { due: 'planned', ends: 'partly', 'SL-A': 'good' };

/** What becomes due and what ends on which day, and how the SL-A then stands. */
export const roadmapSheet = (systems: readonly ExportedSystem[]): WrittenSheet => ({
  title: REPORTS.roadmap.title,
  columns: [
    ...texts('System'),
    { header: 'Date', sort: 'day' },
    { header: 'Event', sort: 'text', tones: EVENT_TONES },
    ...texts('Element'),
    { header: 'What', sort: 'text', width: 50 },
    { header: 'Plan', sort: 'text', width: 60 },
    ...texts('SL-A', 'Gap'),
  ],
  rows: systems.flatMap(({ plant, steps }) =>
    steps().flatMap((step, i) => stepRows(step, i === 0).map((row) => [plant.name, step.date, ...row])),
  ),
  fixed: 2,
});

function stepRows({ due, ending, zones, conduits }: Step, isFirst: boolean): SheetValue[][] {
  const stands = isFirst ? [] : [...zones, ...conduits];
  return [
    ...due.map(({ zone, controls, text }): SheetValue[] => ['due', zone, controls, text, null, null]),
    ...ending.map((each): SheetValue[] => ['ends', each.zone, whatEnds(each), null, null, null]),
    ...stands.map(({ path, slA, gap }): SheetValue[] => [
      'SL-A',
      path,
      null,
      null,
      vectorCell(slA ?? undefined),
      vectorCell(gap ?? undefined),
    ]),
  ];
}

const whatEnds = (ending: Ending): readonly string[] =>
  'controls' in ending ? ending.controls : ['countermeasure' in ending ? ending.countermeasure : ending.rule];
