import type { Box } from './boxes.ts';
import type { PlacedConduit } from './layout.ts';
import type { VisibleConduit } from './visible.ts';
export function routeConduits(_root: Box, _conduits: readonly VisibleConduit[]): PlacedConduit[] {
  return [];
}
