import { FRS } from '../../model/levels.ts';
import { countOf } from '../../text/words.ts';
import type { Cell, Chapter, Row } from '../crs/chapter.ts';
import type { Block, CoverLine } from './blocks.ts';
import { column, columnOf, figures, linesOf, listIn, partsOf, rowsIn, textIn, toned } from './cells.ts';
import { type BlocksOf, type Layout, placeColumn, placeOf, table } from './context.ts';
import { pictureBlocks } from './pictures.ts';
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

/** What to look at next: the roadmap itself stands behind the tables. */
function nextDay([, next]: readonly Row[]): Block[] {
  if (!next) return [];
  const text = `The next day on which something is due or ends is ${next.date}: the roadmap at the end of this chapter says what, and how many controls are missing from then on.`;
  return [{ kind: 'paragraph', text }];
}

/** A manager reads the first page: what is grave stands there, what goes on for pages behind it. */
export const summary: BlocksOf = (chapter, layout) => {
  const { system, pictures } = layout;
  const roadmapDays = rowsIn(chapter, 'roadmap');
  return [
    ...keyFigures(rowsIn(chapter, 'posture'), layout),
    ...nextDay(roadmapDays),
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
    ...roadmapPicture(roadmapDays),
    ...pictureBlocks(
      pictures.all,
      `Zones and conduits of ${system.title}`,
      `The zones of ${system.title} and the conduits between them, with target and achieved levels.`,
    ),
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
    ...roadmap(layout, roadmapDays),
  ];
};

function gapTone({ gap }: Row) {
  const all = listIn(gap);
  if (all.length === 0) return undefined;
  return all.some((level) => typeof level === 'number' && level > 0) ? 'short' : 'good';
}

export const tolerable = (row: Row) =>
  toned(linesOf(row.tolerable), row.tolerable === true ? 'good' : row.tolerable === false ? 'bad' : undefined);

function roadmapPicture(rows: readonly Row[]): Block[] {
  if (rows.length < 2) return [];
  return [
    {
      kind: 'picture',
      caption: 'Controls missing, if every plan is kept',
      alt: rows.map(({ date, missing }) => `${date}: ${missing}`).join('; '),
      svg: roadmapChart(rows.map(({ date, missing }) => ({ date: String(date), missing: Number(missing) }))),
    },
  ];
}

/** The days from the second on: on the first nothing has changed yet. */
function roadmap(layout: Layout, rows: readonly Row[]): (Block | undefined)[] {
  if (rows.length < 2) return [];
  const { nameOf } = layout;
  /** Where the same happens at many places on a day, it is said once. */
  const happening = (cells: readonly Cell[]): string[] => {
    const places = new Map<string, string[]>();
    for (const cell of cells) {
      const { zone, controls, countermeasure, rule, text } = partsOf(cell);
      const subject = [...linesOf(controls), ...linesOf(countermeasure), ...linesOf(rule)].join(', ');
      const what = [subject, ...linesOf(text)].join(' – ');
      places.set(what, [...(places.get(what) ?? []), nameOf(textIn(zone) ?? '')]);
    }
    return [...places].map(([what, those]) => {
      return those.length === 1 ? `${those[0]}: ${what}` : `${what}: ${those.join('; ')}`;
    });
  };
  return [
    table(
      layout,
      'Roadmap',
      [
        column('Day', 1.7, 'date'),
        columnOf('Due', 4, (row) => happening(listIn(row.due))),
        columnOf('Ended', 4, (row) => happening(listIn(row.ending))),
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
