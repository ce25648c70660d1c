import type { Approval, Assessment, Revision, Surrounding, TolerableRisk } from './record.ts';
import type { Place, Reference, Text } from './reference.ts';
import type { Statement } from './statement.ts';

export const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'] as const;

export type SeveritySetting = (typeof SEVERITIES)[number];
export type Severity = Exclude<SeveritySetting, 'off'>;

/** `rule <code> <severity> "<reason>"` in the settings of a system. */
export interface RuleSetting {
  readonly rule: Reference;
  readonly severity: SeveritySetting;
  readonly at: Place;
  readonly reason?: Text;
}

/** The `system` header of one file, with its settings block if it has one. */
export interface SystemHeader {
  readonly name: Text;
  readonly title?: Text;
  readonly at: Place;
  /** True when the header carries a `{ … }` block. */
  readonly settings: boolean;
  readonly description?: Text;
  readonly owner?: Text;
  /** Number of the document that the record is written in. */
  readonly document?: Text;
  readonly classification?: Text;
  readonly function?: Text;
  readonly intendedUse?: Text;
  /** Equipment and process under control. */
  readonly equipment: readonly Text[];
  readonly environment: readonly Surrounding[];
  /** The initial risk assessment. */
  readonly assessment?: Assessment;
  readonly tolerableRisk?: TolerableRisk;
  readonly revisions: readonly Revision[];
  readonly approvals: readonly Approval[];
  readonly model?: Reference;
  readonly baseline: readonly Reference[];
  readonly statements: readonly Statement[];
  readonly rules: readonly RuleSetting[];
  readonly doc?: string;
}
