import type { Handle } from '../engine/element.ts';
import { namePlaceOf, pathOf, zonesAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { ownAssetsOf, viaOf } from '../engine/resolve.ts';
import { type AssetTraits, traitsOf, traitsOfType } from './asset-traits.ts';
import { type Cause, type Drawn, type DrawnFlow, flowName, flowsAcross, flowsAt } from './drawing.ts';
import { guardingOf } from './guards.ts';
import { overlapWithZone } from './network-overlaps.ts';
import { isNetworkFlow, protectionOf, traitsOfProtocol } from './protocols.ts';
import { isUntrusted } from './zone-facts.ts';

/*
 * What a drawing says against a claim: which requirements a cause contradicts stands here and nowhere else. A rule asks
 * for what a type or protocol does, never for its name.
 */

/** What contradicts, with a second name where one is not enough to see it. */
export interface Contradiction {
  readonly cause?: Cause;
  readonly other?: string;
}

/** Looks for the first thing that contradicts, in the order of the text. */
type Find = (query: Query, drawn: Drawn) => Contradiction | undefined;

/** By requirement, what is seen where it is said to be implemented and is not. */
const against = {
  'SR 1.2': (query, drawn) => unprotected(query, flowsAt(query, drawn), 'authentication'),
  'SR 2.11 RE(1)': absent((query, drawn) => {
    const isTime = ({ said: { protocol } }: DrawnFlow) =>
      protocol !== undefined && traitsOfProtocol(query, protocol.text)?.category === 'time';
    return flowsAt(query, drawn).some(isTime);
  }),
  'SR 3.1 RE(1)': (query, drawn) => unprotected(query, flowsAt(query, drawn), 'integrity'),
  'SR 4.1 RE(1)': (query, drawn) => {
    const isOpen = ({ holder }: DrawnFlow) => holder.sort === 'conduit' && isUntrusted(query, holder);
    return unprotected(query, flowsAcross(query, drawn).filter(isOpen), 'encryption');
  },
  'SR 4.1 RE(2)': (query, drawn) => unprotected(query, flowsAcross(query, drawn), 'encryption'),
  'SR 5.1': (query, { zones }) => {
    for (const zone of zones) {
      const overlap = overlapWithZone(query, zone);
      if (!overlap) continue;
      const { network, other, otherNetwork } = overlap;
      return { cause: { name: network, entry: other.entry, at: otherNetwork.at }, other: pathOf(other) };
    }
    return undefined;
  },
  'SR 5.2': (query, { conduits }) => {
    for (const conduit of conduits) {
      const guarding = guardingOf(query, conduit);
      if (guarding === 'guarded' || guarding === 'unknown') continue;
      const flow = flowsAcross(query, { zones: [], conduits: [conduit] }).find(({ said }) =>
        isNetworkFlow(query, said),
      );
      if (flow) return { cause: { name: pathOf(conduit), entry: conduit.entry, at: namePlaceOf(conduit) } };
    }
    return undefined;
  },
  'SR 5.2 RE(1)': (query, drawn) =>
    firstFlow(flowsAcross(query, drawn), ({ said: { protocol, hasPort } }) => protocol === undefined && !hasPort),
  'SR 5.3': (query, drawn) =>
    firstFlow(
      flowsAcross(query, drawn),
      ({ said: { protocol } }) =>
        protocol !== undefined && traitsOfProtocol(query, protocol.text)?.personToPerson === true,
    ),
  'SR 6.2': absent((query, { zones, conduits }) => {
    const isSensor = (traits: AssetTraits | undefined) => traits?.flags.has('sensor') === true;
    return (
      typesIn(query, zones.flatMap(zonesAround)).some(({ traits }) => isSensor(traits)) ||
      conduits.some((conduit) => onConduit(query, conduit).some((asset) => isSensor(traitsOf(query, asset))))
    );
  }),
  'SR 7.8': (query, { zones }) => {
    const components = typesIn(query, zones).filter(({ traits }) => traits.class !== undefined);
    return components.length > 0 && components.every(({ hasVersion }) => !hasVersion) ? {} : undefined;
  },
} as const satisfies Readonly<Record<string, Find>>;

/** A requirement that a drawing can be seen to contradict where it is said to be implemented. */
export type Contradicted = keyof typeof against;

export const AGAINST_IMPLEMENTED: Readonly<Record<Contradicted, Find>> = against;

/** What has to be drawn somewhere, and is missed where there is anything that could need it. */
function absent(isThere: (query: Query, drawn: Drawn) => boolean): Find {
  return (query, drawn) => (typesIn(query, drawn.zones).length === 0 || isThere(query, drawn) ? undefined : {});
}

/** The first network flow that is known to lack a protection, with its protocol. */
const unprotected = (
  query: Query,
  flows: readonly DrawnFlow[],
  protection: 'authentication' | 'integrity' | 'encryption',
): Contradiction | undefined =>
  firstFlow(flows, ({ said }) => isNetworkFlow(query, said) && protectionOf(query, said, protection) === 'none');

function firstFlow(flows: readonly DrawnFlow[], isWrong: (flow: DrawnFlow) => boolean): Contradiction | undefined {
  const flow = flows.find(isWrong);
  if (!flow) return undefined;
  const { entry, at, said } = flow;
  return { cause: { name: flowName(flow), entry, at }, other: said.protocol?.text };
}

/** What a conduit passes, and its own equipment. */
const onConduit = (query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] => [
  ...viaOf(query, conduit),
  ...ownAssetsOf(query, conduit),
];

/** The assets directly in some zones, whose types are known. */
function typesIn(query: Query, zones: readonly Handle<'zone'>[]) {
  return zones.flatMap((zone) =>
    query.fact(zone, 'assets').flatMap(({ name, type, hasVersion }) => {
      const traits = type === undefined ? undefined : traitsOfType(query, type);
      return traits ? [{ name, hasVersion, traits }] : [];
    }),
  );
}
