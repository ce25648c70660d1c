import { traitsOfProtocol } from '../analysis/protocols.ts';
import { type FlowRef, flowOf } from '../engine/element.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from './fix.ts';

/** At most this many of the carriers that a system has are offered. */
const MOST_OFFERED = 3;

/**
 * What secures a flow: the protocol that its own is secured by, or what carries it, the carriers of its system before the
 * usual one.
 * @param isEnough tells whether a flow is secure by some protocols, each of which does what it can
 */
export function securingFlow(query: Query, ref: FlowRef, isEnough: (names: readonly string[]) => boolean): Fix[] {
  const { protocol, carrier } = flowOf(ref);
  if (!protocol) return [];
  const { securedBy, layer2 } = traitsOfProtocol(query, protocol.text) ?? {};
  const secured =
    securedBy !== undefined && isEnough([securedBy, ...(carrier ? [carrier.text] : [])]) ? [securedBy] : [];
  const usual = layer2 ? 'macsec' : 'ipsec';
  const known = carriersIn(query, ref.entry.system).filter((name) => name !== usual);
  const carriers = [...known.filter((name) => isEnough([protocol.text, name])).slice(0, MOST_OFFERED), usual];
  return [
    ...secured.map(
      (name, i): Fix => ({
        title: `Change to ${name}`,
        edits: [{ kind: 'replace', at: protocol.at, text: name }],
        preferred: i === 0,
      }),
    ),
    ...carriers
      .filter((name) => isEnough([protocol.text, name]))
      .map(
        (name): Fix => ({
          title: `Carry it over ${name}`,
          edits: [
            carrier
              ? { kind: 'replace', at: carrier.at, text: name }
              : { kind: 'replace', at: protocol.at, text: `${protocol.text} over ${name}` },
          ],
        }),
      ),
  ];
}

const carriers = createMemo<string, readonly string[]>();

/** What carries flows of a system over a network, by name. */
function carriersIn(query: Query, system: string): readonly string[] {
  return carriers(query, system, () => {
    const own = [...(query.overview?.entries() ?? [])].filter((entry) => entry.system === system && !entry.library);
    const named = own.flatMap(({ unit }) => unit.flows.flatMap(({ carrier }) => carrier?.text ?? []));
    return [...new Set(named)].filter((name) => traitsOfProtocol(query, name)?.network).sort();
  });
}
