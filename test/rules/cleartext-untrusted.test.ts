import { expect, test } from 'vitest';
import { cleartextUntrusted } from '../../language-server/core/rules/cleartext-untrusted.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** A protocol that authenticates and signs, so that only reading is left, and one that also encrypts. */
const PROTOCOLS = `
      protocol signed { authentication yes  integrity yes  encryption none  secured-by sealed }
      protocol sealed { authentication yes  integrity yes  encryption yes }`;

describeRule(cleartextUntrusted, {
  fires: {
    'a conduit that others carry': `${PROTOCOLS}
      zone room : control { sl-t 2  asset server : scada-server }
      zone station : cell { sl-t 2  asset rtu-1 : rtu }
      conduit wan between room and station {
        trust untrusted
        flow server -> rtu-1 : signed
                               ^^^^^^ warning cleartext-untrusted: 'signed' is not encrypted, and conduit 'wan' is untrusted, so others can read what goes to 'rtu-1', while 'station' is to reach DC 2: use a protocol that encrypts, or carry it over one ('over ipsec').
      }
      `,
    'several by one protocol as one, at the SL-T of the conduit': `${PROTOCOLS}
      zone room : control { asset server : scada-server }
      zone station : cell { asset rtu-1 : rtu }
      conduit wan between room and station {
        sl-t { DC 3 }
        trust untrusted
        flow server -> rtu-1 : signed
                               ^^^^^^ warning cleartext-untrusted: 2 flows of untrusted conduit 'wan' use 'signed', which is not encrypted, so others can read what they carry, while 'wan' is to reach DC 3: use a protocol that encrypts, or carry it over one ('over ipsec').
        flow rtu-1 -> server : signed
        flow rtu-1 -> server : sealed
      }
      `,
    'to the outside, where the zone that it comes from asks': `
      --- protocols.zones${PROTOCOLS}
      --- outside.zones
      zone internet : external { asset cloud : web-server }
      --- inside.zones
      zone dmz : perimeter { sl-t 2  asset copy : historian }
      conduit upload between dmz and internet { flow copy -> cloud : signed }
                                                                     ^^^^^^ warning cleartext-untrusted: 'signed' is not encrypted, and conduit 'upload' is untrusted, so others can read what goes to 'cloud', while 'dmz' is to reach DC 2
      `,
    'over any conduit at DC 4': `${PROTOCOLS}
      zone room : control { sl-t { DC 4 }  asset server : scada-server }
      zone station : cell { sl-t { DC 4 }  asset rtu-1 : rtu  asset rtu-2 : rtu }
      conduit bus between room and station { flow server -> rtu-1 : signed }
                                                                    ^^^^^^ warning cleartext-untrusted: 'signed' is not encrypted, so whoever gets on the way can read what goes to 'rtu-1', while 'station' is to reach DC 4, which asks for encryption across every boundary: use a protocol that encrypts, or carry it over one ('over ipsec').
      conduit spare between room and station {
        flow server -> rtu-1 : signed
                               ^^^^^^ warning cleartext-untrusted: 2 flows of conduit 'spare' use 'signed', which is not encrypted, while 'station' is to reach DC 4, which asks for encryption across every boundary: use a protocol that encrypts, or carry it over one ('over ipsec').
        flow server -> rtu-2 : signed
      }
      `,
  },
  silent: {
    'what is encrypted, by itself or by what carries it, or may be': `${PROTOCOLS}
      zone room : control { sl-t 2  asset server : scada-server }
      zone station : cell { sl-t 2  asset rtu-1 : rtu }
      conduit wan between room and station {
        trust untrusted
        flow server -> rtu-1 : sealed
        flow server -> rtu-1 : signed over ipsec
        flow server -> rtu-1 : opc-ua
      }
      `,
    'a trusted conduit, one that says so of an external end, and DC 1': `${PROTOCOLS}
      zone internet : external { asset cloud : web-server }
      zone room : control { sl-t 3  asset server : scada-server }
      zone station : cell { sl-t 3  asset rtu-1 : rtu }
      zone store : cell { sl-t { IAC 4, DC 1 }  asset plc-1 : plc }
      conduit bus between room and station { flow server -> rtu-1 : signed }
      conduit line between room and internet { trust trusted  flow server -> cloud : signed }
      conduit wan between room and store { trust untrusted  flow server -> plc-1 : signed }
      `,
    'what insecure-protocol names together with it': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone station : cell { sl-t 2  asset rtu-1 : rtu }
      conduit wan between room and station { trust untrusted  flow server -> rtu-1 : modbus-tcp }
      `,
    'no protocol, one of which nothing is known, and wires': `
      protocol house-bus { }
      zone room : control { sl-t 4  asset server : scada-server }
      zone station : cell { sl-t 4  asset rtu-1 : rtu }
      conduit wan between room and station {
        trust untrusted
        flow server -> rtu-1
        flow server -> rtu-1 : house-bus
        flow server -> rtu-1 : hardwired
      }
      `,
  },
  mends: [
    {
      model: `${PROTOCOLS}
        zone room : control { sl-t 2  asset server : scada-server }
        zone station : cell { sl-t 2  asset rtu-1 : rtu }
        conduit wan between room and station {
          trust untrusted
          flow server -> rtu-1 : signed
        }
        `,
      fix: 'Change to sealed',
      result: `${PROTOCOLS}
        zone room : control { sl-t 2  asset server : scada-server }
        zone station : cell { sl-t 2  asset rtu-1 : rtu }
        conduit wan between room and station {
          trust untrusted
          flow server -> rtu-1 : sealed
        }
        `,
    },
  ],
});

test('flows that can be read are listed for programs', () => {
  const { findings } = expectFindings(
    `${PROTOCOLS}
      zone room : control { sl-t 2  asset server : scada-server }
      zone station : cell { sl-t 2  asset rtu-1 : rtu }
      conduit wan between room and station {
        trust untrusted
        flow server -> rtu-1 : signed
                               ^^^^^^ warning cleartext-untrusted
        flow rtu-1 <-> server : signed
      }
      `,
    { rules: ['cleartext-untrusted'] },
  );
  expect(findings[0]!.data).toEqual({
    frs: ['DC'],
    flows: ['room.server -> station.rtu-1', 'station.rtu-1 <-> room.server'],
  });
});
