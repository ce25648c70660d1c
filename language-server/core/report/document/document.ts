import type { PlantSystem } from '../../plant/plant.ts';
import type { Chapter, ChapterId } from '../crs/chapter.ts';
import type { CrsDocument } from '../crs/document.ts';
import type { Block, DocumentChapter, ReportDocument } from './blocks.ts';
import { type LineOf, linesOf, rowsIn } from './cells.ts';
import { conventions, exceptions, traceability } from './closing.ts';
import { type BlocksOf, createNames, type Layout } from './context.ts';
import { applicability, compensations, exclusions, plan, verification } from './controls.ts';
import { components, flows, risks } from './equipment.ts';
import { approval, coverLines, documentControl, summary } from './front.ts';
import type { DocumentPictures } from './pictures.ts';
import { conduitRecords, drawings, zoneRecords } from './records.ts';
import {
  environment,
  initialAssessment,
  policies,
  regulations,
  systemChapter,
  threats,
  tolerableRisk,
} from './surroundings.ts';

/** How each chapter is laid out, and whether its tables need the broad side of the paper. */
const LAYOUTS: Readonly<Record<Exclude<ChapterId, 'cover'>, readonly [BlocksOf, 'wide'?]>> = {
  summary: [summary],
  'document-control': [documentControl],
  system: [systemChapter],
  environment: [environment],
  threats: [threats],
  policies: [policies],
  'tolerable-risk': [tolerableRisk],
  regulations: [regulations],
  'initial-assessment': [initialAssessment],
  drawings: [drawings],
  'zone-records': [zoneRecords, 'wide'],
  'conduit-records': [conduitRecords, 'wide'],
  risks: [risks, 'wide'],
  applicability: [applicability, 'wide'],
  compensations: [compensations, 'wide'],
  exclusions: [exclusions, 'wide'],
  plan: [plan, 'wide'],
  components: [components, 'wide'],
  flows: [flows, 'wide'],
  verification: [verification],
  exceptions: [exceptions],
  approval: [approval],
  conventions: [conventions],
  traceability: [traceability],
};

/**
 * The document as its writers read it.
 * @param crs what it says
 * @param lineOf the line of the model that a place stands in
 */
export function reportDocument(
  crs: CrsDocument,
  system: PlantSystem,
  pictures: DocumentPictures,
  lineOf: LineOf,
): ReportDocument {
  const chapters = new Map(crs.chapters.map((chapter) => [chapter.id, chapter]));
  const chapter = (id: ChapterId): Chapter => chapters.get(id)!;
  const layout: Layout = { system, pictures, lineOf, asOf: crs.asOf, nameOf: createNames(system), chapter };
  const cover = chapter('cover');
  const [front = {}] = rowsIn(cover);
  const { document, revision, date, state, classification } = front;
  return {
    title: cover.title,
    subtitle: crs.title,
    state: linesOf(state).join(''),
    ...(typeof classification === 'string' && { classification }),
    date: crs.asOf,
    footer: [...linesOf(document), ...linesOf(revision).map((number) => `revision ${number}`), ...linesOf(date)].join(
      ' · ',
    ),
    cover: coverLines(cover, layout),
    chapters: crs.chapters.flatMap((each) => (each.id === 'cover' ? [] : [laidOut(each, each.id, layout)])),
  };
}

const NOTHING: Block = {
  kind: 'paragraph',
  text: 'Nothing that the model says belongs here, and nothing is missing.',
};

function laidOut(chapter: Chapter, id: Exclude<ChapterId, 'cover'>, layout: Layout): DocumentChapter {
  const [blocksOf, width] = LAYOUTS[id];
  const { number, title, zcr, filled, add } = chapter;
  const isBlock = (block: Block | undefined): block is Block => block !== undefined;
  const blocks = blocksOf(chapter, layout).filter(isBlock);
  // A reader of an empty chapter would ask whether something was lost.
  if (blocks.length === 0 && add.length === 0) blocks.push(NOTHING);
  return {
    id,
    number,
    title,
    zcr,
    filled,
    add,
    blocks,
    isWide: width === 'wide',
  };
}
