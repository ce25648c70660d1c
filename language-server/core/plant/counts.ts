import type { BaselineControl } from '../analysis/settings.ts';
import { isMet, isPending, type Statuses, statusIn } from '../analysis/status.ts';
import { FRS } from '../model/levels.ts';
import type { ControlState, RequiredControls } from './plant.ts';

/** What is asked for, by how it stands: the one place where met, planned and missing are told apart. */
export function requiredControls(asked: readonly BaselineControl[], statuses: Statuses): RequiredControls {
  const all = asked.map((item): ControlState => ({ ...item, status: statusIn(statuses, item.control.id) }));
  const missing = all.filter(({ status }) => !isMet(status));
  return {
    all,
    met: all.filter(({ status }) => isMet(status)),
    planned: missing.filter(({ status }) => status === 'planned'),
    accepted: missing.filter(({ status }) => status === 'accepted'),
    missing,
    open: missing.filter(({ status }) => !isPending(status)),
  };
}

/** How many of some controls each FR has. */
export function countByFr(controls: readonly ControlState[]): number[] {
  return FRS.map((_, fr) => controls.filter((control) => control.fr === fr).length);
}
