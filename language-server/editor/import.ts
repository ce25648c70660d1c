import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type ImportPlan, levelNotes } from '../core/exchange/plan.ts';
import { choicesOf, readMapping } from '../core/exchange/reading/mapping.ts';
import {
  isLeft,
  isUnderstood,
  READING_ORDER,
  recognised,
  recordsOf,
  type Skipped,
  sampled,
} from '../core/exchange/reading/read-sheet.ts';
import type { OpenFile } from '../core/exchange/sheet.ts';
import { fileNameOf, isName, systemNameOf } from '../core/text/names.ts';
import { abridge, countOf, listAnd } from '../core/text/words.ts';
import { inForm } from '../language/edits/in-form.ts';
import { textEditsOf } from '../language/edits/index.ts';
import { applyReplacements } from '../language/format/replacements.ts';
import { createImportSession, type SystemImport } from '../language/import/session.ts';
import type { Workspace } from '../language/workspace.ts';
import type { ImportParams, ImportResult } from '../protocol-exchange.ts';
import type { Host } from './feature.ts';

/** So many rows and differences are told one by one. */
const MOST_NOTES = 20;

/** What a file of another tool would change in the models of a folder. */
export async function answerImport(host: Host, { uri, folder, system, mapping }: ImportParams): Promise<ImportResult> {
  if (system !== undefined && !isName(system)) return refused(`'${system}' cannot be the name of a system.`);
  const read = readMapping({ columns: mapping ?? {} });
  if ('fault' in read) return refused(`The columns are not told rightly: ${read.fault}.`);
  const open = await host.openImport(uri);
  if ('fault' in open) return refused(open.fault);
  const workspace = await host.workspaceOf(`${folder}/import.zones`);
  const own = [...workspace.files.values()].filter((file) => file.uri.startsWith(`${folder}/`));
  const systems = [...new Set(own.map((file) => file.system))].sort();
  const chosen = system ?? (systems.length > 1 ? undefined : (systems[0] ?? systemNameOf(folder)));
  if (chosen === undefined) return { ...NOTHING, systems };
  const session = createImportSession({
    workspace,
    system: chosen,
    isNamed: system !== undefined,
    fileFor: fileNamer(workspace, folder),
    undecided: () => {
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'There are several systems: choose one.');
    },
  });
  const { sheets, skipped, isRead } = await readInto(open, session, read.mapping);
  const empty = isRead ? null : emptyBecause(sheets);
  if (empty && !canBeTold(sheets)) return refused(empty);
  const imported = session.finish();
  const broken = imported.flatMap(({ edits }) => edits.broken);
  if (broken.length === 0) return { ...NOTHING, sheets, empty, ...resultOf(workspace, imported, skipped) };
  const names = broken.map((file) => `'${fileNameOf(file)}'`).join(', ');
  return refused(`${names} would have to be changed, but has syntax errors. Mend them first.`);
}

const NOTHING: ImportResult = {
  sheets: [],
  systems: [],
  changed: [],
  created: [],
  summary: '',
  notes: [],
  empty: null,
  fault: null,
};

const refused = (fault: string): ImportResult => ({ ...NOTHING, fault });

type Session = ReturnType<typeof createImportSession>;

async function readInto(
  open: OpenFile,
  session: Session,
  mapping: Parameters<typeof recognised>[2],
): Promise<{
  readonly sheets: ImportResult['sheets'];
  readonly skipped: readonly Skipped[];
  /** True where a row said something, or is told as left out. */
  readonly isRead: boolean;
}> {
  const samples = await Promise.all(open.sheets.map(sampled));
  const read = samples
    .map((sample) => ({ sample, reading: recognised(sample, session.types, mapping) }))
    .filter((each) => !isLeft(each));
  const skipped: Skipped[] = [];
  const counter = { rows: 0, skip: (each: Skipped) => skipped.push(each) };
  const inOrder = read
    .filter(({ reading }) => isUnderstood(reading))
    .sort((a, b) => READING_ORDER.indexOf(a.reading.table) - READING_ORDER.indexOf(b.reading.table));
  for (const { sample, reading } of inOrder) {
    for await (const record of recordsOf(sample, reading, counter)) session.add(record);
  }
  const sheets = read.map(({ sample, reading }) => ({
    name: reading.name,
    columns: reading.columns.map(({ header, meaning = null, example }) => ({ header, meaning, example })),
    meanings: sample.sheet.table ? [] : choicesOf(reading.table),
  }));
  return { sheets, skipped, isRead: counter.rows > 0 };
}

