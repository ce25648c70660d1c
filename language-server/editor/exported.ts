import type { ExportedFinding, ExportedSystem } from '../core/export/frame/model-format.ts';
import { systemNamed } from '../core/plant/index.ts';
import { roadmap } from '../core/report/roadmap.ts';
import type { Workspace } from '../language/workspace.ts';
import { findingsOfSystem } from './diagram.ts';

/**
 * A system of a workspace as exports want it.
 * @param nameOf what its files are called, by their URIs
 */
export function exportedSystem(workspace: Workspace, system: string, nameOf: (uri: string) => string): ExportedSystem {
  const { store } = workspace;
  const query = store.query();
  const plant = systemNamed(query, system);
  return {
    plant,
    findings: () =>
      findingsOfSystem(workspace, system).map(
        ({ severity, rule, element, message, uri, range }): ExportedFinding => ({
          severity,
          rule,
          element,
          message,
          file: nameOf(uri),
          line: range.start.line + 1,
        }),
      ),
    steps() {
      const entries = plant.units.map(({ entry }) => entry);
      return roadmap(query.today, store.queryOn, entries).find(({ name }) => name === system)?.steps ?? [];
    },
  };
}
