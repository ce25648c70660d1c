import { traitsOfProtocol, type Weakness, weaknessOf } from '../analysis/protocols.ts';
import { endAt, joinedBy, sidesOf } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import type { Handle } from '../engine/element.ts';
import { type FlowRef, flowOf } from '../engine/element.ts';
import { pathOf } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { securingFlow } from '../fixes/secure-flows.ts';
import { FRS, type Fr } from '../model/levels.ts';
import { defineRule, formatMessage } from './frame/rule.ts';

/** From this level on, IAC asks for authentication and SI for integrity on the way. */
const LEAST_LEVEL = 2;

const MESSAGES = {
  authentication:
    "'{protocol}' authenticates nobody, so whoever gets on the way to '{target}' can speak to it, while zone '{zone}' is to reach {levels}: {remedy}.",
  integrity:
    "'{protocol}' does not protect what it carries, so it can be changed unnoticed on its way to '{target}', while zone '{zone}' is to reach {levels}: {remedy}.",
  both: "'{protocol}' authenticates nobody and does not protect what it carries, so whoever gets on the way can forge what '{target}' receives, while zone '{zone}' is to reach {levels}: {remedy}.",
} as const;

/** Of several flows of a conduit by one protocol. */
const SEVERAL: { readonly [Id in keyof typeof MESSAGES]: string } = {
  authentication:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody: whoever gets on the way can speak to their targets, while zone '{zone}' is to reach {levels}: {remedy}.",
  integrity:
    "{count} flows of conduit '{conduit}' use '{protocol}', which does not protect what it carries: it can be changed unnoticed on the way, while zone '{zone}' is to reach {levels}: {remedy}.",
  both: "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody and does not protect what it carries: whoever gets on the way can forge what their targets receive, while zone '{zone}' is to reach {levels}: {remedy}.",
};

const ALSO = "Flow '{source} -> {target}' uses it, too.";

export const insecureProtocol = defineRule({
  code: 'insecure-protocol',
  title: 'Insecure protocol across a boundary',
  group: 'boundaries',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 3.1'],
  messages: MESSAGES,
  checks: {
    flow(ref, { entry, query }, report) {
      const { protocol, carrier, source, target, conduit } = flowOf(ref);
      if (!protocol || conduit < 0) return;
      const carriers = carrier ? [carrier.text] : [];
      const weakness = weaknessOf(query, [protocol.text, ...carriers]);
      if (!weakness.authentication && !weakness.integrity) return;
      const needs = needsOf(query, ref);
      const need = mostOf(needs, weakness);
      if (!need) return;
      const short = shortOf(need, weakness);
      const traits = traitsOfProtocol(query, protocol.text);
      const secured = traits?.securedBy;
      const tunnel = `carry it over ${traits?.layer2 ? "a link that protects it ('over macsec')" : "a tunnel that protects it ('over ipsec')"}`;
      const message = short.length > 1 ? 'both' : short[0] === 'IAC' ? 'authentication' : 'integrity';
      const values = {
        protocol: protocol.text,
        target: need.isSource ? source.text : target.text,
        zone: pathOf(need.zone),
        levels: short.map((fr) => `${fr} ${need.levels[FRS.indexOf(fr)]}`).join(' and '),
        remedy: secured ? `use '${secured}', or ${tunnel}` : `${tunnel}, or allow it with what protects it instead`,
      };
      const details = {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        data: { frs: short, flows: [flowPaths(query, ref)] },
        shared: {
          cause: `${conduit} ${protocol.text}`,
          template: SEVERAL[message],
          values: { ...values, conduit: entry.unit.conduits[conduit]!.name.value },
          also: { entry, at: protocol.at, message: formatMessage(ALSO, { source: source.text, target: target.text }) },
        },
        fixes: () => securingFlow(query, ref, (names) => !mostOf(needs, weaknessOf(query, names))),
      } as const;
      report(message, values, details);
    },
  },
});

/** A flow for programs, by the paths of its ends. */
function flowPaths(query: Query, ref: FlowRef): string {
  const { both } = flowOf(ref);
  const [from, to] = sidesOf(query, ref)!.map(({ element }) => pathOf(element));
  return `${from} ${both ? '<->' : '->'} ${to}`;
}

/** What an end of a flow needs of it: the SL-T of its zone. */
interface Need {
  readonly zone: Handle<'zone'>;
  readonly levels: readonly number[];
  readonly isSource: boolean;
}

/** What the target needs, or either end of a flow both ways. Nothing of one that does not cross its conduit: where it belongs comes first. */
function needsOf(query: Query, ref: FlowRef): Need[] {
  const { entry } = ref;
  const { both, conduit } = flowOf(ref);
  const ends = joinedBy(query, { entry, sort: 'conduit', index: conduit });
  const sides = ends && sidesOf(query, ref);
  if (!sides) return [];
  const [from, to] = sides.map(({ zone }) => endAt(ends, zone));
  if (from === undefined || to === undefined || from === to) return [];
  return (both ? [sides[1], sides[0]] : [sides[1]]).flatMap((side) => {
    const { zone } = side;
    const slT = isExternal(query, zone) ? undefined : query.fact(zone, 'slT');
    return slT ? [{ zone, levels: slT, isSource: side === sides[0] }] : [];
  });
}

/** The need that a weakness falls short of in most FRs. */
function mostOf(needs: readonly Need[], weakness: Weakness): Need | undefined {
  const missed = (need: Need) => shortOf(need, weakness).length;
  return needs.filter(missed).sort((a, b) => missed(b) - missed(a))[0];
}

/** The FRs in which a weakness falls short of a need. */
function shortOf({ levels }: Need, { authentication, integrity }: Weakness): readonly Fr[] {
  const isNeeded = (fr: Fr) => levels[FRS.indexOf(fr)]! >= LEAST_LEVEL;
  return [
    ...(authentication && isNeeded('IAC') ? ['IAC' as const] : []),
    ...(integrity && isNeeded('SI') ? ['SI' as const] : []),
  ];
}
