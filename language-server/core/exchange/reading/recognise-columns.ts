import { isIp, readAddress } from '../../model/address.ts';
import { spellingOf } from '../../text/spelling.ts';
import { isOwnHeader, type Meaning, TABLES } from '../tables/index.ts';
import { type Column, TABLE_IDS, type TableId } from '../tables/table.ts';
import type { TypeRecogniser } from '../types/recognise-type.ts';
import { CONTAINED, columnOf, type HeadingMatch, meaningsOf } from './headings.ts';
import { addressesIn, criticalityIn, levelIn, textIn } from './values.ts';

/** A column of a sheet as understood. */
export interface ColumnReading {
  readonly header: string;
  /** Undefined for one that is not understood, or that the mapping leaves out. */
  readonly meaning?: Meaning;
  /** A value that stands in it. */
  readonly example: string;
}

/** A sheet as understood. */
export interface SheetReading {
  /** The name of the sheet; empty where the file is the table. */
  readonly name: string;
  readonly table: TableId;
  readonly columns: readonly ColumnReading[];
}

/** What headings mean by somebody's word, by their spelling; null for one to be left out. */
export type Mapping = ReadonlyMap<string, Meaning | null>;

/** What a sheet shows of itself before it is read. */
export interface SheetSample {
  readonly name: string;
  readonly table?: TableId;
  readonly header: readonly string[];
  /** The cells of its first rows. */
  readonly rows: readonly (readonly string[])[];
}

/** What each column of a sheet means: by the mapping, else by its heading and its values. */
export function recogniseColumns(sample: SheetSample, types: TypeRecogniser, mapping: Mapping): SheetReading {
  const table = sample.table ?? tableOf(sample);
  const values = sample.header.map((_, i) => sample.rows.flatMap((row) => textIn(row[i]) ?? []));
  const stated = sample.header.map((header) => mapping.get(spellingOf(header)));
  // In a table that Zones has written a heading means what it says, whatever stands below it.
  const own = isOwnHeader(sample.header) ? (TABLES[table].columns as readonly Column<Meaning>[]) : [];
  const meanings: (Meaning | null | undefined)[] = sample.header.map((header, i) =>
    stated[i] === undefined
      ? (own.find((column) => column.header === header)?.id ?? (isRawTwin(header, sample.header) ? null : undefined))
      : stated[i],
  );
  const taken = new Set(meanings.filter((meaning) => meaning != null && !isSeveral(table, meaning)));
  const beside = besideOf(sample.header, values, types);
  const rivals = sample.header
    .flatMap((header, index) =>
      meanings[index] === undefined
        ? fitting(table, header, values[index]!, types, beside).map((match) => ({ ...match, index }))
        : [],
    )
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { index, meaning, rank } of rivals) {
    if (meanings[index] !== undefined || taken.has(meaning)) continue;
    // What only has the word is no second one: a "Network location" beside a "Location".
    if (rank >= CONTAINED && meanings.includes(meaning)) continue;
    meanings[index] = meaning;
    if (!isSeveral(table, meaning)) taken.add(meaning);
  }
  if (table === 'assets') {
    values.forEach((column, index) => {
      if (meanings[index] === undefined) meanings[index] = byValues(column, taken, types);
    });
  }
  const columns = sample.header.map((header, i) => ({
    header,
    meaning: meanings[i] ?? undefined,
    example: values[i]![0] ?? '',
  }));
  return { name: sample.name, table, columns };
}

/** True for a column that has the values of another as the tool keeps them: "Type(RAW)" beside "Type". */
function isRawTwin(header: string, headers: readonly string[]): boolean {
  const plain = /^(.+?)\s*[([]raw[)\]]$/i.exec(header.trim())?.[1];
  return plain !== undefined && headers.some((other) => spellingOf(other) === spellingOf(plain));
}

const isSeveral = (table: TableId, meaning: string): boolean => columnOf(table, meaning)?.several ?? false;

/** The table that a sheet is: by its name, else by the headings that only that table has. */
function tableOf({ name, header }: SheetSample): TableId {
  const isCalled = (called: string) => spellingOf(called) === spellingOf(name);
  const titled = TABLE_IDS.find((id) => [id, TABLES[id].title, ...TABLES[id].sheets].some(isCalled));
  if (titled) return titled;
  const has = (table: TableId, ...ids: readonly string[]) =>
    ids.every((id) =>
      header.some((heading) =>
        meaningsOf(table, heading).some(({ meaning, rank }) => meaning === id && rank < CONTAINED),
      ),
    );
  if (has('flows', 'source', 'target') || has('flows', 'source-address', 'target-address')) return 'flows';
  if (has('statements', 'requirement', 'state')) return 'statements';
  if (has('conduits', 'between')) return 'conduits';
  if (has('zones', 'sl-t', 'zone') && !has('assets', 'address') && !has('assets', 'type', 'name')) return 'zones';
  return 'assets';
}

/** The share of values that must be of a sort for a column to be taken as that. */
const MOST = 0.6;

