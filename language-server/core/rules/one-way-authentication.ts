import { askedIn, receiversOf } from '../analysis/asked.ts';
import { isNetworkFlow, protectionOf } from '../analysis/protocols.ts';
import { flowPaths } from '../analysis/sides.ts';
import { flowOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import { statingUse } from '../fixes/flow-protections.ts';
import { defineRule } from './frame/rule.ts';
import { conduitName, sharedByProtocol } from './shared/flow-faults.ts';

/** From this IAC on, every device and program is to be known by itself (SR 1.2 RE(1)). */
const LEAST_LEVEL = 3;

/** Of one flow, then of several of a conduit by one protocol: where both ends can be authenticated, and where they cannot. */
const messages = {
  optional:
    "'{protocol}' authenticates one end of the flow to '{target}' only, so an impostor can be the other, while '{zone}' is to reach IAC {level}: have both authenticated, and state it with 'with mutual-authentication'.",
  optionalSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates one end only, so an impostor can be the other, while '{zone}' is to reach IAC {level}: have both authenticated, and state it with 'with mutual-authentication'.",
  none: "'{protocol}' authenticates one end of the flow to '{target}' only, so an impostor can be the other, while '{zone}' is to reach IAC {level}: carry it over what authenticates both, or use a protocol that does.",
  noneSeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which authenticates one end only, so an impostor can be the other, while '{zone}' is to reach IAC {level}: carry it over what authenticates both, or use a protocol that does.",
} as const;

export const oneWayAuthentication = defineRule({
  code: 'one-way-authentication',
  title: 'Only one end is authenticated',
  group: 'boundaries',
  severity: 'info',
  basis: 'recommendation',
  clauses: ['IEC 62443-3-3 SR 1.2', 'IEC 62443-3-3 SR 1.2 RE(1)'],
  // Another protocol is wanted anyhow.
  yieldsTo: ['insecure-protocol', 'cleartext-untrusted'],
  messages,
  checks: {
    flow(ref, { query }, report) {
      const flow = flowOf(ref);
      const { protocol, target, conduit } = flow;
      if (!protocol || conduit < 0 || !isNetworkFlow(query, flow)) return;
      const mutual = protectionOf(query, flow, 'mutual-authentication');
      if (mutual === undefined || mutual === 'yes' || protectionOf(query, flow, 'authentication') !== 'yes') return;
      const asked = askedIn(receiversOf(query, ref), 'IAC');
      if (!asked || asked.level < LEAST_LEVEL) return;
      const values = {
        protocol: protocol.text,
        conduit: conduitName(ref),
        target: target.text,
        zone: pathFrom(ref, asked.element),
        level: asked.level,
      };
      report(mutual, values, {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        data: { frs: ['IAC'], flows: [flowPaths(query, ref)] },
        shared: { ...sharedByProtocol(ref), weight: asked.level, message: `${mutual}Several`, values },
        fixes: () => (mutual === 'optional' ? [statingUse(ref, ['mutual-authentication'])] : []),
      });
    },
  },
});
