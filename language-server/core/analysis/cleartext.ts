import { type FlowRef, flowOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { type Asked, askedIn, askersOfFlow } from './asked.ts';
import { isNetworkFlow, protectionOf } from './protocols.ts';
import { isUntrusted } from './zone-facts.ts';

/** From this DC on, what goes over an untrusted network is to be encrypted (SR 4.1 RE(1)). */
const OVER_UNTRUSTED = 2;

/** From this DC on, what crosses any boundary is (SR 4.1 RE(2)). */
const OVER_ANY = 4;

/** Who asks that what a flow carries cannot be read on the way, and how high. */
export interface Confidence extends Asked {
  readonly isUntrusted: boolean;
}

/** Who asks that a flow of a conduit is encrypted; undefined where nobody does, or no network carries it. */
export function confidenceAsked(query: Query, ref: FlowRef): Confidence | undefined {
  const { conduit } = flowOf(ref);
  if (conduit < 0 || !isNetworkFlow(query, flowOf(ref))) return undefined;
  const asked = askedIn(askersOfFlow(query, ref), 'DC');
  if (!asked || asked.level < OVER_UNTRUSTED) return undefined;
  const isOpen = isUntrusted(query, { entry: ref.entry, sort: 'conduit', index: conduit });
  return isOpen || asked.level >= OVER_ANY ? { ...asked, isUntrusted: isOpen } : undefined;
}

/** The same of a flow that is not encrypted, as far as is known. */
export function cleartextOf(query: Query, ref: FlowRef): Confidence | undefined {
  const isClear = protectionOf(query, flowOf(ref), 'encryption') === 'none';
  return isClear ? confidenceAsked(query, ref) : undefined;
}
