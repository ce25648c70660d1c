import type { Severities } from '../core/engine/query.ts';
import { readSeverities } from '../core/rules/frame/severities.ts';
import { RULES } from '../core/rules/index.ts';
import { SETTINGS } from './settings.ts';

const GROUP = SETTINGS['zones.missingControl.group'];

/** How missing-control findings are grouped in the editor: one per zone or conduit, one per FR of it, or one per control. */
export type MissingControlGroup = (typeof GROUP.enum)[number];

/** The settings that the server reads (`zones.*`). */
export interface Configuration {
  readonly missingControlGroup: MissingControlGroup;
  /** What the user wants of rules, by their codes. */
  readonly severities: Severities;
  /** What cannot be followed, a sentence each. */
  readonly faults: readonly string[];
}

/** Reads the client's settings; what is absent or unknown has its default. */
export function readConfiguration(settings: unknown): Configuration {
  const { missingControl, rules } = (settings ?? {}) as { missingControl?: { group?: unknown }; rules?: unknown };
  const group = missingControl?.group;
  return {
    missingControlGroup: GROUP.enum.find((known) => known === group) ?? GROUP.default,
    ...readSeverities(RULES, typeof rules === 'object' ? ((rules ?? {}) as Readonly<Record<string, unknown>>) : {}),
  };
}
