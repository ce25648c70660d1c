import { CHAPTERS, type ChapterId, type Filled } from '../crs/chapter.ts';
import type { Tone } from './blocks.ts';
import { column, columnOf, linesOf, rowsIn, textIn, toned } from './cells.ts';
import { type BlocksOf, table } from './context.ts';

/*
 * The last chapters: exceptions and findings, conventions, traceability.
 */

export const exceptions: BlocksOf = (chapter, layout) => {
  const rows = rowsIn(chapter);
  const excused = rows.filter(({ kind }) => kind === 'exception');
  const found = rows.filter(({ kind }) => kind === 'finding');
  const element = columnOf('Element', 2.6, ({ element: path }) => [layout.nameOf(`${path}`)]);
  return [
    table(
      layout,
      'Exceptions: rules that are off, and findings that are allowed',
      [element, column('Rule', 2, 'rule'), column('Reason', 4, 'because'), column('Until', 1.7, 'until')],
      excused,
    ) ?? { kind: 'paragraph', text: 'There are no exceptions.' },
    table(
      layout,
      'Open findings',
      [
        columnOf('Severity', 1.4, ({ severity }) => toned(linesOf(severity), SEVERITIES[textIn(severity) ?? ''])),
        element,
        column('Rule', 2, 'rule'),
        column('Finding', 6, 'message'),
      ],
      found,
    ) ?? { kind: 'paragraph', text: 'There are no open findings.' },
  ];
};

const SEVERITIES: Readonly<Record<string, Tone>> = { error: 'bad', warning: 'short', info: 'faint', hint: 'faint' };

export const conventions: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Conventions of this tool',
    [column('What', 2, 'what'), column('Convention', 7, 'convention')],
    rowsIn(chapter),
  ),
];

const FILLED: Readonly<Record<Filled, Tone>> = { yes: 'good', part: 'short', no: 'bad' };

export const traceability: BlocksOf = (chapter, layout) => [
  table(
    layout,
    'Requirements of IEC 62443-3-2 and where this document answers them',
    [
      column('Requirement', 1.6, 'zcr'),
      columnOf('Chapter', 4, (row) => {
        const [number, title] = CHAPTERS[textIn(row.chapter) as ChapterId];
        return [number === '' ? title : `${number} ${title}`];
      }),
      columnOf('Filled', 1, ({ filled }) =>
        toned(linesOf(filled === 'part' ? 'in part' : filled), FILLED[filled as Filled]),
      ),
    ],
    rowsIn(chapter),
  ),
];
