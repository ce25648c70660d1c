import { type AssetTraits, traitsOf } from '../analysis/asset-traits.ts';
import { isNetworkFlow, isRemoteAccess } from '../analysis/protocols.ts';
import { joinedBy, passageOf, type Side, sidesOf } from '../analysis/sides.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import { type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Flow } from '../model/conduit.ts';
import type { KindFlag, ZoneKind } from '../model/reference-model.ts';
import { defineRule } from './frame/rule.ts';

/** Zones in which sessions from elsewhere may end, and from which somebody may come who is not to go further. */
const OUTER: readonly KindFlag[] = ['entry', 'external', 'business'];

export const remoteSessionPath = defineRule({
  code: 'remote-session-path',
  title: 'Remote session straight into the plant',
  group: 'boundaries',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 1.13', 'IEC 62443-3-3 SR 2.6'],
  messages: {
    protocol:
      "'{source}' opens a session by '{protocol}' straight into zone '{zone}', and nothing in between can end it or tell who is working: end it at a jump host or remote access gateway in the perimeter, and go on from there.",
    remote:
      "'{source}' lets people in from elsewhere and leads on to '{target}' in zone '{zone}' without ending their session: end it at a jump host or remote access gateway in the perimeter, and go on from there.",
    external:
      "'{source}' comes from outside straight to '{target}' in zone '{zone}', and nothing in between can end that access or tell whose it is: end it at a jump host or remote access gateway in the perimeter, and go on from there.",
  },
  checks: {
    flow(ref, { query }, report) {
      const flow = flowOf(ref);
      if (flow.conduit < 0) return;
      const session = sessionOf(query, ref);
      if (!session) return;
      const { source, target, why, zone } = session;
      const values = {
        source: source.text,
        target: target.text,
        zone: pathFrom(ref, zone),
        protocol: flow.protocol?.text ?? '',
      };
      report(why, values, { at: source.at, subject: { sort: 'flow', index: ref.index } });
    },
  },
});

/** How somebody gets from elsewhere into the plant. */
interface Session extends Pick<Flow, 'source' | 'target'> {
  readonly why: 'protocol' | 'remote' | 'external';
  readonly zone: Handle<'zone'>;
}

/** The session that a flow is, in either direction where it goes both ways. */
function sessionOf(query: Query, ref: FlowRef): Session | undefined {
  const flow = flowOf(ref);
  if (!isNetworkFlow(query, flow)) return undefined;
  const ends = joinedBy(query, { entry: ref.entry, sort: 'conduit', index: flow.conduit });
  const sides = ends && passageOf(query, ref, ends) ? sidesOf(query, ref) : undefined;
  if (!sides) return undefined;
  const { source, target, both } = flow;
  const forth = sessionFrom(query, flow, sides[0], sides[1]);
  if (forth) return { ...forth, source, target };
  const back = both ? sessionFrom(query, flow, sides[1], sides[0]) : undefined;
  return back && { ...back, source: target, target: source };
}

function sessionFrom(query: Query, flow: Flow, from: Side, to: Side): Pick<Session, 'why' | 'zone'> | undefined {
  const targetKind = kindAt(query, to);
  if (!targetKind || isOuter(targetKind)) return undefined;
  const zone = to.home as Handle<'zone'>;
  const sourceKind = kindAt(query, from);
  const source = traitsAt(query, from);
  // Of an asset whose type is not known nobody can tell whether it ends sessions.
  if (source === 'unknown' || source?.role === 'session') return undefined;
  const isRemote = source?.flags.has('remote-access') ?? false;
  if (!isRemote && !(sourceKind && isOuter(sourceKind))) return undefined;
  // A tunnel between two firewalls joins networks: nobody works at either.
  const target = traitsAt(query, to);
  const isTunnel = !isRemote && isBoundary(source) && target !== 'unknown' && isBoundary(target);
  if (isRemoteAccess(query, flow) && !isTunnel) return { why: 'protocol', zone };
  // Who only reads values opens no session, as a gateway does that collects them for a cloud.
  if (isRemote && sourceKind?.flags.includes('external') !== true && flow.access?.value === 'read') return undefined;
  if (isRemote) return { why: 'remote', zone };
  return sourceKind?.flags.includes('external') ? { why: 'external', zone } : undefined;
}

const isBoundary = (traits: AssetTraits | undefined): boolean => traits?.flags.has('boundary') ?? false;

const isOuter = ({ flags }: Said<ZoneKind>): boolean => OUTER.some((flag) => flags.includes(flag));

const kindAt = (query: Query, { home }: Side): Said<ZoneKind> | undefined =>
  home.sort === 'zone' ? kindOf(query, home as Handle<'zone'>) : undefined;

/** What an end is: undefined where it is a zone, any of whose assets may be meant. */
function traitsAt(query: Query, { element }: Side): AssetTraits | 'unknown' | undefined {
  return element.sort === 'asset' ? (traitsOf(query, element as Handle<'asset'>) ?? 'unknown') : undefined;
}
