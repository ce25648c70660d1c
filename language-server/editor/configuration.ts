import { SETTINGS } from './settings.ts';

const GROUP = SETTINGS['zones.missingControl.group'];

/** The settings that the server reads (`zones.*`). */
export interface Configuration {
  /** How missing-control findings are grouped in the editor: one per zone or conduit, one per FR of it, or one per control. */
  readonly missingControlGroup: (typeof GROUP.enum)[number];
}

/** Reads the client's settings; what is absent or unknown has its default. */
export function readConfiguration(settings: unknown): Configuration {
  const group = (settings as { missingControl?: { group?: unknown } } | undefined)?.missingControl?.group;
  return { missingControlGroup: GROUP.enum.find((known) => known === group) ?? GROUP.default };
}
