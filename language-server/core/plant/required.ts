import type { BaselineControl } from '../analysis/catalogs.ts';
import type { Status } from '../analysis/status.ts';

/** A control that is required, and how it stands. */
export interface ControlState extends BaselineControl {
  readonly status: Status;
  /** True where what decides stands elsewhere: in a zone around, or in the settings. */
  readonly isInherited: boolean;
}

/** All that an SL-T requires, by how it stands: each list in the order of the baseline, its length the count. */
export interface RequiredControls {
  readonly all: readonly ControlState[];
  /** In place: implemented, or compensated. */
  readonly met: readonly ControlState[];
  /** Those of the met whose statement stands elsewhere. */
  readonly inherited: readonly ControlState[];
  /** Excluded. */
  readonly notApplicable: readonly ControlState[];
  readonly planned: readonly ControlState[];
  readonly accepted: readonly ControlState[];
  /** All else. */
  readonly unmet: readonly ControlState[];
  /** What is unmet and neither planned nor accepted. */
  readonly open: readonly ControlState[];
}
