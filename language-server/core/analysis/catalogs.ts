import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import { type Catalog, type Control, parentOf } from '../model/control.ts';
import { FRS } from '../model/levels.ts';

/** A control of the baseline; `fr` is the index of its FR, -1 for a control of a group that is no FR or without levels. */
export interface BaselineControl {
  readonly control: Said<Control>;
  /** The requirement that it enhances. */
  readonly parent?: string;
  readonly fr: number;
  /** Lowest SL-T that requires it; a control without levels is required at every SL-T above 0. */
  readonly level: number;
}

/** A catalogue by its name; undefined where none has it. */
export function catalogOf(query: Query, name: string): Said<Catalog> | undefined {
  return query.shared('catalog', name)?.value;
}

/** A control of any catalogue by its identifier, as `SR 1.1` or `SR 1.1 RE 1`. */
export function controlOf(query: Query, id: string): Said<Control> | undefined {
  return query.shared('control', id)?.value;
}

/** True for a control of a zone's own boundary: what zones around it state of that says nothing. */
export const isOfBoundary = (query: Query, id: string): boolean => controlOf(query, id)?.ofBoundary ?? false;

/** The requirement whose exclusion covers an enhancement; undefined for one that is due all the same, and for others. */
export function coveredBy(query: Query, id: string): string | undefined {
  const parent = parentOf(id);
  return parent !== undefined && !controlOf(query, id)?.independent ? parent : undefined;
}

/** Catalogues never change; the list of each is made once. */
const baselines = new WeakMap<Said<Catalog>, readonly BaselineControl[]>();

/** The controls of a catalogue in its order, each with the SR that it enhances. */
export function baselineOf(catalog: Said<Catalog>): readonly BaselineControl[] {
  let controls = baselines.get(catalog);
  if (!controls) {
    controls = catalog.controls.map((control) => ({
      control,
      parent: parentOf(control.id),
      fr: control.level === undefined ? -1 : (FRS as readonly string[]).indexOf(control.group),
      level: control.level ?? 1,
    }));
    baselines.set(catalog, controls);
  }
  return controls;
}
