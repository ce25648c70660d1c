import type { Source } from '../../engine/entry.ts';
import type { Place, Text } from '../../model/reference.ts';

/** What can stand in a cell of a row: a text, a number, or lists and objects of them; null where nothing is given. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell | undefined };

/** Where something is written in the text of the model: a place of a declaration, or a line of a file. */
export type Written = { readonly entry: Source; readonly at: Place } | Line;

/** A line of a file of the model, counted from 0; the file as whoever makes the document names it. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

/** Under this a row has where it is written. It is no part of the data: JSON leaves it out, and a page leads there. */
export const WRITTEN = Symbol('where a row is written');

export type Row = Readonly<Record<string, Cell>> & { readonly [WRITTEN]?: Written };

/** A row about something that the text declares or states. */
export const rowAt = (written: Written | undefined, cells: Readonly<Record<string, Cell>>): Row =>
  written
    ? {
        ...cells,
        // An element of the plant is more than its place, and shall not be kept for it.
        [WRITTEN]:
          'line' in written ? { file: written.file, line: written.line } : { entry: written.entry, at: written.at },
      }
    : cells;

/** The rows of a chapter, or of each of its tables. */
export type Content = readonly Row[] | Readonly<Record<string, readonly Row[]>>;

export type Filled = 'yes' | 'part' | 'no';

/** Something that a chapter has to hold: whether the model gives it, and what to add in which element where not. */
export interface Part {
  readonly isGiven: boolean;
  readonly add: string;
  /** The requirements of IEC 62443-3-2 that it serves, where these are not those of the whole chapter. */
  readonly zcr?: string;
}

/** A chapter of the cybersecurity requirements specification. */
export interface Chapter {
  readonly id: ChapterId;
  readonly number: string;
  readonly title: string;
  /** The requirements of IEC 62443-3-2 that it answers. */
  readonly zcr: readonly string[];
  readonly filled: Filled;
  /** One line for each part that the model does not give: what to add, and in which element. */
  readonly add: readonly string[];
  readonly content: Content;
}

/** The chapters in their order, each with its number, title and what it answers of IEC 62443-3-2. */
export const CHAPTERS = {
  cover: ['', 'Cybersecurity requirements specification', []],
  summary: ['0', 'Summary', []],
  'document-control': ['1', 'Document control', []],
  system: ['2', 'System under consideration', ['1.1', '6.2']],
  environment: ['3', 'Operating environment', ['6.5']],
  threats: ['4', 'Threat environment', ['6.6']],
  policies: ['5', 'Policies', ['6.7']],
  'tolerable-risk': ['6', 'Tolerable risk', ['6.8']],
  regulations: ['7', 'Regulatory requirements', ['6.9']],
  'initial-assessment': ['8', 'Initial assessment', ['2.1', '4.1']],
  drawings: ['9', 'Drawings', ['6.3']],
  'zone-records': ['10', 'Zone records', ['6.4']],
  'conduit-records': ['11', 'Conduit records', ['6.4']],
  risks: ['12', 'Risks', Array.from({ length: 13 }, (_, i) => `5.${i + 1}`)],
  applicability: ['13', 'Statement of applicability', []],
  compensations: ['14', 'Compensations', []],
  exclusions: ['15', 'Exclusions', []],
  plan: ['16', 'Gap plan and acceptances', []],
  components: ['17', 'Component capability', []],
  flows: ['18', 'Flow matrix', []],
  verification: ['19', 'Verification plan', []],
  exceptions: ['20', 'Exceptions and open findings', []],
  approval: ['21', 'Approval', ['7.1']],
  conventions: ['A', 'Conventions of this tool', []],
  traceability: ['B', 'Traceability', []],
} as const satisfies Record<string, readonly [number: string, title: string, zcr: readonly string[]]>;

export type ChapterId = keyof typeof CHAPTERS;

export const CHAPTER_IDS = Object.keys(CHAPTERS) as readonly ChapterId[];

/** What the model gives for a chapter. */
export interface Draft {
  readonly content: Content;
  /** What it has to hold; without any there is nothing that a model could lack. */
  readonly parts: readonly Part[];
}

/** How much of some parts the model gives. */
export function filledOf(parts: readonly Part[]): Filled {
  const given = parts.filter(({ isGiven }) => isGiven).length;
  if (given === parts.length) return 'yes';
  return given > 0 ? 'part' : 'no';
}

/** A chapter with what it lacks. */
export function chapterOf(id: ChapterId, { content, parts }: Draft): Chapter {
  const [number, title, zcr] = CHAPTERS[id];
  const add = parts.filter(({ isGiven }) => !isGiven).map((part) => part.add);
  return {
    id,
    number,
    title,
    zcr: zcr.map((each) => `ZCR ${each}`),
    filled: filledOf(parts),
    add: [...new Set(add)],
    content,
  };
}

/** A part that is there where a value is. */
export const part = (value: unknown, add: string, zcr?: string): Part => ({
  isGiven: Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false,
  add,
  ...(zcr && { zcr: `ZCR ${zcr}` }),
});

/** The text of a value; null where it is not given. */
export const textOf = (text: Text | undefined): string | null => text?.value ?? null;

/** The texts of a list of values. */
export const textsOf = (texts: readonly Text[]): string[] => texts.map(({ value }) => value);
