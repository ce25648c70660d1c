import type { Handle } from '../engine/element.ts';
import { type Identity, identityOf, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { hostOf, partnersOf } from '../engine/resolve.ts';

/** True for assets of which one address is no fault: they run on one machine, or stand in for each other. */
export function mayShareAddress(query: Query, a: Handle<'asset'>, b: Handle<'asset'>): boolean {
  const hosts = machinesOf(query, b);
  return [...machinesOf(query, a)].some((host) => hosts.has(host)) || groupOf(query, a).has(identityOf(b));
}

const machines = createMemo<Identity, ReadonlySet<Identity>>();

/** An asset with what hosts it, what hosts that, and so on; they may go round in a ring. */
function machinesOf(query: Query, asset: Handle<'asset'>): ReadonlySet<Identity> {
  return machines(query, identityOf(asset), () => {
    const found = new Set<Identity>();
    let at: Handle<'asset'> | undefined = asset;
    while (at && !found.has(identityOf(at))) {
      found.add(identityOf(at));
      at = hostOf(query, at);
    }
    return found;
  });
}

const groups = createMemo<Identity, ReadonlySet<Identity>>();

/** An asset with all that stand in for it, whichever of them says so. */
function groupOf(query: Query, asset: Handle<'asset'>): ReadonlySet<Identity> {
  return groups(query, identityOf(asset), () => {
    const found = new Map([[identityOf(asset), asset]]);
    // A map goes on to what is added while it is gone through.
    for (const [, each] of found) {
      const naming = query.all(keys.redundant(each.entry.system, pathOf(each)));
      for (const partner of [...partnersOf(query, each), ...naming]) {
        if (!found.has(identityOf(partner))) found.set(identityOf(partner), partner);
      }
    }
    return new Set(found.keys());
  });
}
