import {
  CHAPTER_IDS,
  type Chapter,
  type ChapterId,
  type Draft,
  type Filled,
  filledOf,
  type Part,
  type Row,
  rowAt,
} from './chapter.ts';
import { exceptionsIn } from './front.ts';
import type { CrsInput } from './input.ts';

/** What is excused, and what the rules find all the same. */
export function exceptions(input: CrsInput): Draft {
  return {
    content: [
      ...exceptionsIn(input).map(({ written, ...exception }) => rowAt(written, { kind: 'exception', ...exception })),
      ...input.findings.map(({ element, rule, severity, message, file, line }) =>
        rowAt(
          { file, line },
          {
            kind: 'finding',
            element,
            rule,
            because: null,
            until: null,
            severity,
            message,
          },
        ),
      ),
    ],
    parts: [],
  };
}

/** What no standard prescribes and this tool does. */
const CONVENTIONS: readonly (readonly [what: string, convention: string])[] = [
  [
    'SL-A',
    'The highest level at and below which every control of the FR is met or not applicable, at least one of them met. IEC 62443 leaves it to the assessor how an achieved level is found.',
  ],
  ['SL-A with evidence', 'The same, counting as met only what names evidence or a verification.'],
  [
    'Controls of conduits',
    'IEC 62443-3-3 names no requirements for conduits; the catalogue marks those that can be asked of one.',
  ],
  [
    'Boundary controls',
    'SR 5.1, SR 5.2 and their enhancements speak of the boundary of one zone: a zone around it does not meet them for it.',
  ],
  ['Exclusions', 'A control that does not apply is neither met nor missing, and achieves nothing.'],
  ['Logical access points', 'Where a conduit meets a zone there is one, whether it is declared or not.'],
];

export const conventions = (): Draft => ({
  content: CONVENTIONS.map(([what, convention]) => ({ what, convention })),
  parts: [],
});

/** Chapters for requirements that name none: where somebody who looks for them finds them. */
const ELSEWHERE: Readonly<Record<string, ChapterId>> = {
  'ZCR 3.1': 'drawings',
  'ZCR 3.2': 'drawings',
  'ZCR 3.3': 'zone-records',
  'ZCR 3.4': 'zone-records',
  'ZCR 3.5': 'zone-records',
  'ZCR 3.6': 'conduit-records',
  'ZCR 6.1': 'cover',
};

interface Traced {
  readonly chapter: Chapter;
  readonly parts: readonly Part[];
}

/** Each requirement of IEC 62443-3-2 with the chapter that answers it, and how much of that the model gives. */
export function traceability(chapters: readonly Traced[]): Draft {
  const rows = chapters.flatMap(({ chapter, parts }) => {
    const elsewhere = Object.keys(ELSEWHERE).filter((zcr) => ELSEWHERE[zcr] === chapter.id);
    // A part may serve an item of a requirement of its own: `ZCR 6.4 a)`.
    const here = new Set([...chapter.zcr, ...elsewhere, ...parts.flatMap(({ zcr }) => zcr ?? [])]);
    return [...here].map((zcr) => ({ zcr, chapter: chapter.id, filled: filledFor(zcr, chapter, parts) }));
  });
  return { content: rows.sort(byNumber) satisfies readonly Row[], parts: [] };
}

function filledFor(zcr: string, { filled }: Chapter, parts: readonly Part[]): Filled {
  const own = parts.filter((each) => each.zcr === zcr);
  return own.length > 0 ? filledOf(own) : filled;
}

/** `ZCR 6.4 a)`: its numbers, and its item. */
function keyOf(zcr: string): readonly [number, number, string] {
  const [, major, minor, item = ''] = /(\d+)\.(\d+)(.*)/.exec(zcr) ?? [];
  return [Number(major), Number(minor), item];
}

function byNumber(a: { zcr: string; chapter: ChapterId }, b: { zcr: string; chapter: ChapterId }): number {
  const [[a1, a2, a3], [b1, b2, b3]] = [keyOf(a.zcr), keyOf(b.zcr)];
  const byItem = a3 < b3 ? -1 : a3 > b3 ? 1 : 0;
  return a1 - b1 || a2 - b2 || byItem || CHAPTER_IDS.indexOf(a.chapter) - CHAPTER_IDS.indexOf(b.chapter);
}