const headingsOf = (sheets: ImportResult['sheets']): string[] =>
  sheets.flatMap(({ columns }) => columns.map(({ header }) => `'${header}'`));

/** True for a file that is a table with values, of which the user can say what they mean. */
const canBeTold = (sheets: ImportResult['sheets']): boolean =>
  sheets.some(({ columns, meanings }) => meanings.length > 0 && columns.some(({ example }) => example !== ''));

/** Why no row was read. */
function emptyBecause(sheets: ImportResult['sheets']): string {
  const headings = headingsOf(sheets);
  if (headings.length === 0) return 'There is nothing in it that could be imported.';
  if (!canBeTold(sheets)) return 'There are no rows below its header. Export it again.';
  return `None of its columns tells what its rows speak of: ${abridge(headings, 8)}. Import it again, and choose the column with the names or addresses.`;
}

function resultOf(
  workspace: Workspace,
  systems: readonly SystemImport[],
  skipped: readonly Skipped[],
): Pick<ImportResult, 'changed' | 'created' | 'summary' | 'notes'> {
  const plans = systems.map(({ plan }) => plan);
  return {
    changed: systems.flatMap(({ edits }) =>
      [...edits.changed].map(([uri, replacements]) => {
        const { text } = workspace.files.get(uri)!.source;
        const inOrder = [...inForm(text, replacements)].sort((a, b) => a.start - b.start);
        return { uri, edits: textEditsOf(workspace, uri, replacements), text: applyReplacements(text, inOrder) };
      }),
    ),
    created: systems.flatMap(({ edits }) => edits.created.map(({ uri, text }) => ({ uri, text: text() }))),
    summary: plans.map(summaryOf).join('; '),
    notes: notesOf(plans, skipped),
  };
}

function summaryOf({ assets, zones, conduits, flows, fills, unchanged }: ImportPlan): string {
  const countsOf = (counts: readonly (readonly [number, string])[]) =>
    counts.flatMap(([count, what]) => (count === 0 ? [] : [countOf(count, what)]));
  const added = countsOf([
    [assets.length, 'asset'],
    [zones.length, 'zone'],
    [conduits.length, 'conduit'],
    [flows.length, 'flow'],
  ]);
  return [
    ...(added.length > 0 ? [`${listAnd(added)} new`] : []),
    ...countsOf([[fills.length, 'value']]).map((values) => `${values} filled`),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ].join(', ');
}

/** What is left out, and what differs, a line each. */
function notesOf(plans: readonly ImportPlan[], skipped: readonly Skipped[]): string[] {
  const all = [
    ...skipped.map(({ row, why }) => `Row ${row}: ${why}`),
    ...plans.flatMap(({ unplaced }) => unplaced.map(({ row, why }) => `Row ${row}: ${why}`)),
    ...plans.flatMap(({ conflicts }) =>
      conflicts.map(({ path, property, model, file }) => `${path}: ${property} is '${model}', the file says '${file}'`),
    ),
    ...plans.flatMap(({ unknownTypes }) => [...unknownTypes.keys()].map((word) => `No type is known for '${word}'`)),
    ...plans.flatMap(levelNotes),
  ];
  return all.length > MOST_NOTES ? [...all.slice(0, MOST_NOTES), `${all.length - MOST_NOTES} more`] : all;
}

/** Names for new files that no model has. */
function fileNamer(workspace: Workspace, folder: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const uriOf = (number: number) =>
      `${folder}/${encodeURIComponent(number === 1 ? name : `${name}-${number}`)}.zones`;
    let number = 1;
    while (taken.has(uriOf(number)) || workspace.files.has(uriOf(number))) number++;
    taken.add(uriOf(number));
    return uriOf(number);
  };
}
