import { ACCESSES, TRUSTS } from '../../model/conduit.ts';
import type { ImportRecord } from '../records.ts';
import type { SheetRow } from '../sheet.ts';
import type { Meaning } from '../tables/index.ts';
import { columnOf } from './headings.ts';
import type { SheetReading } from './recognise-columns.ts';
import {
  addressesIn,
  countIn,
  criticalityIn,
  dayIn,
  hostNamesIn,
  levelsIn,
  ownTextIn,
  portsIn,
  textIn,
  textsIn,
  vectorIn,
  yesIn,
} from './values.ts';

/** What a row says, and what of it could not be read. */
export interface RowReading {
  readonly record?: ImportRecord;
  /** Why the row as a whole says nothing. */
  readonly fault?: string;
  /** Values that were left out, each with a sentence. */
  readonly left: readonly string[];
}

/** Reads the rows of a sheet whose columns are understood. */
export type RowReader = (row: SheetRow) => RowReading;

type Fields = Record<string, unknown>;

/** The values of the columns that were understood, by their meaning. */
export function createRowReader({ table, columns }: SheetReading): RowReader {
  const places = columns.flatMap(({ meaning, header }, index) =>
    meaning && !columnOf(table, meaning)?.derived ? [{ index, meaning, header }] : [],
  );
  const leftOut = columns.flatMap(({ meaning }, index) => (meaning ? [] : [index]));
  const nameColumn = table === 'assets' ? 'name' : table === 'zones' ? 'zone' : 'conduit';
  const isExact = places.some(
    ({ meaning, header }) => meaning === nameColumn && header === columnOf(table, meaning)?.header,
  );
  const isOwn = isOfOurs(table, columns);
  const build = BUILDERS[table];
  const intern = createIntern();
  return ({ number, cells, fault }) => {
    if (fault !== undefined) return { fault, left: [] };
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => textIn(cell) !== undefined)) {
      return { fault: `it has ${cells.length} cells where the header has ${columns.length}`, left: [] };
    }
    const left: string[] = [];
    if (cells.length < columns.length) {
      left.push(`it ends after ${cells.length} of ${columns.length} cells; what is missing was taken as blank`);
    }
    const fields: Fields = {};
    let isBlank = true;
    for (const { index, meaning, header } of places) {
      const text = isOwn ? ownTextIn(cells[index]) : textIn(cells[index]);
      if (text === undefined) continue;
      isBlank = false;
      const complain = (why: string) => left.push(`'${shorten(text)}' in column '${header}' ${why}`);
      if (isOwn && (meaning === 'between' || meaning === 'via')) {
        fields[meaning] = text.split(/; |\n/);
        continue;
      }
      // The number of a VLAN names nothing, nor does it with a remark: "20 (DMZ)".
      const isNumber = meaning === 'zone' && /^\d+(?=$|\s+[^\d\s])/.test(text) && /vlan/i.test(header);
      if (meaning === 'zone' && table === 'assets' && isSeveralVlans(text, header)) {
        complain(
          'names several VLANs, and an asset stands in one zone; its address tells which, or it is to be placed',
        );
        continue;
      }
      const told = isNumber ? `VLAN ${text}` : text;
      READERS[meaning]?.(fields, intern(told), complain, meaning);
    }
    if (isBlank) {
      const remark = leftOut.map((index) => textIn(cells[index])).find(isProse);
      return remark === undefined
        ? { left: [] }
        : { fault: `all that it says is '${shorten(remark)}', in a column that is left out`, left: [] };
    }
    const { levels = [], level } = fields as { readonly levels?: readonly number[]; readonly level?: number };
    if (table === 'assets' && levels.length > 1)
      left.push(
        `an asset has one Purdue level, and the row names ${levels.join(', ')}; ${level} was taken for its zone`,
      );
    if (isOwn) fields.isOwn = true;
    const isTotal = !isOwn && leftOut.some((index) => TOTAL.test(textIn(cells[index]) ?? ''));
    const record = build(fields, number, isExact, isTotal);
    return typeof record === 'string' ? { fault: record, left } : { record, left };
  };
}

/** The VLANs of a trunk: `10, 20`, `VLAN 10+20`. */
const isSeveralVlans = (text: string, header: string): boolean =>
  /vlan/i.test(header + text) &&
  /^(?:v-?lan[\s_-]*)?\d+(?:\s*(?:[,;/+&|\n]|\bund\b|\band\b)\s*(?:v-?lan[\s_-]*)?\d+)+$/i.test(text);

