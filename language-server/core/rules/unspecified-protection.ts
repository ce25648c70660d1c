import { askedIn, receiversOf } from '../analysis/asked.ts';
import { confidenceAsked } from '../analysis/cleartext.ts';
import { isNetworkFlow, protectionOf } from '../analysis/protocols.ts';
import { flowPaths } from '../analysis/sides.ts';
import { type FlowRef, flowOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { statingUse } from '../fixes/flow-protections.ts';
import { listAnd } from '../text/words.ts';
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

/** From this level on, a protection is asked for on the way. */
const LEAST_LEVEL = 2;

/** From this level on, cryptography is what the requirements ask for. */
const GRAVE_LEVEL = 3;

export const unspecifiedProtection = defineRule({
  code: 'unspecified-protection',
  title: 'Optional protection that a flow does not speak of',
  group: 'boundaries',
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 3.1', 'IEC 62443-3-3 SR 4.1 RE(1)'],
  // What a protocol cannot do at all weighs more than what it may not do.
  yieldsTo: ['insecure-protocol', 'cleartext-untrusted'],
  messages: {
    flow: "'{protocol}' leaves {lacks} optional, and the flow to '{target}' does not say what it uses, so nobody can tell whether it reaches {levels} in {askers}: find out, and state it with 'with {words}'.",
    carried:
      "'{protocol}' over '{carrier}' leaves {lacks} optional, and the flow to '{target}' does not say what it uses, so nobody can tell whether it reaches {levels} in {askers}: find out, and state it with 'with {words}'.",
    several:
      "{count} flows of conduit '{conduit}' use '{protocol}', which leaves {lacks} optional, and do not say what they use, so nobody can tell whether they reach {levels} in {askers}: find out, and state it with 'with {words}'.",
    severalCarried:
      "{count} flows of conduit '{conduit}' use '{protocol}' over '{carrier}', which leaves {lacks} optional, and do not say what they use, so nobody can tell whether they reach {levels} in {askers}: find out, and state it with 'with {words}'.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { protocol, carrier, target, conduit } = flowOf(ref);
      if (!protocol || conduit < 0) return;
      const lacks = unsaidOf(query, ref);
      if (lacks.length === 0) return;
      const words = lacks.map(({ protection }) => protection);
      const values = {
        protocol: protocol.text,
        carrier: carrier?.text ?? '',
        lacks: listAnd(lackNames(lacks)),
        target: target.text,
        ...lackValues(lacks),
        words: words.join(', '),
      };
      const isGrave = lacks.some(({ level }) => level >= GRAVE_LEVEL);
      const shared = sharedByProtocol(ref);
      report(carrier ? 'carried' : 'flow', values, {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        severity: isGrave ? 'warning' : undefined,
        data: { frs: words.map((word) => FR_OF[word]), flows: [flowPaths(query, ref)] },
        shared: {
          ...shared,
          // What carries it decides what it leaves open.
          cause: `${shared.cause} ${values.carrier}`,
          weight: weightOf(lacks) + (isGrave ? 100 : 0),
          message: carrier ? 'severalCarried' : 'several',
          values: { ...values, conduit: conduitName(ref) },
        },
        fixes: () => [statingUse(ref, words)],
      });
    },
  },
});

/** What is asked of a flow, is optional in its protocol and what carries it, and is not said to be used. */
function unsaidOf(query: Query, ref: FlowRef): Lack[] {
  const flow = flowOf(ref);
  const isUnsaid = (protection: Lack['protection']) => protectionOf(query, flow, protection) === 'optional';
  const open = (['authentication', 'integrity', 'encryption'] as const).filter(isUnsaid);
  if (open.length === 0 || !isNetworkFlow(query, flow)) return [];
  const receivers = receiversOf(query, ref);
  return open.flatMap((protection): Lack[] => {
    const asked = protection === 'encryption' ? confidenceAsked(query, ref) : askedIn(receivers, FR_OF[protection]);
    if (!asked || asked.level < LEAST_LEVEL) return [];
    return [{ protection, level: asked.level, by: pathFrom(ref, asked.element) }];
  });
}
