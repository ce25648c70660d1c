import { buildDiagram } from '../core/diagram/model/build.ts';
import { type DiagramModel, eachZone } from '../core/diagram/model/diagram-model.ts';
import { findingsByElement, insideOf, isMarked } from '../core/diagram/model/findings.ts';
import { systemNamed, systems } from '../core/plant/index.ts';
import { fileNameOf } from '../core/text/names.ts';
import { missingByElement } from '../language/missing-by-element.ts';
import { isBroken, type LocatedFinding, type Workspace } from '../language/workspace.ts';
import type { FindingsOfParams, FindingsOfResult } from '../protocol.ts';

/** The picture's model of a system of a workspace, with the marks of its findings. */
export function diagramModelOf(workspace: Workspace, system: string): DiagramModel {
  const findings = findingsByElement(findingsOfSystem(workspace, system));
  return buildDiagram(systemNamed(workspace.store.query(), system), findings);
}

/** What the rules find in a system, the missing controls of an element as one finding; each with its file. */
export const findingsOfSystem = (workspace: Workspace, system: string): (LocatedFinding & { readonly uri: string })[] =>
  filesOf(workspace, system).flatMap(({ uri }) => shownIn(workspace, uri).map((finding) => ({ ...finding, uri })));

/**
 * The findings that the mark of an element of a picture counts, the errors first. A closed zone has those of all that
 * it hides, a bundle those of its conduits.
 */
export function markedFindings(
  workspace: Workspace,
  model: DiagramModel,
  { system, elements, withInner }: Pick<FindingsOfParams, 'system' | 'elements' | 'withInner'>,
): FindingsOfResult['findings'] {
  const meant = new Set(elements);
  if (withInner) {
    eachZone(model.zones, (zone) => {
      if (elements.includes(zone.id)) for (const { id } of insideOf(zone)) meant.add(id);
    });
  }
  const found = findingsOfSystem(workspace, system)
    .filter((finding) => isMarked(finding) && meant.has(finding.element))
    .map(({ rule, severity, message, range, uri }) => ({ rule, severity, message, uri, range }));
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity !== 'error'),
  ];
}

/** The findings of a file, the missing controls of an element being one, whatever the setting: the picture counts them so. */
const shownIn = (workspace: Workspace, uri: string): readonly LocatedFinding[] =>
  missingByElement(workspace.findingsOf(uri));

/** The files of a system, those of the library left out. */
const filesOf = (workspace: Workspace, system: string) =>
  [...workspace.files.values()].filter(
    (file) => file.system === system && !file.entries.some(({ library }) => library),
  );

/** The systems of a workspace with their titles, by name. */
export const systemsOf = (workspace: Workspace): { name: string; title: string }[] =>
  systems(workspace.store.query()).map(({ name, title }) => ({ name, title }));

/** The wanted system where it is still there; else the file's, else the first. */
export function systemToDraw(workspace: Workspace, uri: string, wanted: string | undefined): string {
  const names = systemsOf(workspace).map(({ name }) => name);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  return workspace.files.get(uri)?.system || names[0] || '';
}

/** Names of the files of a system with a declaration that cannot be read. */
export function brokenFiles(workspace: Workspace, system: string): string[] {
  return filesOf(workspace, system)
    .filter(isBroken)
    .map(({ uri }) => fileNameOf(uri));
}
