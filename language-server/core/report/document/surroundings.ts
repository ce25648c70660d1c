import type { Row } from '../crs/chapter.ts';
import type { Table, TableCell } from './blocks.ts';
import { column, columnOf, figures, linesOf, listIn, partsOf, rowsIn, textIn, toned } from './cells.ts';
import { type BlocksOf, elementsColumn, nameLines, table, titled } from './context.ts';

/*
 * The chapters about the system and what surrounds it: 2 to 8.
 */

export const systemChapter: BlocksOf = (chapter, layout) => [
  ...factsOf(rowsIn(chapter, 'system')[0]),
  table(
    layout,
    'Essential functions',
    [
      column('Function', 2, 'name'),
      column('Title', 3, 'title'),
      column('Description', 4, 'description'),
      elementsColumn(layout, 'Rests on', 4, 'on'),
    ],
    rowsIn(chapter, 'functions'),
  ),
  table(
    layout,
    'Access points of the system',
    [
      columnOf('Access point', 4, ({ accessPoint, title }) => [
        textIn(title) === accessPoint ? `${accessPoint}` : titled(`${accessPoint}`, textIn(title)),
      ]),
      column('Side', 1.4, 'side'),
      elementsColumn(layout, 'Leads into', 4, 'into'),
    ],
    rowsIn(chapter, 'accessPoints'),
  ),
];

/** What is said of the system, a row for each. */
function factsOf(row: Row = {}): Table[] {
  const facts = [
    ['Description', 'description'],
    ['Owner', 'owner'],
    ['Function', 'function'],
    ['Intended use', 'intendedUse'],
    ['Equipment and process under control', 'equipment'],
  ] as const;
  const rows = facts.flatMap(([name, key]) => {
    const lines = linesOf(row[key]);
    return lines.length > 0 ? [{ cells: [{ lines: [name] }, { lines }] }] : [];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'The system under consideration',
      columns: [
        { title: 'What', width: 2 },
        { title: 'As the model says', width: 6 },
      ],
      rows,
      hasRowHeads: true,
    },
  ];
}

export const environment: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Operating environment',
    [column('Side', 1.6, 'side'), column('Description', 6, 'text')],
    rowsIn(chapter),
  ),
];

export const threats: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Threat sources',
    [
      column('Name', 1.4, 'name'),
      column('Title', 2.4, 'title'),
      figures('Capability (SL)', 1.7, (row) => linesOf(row.capability)),
      column('Description', 4, 'description'),
      columnOf('Known from', 2.4, ({ source, date }) => [...linesOf(source), ...linesOf(date)]),
      columnOf('Risks', 2, ({ risks }) => joined(risks)),
    ],
    rowsIn(chapter),
  ),
];

/** Short names on one line. */
const joined = (cell: Parameters<typeof linesOf>[0]): string[] => {
  const lines = linesOf(cell);
  return lines.length > 0 ? [lines.join(', ')] : [];
};

export const policies: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Policies',
    [
      column('Policy', 1.6, 'policy'),
      column('Title', 2.2, 'title'),
      column('Version', 1.3, 'version'),
      column('Owner', 2.1, 'owner'),
      column('Document', 2.4, 'document'),
      columnOf('Supports', 2, ({ supports = [] }) => joined(supports)),
      elementsColumn(layout, 'Applies to', 5, 'on'),
    ],
    rowsIn(chapter),
  ),
];

export const tolerableRisk: BlocksOf = (chapter, layout) => {
  const [limits = {}] = rowsIn(chapter, 'tolerable');
  const { highest, builtIn, isSaid } = limits;
  const matrix = rowsIn(chapter, 'matrix');
  const impacts = listIn(matrix[0]?.cells).map((cell) => linesOf(partsOf(cell).impact).join(''));
  const cellOf = (row: Row, i: number): TableCell => {
    const { value } = partsOf(listIn(row.cells)[i]);
    if (typeof value !== 'number' || typeof highest !== 'number') return { lines: linesOf(value) };
    return { lines: [value <= highest ? `${value}` : `${value} !`], tone: value <= highest ? 'good' : 'bad' };
  };
  const scales = table(
    layout,
    builtIn ? 'Risk matrix, the one that this tool has built in' : 'Risk matrix',
    [
      column('Likelihood \\ impact', 2, 'likelihood'),
      ...impacts.map((impact, i) => figures(impact, 1.5, (row) => cellOf(row, i))),
    ],
    // As it is drawn everywhere: what is most likely on top.
    matrix.toReversed(),
  );
  return [
    table(
      layout,
      'What the owner of the plant can live with',
      [column('Statement', 6, 'text'), column('By', 2, 'by'), column('Date', 1.7, 'date')],
      rowsIn(chapter, 'statement'),
    ),
    scales && { ...scales, hasRowHeads: true },
    {
      kind: 'paragraph',
      text: isSaid
        ? `A risk is tolerable up to ${highest}; what is higher is marked with an exclamation mark.`
        : `The model does not say which risk is tolerable. This tool takes up to ${highest}; what is higher is marked with an exclamation mark.`,
    },
  ];
};

export const regulations: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'What regulations require',
    [
      columnOf('Regulation', 3, ({ regulation, title }) => [...linesOf(title ?? regulation)]),
      column('Authority', 2.4, 'authority'),
      column('Document', 2, 'document'),
      column('Requirement', 1.9, 'control'),
      elementsColumn(layout, 'In', 3, 'on'),
      columnOf('Not met in', 3, ({ on, unmet }) => {
        if (listIn(on).length === 0) return toned(['asked nowhere: no zone has an SL-T'], 'short');
        return listIn(unmet).length > 0
          ? toned(nameLines(linesOf(unmet).map(layout.nameOf)), 'bad')
          : toned(['met everywhere'], 'good');
      }),
    ],
    rowsIn(chapter),
  ),
];

export const initialAssessment: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Initial risk assessment',
    [column('Date', 1.7, 'date'), column('By', 2, 'by'), column('Written in', 5, 'evidence')],
    rowsIn(chapter),
  ),
];
