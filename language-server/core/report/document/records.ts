import { countOf } from '../../text/words.ts';
import { type Cell, type Row, WRITTEN } from '../crs/chapter.ts';
import type { Block, Table, TableRow } from './blocks.ts';
import { column, columnOf, inOneLine, linesOf, listIn, partsOf, rowsIn, textIn, vectorText } from './cells.ts';
import { type BlocksOf, elementsColumn, type Layout, placeColumn, placeOf, table } from './context.ts';
import { type Drawn, pictureBlocks } from './pictures.ts';

/*
 * The drawings and the records of zones and conduits: chapters 9 to 11.
 */

export const drawings: BlocksOf = (chapter, layout) => {
  const { system, pictures, nameOf } = layout;
  const rows = rowsIn(chapter);
  const ofZone = ([zone, drawn]: readonly [string, Drawn]): Block[] => [
    { kind: 'heading', level: 2, text: nameOf(zone) },
    ...pictureBlocks(
      drawn,
      `${nameOf(zone)} with its neighbours`,
      `The zone ${nameOf(zone)}, what is in it, and the zones that its conduits lead to.`,
    ),
  ];
  return [
    { kind: 'heading', level: 2, text: 'All zones and conduits' },
    ...pictureBlocks(
      pictures.all,
      `All zones and conduits of ${system.title}`,
      `The zones of ${system.title} and the conduits between them.`,
    ),
    ...[...pictures.zones].flatMap(ofZone),
    { kind: 'heading', level: 2, text: 'Where each asset stands' },
    ...placedOnce(rows, system).map((text): Block => ({ kind: 'paragraph', text })),
    table(
      layout,
      'Assets of each zone and conduit',
      [
        placeColumn(layout, 3),
        column('Number', 1.1, 'number'),
        columnOf('Assets', 7, ({ assets }) => (listIn(assets).length > 0 ? [linesOf(assets).join(', ')] : [])),
      ],
      rows,
    ),
  ];
};

/** What the list of assets proves, and what keeps it from being a proof. */
function placedOnce(rows: readonly Row[], { hash }: Layout['system']): string[] {
  const paths = rows.flatMap((row) => linesOf(row.assets).map((name) => `${placeOf(row)}.${name}`));
  const seen = new Set<string>();
  const repeated = new Set(paths.filter((path) => seen.size === seen.add(path).size));
  const placed = () => {
    if (paths.length === 0) return 'No zone or conduit listed here has an asset.';
    if (repeated.size > 0) {
      return `Of some assets it cannot be told where they stand, because several have the same name: ${[...repeated].join(', ')}.`;
    }
    return paths.length === 1
      ? 'The one asset listed here stands in exactly one zone or conduit.'
      : `Each of the ${paths.length} assets listed here stands in exactly one zone or conduit.`;
  };
  const isRead = hash !== undefined;
  const hasSeries = rows.some(({ assets, number }) => Number(number) > listIn(assets).length);
  return [
    placed(),
    ...(hasSeries
      ? ['Where one stands for several of the same, the number of its zone or conduit counts each of them.']
      : []),
    ...(isRead ? [] : ['Some text of the model cannot be read: assets that stand there are missing here.']),
  ];
}

export const zoneRecords: BlocksOf = (chapter, layout) => rowsIn(chapter).flatMap((row) => recordOf(row, layout));
export const conduitRecords = zoneRecords;

function recordOf(row: Row, layout: Layout): (Block | undefined)[] {
  const { nameOf, lineOf } = layout;
  const name = nameOf(placeOf(row));
  const written = row[WRITTEN];
  return [
    { kind: 'heading', level: 2, text: name, ...(written && { line: lineOf(written) }) },
    characteristics(row, name, layout),
    table(
      layout,
      `Assets of ${name} (characteristic j)`,
      [
        elementsColumn(layout, 'Asset', 3.4, 'asset'),
        columnOf('Type', 2, ({ type, class: componentClass }) => [...linesOf(type), ...linesOf(componentClass)]),
        columnOf('Number', 1.1, ({ count }) => linesOf(count)),
        columnOf('Product', 2.4, ({ vendor, product, version }) => inOneLine(vendor, product, version)),
        column('Serial number', 1.4, 'serial'),
        column('Location', 1.8, 'location'),
        column('Addresses', 2, 'addresses'),
        column('Classification', 1.4, 'classification'),
        column('Criticality', 1.2, 'criticality'),
        column('Value', 1.4, 'value'),
        columnOf('Supplier', 1.8, ({ supplier, supportEnds }) => [
          ...linesOf(supplier),
          ...linesOf(supportEnds).map((day) => `supported until ${day}`),
        ]),
      ],
      // The rows of a record's assets stand in its cell.
      listIn(row.j).map((asset) => asset as Row),
    ),
  ];
}

type Values = Readonly<Record<string, Cell | undefined>>;

function identity(cell: Cell | undefined): string[] {
  const { identifier, title, description, kind, levels, untrusted, provider } = partsOf(cell);
  return [
    title === identifier ? `${title}` : `${title} (${identifier})`,
    ...linesOf(description),
    ...linesOf(kind).map((name) => `kind: ${name}`),
    ...(listIn(levels).length > 0 ? [`level: ${linesOf(levels).join(', ')}`] : []),
    ...(untrusted === true ? ['untrusted: carried by others or open to them'] : []),
    ...linesOf(provider).map((name) => `carried by: ${name}`),
  ];
}