/** How much later a meaning comes that only the values tell. */
const LATER = 50;

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const isAddress = (value: string): boolean => isIp(readAddress(value.split(/[\s,;|/]/)[0]!));
const isMac = (value: string): boolean => {
  const [first] = addressesIn(value);
  return first !== undefined && 'mac' in first && first.mac;
};

/** A word within a model's number is no type: "S7-1515". */
const isType = (value: string, types: TypeRecogniser): boolean =>
  types.ofWords(value) !== undefined && (!/\d/.test(value) || isCertain(value, types));

/** What the other columns of a list of assets leave for one. */
interface Beside {
  /** True where a column of roles says what devices are: then a "Type" is the model, as in NetBox. */
  readonly hasRoles: boolean;
  /** True where a column has names that are no words for types. */
  readonly hasNames: boolean;
  /** True where a column has titles. */
  readonly hasTitles: boolean;
  /** How many rows have a value in the fullest column. */
  readonly rows: number;
}

function besideOf(header: readonly string[], values: readonly (readonly string[])[], types: TypeRecogniser): Beside {
  const rows = Math.max(0, ...values.map(({ length }) => length));
  const says = (heading: string, said: Meaning) =>
    meaningsOf('assets', heading).some(({ meaning, rank }) => meaning === said && rank < CONTAINED);
  return {
    rows,
    hasRoles: header.some(
      (heading, i) => ROLE.test(heading) && share(values[i]!, (value) => isType(value, types)) >= 0.5,
    ),
    hasNames: header.some(
      (heading, i) => says(heading, 'name') && !isSparse(values[i]!, rows) && !areTypes(values[i]!, types),
    ),
    hasTitles: header.some((heading, i) => says(heading, 'title') && !isSparse(values[i]!, rows)),
  };
}

const ROLE = /^(?:device[ _]?)?role$/i;

/** A heading that says the model as often as the sort of device: German "Typ", also behind the vendor. */
const TYPE_OR_MODEL = /(?:^|[/\s])typ/i;

/** Words for types that stand there again and again: "Device: PLC", "Function: Firewall". */
const areTypes = (values: readonly string[], types: TypeRecogniser): boolean =>
  values.length > 2 && share(values, (value) => isType(value, types)) > MOST && new Set(values).size < values.length;

/** True for a column that is often blank, as one is that names a part of the plant in its first row only. */
const isSparse = (values: readonly string[], rows: number): boolean => values.length < rows * 0.75;

/** What a heading may mean, given what stands below it and beside it. */
function fitting(
  table: TableId,
  header: string,
  values: readonly string[],
  types: TypeRecogniser,
  { hasRoles, hasNames, hasTitles, rows }: Beside,
): HeadingMatch[] {
  const matches = meaningsOf(table, header);
  if (table !== 'assets' || values.length === 0) return matches;
  return matches.flatMap((match): HeadingMatch[] => {
    switch (match.meaning) {
      case 'address':
        if (share(values, isMac) > MOST) return [{ ...match, meaning: 'mac' }];
        // "Address" of a building
        return share(values, (value) => addressesIn(value).some((each) => 'address' in each)) > 0
          ? [match]
          : [{ ...match, meaning: 'location' }];
      case 'level':
        return share(values, (value) => levelIn(value) !== undefined) >= 0.5 ? [match] : [];
      case 'criticality':
        return share(values, (value) => criticalityIn(value) !== undefined) >= 0.5 ? [match] : [];
      case 'type':
        if (!TYPE_OR_MODEL.test(header)) return [match];
        return !hasRoles && share(values, (value) => isType(value, types)) >= 0.5
          ? [match, { meaning: 'product', rank: match.rank + LATER }]
          : [
              { ...match, meaning: 'product' },
              { ...match, rank: match.rank + LATER },
            ];
      case 'name':
        // Maintenance numbers its equipment, and says in a title what it is.
        if (hasTitles && values.every((value) => /^\d+$/.test(value))) return [{ ...match, meaning: 'id' }];
        if (hasNames && areTypes(values, types))
          return [
            { meaning: 'type', rank: match.rank },
            { ...match, rank: match.rank + LATER },
          ];
        if (hasNames && isSparse(values, rows)) return [{ ...match, rank: match.rank + LATER }];
        return areTypes(values, types) ? [{ meaning: 'type', rank: match.rank + LATER }, match] : [match];
      case 'description':
        return areTypes(values, types) ? [{ meaning: 'type', rank: match.rank + LATER }, match] : [match];
      default:
        return [match];
    }
  });
}

const isCertain = (value: string, types: TypeRecogniser): boolean => types.ofWords(value)?.sure === 'high';

/** What the values of a column tell where its heading does not. */
function byValues(values: readonly string[], taken: ReadonlySet<unknown>, types: TypeRecogniser): Meaning | undefined {
  if (values.length === 0) return undefined;
  if (share(values, isMac) > MOST) return 'mac';
  if (share(values, isAddress) > MOST) return 'address';
  return !taken.has('type') && share(values, (value) => isCertain(value, types)) > MOST ? 'type' : undefined;
}
