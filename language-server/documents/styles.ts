import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType, ShadingType } from 'docx';
import type { Tone } from '../core/report/document/blocks.ts';
import { twips } from './paper.ts';

/** The names of the styles of paragraphs: whoever edits the document changes them at one place. */
export const STYLE = {
  cellText: 'TableText',
  cellFigure: 'TableFigure',
  cellHead: 'TableHead',
  rowHead: 'TableRowHead',
  caption: 'Caption',
  figure: 'Figure',
  reference: 'Reference',
  lack: 'Lacking',
  lackItem: 'LackingItem',
  mark: 'CoverMark',
  coverTitle: 'Title',
  coverKind: 'Subtitle',
  contents: 'ContentsTitle',
  header: 'Header',
  footer: 'Footer',
} as const;

export const FONT = 'Arial';
export const INK = '1F2328';
export const FAINT = '57606A';
export const RULE = 'C2C8CE';
export const HEAD_FILL = 'E9EDF1';
const ACCENT = '0B4A8A';

/** What a tone looks like: the ground of a cell, the ink on it, and the name of the style of its text. */
export const TONES: Readonly<Record<Tone, { readonly fill?: string; readonly ink: string; readonly style: string }>> = {
  good: { fill: 'D7ECDC', ink: '174A28', style: 'ToneGood' },
  short: { fill: 'FBE3CF', ink: '6E3200', style: 'ToneShort' },
  bad: { fill: 'FBDCDC', ink: '8F1414', style: 'ToneBad' },
  faint: { ink: FAINT, style: 'ToneFaint' },
};

/** Sizes of text in points. */
export const SIZE = { text: 10, table: 8, caption: 9, heading: [16, 13, 11] } as const;
/** The height of a line of Arial, for a point of its size. */
export const LINE = 1.15;
/** Points above and below. */
export const SPACE: {
  readonly heading: readonly (readonly [number, number])[];
  readonly reference: number;
  /** Around the note of what is missing. */
  readonly note: number;
} = {
  heading: [
    [24, 6],
    [16, 5],
    [12, 4],
  ],
  reference: 6,
  note: 14,
};
const halves = (points: number): number => points * 2;

/** The list of what is missing. */
export const LACK_LIST = 'lacking';

const BASE = { basedOn: 'Normal', quickFormat: true } as const;
/** In points, with lines as high as their text times a factor: left unsaid, some programs cut pictures to one line. */
const spacing = (before: number, after: number, line = 1) => ({
  before: twips(before),
  after: twips(after),
  line: Math.round(line * 240),
  lineRule: LineRuleType.AUTO,
});

const heading = (level: 0 | 1 | 2) => ({
  run: { font: FONT, size: halves(SIZE.heading[level]), bold: true, color: level === 0 ? ACCENT : INK },
  paragraph: { spacing: spacing(...SPACE.heading[level]!), keepNext: true, keepLines: true, outlineLevel: level },
});

const lacking = (before: number, after: number) => ({
  spacing: spacing(before, after),
  keepLines: true,
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: TONES.short.fill! },
  border: { left: { style: BorderStyle.SINGLE, size: 24, color: TONES.short.ink, space: 6 } },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: halves(SIZE.text), color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: spacing(0, 6, 1.1) },
    },
    heading1: heading(0),
    heading2: heading(1),
    heading3: heading(2),
    title: {
      run: { font: FONT, size: halves(28), bold: true, color: INK },
      paragraph: { spacing: spacing(10, 6) },
    },
    caption: {
      run: { font: FONT, size: halves(SIZE.caption), bold: true, italics: false, color: FAINT },
      paragraph: { spacing: spacing(10, 4), keepLines: true },
    },
  },
  paragraphStyles: [
    {
      ...BASE,
      id: STYLE.coverKind,
      name: 'Subtitle',
      run: { size: halves(15), color: FAINT },
      paragraph: { spacing: spacing(0, 30) },
    },
    {
      ...BASE,
      id: STYLE.mark,
      name: 'Cover Mark',
      run: { size: halves(13), bold: true, allCaps: true, characterSpacing: 20 },
      paragraph: { spacing: spacing(0, 8), keepNext: true },
    },
    {
      ...BASE,
      id: STYLE.contents,
      name: 'Contents Title',
      run: { size: halves(SIZE.heading[0]), bold: true, color: ACCENT },
      paragraph: { spacing: spacing(0, 10), keepNext: true },
    },
    ...[1, 2].map((level) => ({
      ...BASE,
      id: `TOC${level}`,
      name: `toc ${level}`,
      next: 'Normal',
      run: { size: halves(level === 1 ? SIZE.text : SIZE.table + 0.5) },
      paragraph: { spacing: spacing(level === 1 ? 3 : 0, 1), indent: { left: level === 1 ? 0 : twips(18) } },
    })),
    {
      ...BASE,
      id: STYLE.reference,
      name: 'Reference',
      run: { size: halves(SIZE.caption), color: FAINT },
      paragraph: { spacing: spacing(0, SPACE.reference), keepNext: true },
    },
    {
      ...BASE,
      id: STYLE.lack,
      name: 'Lacking',
      run: { bold: true, color: TONES.short.ink },
      paragraph: { ...lacking(6, 0), keepNext: true },
    },
    {
      ...BASE,
      id: STYLE.lackItem,
      name: 'Lacking Item',
      run: { color: TONES.short.ink },
      paragraph: lacking(0, 0),
    },
    {
      ...BASE,
      id: STYLE.figure,
      name: 'Figure',
      paragraph: { spacing: spacing(8, 0), alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      ...BASE,
      id: STYLE.cellText,
      name: 'Table Text',
      run: { size: halves(SIZE.table) },
      paragraph: { spacing: spacing(0, 0) },
    },
    {
      ...BASE,
      id: STYLE.cellFigure,
      name: 'Table Figure',
      basedOn: STYLE.cellText,
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      ...BASE,
      id: STYLE.rowHead,
      name: 'Table Row Head',
      basedOn: STYLE.cellText,
      run: { bold: true },
    },
    {
      ...BASE,
      id: STYLE.cellHead,
      name: 'Table Head',
      basedOn: STYLE.cellText,
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    { ...BASE, id: STYLE.header, name: 'header', run: { size: halves(8), color: FAINT } },
    { ...BASE, id: STYLE.footer, name: 'footer', run: { size: halves(8), color: FAINT } },
  ],
  characterStyles: [
    ...Object.values(TONES).map(({ ink, style }) => ({
      id: style,
      name: style.replace('Tone', 'Tone '),
      run: { color: ink },
    })),
    // The library names it in the contents, and leaves its look to others.
    { id: 'IndexLink', name: 'Index Link' },
  ],
};

export const NUMBERING = {
  config: [
    {
      reference: LACK_LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: twips(10), hanging: twips(10) } } },
        },
      ],
    },
  ],
};
