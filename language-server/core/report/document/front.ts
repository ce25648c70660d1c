import { FRS } from '../../model/levels.ts';
import { countOf } from '../../text/words.ts';
import type { Chapter, Row } from '../crs/chapter.ts';
import type { Block, CoverLine } from './blocks.ts';
import { column, columnOf, figures, linesOf, listIn, partsOf, rowsIn, textIn, toned } from './cells.ts';
import { type BlocksOf, type Layout, placeColumn, placeOf, table } from './context.ts';
import { roadmapChart } from './roadmap-chart.ts';

/** The lines of the first page. The day on which everything is judged need not be that of the revision. */
export function coverLines(chapter: Chapter, { asOf, nameOf }: Layout): CoverLine[] {
  const [row = {}] = rowsIn(chapter);
  const lines = (name: string, key: string): CoverLine => ({ name, lines: linesOf(row[key]) });
  const found = Object.entries(partsOf(row.findings))
    .toReversed()
    .map(([severity, count]) => `${severity}: ${count}`);
  return [
    lines('Document', 'document'),
    lines('System under consideration', 'title'),
    ...linesOf(row.zone).map((path) => ({
      name: 'Limited to',
      lines: [`the zone ${nameOf(path)}, the zones in it, and the conduits that lead to them`],
    })),
    lines('Revision', 'revision'),
    lines('Date', 'date'),
    { name: 'Judged as of', lines: [asOf] },
    lines('State', 'state'),
    lines('Classification', 'classification'),
    { name: 'Findings', lines: found },
    lines('Exceptions', 'exceptions'),
    { name: 'Catalogues', lines: listIn(row.editions).map(editionText) },
    {
      name: 'Hash of the model',
      lines:
        row.hash === null
          ? ['none: some text of the model cannot be read, and what it says is missing in this document']
          : linesOf(row.hash),
    },
    { name: 'Made with', lines: [`Zones ${textIn(row.version) ?? ''}`] },
  ];
}

function editionText(cell: unknown): string {
  const { catalog, title, edition } = partsOf(cell as never);
  return [...linesOf(title ?? catalog), ...linesOf(edition)].join(', ');
}

const VECTORS = `Security levels stand in the order of the foundational requirements: ${FRS.join(', ')}.`;

const levels = (title: string, key: string) => figures(title, 2.4, (row) => linesOf(row[key]));

/** How the system stands in a line or two: the table below it may go on for pages. */
function keyFigures(rows: readonly Row[], { nameOf }: Layout): Block[] {
  const judged = rows.filter(({ slT }) => slT !== null);
  if (judged.length === 0) return [];
  const short = judged.filter((row) => gapTone(row) === 'short').length;
  const missing = judged.map((row) => (typeof row.missing === 'number' ? row.missing : 0));
  const sum = missing.reduce((total, each) => total + each, 0);
  const most = Math.max(...missing);
  const worst = nameOf(placeOf(judged[missing.indexOf(most)]!));
  const lines = [
    `Zones and conduits with an SL-T: ${judged.length}; achieving less than it asks for: ${short}.`,
    sum === 0
      ? 'Required controls that are missing there: none.'
      : `Required controls that are missing there: ${sum}; most of them in ${worst}: ${most}.`,
  ];
  return [{ kind: 'paragraph', text: lines.join(' ') }];
}

export const summary: BlocksOf = (chapter, layout) => {
  const { system, pictures } = layout;
  const { all } = pictures;
  return [
    ...keyFigures(rowsIn(chapter, 'posture'), layout),
    'svg' in all
      ? {
          kind: 'picture',
          caption: `Zones and conduits of ${system.title}`,
          alt: `The zones of ${system.title} and the conduits between them, with target and achieved levels.`,
          svg: all.svg,
        }
      : { kind: 'paragraph', text: all.refused },
    { kind: 'paragraph', text: VECTORS },
    table(
      layout,
      'Security levels of zones and conduits',
      [
        placeColumn(layout, 5),
        levels('SL-T', 'slT'),
        levels('SL-A', 'slA'),
        levels('SL-A with evidence', 'slAEvidenced'),
        figures('Gap', 2.4, (row) => toned(linesOf(row.gap), gapTone(row))),
        figures('Controls missing', 1.8, (row) => linesOf(row.missing)),
      ],
      rowsIn(chapter, 'posture'),
    ),
    table(
      layout,
      'Gravest risks',
      [
        column('Risk', 1.2, 'name'),
        column('Title', 5, 'title'),
        figures('Rank', 1, (row) => linesOf(row.rank)),
        columnOf('Tolerable', 1.4, tolerable),
      ],
      rowsIn(chapter, 'risks'),
    ),
    ...roadmap(layout, rowsIn(chapter, 'roadmap')),
  ];
};

function gapTone({ gap }: Row) {
  const all = listIn(gap);
  if (all.length === 0) return undefined;
  return all.some((level) => typeof level === 'number' && level > 0) ? 'short' : 'good';
}

export const tolerable = (row: Row) =>
  toned(linesOf(row.tolerable), row.tolerable === true ? 'good' : row.tolerable === false ? 'bad' : undefined);

/** The days from the second on: on the first nothing has changed yet. */
function roadmap(layout: Layout, rows: readonly Row[]): (Block | undefined)[] {
  if (rows.length < 2) return [];
  const { nameOf } = layout;
  const what = (cell: unknown): string => {
    const { zone, controls, countermeasure, rule, text } = partsOf(cell as never);
    const place = textIn(zone);
    const subject = [...linesOf(controls), ...linesOf(countermeasure), ...linesOf(rule)].join(', ');
    const where = nameOf(place ?? '');
    return [`${where}: ${subject}`, ...linesOf(text)].join(' – ');
  };
  return [
    {
      kind: 'picture',
      caption: 'Controls missing, if every plan is kept',
      alt: rows.map(({ date, missing }) => `${date}: ${missing}`).join('; '),
      svg: roadmapChart(rows.map(({ date, missing }) => ({ date: String(date), missing: Number(missing) }))),
    },
    table(
      layout,
      'Roadmap',
      [
        column('Day', 1.7, 'date'),
        columnOf('Due', 5, (row) => listIn(row.due).map(what)),
        columnOf('Ended', 3, (row) => listIn(row.ending).map(what)),
        figures('Controls missing', 1.8, (row) => linesOf(row.missing)),
      ],
      rows,
    ),
  ];
}

export const documentControl: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Revisions',
    [
      column('Revision', 1.4, 'revision'),
      column('Date', 1.7, 'date'),
      column('By', 2, 'by'),
      column('What has changed', 5, 'what'),
    ],
    rowsIn(chapter, 'revisions'),
  ),
  table(layout, 'Approvals', APPROVAL, rowsIn(chapter, 'approvals')),
];

const APPROVAL = [
  column('Date', 1.7, 'date'),
  column('By', 3, 'by'),
  column('Revision', 1.4, 'revision'),
  columnOf('Review due after', 1.8, ({ review }) => (typeof review === 'number' ? [countOf(review, 'month')] : [])),
  column('Hash of the model', 4, 'hash'),
];

export const approval: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Approvals of this document',
    [
      ...APPROVAL,
      columnOf('Holds for this document', 1.6, ({ current }) =>
        toned([current ? 'yes' : 'no'], current ? 'good' : 'short'),
      ),
    ],
    rowsIn(chapter),
  ),
];
