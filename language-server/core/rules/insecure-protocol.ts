import { traitsOfProtocol, type Weakness, weaknessOf } from '../analysis/protocols.ts';
import { endAt, joinedBy, sidesOf } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import type { Handle } from '../engine/entry.ts';
import { type FlowRef, flowOf } from '../engine/entry.ts';
import { pathOf } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { FRS, type Fr } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';

/** From this level on, IAC asks for authentication and SI for integrity on the way. */
const ASKED_FROM = 2;

export const insecureProtocol = defineRule({
  code: 'insecure-protocol',
  title: 'Insecure protocol across a boundary',
  group: 'boundaries',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 3.1'],
  messages: {
    authentication:
      "'{protocol}' authenticates nobody, so whoever gets on the way to '{target}' can speak to it, while zone '{zone}' is to reach {levels}: {remedy}.",
    integrity:
      "'{protocol}' does not protect what it carries, so it can be changed unnoticed on its way to '{target}', while zone '{zone}' is to reach {levels}: {remedy}.",
    both: "'{protocol}' authenticates nobody and does not protect what it carries, so whoever gets on the way can forge what '{target}' receives, while zone '{zone}' is to reach {levels}: {remedy}.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { protocol, carrier, source, target, conduit } = flowOf(ref);
      if (!protocol || conduit < 0) return;
      const carriers = carrier ? [carrier.text] : [];
      const weakness = weaknessOf(query, [protocol.text, ...carriers]);
      if (!weakness.authentication && !weakness.integrity) return;
      const demands = demandsOf(query, ref);
      const demand = mostOf(demands, weakness);
      if (!demand) return;
      const asked = shortOf(demand, weakness);
      const traits = traitsOfProtocol(query, protocol.text);
      const secured = traits?.securedBy;
      const tunnel = `carry it over ${traits?.layer2 ? "a link that protects it ('over macsec')" : "a tunnel that protects it ('over ipsec')"}`;
      const values = {
        protocol: protocol.text,
        target: demand.isSource ? source.text : target.text,
        zone: pathOf(demand.zone),
        levels: asked.map((fr) => `${fr} ${demand.levels[FRS.indexOf(fr)]}`).join(' and '),
        remedy: secured ? `use '${secured}', or ${tunnel}` : `${tunnel}, or allow it with what protects it instead`,
      };
      const details = {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        data: { frs: asked },
        fixes: (): Fix[] => {
          if (!secured || mostOf(demands, weaknessOf(query, [secured, ...carriers]))) return [];
          const edit = { kind: 'replace', at: protocol.at, text: secured } as const;
          return [{ title: `Change to ${secured}`, edits: [edit], preferred: true }];
        },
      } as const;
      if (asked.length > 1) report('both', values, details);
      else report(asked[0] === 'IAC' ? 'authentication' : 'integrity', values, details);
    },
  },
});

/** What an end of a flow asks of it: the SL-T of its zone. */
interface Demand {
  readonly zone: Handle<'zone'>;
  readonly levels: readonly number[];
  readonly isSource: boolean;
}

/** What the target asks, or either end of a flow both ways. Nothing of one that does not cross its conduit: where it belongs comes first. */
function demandsOf(query: Query, ref: FlowRef): Demand[] {
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

/** The demand that a weakness falls short of in most FRs. */
function mostOf(demands: readonly Demand[], weakness: Weakness): Demand | undefined {
  const short = (demand: Demand) => shortOf(demand, weakness).length;
  return demands.filter(short).sort((a, b) => short(b) - short(a))[0];
}

/** The FRs in which a weakness falls short of a demand. */
function shortOf({ levels }: Demand, { authentication, integrity }: Weakness): readonly Fr[] {
  const asks = (fr: Fr) => levels[FRS.indexOf(fr)]! >= ASKED_FROM;
  return [
    ...(authentication && asks('IAC') ? ['IAC' as const] : []),
    ...(integrity && asks('SI') ? ['SI' as const] : []),
  ];
}
