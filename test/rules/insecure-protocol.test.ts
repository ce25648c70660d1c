import { expect, test } from 'vitest';
import { insecureProtocol } from '../../language-server/core/rules/insecure-protocol.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** A conduit from a control room to a line, with the SL-T of each and a flow. */
const plant = (room: string, line: string, flow: string, drawing = '') => `
  zone room : control { sl-t ${room}  asset server : scada-server }
  zone line : cell { sl-t ${line}  asset plc-1 : plc }
  conduit bus between room and line {
    ${flow}
${drawing}
  }
  `;

describeRule(insecureProtocol, {
  fires: {
    'the equipment of a conduit, by the SL-T of that': `
      zone scada : control { asset eng : engineering-workstation }
      zone line : cell
      conduit ring between scada and line {
        sl-t 2
        asset sw-1 : managed-switch
        flow eng -> sw-1 : telnet
                           ^^^^^^ info insecure-protocol: 'telnet' has no integrity protection, so what 'sw-1' receives can be changed unnoticed on the way; cryptography is required from SI 3 on and recommended for SI 2 in 'ring'
      }
      `,
    'neither authentication nor integrity': plant(
      '2',
      '2',
      'flow server -> plc-1 : modbus-tcp',
      "                           ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication or integrity protection, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2 and SI 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').",
    ),
    'IAC only': plant(
      '2',
      '{ IAC 3 }',
      'flow server -> plc-1 : mrp',
      "                           ^^^ warning insecure-protocol: 'mrp' has no authentication, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 3 in 'line': carry it over what protects it ('over macsec'), or allow it with what protects it instead.",
    ),
    'a protocol on Ethernet itself, which no IP tunnel carries': plant(
      '2',
      '2',
      'flow server -> plc-1 : fsoe',
      "                           ^^^^ warning insecure-protocol: 'fsoe' has no authentication or integrity protection, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2 and SI 2 in 'line': carry it over what protects it ('over macsec'), or allow it with what protects it instead.",
    ),
    'SI only': plant(
      '2',
      '{ SI 2 }',
      'flow server -> plc-1 : modbus-tcp',
      "                           ^^^^^^^^^^ info insecure-protocol: 'modbus-tcp' has no integrity protection, so what 'plc-1' receives can be changed unnoticed on the way; cryptography is required from SI 3 on and recommended for SI 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').",
    ),
    'the source of a flow both ways': plant(
      '2',
      '1',
      'flow server <-> plc-1 : modbus-tcp',
      "                            ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication or integrity protection, so whoever gets on the way can interfere with what 'server' receives; that falls short of IAC 2 and SI 2 in 'room'",
    ),
    'a carrier that protects as little': `
      protocol plain-tunnel { authentication none  integrity none }
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line {
        flow server -> plc-1 : modbus-tcp over plain-tunnel
                               ^^^^^^^^^^ warning insecure-protocol
      }
      `,
    'a protocol of one’s own that extends a weak one': `
      protocol house-bus extends modbus-tcp { }
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line {
        flow server -> plc-1 : house-bus
                               ^^^^^^^^^ warning insecure-protocol: 'house-bus' has no authentication
      }
      `,
    'the SL-T of a nested zone in another file': `
      --- line.zones
      zone line : cell { sl-t 1  zone safety { sl-t 3  asset relay : safety-controller } }
      --- room.zones
      zone room : control { sl-t 1  asset server : scada-server }
      conduit bus between room and line {
        flow server -> relay : modbus-tcp
                               ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication or integrity protection, so whoever gets on the way can interfere with what 'relay' receives; that falls short of IAC 3 and SI 3 in 'line.safety'
      }
      `,
    'a variant of what it secures, which is no remedy for itself': `
      protocol house-bus extends modbus-tcp { secured-by house-bus }
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line { flow server -> plc-1 : house-bus }
                                                                 ^^^^^^^^^ warning insecure-protocol: 'house-bus' has no authentication or integrity protection, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2 and SI 2 in 'line': use 'modbus-tls', or carry it over
      `,
    'several flows of a conduit by one protocol as one, and by another apart': plant(
      '2',
      '2',
      'flow server -> plc-1 : modbus-tcp',
      `                           ^^^^^^^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'modbus-tcp', which has no authentication or integrity protection, so whoever gets on the way can interfere with what their targets receive; that falls short of IAC 2 and SI 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').
    flow server -> line : s7comm
                          ^^^^^^ warning insecure-protocol: 's7comm' has no authentication or integrity
    flow server -> line : modbus-tcp
      `,
    ),
    'several for IAC only': plant(
      '2',
      '{ IAC 2 }',
      'flow server -> plc-1 : modbus-tcp',
      `                           ^^^^^^^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'modbus-tcp', which has no authentication, so whoever gets on the way can interfere with what their targets receive; that falls short of IAC 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').
    flow server -> line : modbus-tcp
      `,
    ),
    'several for SI only': plant(
      '2',
      '{ SI 2 }',
      'flow server -> plc-1 : modbus-tcp',
      `                           ^^^^^^^^^^ info insecure-protocol: 2 flows of conduit 'bus' use 'modbus-tcp', which has no integrity protection, so what their targets receive can be changed unnoticed; cryptography is required from SI 3 on and recommended for SI 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').
    flow server -> line : modbus-tcp
      `,
    ),
    'the worst of several, whose targets are to reach different levels': `
      zone p-side : control { sl-t { IAC 2 }  asset p : plc  asset p2 : plc }
      zone q-side : cell { sl-t { IAC 3, SI 3 }  asset q : plc  asset q2 : plc }
      conduit bus between p-side and q-side {
        flow q -> p : modbus-tcp
                      ^^^^^^^^^^ warning insecure-protocol: 3 flows of conduit 'bus' use 'modbus-tcp', which has no authentication or integrity protection, so whoever gets on the way can interfere with what their targets receive; that falls short of IAC 3 and SI 3 in 'q-side': use 'modbus-tls'
        flow p -> q : modbus-tcp
        flow p2 -> q2 : modbus-tcp
      }
      `,
    'several without a secured protocol': plant(
      '2',
      '2',
      'flow server -> plc-1 : fsoe',
      `                           ^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'fsoe', which has no authentication or integrity protection, so whoever gets on the way can interfere with what their targets receive; that falls short of IAC 2 and SI 2 in 'line': carry it over what protects it ('over macsec'), or allow it with what protects it instead.
    flow server -> line : fsoe
      `,
    ),
    'several without a secured protocol, for IAC only': plant(
      '2',
      '{ IAC 2 }',
      'flow server -> plc-1 : fsoe',
      `                           ^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'fsoe', which has no authentication, so whoever gets on the way can interfere with what their targets receive; that falls short of IAC 2 in 'line': carry it over what protects it ('over macsec'), or allow it with what protects it instead.
    flow server -> line : fsoe
      `,
    ),
    'several without a secured protocol, for SI only': plant(
      '2',
      '{ SI 2 }',
      'flow server -> plc-1 : fsoe',
      `                           ^^^^ info insecure-protocol: 2 flows of conduit 'bus' use 'fsoe', which has no integrity protection, so what their targets receive can be changed unnoticed; cryptography is required from SI 3 on and recommended for SI 2 in 'line': carry it over what protects it ('over macsec').
    flow server -> line : fsoe
      `,
    ),
    'SI only, without a secured protocol': plant(
      '2',
      '{ SI 2 }',
      'flow server -> plc-1 : fsoe',
      `                           ^^^^ info insecure-protocol: 'fsoe' has no integrity protection, so what 'plc-1' receives can be changed unnoticed on the way; cryptography is required from SI 3 on and recommended for SI 2 in 'line': carry it over what protects it ('over macsec').
      `,
    ),
    'IAC only, with a secured protocol': plant(
      '2',
      '{ IAC 2 }',
      'flow server -> plc-1 : modbus-tcp',
      `                           ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2 in 'line': use 'modbus-tls', or carry it over what protects it ('over ipsec').
      `,
    ),
    'those flows that are not allowed': plant(
      '2',
      '2',
      'flow server -> plc-1 : modbus-tcp { allow insecure-protocol because "a cable of a metre" }',
      `
    flow server -> line : modbus-tcp
                          ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication or integrity
      `,
    ),
    'the same protocol in two conduits': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line { flow server -> plc-1 : modbus-tcp }
                                                                 ^^^^^^^^^^ warning insecure-protocol
      conduit spare between room and line { flow server -> plc-1 : modbus-tcp }
                                                                   ^^^^^^^^^^ warning insecure-protocol
      `,
    'what can be read besides, which is named with it': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit wan between room and line {
        sl-t { DC 3 }
        trust untrusted
        flow server -> plc-1 : modbus-tcp
                               ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no authentication, integrity protection or encryption, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2, SI 2 and DC 3 in 'line' and 'wan': use 'modbus-tls', or carry it over
      }
      `,
    'no more than advice where it can be read': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t { SI 2, DC 2 }  asset plc-1 : plc }
      conduit wan between room and line {
        trust untrusted
        flow server -> plc-1 : modbus-tcp
                               ^^^^^^^^^^ warning insecure-protocol: 'modbus-tcp' has no integrity protection or encryption, so
      }
      `,
    'a remedy that mends all of it alone': `
      protocol signed { authentication yes  integrity yes  encryption none }
      protocol bare { authentication none  integrity none  encryption none  secured-by signed }
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit wan between room and line {
        trust untrusted
        flow server -> plc-1 : bare
                               ^^^^ warning insecure-protocol: 'bare' has no authentication, integrity protection or encryption, so whoever gets on the way can interfere with what 'plc-1' receives; that falls short of IAC 2, SI 2 and DC 2 in 'line': carry it over
      }
      `,
    'a serial protocol in a tunnel that a network carries': `
      protocol plain-tunnel { authentication none  integrity none }
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line {
        flow server -> plc-1 : modbus-rtu over plain-tunnel
                               ^^^^^^^^^^ warning insecure-protocol
      }
      `,
    'of advice and what is required the worse': `
      zone p-side : control { sl-t { SI 2 }  asset p : plc }
      zone q-side : cell { sl-t { SI 3 }  asset q : plc }
      conduit bus between p-side and q-side {
        flow q -> p : modbus-tcp
                      ^^^^^^^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'modbus-tcp', which has no integrity protection, so whoever gets on the way can interfere with what their targets receive; that falls short of SI 3 in 'q-side'
        flow p -> q : modbus-tcp
      }
      `,
  },
  silent: {
    'the equipment of a conduit without SL-T': `
      zone scada : control { sl-t 3  asset eng : engineering-workstation }
      zone line : cell
      conduit ring between scada and line {
        asset sw-1 : managed-switch
        flow eng -> sw-1 : telnet
      }
      `,
    'the secured protocol': plant('2', '2', 'flow server -> plc-1 : modbus-tls'),
    'a target at SL 1': plant('2', '1', 'flow server -> plc-1 : modbus-tcp'),
    'the other FRs': plant('2', '{ UC 3, DC 3, RDF 3, TRE 3, RA 3 }', 'flow server -> plc-1 : modbus-tcp'),
    'a tunnel that protects what the protocol does not': plant(
      '2',
      '2',
      'flow server -> plc-1 : modbus-tcp over ipsec\n    flow server -> plc-1 : fsoe over macsec',
    ),
    'optional protection': plant('2', '2', 'flow server -> plc-1 : opc-ua'),
    'hard wiring, which no network attacker reaches': plant('2', '2', 'flow server -> plc-1 : hardwired'),
    'a protocol of which nothing is known': `${plant('2', '2', 'flow server -> plc-1 : house-bus')}  protocol house-bus { }`,
    'no protocol': plant('2', '2', 'flow server -> plc-1'),
    'a flow inside a zone': `
      zone line : cell {
        sl-t 2
        asset panel : hmi-panel
        asset plc-1 : plc
        flow panel -> plc-1 : modbus-tcp
      }
      `,
    'a flow that no conduit declares, which comes first': `
      zone room : control { sl-t 2  asset server : scada-server  flow server -> plc-1 : modbus-tcp }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      `,
    'a target outside the system': `
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { sl-t 2  asset copy : historian }
      conduit upload between dmz and internet { flow copy -> cloud : modbus-tcp }
      `,
  },
  mends: [
    {
      model: plant('2', '2', 'flow server -> plc-1 : fsoe "trips" { when "a fault" }'),
      fix: 'Carry it over macsec',
      result: plant('2', '2', 'flow server -> plc-1 : fsoe over macsec "trips" { when "a fault" }'),
    },
    {
      model: plant(
        '2',
        '2',
        'flow server -> plc-1 : s7comm\n    flow server -> line : s7comm over pptp-like port 102',
      ).concat('  protocol pptp-like { authentication none  integrity none }\n'),
      fix: 'Carry it over ipsec',
      result: plant(
        '2',
        '2',
        'flow server -> plc-1 : s7comm over ipsec\n    flow server -> line : s7comm over ipsec port 102',
      ).concat('  protocol pptp-like { authentication none  integrity none }\n'),
    },
    {
      model: plant('2', '2', 'flow server -> plc-1 : s7comm\n    flow server -> line : modbus-tcp over wireguard'),
      fix: 'Carry it over wireguard',
      result: plant(
        '2',
        '2',
        'flow server -> plc-1 : s7comm over wireguard\n    flow server -> line : modbus-tcp over wireguard',
      ),
    },
    {
      model: plant('2', '2', 'flow server -> plc-1 : modbus-tcp\n    flow server -> line : modbus-tcp'),
      fix: 'Change to modbus-tls',
      result: plant('2', '2', 'flow server -> plc-1 : modbus-tls\n    flow server -> line : modbus-tls'),
    },
    {
      model: plant('2', '2', 'flow server -> plc-1 : modbus-tcp "setpoints"'),
      fix: 'Change to modbus-tls',
      result: plant('2', '2', 'flow server -> plc-1 : modbus-tls "setpoints"'),
    },
  ],
});

test('several flows lack what any of them does', () => {
  const { findings } = expectFindings(
    `
    zone p-side : control { sl-t { IAC 2 }  asset p : plc }
    zone q-side : cell { sl-t { SI 3 }  asset q : plc }
    conduit bus between p-side and q-side {
      flow p -> q : modbus-tcp
                    ^^^^^^^^^^ warning insecure-protocol: 2 flows of conduit 'bus' use 'modbus-tcp', which has no integrity protection
      flow q -> p : modbus-tcp
    }
    `,
    { rules: ['insecure-protocol'] },
  );
  expect(findings[0]!.data).toMatchObject({
    frs: ['IAC', 'SI'],
    flows: ['p-side.p -> q-side.q', 'q-side.q -> p-side.p'],
  });
  expect(findings[0]!.related.map(({ message }) => message)).toEqual(["Flow 'q -> p' uses it, too."]);
});
