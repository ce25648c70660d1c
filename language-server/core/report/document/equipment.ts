import type { Cell, Row } from '../crs/chapter.ts';
import type { Block, Tone } from './blocks.ts';
import { column, columnOf, figures, linesOf, partsOf, rowsIn, textIn, toned } from './cells.ts';
import { type BlocksOf, elementsColumn, type Layout, placeColumn, placeOf, table } from './context.ts';
import { tolerable } from './front.ts';

/*
 * Risks, components and flows: chapters 12, 17 and 18.
 */

export const risks: BlocksOf = (chapter, layout) =>
  rowsIn(chapter).length === 0
    ? []
    : [
        table(
          layout,
          'Risks',
          [
            column('Risk', 1, 'name'),
            column('Title', 3, 'title'),
            elementsColumn(layout, 'On', 2.4, 'on'),
            columnOf('Source and threat', 2.4, ({ source, threat }) => [...linesOf(source), ...linesOf(threat)]),
            column('Vulnerability', 2.4, 'vulnerability'),
            columnOf('Consequence', 2.4, ({ consequence, category }) => [
              ...linesOf(consequence),
              ...linesOf(category),
            ]),
            columnOf('Initial', 1.6, ratingLines),
            columnOf('Countermeasures', 2.2, ({ existing, mitigatedBy }) => [
              ...linesOf(existing).map((name) => `existing: ${name}`),
              ...linesOf(mitigatedBy),
            ]),
            columnOf('Residual', 1.6, ({ residual }) => ratingLines(partsOf(residual) as Row)),
            columnOf('Treatment', 1.8, ({ treatment, owner, accepted }) => {
              const { until, because, by } = partsOf(accepted);
              return [
                ...linesOf(treatment),
                ...linesOf(owner).map((name) => `owner: ${name}`),
                ...linesOf(until).map((day) => `accepted until ${day}`),
                ...linesOf(because),
                ...linesOf(by).map((name) => `accepted by: ${name}`),
              ];
            }),
          ],
          rowsIn(chapter),
        ),
      ];

/** `likely, major`, the rank, and whether that is tolerable. */
function ratingLines(row: Row) {
  const { likelihood, impact, rank, tolerable: isTolerable } = row;
  const said = [...linesOf(likelihood), ...linesOf(impact)];
  return {
    ...tolerable(row),
    lines: [
      ...(said.length > 0 ? [said.join(', ')] : []),
      ...linesOf(rank).map((value) => `rank ${value}`),
      ...(isTolerable === true ? ['tolerable'] : isTolerable === false ? ['not tolerable'] : []),
    ],
  };
}

export const components: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Capability of components (IEC 62443-4-2)',
    [
      elementsColumn(layout, 'Asset', 3.4, 'asset'),
      columnOf('Stands in', 2.4, (row) => [placeOf(row)]),
      column('Class', 1.6, 'class'),
      figures('SL-C', 2, (row) => linesOf(row.slC)),
      column('By', 1.4, 'basis'),
      figures('SL-T there', 2, (row) => linesOf(row.slT)),
      columnOf('Falls short in', 1.6, ({ shortfall, slC }) => {
        if (slC === null || !Array.isArray(shortfall)) return [];
        return shortfall.length > 0 ? toned([shortfall.join(', ')], 'short') : toned(['nothing'], 'good');
      }),
      column('Certificate', 2, 'certificate'),
    ],
    rowsIn(chapter, 'components'),
  ),
  ...questions(rowsIn(chapter, 'questions'), layout),
];

function questions(rows: readonly Row[], layout: Layout): (Block | undefined)[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What to ask of suppliers' },
    {
      kind: 'paragraph',
      text: 'Component requirements of IEC 62443-4-2 that the SL-T asks for where a component stands, and of which the model does not say how it stands.',
    },
    table(
      layout,
      'Component requirements to ask for',
      [
        elementsColumn(layout, 'Assets', 3.4, 'assets'),
        column('Supplier', 2, 'supplier'),
        column('Product', 2.4, 'product'),
        column('Class', 1.8, 'class'),
        columnOf('Requirements', 7, ({ controls }) => [linesOf(controls).join(', ')]),
      ],
      rows,
    ),
  ];
}

export const flows: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Flow matrix',
    [
      placeColumn(layout, 2.4),
      elementsColumn(layout, 'From', 2.6, 'from'),
      columnOf('Opens', 0.9, ({ both }) => [both === true ? '↔' : '→']),
      elementsColumn(layout, 'To', 2.6, 'to'),
      columnOf('Protocol', 1.6, ({ protocol, over }) => [
        ...linesOf(protocol),
        ...linesOf(over).map((carrier) => `over ${carrier}`),
      ]),
      column('Ports', 1.5, 'ports'),
      elementsColumn(layout, 'Via', 1.8, 'via'),
      columnOf('Protection', 2.4, ({ protection }) => protectionLines(protection)),
      columnOf('What for', 2.6, ({ title, data, access, when }) => [
        ...linesOf(title),
        ...linesOf(data),
        ...linesOf(access).map((what) => `access: ${what}`),
        ...linesOf(when).map((day) => `when: ${day}`),
      ]),
    ],
    rowsIn(chapter, 'flows'),
  ),
  ...schedules(rowsIn(chapter, 'firewall'), layout),
];

/** What protects a flow, and what could but is not said to be used. */
function protectionLines(cell: Cell | undefined): string[] {
  const offers = Object.entries(partsOf(cell));
  const named = (...wanted: readonly string[]) =>
    offers.flatMap(([name, offer]) => (typeof offer === 'string' && wanted.includes(offer) ? [name] : []));
  const used = named('yes', 'used');
  const optional = named('optional');
  if (used.length + optional.length === 0) return named('none').length > 0 ? ['none'] : [];
  return [...(used.length > 0 ? [used.join(', ')] : []), ...optional.map((name) => `optional: ${name}`)];
}

const ACTIONS: Readonly<Record<string, Tone>> = { allow: 'good', deny: 'bad', 'not written': 'short' };

function schedules(rows: readonly Row[], layout: Layout): (Block | undefined)[] {
  if (rows.length === 0) return [];
  const devices = [...new Set(rows.map(({ device }) => textIn(device) ?? ''))];
  const side = (title: string, name: string, addresses: string) =>
    columnOf(title, 3, (row) => [...linesOf(row[name]), ...linesOf(row[addresses])]);
  return [
    {
      kind: 'paragraph',
      text: 'The schedule of each filter follows. Rows allow who opens a connection; what answers needs no row. The order of the rows changes nothing.',
    },
    ...devices.flatMap((device): (Block | undefined)[] => [
      { kind: 'heading', level: 2, text: `Firewall schedule of ${layout.nameOf(device)}` },
      table(
        layout,
        `Firewall schedule of ${layout.nameOf(device)}`,
        [
          columnOf('Action', 1.2, ({ action }) => toned(linesOf(action), ACTIONS[textIn(action) ?? ''])),
          side('From', 'from', 'fromAddresses'),
          side('To', 'to', 'toAddresses'),
          columnOf('Service', 1.6, ({ protocol, transport, port }) => [
            ...linesOf(protocol),
            ...(transport === null ? [] : [[...linesOf(transport), ...linesOf(port)].join(' ')]),
          ]),
          column('Conduit', 2, 'conduit'),
          column('Remark', 3.4, 'remark'),
        ],
        rows.filter((row) => row.device === device),
      ),
    ]),
  ];
}
