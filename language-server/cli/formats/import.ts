import { type AssetList, type ImportPlan, levelNotes } from '../../core/exchange/plan.ts';
import type { Skipped } from '../../core/exchange/reading/read-sheet.ts';
import type { ColumnReading, SheetReading } from '../../core/exchange/reading/recognise-columns.ts';
import type { ImportFormat } from '../../core/exchange/sheet.ts';
import { type TypeSource, UNKNOWN_TYPE } from '../../core/exchange/types/recognise-type.ts';
import { abridge, countOf } from '../../core/text/words.ts';
import { table } from './table.ts';

/** A file as it was understood. */
export interface ReadFile {
  readonly file: string;
  readonly format: ImportFormat;
  readonly rows: number;
  readonly readings: readonly SheetReading[];
}

/** What could not be taken over, with its file. */
export interface SkippedIn extends Skipped {
  readonly file: string;
}

export interface FilesRead {
  readonly files: readonly ReadFile[];
  readonly skipped: readonly SkippedIn[];
}

/** What an import has understood and done. */
export interface ImportReport extends FilesRead {
  readonly plans: readonly ImportPlan[];
  /** The files that were written, or would be. */
  readonly written: readonly string[];
  /** True where nothing is written. */
  readonly isDry: boolean;
}

/** True where each row of all files had to be left out. */
export function isNothingRead({ files, skipped }: FilesRead): boolean {
  const left = skipped.filter(({ isValue }) => !isValue).length;
  return left > 0 && left === files.reduce((sum, { rows }) => sum + rows, 0);
}

/** The report of `zones import --json`, in parts: an inventory may have a million assets. */
export function* importJson({
  files,
  plans,
  skipped,
  written,
}: ImportReport): Generator<[key: string, values: unknown]> {
  yield [
    'files',
    files.map(({ file, format, rows, readings }) => {
      const columns = readings.flatMap((reading) => reading.columns);
      return {
        file,
        format,
        rows,
        columns: columns.flatMap(({ header, meaning, example }) => (meaning ? [{ header, meaning, example }] : [])),
        unknown: columns.flatMap(({ header, meaning }) => (meaning ? [] : [header])),
      };
    }),
  ];
  yield ['added', added(plans)];
  yield ['zones', plans.flatMap(({ zones }) => zones.map(({ path, kind = null }) => ({ path, kind })))];
  yield ['conduits', plans.flatMap(({ conduits }) => conduits.map(({ path }) => ({ path })))];
  yield [
    'flows',
    plans.flatMap(({ flows }) =>
      flows.map(({ source, target, protocol = null, home }) => ({ from: source, to: target, protocol, in: home.path })),
    ),
  ];
  yield ['filled', plans.flatMap(({ fills }) => fills.map(({ path, property }) => ({ path, property })))];
  yield ['conflicts', plans.flatMap(({ conflicts }) => conflicts)];
  yield ['unchanged', plans.reduce((sum, { unchanged }) => sum + unchanged, 0)];
  yield ['skipped', skipped.map(({ row, why, file }) => ({ row, why, file }))];
  yield ['written', written];
}

function* added(plans: readonly ImportPlan[]): Generator<object> {
  for (const { assets } of plans) {
    for (const { path, guess, home } of assets) {
      yield { path, type: guess.type, from: guess.from, sure: guess.sure, zone: home.path };
    }
  }
}

/** What the columns were taken for, with an example each. */
export function columnTable(columns: readonly ColumnReading[], isNumbered = false): string[] {
  const rows = columns.map(({ header, meaning, example }, i) => [
    ...(isNumbered ? [String(i + 1)] : []),
    header,
    meaning ?? '(not understood)',
    example.length > 50 ? `${example.slice(0, 49)}…` : example,
  ]);
  return table([...(isNumbered ? [{ heading: '', right: true }] : []), 'Column', 'Meaning', 'Example'], rows);
}

/** So many of each sort are listed one by one. */
const MOST_LISTED = 20;

