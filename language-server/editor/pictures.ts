import type { DiagramModel } from '../core/diagram/model/diagram-model.ts';
import type { Workspace } from '../language/workspace.ts';
import { brokenFiles, diagramModelOf } from './diagram.ts';

/** What is kept from one picture to the next. */
export interface Pictures {
  /** Grows with every change of the models. */
  revision: number;
  /** By workspace and system the last model without a file that cannot be read. */
  readonly lastGood: WeakMap<Workspace, Map<string, { readonly model: DiagramModel; readonly revision: number }>>;
}

/** None so far. */
export const noPictures = (): Pictures => ({ revision: 0, lastGood: new WeakMap() });

/** The model to draw: of a system with a file that cannot be read, the one before. */
export function modelToDraw(
  { revision, lastGood }: Pictures,
  workspace: Workspace,
  system: string,
): { model: DiagramModel; broken: string[] } {
  const broken = brokenFiles(workspace, system);
  const good = lastGood.get(workspace) ?? new Map<string, { model: DiagramModel; revision: number }>();
  lastGood.set(workspace, good);
  const kept = good.get(system);
  if (kept && (broken.length > 0 || kept.revision === revision)) return { model: kept.model, broken };
  const model = diagramModelOf(workspace, system);
  if (broken.length === 0) good.set(system, { model, revision });
  return { model, broken };
}
