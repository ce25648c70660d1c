import type { Handle } from '../engine/element.ts';
import { identityOf } from '../engine/handle.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { ownAssetsOf, viaOf } from '../engine/resolve.ts';
import { isGuard, traitsOf } from './asset-traits.ts';
import { passedBy } from './sides.ts';

/**
 * What stands on a conduit. `guarded`: a boundary asset that decides what passes (`isGuard`), in `via` or of its own.
 * `joined`: boundary assets that join networks and let all pass. `open`: none. `unknown`: no guard, and something of which
 * nobody can tell whether it is one, since its name means nothing or its type does.
 */
export type Guarding = 'guarded' | 'joined' | 'open' | 'unknown';

/** What stands on a conduit, worked out once for all its flows. */
export function guardingOf(query: Query, conduit: Handle<'conduit'>): Guarding {
  return guardings(query, identityOf(conduit), () => ({ guarding: judge(query, conduit) })).guarding;
}

const guardings = createMemo<object, { readonly guarding: Guarding }>();

function judge(query: Query, conduit: Handle<'conduit'>): Guarding {
  const boundary = boundaryOf(query, conduit);
  if (guardsAmong(query, boundary).length > 0) return 'guarded';
  const named = query.fact(conduit, 'via');
  const passed = viaOf(query, conduit);
  const isUnknown = (asset: Handle<'asset'>) => traitsOf(query, asset) === undefined;
  if (passed.length < named.length || [...passed, ...ownAssetsOf(query, conduit)].some(isUnknown)) return 'unknown';
  return boundary.length > 0 ? 'joined' : 'open';
}

/** True unless it is known that nothing on a conduit decides what passes. */
export function mayBeGuarded(query: Query, conduit: Handle<'conduit'>): boolean {
  const guarding = guardingOf(query, conduit);
  return guarding === 'guarded' || guarding === 'unknown';
}

/** The boundary assets on a conduit, in `via` or of its own. */
export const boundaryOf = (query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] =>
  passedBy(query, conduit).filter((asset) => traitsOf(query, asset)?.flags.has('boundary'));

const guardsAmong = (query: Query, assets: readonly Handle<'asset'>[]): Handle<'asset'>[] =>
  assets.filter((asset) => isGuard(traitsOf(query, asset)!));
