import type { PlantRisk, PlantSystem } from '../../plant/plant.ts';
import { CHAPTER_IDS, type Chapter, type ChapterId, chapterOf, type Draft } from './chapter.ts';
import { conventions, exceptions, traceability } from './closing.ts';
import {
  environment,
  initialAssessment,
  policies,
  regulations,
  systemChapter,
  threats,
  tolerableRisk,
} from './context.ts';
import { applicability, compensations, exclusions, plan, verification } from './controls.ts';
import { components, flows } from './equipment.ts';
import { approval, cover, documentControl, summary } from './front.ts';
import type { CrsInput } from './input.ts';
import { conduitRecords, drawings, zoneRecords } from './records.ts';
import { risks } from './risks.ts';

/** The cybersecurity requirements specification of a system (IEC 62443-3-2 ZCR 6), as data. */
export interface CrsDocument {
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  /** What the model says, as an approval names it; null where some of its text cannot be read. */
  readonly hash: string | null;
  readonly chapters: readonly Chapter[];
}

const WRITERS: Readonly<Record<Exclude<ChapterId, 'traceability'>, (input: CrsInput) => Draft>> = {
  cover,
  summary,
  'document-control': documentControl,
  system: systemChapter,
  environment,
  threats,
  policies,
  'tolerable-risk': tolerableRisk,
  regulations,
  'initial-assessment': initialAssessment,
  drawings,
  'zone-records': zoneRecords,
  'conduit-records': conduitRecords,
  risks,
  applicability,
  compensations,
  exclusions,
  plan,
  components,
  flows,
  verification,
  exceptions,
  approval,
  conventions,
};

/**
 * The document of a system.
 * @param known what others know of it: the workspace, the day, what the rules find, and what is planned
 * @param zone the path of a zone that it is limited to, with those in it and the conduits at them
 */
export function crsDocument(
  system: PlantSystem,
  known: Pick<CrsInput, 'query' | 'asOf' | 'findings' | 'roadmap'>,
  zone?: string,
): CrsDocument {
  const scope = scopeOf(system, zone);
  const findings = zone === undefined ? known.findings : known.findings.filter(({ element }) => isIn(scope, element));
  const input: CrsInput = { ...known, findings, system, ...scope, zone };
  const drafts = CHAPTER_IDS.flatMap((id) => {
    if (id === 'traceability') return [];
    const draft = WRITERS[id](input);
    return [{ chapter: chapterOf(id, draft), parts: draft.parts }];
  });
  const chapters = [...drafts.map(({ chapter }) => chapter), chapterOf('traceability', traceability(drafts))];
  return { name: system.name, title: system.title, asOf: known.asOf, hash: system.hash ?? null, chapters };
}

/** The zones, conduits and risks that a document speaks of. */
function scopeOf(system: PlantSystem, wanted: string | undefined): Pick<CrsInput, 'zones' | 'conduits' | 'risks'> {
  if (wanted === undefined) return { zones: system.zones, conduits: system.conduits, risks: system.risks };
  const zones = system.zones.filter(({ path }) => path === wanted || path.startsWith(`${wanted}.`));
  const conduits = system.conduits.filter(({ ends }) => ends.some(({ zone }) => zone && zones.includes(zone)));
  const own = new Set<unknown>([...zones, ...conduits]);
  // What threatens the zone around it threatens it, too.
  const isThreatened = ({ on }: PlantRisk) =>
    on.length === 0 ||
    on.some(({ element }) => element === undefined || own.has(element) || wanted.startsWith(`${element.path}.`));
  return { zones, conduits, risks: system.risks.filter(isThreatened) };
}

/** True for a zone or conduit of a document, and for what stands in one. */
const isIn = ({ zones, conduits }: Pick<CrsInput, 'zones' | 'conduits'>, element: string): boolean =>
  [...zones, ...conduits].some(({ path }) => element === path || element.startsWith(`${path}.`));
