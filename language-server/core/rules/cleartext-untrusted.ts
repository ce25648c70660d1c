import { cleartextOf } from '../analysis/cleartext.ts';
import { offersOf, traitsOfProtocol } from '../analysis/protocols.ts';
import { flowPaths } from '../analysis/sides.ts';
import { flowOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import { securingFlow } from '../fixes/secure-flows.ts';
import { defineRule } from './frame/rule.ts';
import { conduitName, sharedByProtocol } from './shared/flow-faults.ts';

/** Of one flow, then of several of a conduit by one protocol: over an untrusted network, or over any at DC 4. */
const messages = {
  untrusted:
    "'{protocol}' is not encrypted, and conduit '{conduit}' is untrusted, so others can read what goes to '{target}', while '{zone}' is to reach DC {level}: use a protocol that encrypts, or carry it over one ('over {carrier}').",
  untrustedSeveral:
    "{count} flows of untrusted conduit '{conduit}' use '{protocol}', which is not encrypted, so others can read what they carry, while '{zone}' is to reach DC {level}: use a protocol that encrypts, or carry it over one ('over {carrier}').",
  any: "'{protocol}' is not encrypted, so whoever gets on the way can read what goes to '{target}', while '{zone}' is to reach DC 4, which asks for encryption across every boundary: use a protocol that encrypts, or carry it over one ('over {carrier}').",
  anySeveral:
    "{count} flows of conduit '{conduit}' use '{protocol}', which is not encrypted, while '{zone}' is to reach DC 4, which asks for encryption across every boundary: use a protocol that encrypts, or carry it over one ('over {carrier}').",
} as const;

export const cleartextUntrusted = defineRule({
  code: 'cleartext-untrusted',
  title: 'Readable data over an untrusted network',
  group: 'boundaries',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 4.1 RE(1)', 'IEC 62443-3-3 SR 4.1 RE(2)'],
  // That names the missing encryption, too.
  yieldsTo: ['insecure-protocol'],
  messages,
  checks: {
    flow(ref, { query }, report) {
      const { protocol, target } = flowOf(ref);
      const asked = protocol && cleartextOf(query, ref);
      if (!asked) return;
      const values = {
        protocol: protocol.text,
        conduit: conduitName(ref),
        target: target.text,
        zone: pathFrom(ref, asked.element),
        level: asked.level,
        carrier: traitsOfProtocol(query, protocol.text)?.layer2 ? 'macsec' : 'ipsec',
      };
      const message = asked.isUntrusted ? 'untrusted' : 'any';
      report(message, values, {
        at: protocol.at,
        subject: { sort: 'flow', index: ref.index },
        data: { frs: ['DC'], flows: [flowPaths(query, ref)] },
        shared: { ...sharedByProtocol(ref), weight: asked.level, message: `${message}Several`, values },
        fixes: () => securingFlow(query, ref, (names) => (offersOf(query, names, 'encryption') ?? 'none') !== 'none'),
      });
    },
  },
});
