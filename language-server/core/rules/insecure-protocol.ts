import { type Receiver, receiversOf } from '../analysis/asked.ts';
import { traitsOfProtocol, type Weakness, weaknessOf } from '../analysis/protocols.ts';
import { sidesOf } from '../analysis/sides.ts';
import { type FlowRef, flowOf } from '../engine/element.ts';
import { pathOf } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { securingFlow } from '../fixes/secure-flows.ts';
import { FRS, type Fr } from '../model/levels.ts';
import { listAnd } from '../text/words.ts';
import { defineRule, formatMessage } from './frame/rule.ts';

/** From this level on, IAC asks for authentication and SI for integrity on the way. */
const LEAST_LEVEL = 2;

/** Of one flow, then of several of a conduit by one protocol; `Secured` where there is a protocol to use instead. */
const messages = {
  authentication:
    "'{protocol}' authenticates nobody, so whoever gets on the way to '{target}' can speak to it, while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  authenticationSecured:
    "'{protocol}' authenticates nobody, so whoever gets on the way to '{target}' can speak to it, while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  integrity:
    "'{protocol}' does not protect what it carries, so it can be changed unnoticed on its way to '{target}', while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  integritySecured:
    "'{protocol}' does not protect what it carries, so it can be changed unnoticed on its way to '{target}', while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  both: "'{protocol}' authenticates nobody and does not protect what it carries, so whoever gets on the way can forge what '{target}' receives, while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  bothSecured:
    "'{protocol}' authenticates nobody and does not protect what it carries, so whoever gets on the way can forge what '{target}' receives, while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  authenticationSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody: whoever gets on the way can speak to their targets, while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  authenticationSeveralSecured:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody: whoever gets on the way can speak to their targets, while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  integritySeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which does not protect what it carries: it can be changed unnoticed on the way, while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  integritySeveralSecured:
    "{count} flows of conduit '{conduit}' use '{protocol}', which does not protect what it carries: it can be changed unnoticed on the way, while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  bothSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody and does not protect what it carries: whoever gets on the way can forge what their targets receive, while '{zone}' is to reach {levels}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  bothSeveralSecured:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates nobody and does not protect what it carries: whoever gets on the way can forge what their targets receive, while '{zone}' is to reach {levels}: use '{secured}', or carry it over what protects it ('over {carrier}').",
} as const;

const ALSO = "Flow '{source} -> {target}' uses it, too.";

export const insecureProtocol = defineRule({
  code: 'insecure-protocol',
  title: 'Insecure protocol across a boundary',
  group: 'boundaries',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 3.1'],
  messages,
  checks: {
    flow(ref, { entry, query }, report) {
      const { protocol, carrier, source, target, conduit } = flowOf(ref);
      if (!protocol || conduit < 0) return;
      const carriers = carrier ? [carrier.text] : [];
      const weakness = weaknessOf(query, [protocol.text, ...carriers]);
      if (!weakness.authentication && !weakness.integrity) return;
      const needs = receiversOf(query, ref);
      const need = mostOf(needs, weakness);
      if (!need) return;
      const short = shortOf(need, weakness);
      const traits = traitsOfProtocol(query, protocol.text);
      const remedy = traits?.securedBy ? 'Secured' : '';
      const lack = short.length > 1 ? 'both' : short[0] === 'IAC' ? 'authentication' : 'integrity';
      const values = {
        protocol: protocol.text,
        target: need.isSource ? source.text : target.text,
        zone: pathOf(need.element),
        levels: listAnd(short.map((fr) => `${fr} ${need.levels[FRS.indexOf(fr)]}`)),
        carrier: traits?.layer2 ? 'macsec' : 'ipsec',
        secured: traits?.securedBy ?? '',
      };
      const details = {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        data: { frs: short, flows: [flowPaths(query, ref)] },
        shared: {
          cause: `${conduit} ${protocol.text}`,
          weight: weightOf(need, weakness),
          message: `${lack}Several${remedy}`,
          values: { ...values, conduit: entry.unit.conduits[conduit]!.name.value },
          also: { entry, at: protocol.at, message: formatMessage(ALSO, { source: source.text, target: target.text }) },
        },
        fixes: () => securingFlow(query, ref, (names) => !mostOf(needs, weaknessOf(query, names))),
      } as const;
      report(`${lack}${remedy}`, values, details);
    },
  },
});

/** A flow for programs, by the paths of its ends. */
function flowPaths(query: Query, ref: FlowRef): string {
  const { both } = flowOf(ref);
  const [from, to] = sidesOf(query, ref)!.map(({ element }) => pathOf(element));
  return `${from} ${both ? '<->' : '->'} ${to}`;
}

/** The need that a weakness falls short of worst. */
function mostOf(needs: readonly Receiver[], weakness: Weakness): Receiver | undefined {
  const missed = (need: Receiver) => weightOf(need, weakness);
  return needs.filter(missed).sort((a, b) => missed(b) - missed(a))[0];
}

/** How far a weakness falls short of a need: in more FRs first, then by the highest level; 0 where it does not. */
function weightOf(need: Receiver, weakness: Weakness): number {
  const short = shortOf(need, weakness);
  return short.length * 10 + Math.max(0, ...short.map((fr) => need.levels[FRS.indexOf(fr)]!));
}

/** The FRs in which a weakness falls short of a need. */
function shortOf({ levels }: Receiver, { authentication, integrity }: Weakness): readonly Fr[] {
  const isNeeded = (fr: Fr) => levels[FRS.indexOf(fr)]! >= LEAST_LEVEL;
  return [
    ...(authentication && isNeeded('IAC') ? ['IAC' as const] : []),
    ...(integrity && isNeeded('SI') ? ['SI' as const] : []),
  ];
}
