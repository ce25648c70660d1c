import { traitsOf } from '../analysis/asset-traits.ts';
import { mayBeGuarded } from '../analysis/guards.ts';
import { isNetworkFlow, isRemoteAccess } from '../analysis/protocols.ts';
import { type Ends, flowPaths, flowsOf, joinedBy, OWN_SIDE, passageOf, type Side, sidesOf } from '../analysis/sides.ts';
import { safetyOf } from '../analysis/zone-facts.ts';
import { type ConduitRef, conduitOf, type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { passThroughBoundary } from '../fixes/boundary-assets.ts';
import type { Fix } from '../fixes/fix.ts';
import { placeholder } from '../fixes/placeholder.ts';
import type { AssetFlag } from '../model/asset-type.ts';
import type { Reference } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';
import { nameFirst } from './shared/members.ts';

/** Whoever works from one of these can change what a safety system does. */
const CHANGING: readonly AssetFlag[] = ['engineering', 'portable', 'remote-access'];

export const safetyAccess = defineRule({
  code: 'safety-access',
  title: 'Open way into a safety zone',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 3.3', 'IEC 62443-3-3 SR 5.2'],
  messages: {
    open: "Conduit '{name}' leads into safety zone '{zone}' with nothing on it that decides what passes, so whoever takes '{other}' reaches what has to keep the plant safe: pass it through a firewall or data diode in 'via'.",
    access:
      "Over conduit '{name}', {sources} can change safety zone '{zone}' at any time: say with 'when' by what it is released, or with 'access read' that it only reads.",
    bothWays:
      "Conduit '{name}' lets '{other}' and safety zone '{zone}' open connections to each other ('<->'): write the flow one way, out of the safety zone where that is enough, or with 'access read' that it only reads.",
    openAccess:
      "Conduit '{name}' leads into safety zone '{zone}' with nothing on it that decides what passes, and {sources} can change that zone at any time: pass it through a firewall or data diode in 'via', and say with 'when' by what the access is released.",
    openBothWays:
      "Conduit '{name}' lets '{other}' and safety zone '{zone}' open connections to each other ('<->') with nothing on it that decides what passes: pass it through a firewall or data diode in 'via', and write the flow one way.",
    accessBothWays:
      "Over conduit '{name}', {sources} can change safety zone '{zone}' at any time, and a flow both ways ('<->') lets '{other}' open connections to it: say with 'when' by what the access is released, and write the flow one way.",
    all: "Conduit '{name}' leads into safety zone '{zone}' with nothing on it that decides what passes, {sources} can change that zone at any time, and a flow goes both ways ('<->'): pass it through a firewall or data diode in 'via', say 'when', and write the flow one way.",
  },
  checks: {
    conduit(ref, { entry, query }, report) {
      const ends = conduitOf(ref).flows.length > 0 ? joinedBy(query, ref) : undefined;
      const crossings = ends ? crossingsOf(query, ref, ends) : [];
      if (crossings.length === 0) return;
      const isOpen = !mayBeGuarded(query, ref);
      const faulty = crossings.flatMap((crossing) => {
        const { flow } = crossing;
        // Contacts wired both ways open no connection.
        const isOnNetwork = isNetworkFlow(query, flowOf(flow));
        const open = isOpen && isOnNetwork;
        const access = isFreeAccess(query, crossing);
        const bothWays = isOnNetwork && flowOf(flow).both && !isReading(flow);
        return open || access || bothWays ? [{ ...crossing, open, access, bothWays }] : [];
      });
      const [first] = faulty;
      if (!first) return;
      const access = faulty.filter((crossing) => crossing.access);
      const sources = [...new Set(access.map(({ outer }) => outer.text))];
      const { name } = conduitOf(ref);
      const values = {
        name: name.value,
        zone: pathFrom(ref, first.safe),
        other: pathFrom(ref, first.other),
        sources: nameFirst(sources),
      };
      const has = (cause: 'open' | 'bothWays') => faulty.some((crossing) => crossing[cause]);
      const message = messageOf(has('open'), access.length > 0, has('bothWays'));
      report(message, values, {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        data: { flows: faulty.map(({ flow }) => flowPaths(query, flow)) },
        related: faulty.map(({ flow }) => {
          const { source, target, both } = flowOf(flow);
          return { entry, at: source.at, message: `Flow '${source.text} ${both ? '<->' : '->'} ${target.text}'` };
        }),
        fixes: () => [
          ...(has('open') ? passThroughBoundary(query, ref, ends!) : []),
          ...(access.length > 0 ? [sayingWhen(access)] : []),
        ],
      });
    },
  },
});

/** A flow between a safety zone and what is none. */
interface Crossing {
  readonly flow: FlowRef;
  readonly safe: Side['home'];
  readonly other: Side['home'];
  /** Its end outside, as written, and what that is. */
  readonly outer: Reference;
  readonly element: Handle;
  /** True where the connection is opened from outside. */
  readonly isInwards: boolean;
}

function crossingsOf(query: Query, ref: ConduitRef, ends: Ends): Crossing[] {
  // The conduit's own equipment is as safe as it is said to be.
  const isSafe = (side: number) =>
    side === OWN_SIDE ? conduitOf(ref).safety?.value === true : safetyOf(query, ends[side]!) === true;
  return flowsOf(ref).flatMap((flow): Crossing[] => {
    const passage = passageOf(query, flow, ends);
    if (!passage) return [];
    const [from, to] = passage.map(isSafe);
    if (from === to) return [];
    const { source, target, both } = flowOf(flow);
    const [first, second] = sidesOf(query, flow)!;
    const [safe, other] = from ? [first, second] : [second, first];
    const outer = from ? target : source;
    return [
      { flow, safe: safe.home, other: other.home, outer, element: other.element, isInwards: both || to === true },
    ];
  });
}

const isReading = (flow: FlowRef): boolean => flowOf(flow).access?.value === 'read';

/** True where somebody outside can change something at any time, as far as is known. */
function isFreeAccess(query: Query, { flow, element, isInwards }: Crossing): boolean {
  if (!isInwards || flowOf(flow).when || isReading(flow)) return false;
  if (isRemoteAccess(query, flowOf(flow))) return true;
  const flags = element.sort === 'asset' ? traitsOf(query, element as Handle<'asset'>)?.flags : undefined;
  return CHANGING.some((flag) => flags?.has(flag));
}

function messageOf(open: boolean, access: boolean, bothWays: boolean) {
  if (open && access) return bothWays ? 'all' : 'openAccess';
  if (open) return bothWays ? 'openBothWays' : 'open';
  if (access) return bothWays ? 'accessBothWays' : 'access';
  return 'bothWays';
}

/** The words are the author's to find. */
const sayingWhen = (crossings: readonly Crossing[]): Fix => ({
  title: "Say with 'when' by what the access is released",
  edits: crossings.map(({ flow }) => ({
    kind: 'add-at',
    at: flowOf(flow).at,
    text: `when ${placeholder('by what this access is released')}`,
  })),
});