/** True for the columns of a table that Zones has written: it begins with the system, and no heading is another's. */
const isOfOurs = (table: SheetReading['table'], columns: SheetReading['columns']): boolean =>
  columns[0]?.meaning === 'system' &&
  columns.every(({ header, meaning }) => meaning !== undefined && columnOf(table, meaning)?.header === header);

/** A value in a message. */
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Texts that many rows have are kept once. */
function createIntern(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= 5000) kept.clear();
    kept.set(text, text);
    return text;
  };
}

type Reader = (fields: Fields, text: string, complain: (why: string) => void, meaning: Meaning) => void;

/** Puts a text into a field; a second column of the same meaning goes behind it. */
const into =
  (field: string, separator = '; '): Reader =>
  (fields, text) => {
    const known = fields[field];
    fields[field] = known === undefined || known === text ? text : `${known}${separator}${text}`;
  };

const listInto =
  (field: string, read: (text: string) => readonly (string | number)[]): Reader =>
  (fields, text) => {
    const values = read(text);
    if (values.length > 0) fields[field] = [...new Set([...((fields[field] as []) ?? []), ...values])];
  };

const valueInto =
  (field: string, read: (text: string) => unknown, expected: string): Reader =>
  (fields, text, complain) => {
    const value = read(text);
    if (value === undefined) complain(`is not ${expected}, and was left out`);
    else fields[field] = value;
  };

const wordInto = (field: string, words: readonly string[]): Reader =>
  valueInto(field, (text) => words.find((word) => word === text.toLowerCase()), words.join(' or '));

const addresses: Reader = (fields, text, complain) => {
  const found = addressesIn(text);
  for (const each of found) {
    if (!('address' in each)) continue;
    listInto(each.mac ? 'macs' : 'addresses', () => [each.address])(fields, text, complain, 'address');
    if (each.port !== undefined) listInto('ports', () => [`tcp ${each.port}`])(fields, text, complain, 'ports');
  }
  const wrong = found.filter((each) => 'wrong' in each);
  if (wrong.length === 0) return;
  const told = shorten(wrong.map((each) => each.wrong).join(', '));
  if (wrong.every(({ isRange }) => isRange))
    complain(`has the range '${told}', which does not say the address of one device, and was left out`);
  else if (wrong.length === found.length) complain('is no address, and was left out');
  else complain(`has '${told}', which is no address, and was left out`);
};

const READERS: Readonly<Partial<Record<Meaning, Reader>>> = {
  system: into('system'),
  id: into('id'),
  name: into('called', ' '),
  hostname: (fields, text, complain, meaning) => {
    const { name, addresses } = hostNamesIn(text);
    if (fields.hostName === undefined) fields.hostName = name;
    else if (fields.hostName !== name)
      listInto('addresses', () => [name ?? []].flat())(fields, text, complain, meaning);
    listInto('addresses', () => addresses)(fields, text, complain, meaning);
  },
  title: into('title'),
  type: into('typeWords'),
  zone: into('zone'),
  parent: into('parent'),
  kind: into('kind'),
  conduit: into('conduit'),
  level: (fields, text, complain) => {
    const levels = levelsIn(text);
    if (levels.length === 0) complain('is no Purdue level (0, 1, 2, 3, 3.5, 4 or 5), and was left out');
    else Object.assign(fields, { levels, level: levels[0] });
  },
  address: addresses,
  mac: addresses,
  'source-address': into('sourceAddress'),
  'target-address': into('targetAddress'),
  vendor: into('vendor'),
  product: into('product'),
  version: into('version'),
  serial: into('serial'),
  location: into('location', ', '),
  criticality: valueInto('criticality', criticalityIn, 'low, medium, high or critical'),
  description: into('description'),
  count: valueInto('count', countIn, 'a number of devices'),
  owner: into('owner'),
  supplier: into('supplier'),
  'support-ends': valueInto('supportEnds', dayIn, 'a day such as 2029-12-31'),
  'sl-c': valueInto('slC', vectorIn, 'a security level, or seven of them'),
  'sl-t': valueInto('slT', vectorIn, 'a security level, or seven of them'),
  software: listInto('software', textsIn),
  ports: listInto('ports', portsIn),
  network: listInto('networks', textsIn),
  safety: valueInto('safety', yesIn, 'yes or no'),
  between: listInto('between', (text) =>
    text.split(/[;\n]|<->|↔|,\s*|\s+(?:and|und)\s+/).flatMap((end) => textIn(end) ?? []),
  ),
  via: listInto('via', textsIn),
  trust: wordInto('trust', TRUSTS),
  provider: into('provider'),
  source: into('source'),
  target: into('target'),
  direction: (fields, text) => {
    fields.both = /^(?:<->|↔|both|bidirectional|two-way|beide|bidirektional)$/i.test(text) || undefined;
  },
  protocol: into('protocol'),
  carrier: into('carrier'),
  transport: into('transport'),
  when: into('when'),
  data: into('data'),
  access: wordInto('access', ACCESSES),
  protection: listInto('protections', textsIn),
};