/** Who says something that is not the zone, the conduit or one around it. */
const SAID_BY: Readonly<Record<string, string>> = { system: 'from the system', kind: 'from the kind of the zone' };

/** A value, and who says so where that is not the zone or conduit itself. */
function said(cell: Cell | undefined, lines: (value: Cell | undefined) => string[] = linesOf): string[] {
  const { value, from } = partsOf(cell);
  // Of what nobody says nothing is claimed, either way.
  if (value === undefined) return [];
  const found = lines(value);
  const path = textIn(from) ?? 'here';
  return path === 'here' || found.length === 0 ? found : [...found, SAID_BY[path] ?? `from ${path}`];
}

const boundary = (cell: Cell | undefined): string[] =>
  listIn(cell).flatMap((each) => {
    const { none, text, because } = partsOf(each);
    return none === true ? linesOf(because).map((reason) => `none, because ${reason}`) : linesOf(text);
  });

const accessPoints = (cell: Cell | undefined): string[] =>
  listIn(cell).map((each) => {
    const { accessPoint, title, leadsTo, location, protection, usedBy, closed }: Values = partsOf(each);
    const isNamed = title !== null && title !== undefined && title !== accessPoint;
    const details = [
      ...linesOf(leadsTo === accessPoint ? null : leadsTo).map((path) => `leads to: ${path}`),
      ...linesOf(location).map((text) => `location: ${text}`),
      ...linesOf(protection).map((text) => `protection: ${text}`),
      ...(listIn(usedBy).length > 0 ? [`used by: ${linesOf(usedBy).join(', ')}`] : []),
      ...(closed === true ? ['closed'] : []),
    ];
    const name = isNamed ? `${title} (${accessPoint})` : `${accessPoint}`;
    return details.length > 0 ? `${name}: ${details.join('; ')}` : name;
  });

const flowsAt = (cell: Cell | undefined): string[] =>
  listIn(cell).flatMap((each) => {
    const { accessPoint, flows } = partsOf(each);
    return linesOf(flows).map((flow) => `${accessPoint}: ${flow}`);
  });

const connected = (cell: Cell | undefined): string[] =>
  listIn(cell).map((each) => {
    const { conduit, zones, zone } = partsOf(each);
    return zone === undefined ? `${conduit}: ${linesOf(zones).join(', ')}` : `${zone}`;
  });

function target(cell: Cell | undefined): string[] {
  const { slT, from, because } = partsOf(cell);
  if (!Array.isArray(slT)) return [];
  return [
    vectorText(slT as readonly number[]),
    ...(listIn(from).length > 0 ? [`from: ${linesOf(from).join(', ')}`] : []),
    ...linesOf(because).map((reason) => `because ${reason}`),
  ];
}

function requirements(cell: Cell | undefined): string[] {
  const { required, met, notApplicable, missing } = partsOf(cell);
  if (required === undefined) return [];
  return [
    `required: ${required}; met: ${met}; not applicable: ${notApplicable}`,
    ...(listIn(missing).length > 0 ? [`missing: ${linesOf(missing).join(', ')}`] : []),
  ];
}

const policyLines = (cell: Cell | undefined): string[] =>
  listIn(cell).map((each) => {
    const { policy, title } = partsOf(each);
    return [...linesOf(policy), ...linesOf(title)].join(' – ');
  });

/** The characteristics of ZCR 6.4 by their letters, and how the cell of each reads. */
const CHARACTERISTICS: readonly (readonly [
  letter: string,
  what: string,
  lines: (cell: Cell | undefined) => string[],
])[] = [
  ['a', 'Name and identifier', identity],
  ['b', 'Accountable organisation', said],
  ['c', 'Logical boundary', boundary],
  ['d', 'Physical boundary', boundary],
  [
    'e',
    'Safety designation',
    (cell) => said(cell, (value) => [value === true ? 'safety related' : 'not safety related']),
  ],
  ['f', 'Logical access points', accessPoints],
  ['g', 'Physical access points', accessPoints],
  ['h', 'Data flows at each access point', flowsAt],
  ['i', 'Connected zones and conduits', connected],
  [
    'j',
    'Assets',
    (cell) => [listIn(cell).length > 0 ? `${countOf(listIn(cell).length, 'asset')}, in the next table` : 'none'],
  ],
  ['k', 'SL-T', target],
  ['l', 'Applicable security requirements', requirements],
  ['m', 'Applicable policies', (cell) => said(cell, policyLines)],
  ['n', 'Assumptions and external dependencies', said],
];

function characteristics(row: Row, name: string, layout: Layout): Table {
  const rows = CHARACTERISTICS.map(([letter, what, lines]): TableRow => {
    const found = lines(row[letter]).map((line) => line.replaceAll('\n', ' '));
    return {
      cells: [
        { lines: [letter] },
        { lines: [what] },
        found.length > 0 ? { lines: found } : { lines: ['not given'], tone: 'faint' },
      ],
    };
  });
  const written = row[WRITTEN];
  return {
    kind: 'table',
    caption: `Record of ${name}`,
    columns: [
      { title: 'ZCR 6.4', width: 0.8, isFigure: true },
      { title: 'Characteristic', width: 2.4 },
      { title: 'As the model says', width: 7 },
    ],
    rows: written ? rows.map((each) => ({ ...each, line: layout.lineOf(written) })) : rows,
  };
}
