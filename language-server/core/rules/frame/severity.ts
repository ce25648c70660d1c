import { isOnRecord } from '../../analysis/settings.ts';
import type { Query } from '../../engine/query.ts';
import type { SeveritySetting } from '../../model/system.ts';
import type { AnyRule } from './rule.ts';

/**
 * The severity that a rule has in a system where nobody sets one: what a record lacks is a hint, and information where
 * somebody is writing it.
 */
export function standardSeverity(
  query: Query,
  system: string,
  { group, severity }: Pick<AnyRule, 'group' | 'severity'>,
): SeveritySetting {
  return group === 'documentation' && severity === 'hint' && isOnRecord(query, system) ? 'info' : severity;
}
