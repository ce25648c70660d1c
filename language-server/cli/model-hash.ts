import { createHash } from 'node:crypto';
import { canonicalText, HASH_PREFIX } from '../core/model/canonical.ts';
import type { PlantSystem } from '../core/plant/plant.ts';

/** The hash of what a system says, as an approval names it: `sha256:1:` and 64 hex digits. */
export const hashOf = ({ units }: PlantSystem): string =>
  HASH_PREFIX +
  createHash('sha256')
    .update(canonicalText(units.map(({ entry }) => entry.unit)), 'utf8')
    .digest('hex');