/** The summary of an import for people, and what is to be said on standard error. */
export function importText(report: ImportReport): { readonly lines: string[]; readonly warnings: string[] } {
  const { files, plans, skipped, written, isDry } = report;
  const lines: string[] = [];
  for (const { file, format, rows, readings } of files) {
    lines.push(`${file}: ${countOf(rows, 'row')}, ${format}`);
    for (const { name, columns } of readings) {
      if (name !== '') lines.push(`  Sheet ${name}`);

      lines.push(...columnTable(columns.filter(({ meaning }) => meaning)).map((line) => `  ${line}`));
    }
    const unknown = readings.flatMap(({ columns }) =>
      columns.flatMap(({ header, meaning }) => (meaning ? [] : [`'${header}'`])),
    );
    if (unknown.length > 0) lines.push(`  Not understood, and left out: ${abridge(unknown, MOST_LISTED)}`);
    lines.push('');
  }
  for (const plan of plans) lines.push(...planLines(plan, isDry));
  const conflicts = plans.flatMap((plan) => plan.conflicts);
  for (const { path, property, model, file } of conflicts.slice(0, MOST_LISTED)) {
    lines.push(`Differs: ${path} has ${property} '${model}', the file '${file}'. The model stays.`);
  }
  if (conflicts.length > MOST_LISTED) lines.push(`Differs: ${conflicts.length - MOST_LISTED} more. See --json.`);
  if (written.length > 0) lines.push(...written.map((file) => `${isDry ? 'Would write' : 'Wrote'} ${file}`));
  else if (isNothingRead(report)) lines.push('Nothing to write: no row could be read.');
  else lines.push('Nothing to write: the model says all of it already.');
  return { lines, warnings: skippedLines(skipped) };
}

function planLines(
  { system, zones, assets, conduits, flows, fills, unchanged, conflicts, unknownTypes, levelsLeft }: ImportPlan,
  isDry: boolean,
): string[] {
  const counts = [
    countOf(assets.length, 'asset'),
    countOf(zones.length, 'zone'),
    ...(conduits.length > 0 ? [countOf(conduits.length, 'conduit')] : []),
    ...(flows.length > 0 ? [countOf(flows.length, 'flow')] : []),
  ].join(', ');
  const lines = [
    `System ${system}: ${isDry ? 'would add' : 'added'} ${counts}; filled ${fills.length}, differing ${conflicts.length}, unchanged ${unchanged}`,
  ];
  if (assets.length > 0) lines.push(...typeLines(assets));
  if (unknownTypes.size > 0) {
    const words = [...unknownTypes].map(([word, count]) => `'${word}' (${count})`);
    lines.push(`No type is known for: ${abridge(words, MOST_LISTED)}`);
  }
  lines.push(...levelNotes({ levelsLeft }));
  return lines;
}

/** What the types of new assets were told by, and which of them are not sure. */
function typeLines(assets: AssetList): string[] {
  const counts: Record<TypeSource, number> = { alias: 0, product: 0, ports: 0, none: 0 };
  const unsure: string[] = [];
  let others = 0;
  for (let i = 0; i < assets.length; i++) {
    const guess = assets.guessOf(i);
    counts[guess.from]++;
    if (guess.from === 'none' || guess.sure !== 'low') continue;
    if (unsure.length < MOST_NAMED) unsure.push(`${assets.at(i).name} (${guess.type})`);
    else others++;
  }
  const { alias, product, ports, none } = counts;
  return [
    `Types: ${alias} by a word for them, ${product} by the product, ${ports} by open ports (a guess), ${none} ${UNKNOWN_TYPE}`,
    ...(unsure.length > 0
      ? [`Look at these types, which are not sure: ${unsure.join(', ')}${others > 0 ? ` and ${others} more` : ''}`]
      : []),
  ];
}

/** So many assets are named in a line. */
const MOST_NAMED = 8;

const skippedLines = (skipped: readonly SkippedIn[]): string[] => [
  ...skipped.slice(0, MOST_LISTED).map(({ file, row, why }) => `${file}, row ${row}: ${why}`),
  ...(skipped.length > MOST_LISTED
    ? [`${skipped.length - MOST_LISTED} more rows or values were left out. See --json.`]
    : []),
];
