import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Flow, FlowProtection } from '../model/conduit.ts';
import { PROTECTIONS, type Protection, type Protocol } from '../model/protocol.ts';
import { chainFrom } from './chain.ts';

/** What a protocol protects, with all that it inherits from the protocols it extends. */
export interface ProtocolTraits {
  /** What it has of each; not of what nothing is known of. */
  readonly offers: Readonly<Partial<Record<FlowProtection, Protection>>>;
  /** False for hard-wired and local serial links. */
  readonly network: boolean;
  /** Name of the protocol that secures it. */
  readonly securedBy?: string;
  /** What it is for: fieldbus, remote-access, time … */
  readonly category?: string;
  /** True for one by which people talk to each other: mail, chat, telephony. */
  readonly personToPerson: boolean;
  /** True for one that runs on Ethernet itself, which no IP tunnel carries. */
  readonly layer2: boolean;
}

function protocolNamed(query: Query, name: string): Said<Protocol> | undefined {
  return query.shared('protocol', name)?.value;
}

/** A protocol and those that it extends, the nearest first; empty for one that does not exist. */
const chainOfProtocol = (query: Query, name: string): readonly Said<Protocol>[] =>
  chainFrom(protocolNamed(query, name), ({ base }) => base && protocolNamed(query, base.text));

/** The traits of a protocol by its name, undefined for one that does not exist. */
export const traitsOfProtocol = (query: Query, name: string): ProtocolTraits | undefined =>
  known(query, name, (query) => readTraits(query, name));

const known = createCommonMemo<string, ProtocolTraits | undefined>();

function readTraits(query: Query, name: string): ProtocolTraits | undefined {
  const chain = chainOfProtocol(query, name);
  if (chain.length === 0) return undefined;
  return {
    offers: offersIn(chain),
    network: chain.every(({ network }) => network),
    // A variant that secures what it extends inherits its own name.
    securedBy: chain.map(({ securedBy }) => securedBy?.text).find((other) => other !== undefined && other !== name),
    category: chain.map(({ facts }) => facts.category?.[0]).find((category) => category !== undefined),
    personToPerson: chain.some(({ facts }) => facts['person-to-person']?.[0] === 'yes'),
    layer2: chain.some(({ facts }) => facts.layer2?.[0] === 'yes'),
  };
}

function offersIn(chain: readonly Said<Protocol>[]): ProtocolTraits['offers'] {
  const nearest = (read: (protocol: Said<Protocol>) => Protection | undefined) =>
    chain.map(read).find((offer) => offer);
  const authentication = nearest((each) => each.authentication);
  const stated = chain.find(({ facts }) => facts[MUTUAL])?.facts[MUTUAL]?.[0];
  return {
    authentication,
    integrity: nearest((each) => each.integrity),
    encryption: nearest((each) => each.encryption),
    // Where nobody is known, the ends do not know each other.
    [MUTUAL]: PROTECTIONS.find((word) => word === stated) ?? noneOf([authentication]),
  };
}

/** What protects a protocol and what carries it leave open: each does what it can, so only what neither does. */
export interface Weakness {
  readonly authentication: boolean;
  readonly integrity: boolean;
}

const SOUND: Weakness = { authentication: false, integrity: false };

/**
 * What a flow by a protocol, and by what carries it where that is given, is known not to have; nothing where a name or
 * what it protects is not known, nor without a network: the last of them decides that.
 */
export function weaknessOf(query: Query, names: readonly string[]): Weakness {
  const traits = names.flatMap((name) => traitsOfProtocol(query, name) ?? []);
  if (traits.length < names.length || !traits.at(-1)?.network) return SOUND;
  return {
    authentication: traits.every(({ offers }) => offers.authentication === 'none'),
    integrity: traits.every(({ offers }) => offers.integrity === 'none'),
  };
}

/**
 * True for a flow that a network carries, so that something on the way could filter it. One without a protocol is such a
 * flow, one by an unknown protocol none; where it says what carries it, that decides.
 */
export function isNetworkFlow(query: Query, { protocol, carrier }: Said<Pick<Flow, 'protocol' | 'carrier'>>): boolean {
  const decisive = carrier ?? protocol;
  return !decisive || (traitsOfProtocol(query, decisive.text)?.network ?? false);
}

/** True for a flow by a protocol with which people work from afar. */
export const isRemoteAccess = (query: Query, { protocol }: Said<Pick<Flow, 'protocol'>>): boolean =>
  protocol !== undefined && traitsOfProtocol(query, protocol.text)?.category === 'remote-access';

/** The ends of a flow know each other: stated apart, as few protocols say so. */
const MUTUAL = 'mutual-authentication';

/**
 * What a protocol and what carries it offer of a protection together: the better of them; undefined where one of the
 * names is unknown, or says nothing of it while none has it.
 */
export function offersOf(query: Query, names: readonly string[], protection: FlowProtection): Protection | undefined {
  const offers = names.map((name) => traitsOfProtocol(query, name)?.offers[protection]);
  return offers.length === 1 ? offers[0] : (BEST_FIRST.find((offer) => offers.includes(offer)) ?? noneOf(offers));
}

/**
 * What a flow has of a protection: `yes` also where what is optional is used (`with`), `optional` where it does not say so;
 * undefined where that is not known. Ends that know each other are authenticated.
 */
export function protectionOf(
  query: Query,
  { protocol, carrier, protections }: Said<Pick<Flow, 'protocol' | 'carrier' | 'protections'>>,
  protection: FlowProtection,
): Protection | undefined {
  const names = [protocol, carrier].flatMap((name) => name?.text ?? []);
  const offer = offersOf(query, names, protection);
  if (offer !== 'optional') return offer;
  const isUsed = protections.some(
    ({ value }) => value === protection || (value === MUTUAL && protection === 'authentication'),
  );
  return isUsed ? 'yes' : offer;
}

const BEST_FIRST = PROTECTIONS.filter((offer) => offer !== 'none').reverse();

const noneOf = (offers: readonly (Protection | undefined)[]): 'none' | undefined =>
  offers.length > 0 && offers.every((offer) => offer === 'none') ? 'none' : undefined;
