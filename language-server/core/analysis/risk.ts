import { keys } from '../engine/contributions.ts';
import type { View } from '../engine/view.ts';

/** The scales that ranks are taken from: position in the list, counted from 1. */
export interface RiskScales {
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  /** Highest tolerable product of the two ranks. */
  readonly tolerable: number;
}

/** What counts in a system that declares no matrix. */
export const BUILT_IN_SCALES: RiskScales = {
  likelihood: ['remote', 'unlikely', 'possible', 'likely', 'certain'],
  impact: ['negligible', 'minor', 'moderate', 'major', 'catastrophic'],
  tolerable: 6,
};

/** The scales of a system: its first matrix, or the built-in one. */
export function riskScales(view: View, system: string): RiskScales {
  const offer = view.first(keys.matrix(system));
  const matrix = offer?.entry.unit.matrices[offer.index];
  if (!matrix) return BUILT_IN_SCALES;
  return {
    likelihood: matrix.likelihood.map(({ value }) => value),
    impact: matrix.impact.map(({ value }) => value),
    tolerable: matrix.tolerable?.value ?? BUILT_IN_SCALES.tolerable,
  };
}
