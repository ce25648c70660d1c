import type { Said } from '../../engine/said.ts';
import { isOfProcess, type ZoneKind } from '../../model/reference-model.ts';
import type { Hue } from './diagram-model.ts';

/** Hues of the kinds inside the plant, from the outermost rank to the innermost, by how many ranks there are. */
const INSIDE: readonly (readonly Hue[])[] = [
  [],
  ['control'],
  ['control', 'process'],
  ['control', 'cell', 'process'],
  ['operations', 'control', 'cell', 'process'],
];

/**
 * The hue of a kind, from what the model says of it: its flags, then its rank among the kinds without flags.
 * A second kind of one rank stands beside the first, as safety stands beside control.
 */
export function hueOf(kinds: readonly Said<ZoneKind>[], kind: Said<ZoneKind> | undefined): Hue {
  if (!kind) return 'other';
  if (kind.flags.includes('external')) return 'external';
  if (kind.flags.includes('entry')) return 'perimeter';
  if (kind.flags.includes('business')) return 'enterprise';
  const inside = kinds.filter(isOfProcess);
  if (inside.find(({ rank }) => rank === kind.rank)?.name !== kind.name) return 'safety';
  const ranks = [...new Set(inside.map(({ rank }) => rank))].sort((a, b) => b - a);
  const at = ranks.indexOf(kind.rank);
  const hues = INSIDE[ranks.length];
  if (hues) return hues[at]!;
  // More ranks than hues: the innermost is the process, the others take turns.
  return at === ranks.length - 1 ? 'process' : (INSIDE[4]![at % 3] ?? 'other');
}
