import type { DiagramModel } from './model/diagram-model.ts';
import type { PictureOptions } from './model/picture-options.ts';
import { visibleModel } from './model/visible.ts';

/** So many lines are laid out in the time that somebody waits; more cannot be followed either. */
const MOST_LINES = 500;

/** Why a picture is not drawn, if so: a sentence with what to do. */
export function whyNotDrawn(model: DiagramModel, options: PictureOptions): string | undefined {
  const { length } = visibleModel(model, options).conduits;
  if (length <= MOST_LINES) return undefined;
  return `The picture of '${model.system.title}' would have ${length} lines between zones, and more than ${MOST_LINES} at once can be neither laid out in time nor followed: close zones, put zones into a zone that can be closed, or draw one zone alone.`;
}
