import { isNetworkFlow } from '../../analysis/protocols.ts';
import { type Ends, flowsOf } from '../../analysis/sides.ts';
import { kindOf } from '../../analysis/zone-facts.ts';
import { type ConduitRef, flowOf, type Handle } from '../../engine/element.ts';
import type { Query } from '../../engine/query.ts';
import type { Said } from '../../engine/said.ts';
import { FRS, type SlVector } from '../../model/levels.ts';
import type { ZoneKind } from '../../model/reference-model.ts';

/** An end of a conduit, and the SL-T that it is to reach. */
export interface Level {
  readonly zone: Handle<'zone'>;
  readonly slT: SlVector;
}

/**
 * Why something has to decide what passes a conduit: one of its ends is where traffic from outside arrives, two of them
 * are to reach different levels, or they are alike and traffic is to be controlled at each boundary all the same.
 */
export type BoundaryNeed =
  | { readonly why: 'outside'; readonly zone: Handle<'zone'>; readonly kind: Said<ZoneKind> }
  | { readonly why: 'levels'; readonly left: Level; readonly right: Level }
  | { readonly why: 'equal'; readonly left: Level; readonly right: Level };

/** From this RDF on, boundary protection is asked for between equals, too: it refuses what is not allowed (SR 5.2 RE(1)). */
const LEAST_RDF = 2;

/** Undefined where no device has to decide anything, or none could: all of the flows are hard-wired or local serial. */
export function boundaryNeedOf(query: Query, ref: ConduitRef, ends: Ends): BoundaryNeed | undefined {
  const flows = flowsOf(ref);
  const isOnNetwork = flows.some((flow) => isNetworkFlow(query, flowOf(flow)));
  if (flows.length > 0 && !isOnNetwork) return undefined;
  const kinds = ends.map((end) => kindOf(query, end));
  // What two others exchange outside the system is theirs to protect.
  if (kinds.every((kind) => kind?.flags.includes('external'))) return undefined;
  const open = kinds.findIndex((kind) => kind?.flags.includes('external') || kind?.flags.includes('entry'));
  if (open >= 0) return { why: 'outside', zone: ends[open]!, kind: kinds[open]! };
  const levels = ends.flatMap((zone): Level[] => {
    const slT = query.fact(zone, 'slT');
    return slT ? [{ zone, slT }] : [];
  });
  const [left, second] = levels;
  if (!left || !second) return undefined;
  // Where any two differ, one of them differs from the first.
  const right = levels.find(({ slT }) => slT.some((level, fr) => level !== left.slT[fr]));
  if (right) return { why: 'levels', left, right };
  return isOnNetwork && left.slT[FRS.indexOf('RDF')]! >= LEAST_RDF ? { why: 'equal', left, right: second } : undefined;
}
