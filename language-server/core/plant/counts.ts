import type { BaselineControl } from '../analysis/catalogs.ts';
import { isMet, isPending, isSettled, type Statuses, standingIn } from '../analysis/status.ts';
import { FRS } from '../model/levels.ts';
import type { ControlState, RequiredControls } from './required.ts';

/** What is required, by how it stands: the one place where met, planned and unmet are told apart. */
export function requiredControls(required: readonly BaselineControl[], statuses: Statuses): RequiredControls {
  const all = required.map((item): ControlState => {
    const { status, isInherited } = standingIn(statuses, item.control.id);
    return { ...item, status, isInherited };
  });
  const met = all.filter(({ status }) => isMet(status));
  const unmet = all.filter(({ status }) => !isSettled(status));
  return {
    all,
    met,
    inherited: met.filter(({ isInherited }) => isInherited),
    notApplicable: all.filter(({ status }) => status === 'excluded'),
    planned: unmet.filter(({ status }) => status === 'planned'),
    accepted: unmet.filter(({ status }) => status === 'accepted'),
    unmet,
    open: unmet.filter(({ status }) => !isPending(status)),
  };
}

/** How many of some controls each FR has. */
export function countByFr(controls: readonly ControlState[]): number[] {
  return FRS.map((_, fr) => controls.filter((control) => control.fr === fr).length);
}
