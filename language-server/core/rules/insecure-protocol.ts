import { type Receiver, receiversOf } from '../analysis/asked.ts';
import { cleartextOf } from '../analysis/cleartext.ts';
import { offersOf, traitsOfProtocol, type Weakness, weaknessOf } from '../analysis/protocols.ts';
import { flowPaths } from '../analysis/sides.ts';
import { type FlowRef, flowOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import { securingFlow } from '../fixes/secure-flows.ts';
import { FRS, type Fr } from '../model/levels.ts';
import { listOr } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import {
  conduitName,
  FR_OF,
  type Lack,
  lackNames,
  lackValues,
  sharedByProtocol,
  weightOf,
} from './shared/flow-faults.ts';

/** From this level on, IAC asks for authentication and SI for integrity on the way. */
const LEAST_LEVEL = 2;

/** From this SI on, integrity on the way is required to rest on cryptography (SR 3.1 RE(1)); below, that is advice. */
const REQUIRED_SI = 3;

/** Of one flow, then of several of a conduit by one protocol; `Secured` where there is a protocol to use instead. */
const messages = {
  required:
    "'{protocol}' has no {lacks}, so whoever gets on the way can interfere with what '{target}' receives; that falls short of {levels} in {askers}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  requiredSecured:
    "'{protocol}' has no {lacks}, so whoever gets on the way can interfere with what '{target}' receives; that falls short of {levels} in {askers}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  requiredSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which has no {lacks}, so whoever gets on the way can interfere with what their targets receive; that falls short of {levels} in {askers}: carry it over what protects it ('over {carrier}'), or allow it with what protects it instead.",
  requiredSeveralSecured:
    "{count} flows of conduit '{conduit}' use '{protocol}', which has no {lacks}, so whoever gets on the way can interfere with what their targets receive; that falls short of {levels} in {askers}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  advised:
    "'{protocol}' has no {lacks}, so what '{target}' receives can be changed unnoticed on the way; cryptography is required from SI 3 on and recommended for {levels} in {askers}: carry it over what protects it ('over {carrier}').",
  advisedSecured:
    "'{protocol}' has no {lacks}, so what '{target}' receives can be changed unnoticed on the way; cryptography is required from SI 3 on and recommended for {levels} in {askers}: use '{secured}', or carry it over what protects it ('over {carrier}').",
  advisedSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which has no {lacks}, so what their targets receive can be changed unnoticed; cryptography is required from SI 3 on and recommended for {levels} in {askers}: carry it over what protects it ('over {carrier}').",
  advisedSeveralSecured:
    "{count} flows of conduit '{conduit}' use '{protocol}', which has no {lacks}, so what their targets receive can be changed unnoticed; cryptography is required from SI 3 on and recommended for {levels} in {askers}: use '{secured}', or carry it over what protects it ('over {carrier}').",
} as const;

export const insecureProtocol = defineRule({
  code: 'insecure-protocol',
  title: 'Insecure protocol across a boundary',
  group: 'boundaries',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 3.1'],
  messages,
  checks: {
    flow(ref, { query }, report) {
      const { protocol, carrier, source, target, conduit } = flowOf(ref);
      if (!protocol || conduit < 0) return;
      const carriers = carrier ? [carrier.text] : [];
      const weakness = weaknessOf(query, [protocol.text, ...carriers]);
      if (!weakness.authentication && !weakness.integrity) return;
      const receivers = receiversOf(query, ref);
      const worst = worstOf(ref, receivers, weakness);
      if (!worst) return;
      const exposed = lacksOf(ref, worst, weakness);
      const isAdvice = exposed.every(({ protection, level }) => protection === 'integrity' && level < REQUIRED_SI);
      const clear = cleartextOf(query, ref);
      const lacks: readonly Lack[] = clear
        ? [...exposed, { protection: 'encryption', level: clear.level, by: pathFrom(ref, clear.element) }]
        : exposed;
      const isEnough = (names: readonly string[]) =>
        !worstOf(ref, receivers, weaknessOf(query, names)) &&
        !(clear && offersOf(query, names, 'encryption') === 'none');
      const traits = traitsOfProtocol(query, protocol.text);
      const isSecured = traits?.securedBy !== undefined && isEnough([traits.securedBy, ...carriers]);
      const demand = isAdvice && !clear ? 'advised' : 'required';
      const values = {
        protocol: protocol.text,
        lacks: listOr(lackNames(lacks)),
        target: worst.isSource ? source.text : target.text,
        ...lackValues(lacks),
        carrier: traits?.layer2 ? 'macsec' : 'ipsec',
        secured: traits?.securedBy ?? '',
      };
      report(`${demand}${isSecured ? 'Secured' : ''}`, values, {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        severity: demand === 'advised' ? 'info' : undefined,
        data: { frs: lacks.map(({ protection }) => FR_OF[protection]), flows: [flowPaths(query, ref)] },
        shared: {
          ...sharedByProtocol(ref),
          weight: weightOf(lacks) + (demand === 'required' ? 100 : 0),
          message: `${demand}Several${isSecured ? 'Secured' : ''}`,
          values: { ...values, conduit: conduitName(ref) },
        },
        fixes: () => securingFlow(query, ref, isEnough),
      });
    },
  },
});

/** Where a flow is received that a weakness leaves shortest of what is asked. */
function worstOf(ref: FlowRef, receivers: readonly Receiver[], weakness: Weakness): Receiver | undefined {
  let worst: Receiver | undefined;
  let most = 0;
  for (const receiver of receivers) {
    const weight = weightOf(lacksOf(ref, receiver, weakness));
    if (weight <= most) continue;
    [worst, most] = [receiver, weight];
  }
  return worst;
}

/** What a weakness leaves open of what is asked where a flow is received. */
function lacksOf(ref: FlowRef, { element, levels }: Receiver, { authentication, integrity }: Weakness): Lack[] {
  const levelOf = (fr: Fr) => levels[FRS.indexOf(fr)]!;
  const by = pathFrom(ref, element);
  return [
    { protection: 'authentication' as const, isOpen: authentication },
    { protection: 'integrity' as const, isOpen: integrity },
  ].flatMap(({ protection, isOpen }): Lack[] => {
    const level = levelOf(FR_OF[protection]);
    return isOpen && level >= LEAST_LEVEL ? [{ protection, level, by }] : [];
  });
}