type Builder = (fields: Fields, row: number, isExact: boolean, isTotal: boolean) => ImportRecord | string;

/** Without one of these a row speaks of no asset: it is a heading, or a remark. */
const TELLING = ['called', 'hostName', 'title', 'id', 'addresses', 'macs', 'serial', 'product', 'typeWords'];

const asset: Builder = ({ levels: _, ...fields }, row, isExact, isTotal) => {
  const told = TELLING.filter((field) => fields[field] !== undefined);
  if (told.length === 0)
    return 'it does not say which asset it speaks of, by a name, an address, a serial number, a product or a type';
  const [only] = told;
  const isAlone = told.length === 1 && !fields.isOwn && fields.zone === undefined && fields.vendor === undefined;
  const text = String(fields[only!]);
  if (isAlone && (isTotal || TOTAL.test(text) || REMARK.test(text) || isSentence(text)))
    return `'${shorten(text)}' reads like a total or a remark, and nothing else in it speaks of an asset; if it is one, give it a type or a zone`;
  return { sort: 'asset', row, ...fields, ...(isExact && { isExact }) };
};

/** Words, not the number that a form has in each of its rows. */
const isProse = (text: string | undefined): boolean => text !== undefined && /\p{L}{2,}\s+\S*\p{L}{2,}/u.test(text);

/** How a total begins, in the column of names or in one that is left out. */
const TOTAL =
  /^(?:(?:grand|sub)[ -]?total|total|sum|(?:zwischen|gesamt)?summe|gesamt(?:zahl)?)(?:\s*$|\s*[:=]|\s+\d|(?:\s+\p{L}+){1,3}\s*:)/iu;

/** How a remark begins in the column of names. */
const REMARK =
  /^(?:#\s|\/\/|(?:hinweise?|notes?|remarks?|anmerkung(?:en)?|bemerkung(?:en)?|legende?|legend|stand|quelle)(?:\s*$|\s*[:=]|\s+\d|(?:\s+\p{L}+){1,3}\s*:))/iu;

/** Words that make a sentence of others, and stand in no name. */
const VERB =
  /(?:^|\s)(?:is|are|was|were|has|have|had|will|must|see|please|ist|sind|war|waren|wird|werden|wurden?|hat|haben|muss|müssen|siehe|bitte)\s/i;

/** A sentence: of three words or more, with a full stop at the end or a verb in it. */
const isSentence = (text: string): boolean =>
  text.split(/\s+/).length > 2 && (/\p{Ll}{2,}[.!]$/u.test(text) || VERB.test(`${text} `));

const zone: Builder = ({ zone: called, level: _, ...fields }, row, isExact) =>
  called === undefined
    ? 'it names no zone'
    : ({ sort: 'zone', row, called, ...fields, ...(isExact && { isExact }) } as ImportRecord);

const conduit: Builder = ({ conduit: called, between = [], ...fields }, row, isExact) =>
  (between as string[]).length < 2
    ? 'it does not name two zones that the conduit is between'
    : ({ sort: 'conduit', row, called, between, ...fields, ...(isExact && { isExact }) } as ImportRecord);

const flow: Builder = ({ source, target, sourceAddress, targetAddress, transport, ports, ...fields }, row) => {
  const [from, to] = [source ?? sourceAddress, target ?? targetAddress];
  if (from === undefined || to === undefined) return 'it does not say between which two assets or zones it flows';
  const written =
    transport === undefined
      ? ports
      : (ports as string[])?.map((port) => port.replace(/^tcp/, String(transport).toLowerCase()));
  return { sort: 'flow', row, source: from, target: to, ports: written, ...fields } as ImportRecord;
};

const BUILDERS: Readonly<Record<SheetReading['table'], Builder>> = {
  assets: asset,
  zones: zone,
  conduits: conduit,
  flows: flow,
  statements: () => 'statements about requirements are written, but not read back',
};
