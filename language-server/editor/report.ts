import { systemNamed } from '../core/plant/index.ts';
import { type CrsDocument, crsDocument } from '../core/report/crs/document.ts';
import type { ReportDocument } from '../core/report/document/blocks.ts';
import { reportDocument } from '../core/report/document/document.ts';
import { drawPictures } from '../core/report/document/pictures.ts';
import { roadmap } from '../core/report/roadmap.ts';
import type { ModelTexts } from '../core/report/writers/html-page.ts';
import type { Workspace } from '../language/workspace.ts';
import { diagramModelOf, findingsOfSystem } from './diagram.ts';

/** Of what a report is written. */
export interface ReportScope {
  readonly system: string;
  /** The path of a zone that it is limited to, with those in it and the conduits at them. */
  readonly zone?: string;
  /** How a file of the model is named in it. */
  nameOf(uri: string): string;
}

/** The cybersecurity requirements specification of a system as data: IEC 62443-3-2 ZCR 6. */
export function crsOf(workspace: Workspace, { system: name, zone, nameOf }: ReportScope): CrsDocument {
  const { store } = workspace;
  const query = store.query();
  const system = systemNamed(query, name);
  const findings = findingsOfSystem(workspace, name).map((finding) => ({
    ...finding,
    file: nameOf(finding.uri),
    line: finding.range.start.line,
  }));
  const entries = system.units.map(({ entry }) => entry);
  const course = roadmap(query.today, store.queryOn, entries).find((each) => each.name === name);
  return crsDocument(system, { query, asOf: query.today, findings, roadmap: course?.steps ?? [] }, zone);
}

/** The same as a document that can be written as a file, with its pictures. */
export function documentOf(workspace: Workspace, scope: ReportScope): ReportDocument {
  const crs = crsOf(workspace, scope);
  const system = systemNamed(workspace.store.query(), scope.system);
  const zones = crs.chapters.find(({ id }) => id === 'zone-records')!.content as readonly { readonly zone: string }[];
  const pictures = drawPictures(
    diagramModelOf(workspace, scope.system),
    zones.map(({ zone }) => zone),
  );
  return reportDocument(crs, system, pictures, (written) =>
    'line' in written
      ? written
      : { file: scope.nameOf(written.entry.file), line: workspace.rangeOf(written.entry, written.at).start.line },
  );
}

/** The text of the files of a system, by the names that the report has for them. */
export function textsOf(workspace: Workspace, { system, nameOf }: Pick<ReportScope, 'system' | 'nameOf'>): ModelTexts {
  const files = [...workspace.files.values()].filter(({ entries }) => entries.some((entry) => entry.system === system));
  return new Map(files.map(({ uri, source }) => [nameOf(uri), source.text]));
}
