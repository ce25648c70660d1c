import type { Handle } from '../engine/element.ts';
import { isSameZone, nameOf, namePlaceOf, pathFrom, pathOf, zonesAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { flowsIn, type KnownFlow, ownAssetsOf, viaOf } from '../engine/resolve.ts';
import type { AssetFlag } from '../model/asset-type.ts';
import { listAnd } from '../text/words.ts';
import { type AssetTraits, traitsOf, traitsOfType } from './asset-traits.ts';
import {
  type Cause,
  conduitsAt,
  type Drawn,
  type DrawnFlow,
  drawnAt,
  flowName,
  flowsAcross,
  flowsAt,
  zonesJoined,
} from './drawing.ts';
import { guardingOf } from './guards.ts';
import { overlapWithZone } from './network-overlaps.ts';
import { isNetworkFlow, isRemoteAccess, protectionOf, traitsOfProtocol } from './protocols.ts';
import { sharedBy } from './shared-switches.ts';
import { isExternal, isUntrusted } from './zone-facts.ts';

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
  'SR 1.2': (query, drawn) => first(flowsAt(query, drawn, lacking(query, 'authentication'))),
  'SR 2.11 RE(1)': absent((query, drawn) => {
    const isTime = ({ flow: { said } }: DrawnFlow) =>
      said.protocol !== undefined && traitsOfProtocol(query, said.protocol.text)?.category === 'time';
    return first(flowsAt(query, drawn, isTime)) !== undefined;
  }),
  'SR 3.1 RE(1)': (query, drawn) => first(flowsAt(query, drawn, lacking(query, 'integrity'))),
  'SR 4.1 RE(1)': (query, drawn) => {
    const isClear = lacking(query, 'encryption');
    const isOpen = ({ holder }: DrawnFlow) => holder.sort === 'conduit' && isUntrusted(query, holder);
    return first(flowsAcross(query, drawn, (each) => isClear(each) && isOpen(each)));
  },
  'SR 4.1 RE(2)': (query, drawn) => first(flowsAcross(query, drawn, lacking(query, 'encryption'))),
  'SR 5.1': (query, { zones }) => {
    for (const zone of zones) {
      const overlap = overlapWithZone(query, zone);
      if (!overlap) continue;
      const { network, other, otherNetwork } = overlap;
      return { cause: { name: network, entry: other.entry, at: otherNetwork.at }, other: pathFrom(zone, other) };
    }
    return undefined;
  },
  'SR 5.1 RE(1)': (query, { zones, conduits }) => {
    for (const asset of conduits.flatMap((conduit) => onConduit(query, conduit))) {
      const shared = sharedBy(query, asset);
      if (!shared?.zones.some((zone) => zones.some((each) => isSameZone(zone, each)))) continue;
      const { first, second } = shared.pair;
      const cause = { name: pathOf(asset), entry: asset.entry, at: namePlaceOf(asset) };
      return { cause, other: listAnd([first, second].map((zone) => `'${pathFrom(asset, zone)}'`)) };
    }
    return undefined;
  },
  'SR 5.2': (query, { conduits }) => {
    for (const conduit of conduits) {
      const guarding = guardingOf(query, conduit);
      if (guarding === 'guarded' || guarding === 'unknown') continue;
      const flow = flowsIn(query, conduit).find(({ said }) => isNetworkFlow(query, said));
      if (flow) return { cause: { name: pathOf(conduit), entry: conduit.entry, at: namePlaceOf(conduit) } };
    }
    return undefined;
  },
  'SR 5.2 RE(1)': (query, drawn) =>
    first(flowsAcross(query, drawn, ({ flow: { said } }) => said.protocol === undefined && !said.hasPort)),
  'SR 5.3': (query, drawn) => {
    const isPersonal = ({ flow: { said } }: DrawnFlow) =>
      said.protocol !== undefined && traitsOfProtocol(query, said.protocol.text)?.personToPerson === true;
    return first(flowsAcross(query, drawn, isPersonal));
  },
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

/** Those of them that something would contradict wherever it is; of the others something is missed. */
export const isSeen = (control: Contradicted): boolean => !['SR 2.11 RE(1)', 'SR 6.2', 'SR 7.8'].includes(control);

/** What has to be drawn somewhere, and is missed where there is anything that could need it. */
function absent(isThere: (query: Query, drawn: Drawn) => boolean): Find {
  return (query, drawn) => (typesIn(query, drawn.zones).length === 0 || isThere(query, drawn) ? undefined : {});
}

/** Tells network flows that are known to lack a protection. */
const lacking =
  (query: Query, protection: 'authentication' | 'integrity' | 'encryption') =>
  ({ flow: { said } }: DrawnFlow): boolean =>
    isNetworkFlow(query, said) && protectionOf(query, said, protection) === 'none';

/** The first of some flows, with its protocol. */
function first(flows: Iterable<KnownFlow>): Contradiction | undefined {
  for (const flow of flows) {
    const { entry, at, said } = flow;
    return { cause: { name: flowName(flow), entry, at }, other: said.protocol?.text };
  }
  return undefined;
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

/** What shows that some requirements apply in a zone, and with it all that enhances them. */
export interface ExclusionCause {
  /** What the ids of the messages about it begin with. */
  readonly cause: string;
  readonly controls: readonly string[];
  /** The names of what shows it, in the order of the text or of their names; empty where nothing does. */
  readonly find: (query: Query, zone: Handle<'zone'>) => readonly string[];
}

/** By cause, the requirements that are excluded in vain where it is seen. */
export const AGAINST_EXCLUDED = [
  { cause: 'wireless', controls: ['SR 1.6', 'SR 2.2'], find: flagged('wireless') },
  { cause: 'portable', controls: ['SR 2.3'], find: flagged('portable') },
  {
    cause: 'remote-access',
    controls: ['SR 1.13'],
    find: (query, zone) => [...flagged('remote-access')(query, zone), ...externalConduits(query, zone)],
  },
  {
    cause: 'conduit',
    controls: ['SR 5.1', 'SR 5.2'],
    find: (query, zone) => sortedNames(conduitsAt(query, zone)),
  },
  {
    cause: 'host',
    controls: ['SR 1.1', 'SR 1.3', 'SR 1.5', 'SR 1.7', 'SR 2.1', 'SR 2.5', 'SR 2.8', 'SR 3.2'],
    find: named(({ traits }) => traits.class === 'host-device'),
  },
  {
    cause: 'component',
    controls: ['SR 7.3', 'SR 7.4', 'SR 7.6', 'SR 7.7', 'SR 7.8'],
    find: named(({ traits }) => traits.class !== undefined),
  },
  { cause: 'control', controls: ['SR 3.6'], find: flagged('control') },
  {
    cause: 'network-flow',
    controls: ['SR 1.2'],
    find: flowsThat((query, { flow: { said } }) => isNetworkFlow(query, said)),
  },
  { cause: 'remote-flow', controls: ['SR 2.6'], find: flowsThat(isRemoteSession) },
  {
    cause: 'encryption',
    controls: ['SR 4.3'],
    find: flowsThat((query, { flow: { said } }) => protectionOf(query, said, 'encryption') === 'yes'),
  },
] as const satisfies readonly ExclusionCause[];

/** The assets directly in a zone that are of some sort. */
function named(isMeant: (member: ReturnType<typeof typesIn>[number]) => boolean): ExclusionCause['find'] {
  return (query, zone) =>
    typesIn(query, [zone])
      .filter(isMeant)
      .map(({ name }) => name);
}

/** Those whose types have a flag. */
function flagged(flag: AssetFlag): ExclusionCause['find'] {
  return named(({ traits }) => traits.flags.has(flag));
}

/** The flows from or to a zone or something in it that are of some sort. */
function flowsThat(isMeant: (query: Query, drawn: DrawnFlow) => boolean): ExclusionCause['find'] {
  return (query, zone) => [...flowsAt(query, drawnAt(query, [zone]), (each) => isMeant(query, each))].map(flowName);
}

/** True for a flow by which somebody works from afar: by its protocol, or from what gives remote access. */
function isRemoteSession(query: Query, { flow }: DrawnFlow): boolean {
  if (isRemoteAccess(query, flow.said)) return true;
  const [source] = flow.ends;
  return source?.sort === 'asset' && traitsOf(query, source as Handle<'asset'>)?.flags.has('remote-access') === true;
}

/** The names of the conduits that join a zone to an external one. */
const externalConduits = (query: Query, zone: Handle<'zone'>): string[] =>
  sortedNames(
    conduitsAt(query, zone).filter((conduit) => zonesJoined(query, conduit).some((end) => isExternal(query, end))),
  );

const sortedNames = (conduits: readonly Handle<'conduit'>[]): string[] => conduits.map(nameOf).sort();
