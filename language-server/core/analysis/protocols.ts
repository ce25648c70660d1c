import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Flow, FlowProtection } from '../model/conduit.ts';
import { PROTECTIONS, type Protection, type Protocol } from '../model/protocol.ts';
import { chainFrom } from './chain.ts';

/** What a protocol protects, with all that it inherits from the protocols it extends. */
export interface ProtocolTraits {
  readonly authentication?: Protection;
  readonly integrity?: Protection;
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
  known(query, name, () => ({ traits: readTraits(query, name) })).traits;

const known = createMemo<string, { readonly traits: ProtocolTraits | undefined }>();

function readTraits(query: Query, name: string): ProtocolTraits | undefined {
  const chain = chainOfProtocol(query, name);
  if (chain.length === 0) return undefined;
  return {
    authentication: chain.find(({ authentication }) => authentication)?.authentication,
    integrity: chain.find(({ integrity }) => integrity)?.integrity,
    network: chain.every(({ network }) => network),
    // A variant that secures what it extends inherits its own name.
    securedBy: chain.map(({ securedBy }) => securedBy?.text).find((other) => other !== undefined && other !== name),
    category: chain.map(({ facts }) => facts.category?.[0]).find((category) => category !== undefined),
    personToPerson: chain.some(({ facts }) => facts['person-to-person']?.[0] === 'yes'),
    layer2: chain.some(({ facts }) => facts.layer2?.[0] === 'yes'),
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
    authentication: traits.every(({ authentication }) => authentication === 'none'),
    integrity: traits.every(({ integrity }) => integrity === 'none'),
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
  const offers = names.map((name) => offerOf(query, name, protection));
  return [...PROTECTIONS].reverse().find((offer) => offer !== 'none' && offers.includes(offer)) ?? noneOf(offers);
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
  const isUsed = protections.some(
    ({ value }) => value === protection || (value === MUTUAL && protection === 'authentication'),
  );
  return offer === 'optional' && isUsed ? 'yes' : offer;
}

const noneOf = (offers: readonly (Protection | undefined)[]): 'none' | undefined =>
  offers.length > 0 && offers.every((offer) => offer === 'none') ? 'none' : undefined;

function offerOf(query: Query, name: string, protection: FlowProtection): Protection | undefined {
  const chain = chainOfProtocol(query, name);
  if (protection !== MUTUAL) return chain.find((each) => each[protection])?.[protection];
  const stated = chain.find(({ facts }) => facts[MUTUAL])?.facts[MUTUAL]?.[0];
  // Where nobody is known, the ends do not know each other.
  return PROTECTIONS.find((word) => word === stated) ?? noneOf([offerOf(query, name, 'authentication')]);
}
