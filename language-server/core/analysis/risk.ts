import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import { cellValue, type Rating, type Risk, type RiskMatrix } from '../model/risk.ts';

/** The scales that ranks are taken from: position in the list, counted from 1. */
export interface RiskScales {
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  /** The value of each cell by its likelihood, the lowest impact first; undefined where the product of the positions counts. */
  readonly rows?: ReadonlyMap<string, readonly number[]>;
  /** Highest tolerable rank. */
  readonly tolerable: number;
}

/** What counts in a system that declares no matrix. */
const BUILT_IN_SCALES: RiskScales = {
  likelihood: ['remote', 'unlikely', 'possible', 'likely', 'certain'],
  impact: ['negligible', 'minor', 'moderate', 'major', 'catastrophic'],
  tolerable: 6,
};

/** The scales of a system: its first matrix, or the built-in one. */
export function riskScales(query: Query, system: string): RiskScales {
  const matrix = query.first(keys.matrix(system))?.value;
  if (!matrix) return BUILT_IN_SCALES;
  return {
    likelihood: matrix.likelihood.map(({ value }) => value),
    impact: matrix.impact.map(({ value }) => value),
    rows: matrix.rows.length > 0 ? rowsOf(matrix) : undefined,
    tolerable: matrix.tolerable?.value ?? BUILT_IN_SCALES.tolerable,
  };
}

const rowsOf = ({ rows }: Said<RiskMatrix>): ReadonlyMap<string, readonly number[]> =>
  new Map(rows.map(({ likelihood, values }) => [likelihood.text, values.map(({ value }) => value)]));

/** Where a rating stands in the matrix: positions in the scales counted from 1, and what the cell is worth. */
export interface Rank {
  readonly likelihood: number;
  readonly impact: number;
  readonly value: number;
}

/** The rank of a rating; undefined where a part is not given or no word of the scales, and where the matrix has no value for it. */
export function rankOf(scales: RiskScales, rating: Rating): Rank | undefined {
  const [likelihood, impact] = (['likelihood', 'impact'] as const).map(
    (scale) => scales[scale].indexOf(rating[scale]?.text ?? '') + 1,
  );
  const value = likelihood && impact ? cellValue(scales, likelihood, impact) : undefined;
  return likelihood && impact && value !== undefined ? { likelihood, impact, value } : undefined;
}

/** What a risk is rated after its mitigations: what it does not say anew stays as it was. Undefined for an untreated risk. */
export function residualOf({ initial, residual }: Risk): Rating | undefined {
  if (!residual) return undefined;
  return { likelihood: residual.likelihood ?? initial.likelihood, impact: residual.impact ?? initial.impact };
}
