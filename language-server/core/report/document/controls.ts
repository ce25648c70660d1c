import { FRS } from '../../model/levels.ts';
import { countOf } from '../../text/words.ts';
import type { Cell, Chapter, Row } from '../crs/chapter.ts';
import type { Block, TableCell, Tone } from './blocks.ts';
import {
  type ColumnSpec,
  column,
  columnOf,
  figures,
  kept,
  linesOf,
  listIn,
  partsOf,
  rowsIn,
  textIn,
  toned,
} from './cells.ts';
import { type BlocksOf, byPlace, type Layout, placeColumn, table } from './context.ts';

/*
 * The chapters about controls, 13 to 16 and 19: what is required, and how it stands.
 */

const TONES: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  compensated: 'good',
  planned: 'short',
  accepted: 'short',
  excluded: 'faint',
  open: 'bad',
};

const CONTROL = column('Requirement', 1.5, 'control');

const STATE = columnOf('State', 1.5, ({ state }) => toned(linesOf(state), TONES[textIn(state) ?? '']));

/** What stands in every table of controls behind the place. */
const columnsOf = ({ asOf }: Layout): readonly ColumnSpec[] => [
  CONTROL,
  column('Title', 4, 'title'),
  figures('SL', 0.8, (row) => linesOf(row.sl)),
  STATE,
  column('Inherited from', 1.5, 'inherited'),
  columnOf('By', 1.8, ({ by, with: instead }) => [
    ...linesOf(by),
    ...linesOf(instead).map((control) => `instead: ${control}`),
  ]),
  columnOf('Evidence', 2.6, ({ evidence, verified }) => [...linesOf(evidence), ...verifiedLines(verified)]),
  columnOf('Reason', 3, ({ because, approver }) => [
    ...linesOf(because),
    ...linesOf(approver).map((name) => `approved by: ${name}`),
  ]),
  // A plan or acceptance whose day has passed leaves its control open: the day says why.
  columnOf('Until', 1.4, ({ until }) => linesOf(until).flatMap((day) => (day < asOf ? [day, 'has passed'] : [day]))),
];

function verifiedLines(cell: Cell | undefined): string[] {
  const { on, by } = partsOf(cell);
  return [...linesOf(on).map((day) => `verified: ${day}`), ...linesOf(by).map((name) => `verified by: ${name}`)];
}

/** A heading and a table for each zone and conduit. */
function perPlace(
  rows: readonly Row[],
  caption: (name: string) => string,
  columns: readonly ColumnSpec[],
  layout: Layout,
) {
  return [...byPlace(rows)].flatMap(([place, those]): (Block | undefined)[] => {
    const name = layout.nameOf(place);
    return [{ kind: 'heading', level: 2, text: name }, table(layout, caption(name), columns, those)];
  });
}

export const applicability: BlocksOf = (chapter, layout) => {
  const matrix = rowsIn(chapter, 'matrix');
  if (matrix.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Zones and foundational requirements' },
    {
      kind: 'paragraph',
      text: 'Each cell has SL-A and SL-T of one foundational requirement, and how many of its controls are missing.',
    },
    table(
      layout,
      'SL-A / SL-T by zone and foundational requirement',
      [placeColumn(layout), ...FRS.map((fr) => figures(fr, 1.3, (row) => levelCell(row[fr])))],
      matrix,
    ),
    ...perPlace(
      rowsIn(chapter, 'controls'),
      (name) => `Statement of applicability of ${name}`,
      columnsOf(layout),
      layout,
    ),
  ];
};

/** `1 / 2`, and `3 missing` where some are. */
function levelCell(cell: Cell | undefined): TableCell {
  const { slT, slA, missing } = partsOf(cell);
  if (typeof slT !== 'number') return { lines: [] };
  const lines = [`${slA ?? '–'} / ${slT}`, ...(missing ? [`${missing} missing`] : [])];
  if (slT === 0) return { lines, tone: 'faint' };
  return toned(lines, missing ? 'short' : typeof slA === 'number' && slA >= slT ? 'good' : undefined);
}

/** The columns of one table over all zones and conduits. */
const listColumns = (layout: Layout): readonly ColumnSpec[] => [placeColumn(layout, 2.4), ...columnsOf(layout)];

/** What stands in a chapter without rows: of what is required nowhere nothing is claimed, either way. */
const noneIn = ({ filled }: Chapter, none: string): Block[] =>
  filled === 'yes' ? [{ kind: 'paragraph', text: none }] : [];

const listed =
  (caption: string, none: string): BlocksOf =>
  (chapter, layout) => {
    const rows = rowsIn(chapter);
    return rows.length === 0 ? noneIn(chapter, none) : [table(layout, caption, listColumns(layout), rows)];
  };

export const compensations = listed('Compensations', 'No required control is compensated.');
export const exclusions = listed('Exclusions', 'No required control is excluded.');

/** What has a day, and what nobody has decided yet: of that a row for each zone and conduit, since it may be all there is. */
export const plan: BlocksOf = (chapter, layout) => {
  const rows = rowsIn(chapter);
  if (rows.length === 0) return noneIn(chapter, 'No required control is planned, accepted or open.');
  const isUndecided = ({ state, until }: Row) => state === 'open' && linesOf(until).length === 0;
  const undecided = [...byPlace(rows.filter(isUndecided))].map(([, those]): Row => {
    const controls = those.flatMap(({ control }) => linesOf(control));
    return { ...those[0], controls };
  });
  return [
    table(
      layout,
      'Planned and accepted controls, by date',
      listColumns(layout),
      rows.filter((row) => !isUndecided(row)),
    ),
    table(
      layout,
      'Open controls: neither in place nor planned',
      [
        placeColumn(layout, 2.4),
        figures('Open', 0.8, ({ controls }) => toned([`${listIn(controls).length}`], 'bad')),
        columnOf('Requirements', 9, ({ controls }) => [linesOf(controls).join(', ')]),
      ],
      undecided,
    ),
  ];
};

export const verification: BlocksOf = (chapter, layout) => {
  const rows = rowsIn(chapter);
  if (rows.length === 0) return [];
  const verified = rows.filter(({ result }) => result !== null).length;
  return [
    {
      kind: 'paragraph',
      text: `Controls to be verified: ${rows.length}; verified: ${countOf(verified, 'control')}.`,
    },
    ...perPlace(
      rows,
      (name) => `Verification plan of ${name}`,
      [
        column('Requirement', 2, 'control'),
        column('The assessor checks', 6, 'check'),
        kept(columnOf('Result', 1.6, ({ result }) => (result === null ? [] : toned(linesOf(result), 'good')))),
        kept(column('Date', 1.6, 'date')),
        kept(column('By', 1.8, 'by')),
      ],
      layout,
    ),
  ];
};
