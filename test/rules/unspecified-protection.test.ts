import { expect, test } from 'vitest';
import { unspecifiedProtection } from '../../language-server/core/rules/unspecified-protection.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** A conduit from a control room to a line, with the SL-T of the line and what stands in the conduit. */
const plant = (line: string, conduit: string) => `
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t ${line}  asset plc-1 : plc  asset plc-2 : plc }
      conduit bus between room and line {
${conduit}
      }
      `;

describeRule(unspecifiedProtection, {
  fires: {
    'authentication and integrity': plant(
      '2',
      `        flow server -> plc-1 : opc-ua
                               ^^^^^^ info unspecified-protection: 'opc-ua' leaves authentication and integrity protection optional, and the flow to 'plc-1' does not say what it uses, so nobody can tell whether it reaches IAC 2 and SI 2 in 'line': find out, and state it with 'with authentication, integrity'.`,
    ),
    'more from level 3 on': plant(
      '{ SI 3 }',
      `        flow server -> plc-1 : opc-ua
                               ^^^^^^ warning unspecified-protection: 'opc-ua' leaves integrity protection optional`,
    ),
    'what is left after what it says': plant(
      '2',
      `        flow server -> plc-1 : opc-ua with integrity
                               ^^^^^^ info unspecified-protection: 'opc-ua' leaves authentication optional`,
    ),
    'encryption over an untrusted conduit': plant(
      '{ DC 2 }',
      `        trust untrusted
        flow server -> plc-1 : opc-ua
                               ^^^^^^ info unspecified-protection: 'opc-ua' leaves encryption optional`,
    ),
    'several flows as one, as grave as the gravest': `
      zone room : control { sl-t 3  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line {
        flow server -> plc-1 : opc-ua
                               ^^^^^^ warning unspecified-protection: 2 flows of conduit 'bus' use 'opc-ua', which leaves authentication and integrity protection optional, and do not say what they use, so nobody can tell whether they reach IAC 3 and SI 3 in 'room': find out, and state it with 'with authentication, integrity'.
        flow plc-1 -> server : opc-ua
      }
      `,
    'what carries the protocol, by its name, too': plant(
      '2',
      `        flow server -> plc-1 : modbus-tcp over house-tunnel
                               ^^^^^^^^^^ info unspecified-protection: 'modbus-tcp' over 'house-tunnel' leaves authentication and integrity protection optional, and the flow to 'plc-1' does not say what it uses, so nobody can tell whether it reaches IAC 2 and SI 2 in 'line': find out, and state it with 'with authentication, integrity'.
      }
      protocol house-tunnel { authentication optional  integrity optional }
      conduit other between room and line {`,
    ),
    'flows as one that one protocol carries, and apart where another does': plant(
      '2',
      `        flow server -> plc-1 : modbus-tcp over house-tunnel
                               ^^^^^^^^^^ info unspecified-protection: 2 flows of conduit 'bus' use 'modbus-tcp' over 'house-tunnel', which leaves authentication and integrity protection optional, and do not say what they use, so nobody can tell whether they reach IAC 2 and SI 2 in 'line': find out, and state it with 'with authentication, integrity'.
        flow server -> plc-2 : modbus-tcp over house-tunnel
        flow server -> plc-1 : modbus-tcp over other-tunnel
                               ^^^^^^^^^^ info unspecified-protection: 'modbus-tcp' over 'other-tunnel' leaves authentication and integrity protection optional
      }
      protocol house-tunnel { authentication optional  integrity optional }
      protocol other-tunnel { authentication optional  integrity optional }
      conduit other between room and line {`,
    ),
    'a protocol and a zone in other files': `
      --- protocols.zones
      protocol house-bus { authentication optional  integrity yes }
      --- zones.zones
      zone line : cell { sl-t 2  asset plc-1 : plc }
      --- between.zones
      zone room : control { sl-t 2  asset server : scada-server }
      conduit bus between room and line { flow server -> plc-1 : house-bus }
                                                                 ^^^^^^^^^ info unspecified-protection: 'house-bus' leaves authentication optional
      `,
  },
  silent: {
    'what says what it uses': plant(
      '3',
      `        flow server -> plc-1 : opc-ua with authentication, integrity
        flow server -> plc-2 : opc-ua with mutual-authentication, integrity`,
    ),
    'a protocol that always protects, and a tunnel that does': plant(
      '3',
      `        flow server -> plc-1 : modbus-tls
        flow server -> plc-1 : opc-ua over ipsec`,
    ),
    'a zone that does not ask for it': plant('1', '        flow server -> plc-1 : opc-ua'),
    'encryption at DC 2 where the conduit is trusted': plant('{ DC 2 }', '        flow server -> plc-1 : opc-ua'),
    'what insecure-protocol and cleartext-untrusted say of the flow': `
      protocol half { authentication optional  integrity none }
      protocol clear { authentication optional  integrity yes  encryption none }
      ${plant(
        '2',
        `        trust untrusted
        flow server -> plc-1 : half
        flow server -> plc-1 : clear`,
      )}`,
    'an end outside': `
      zone internet : external { sl-t 4  asset cloud : web-server }
      zone dmz : perimeter { sl-t 1  asset copy : historian }
      conduit upload between dmz and internet { flow copy -> cloud : opc-ua }
      `,
  },
  mends: [
    {
      model: plant(
        '2',
        `        flow server -> plc-1 : opc-ua over pptp-like "values"
        flow server -> plc-2 : opc-ua over pptp-like`,
      ).concat('      protocol pptp-like { authentication none  integrity none }\n'),
      fix: "State that it uses authentication and integrity ('with')",
      result: plant(
        '2',
        `        flow server -> plc-1 : opc-ua over pptp-like with authentication, integrity "values"
        flow server -> plc-2 : opc-ua over pptp-like with authentication, integrity`,
      ).concat('      protocol pptp-like { authentication none  integrity none }\n'),
    },
    {
      model: plant('2', '        flow server -> plc-1 : opc-ua "values" { when "asked" }'),
      fix: "State that it uses authentication and integrity ('with')",
      result: plant(
        '2',
        '        flow server -> plc-1 : opc-ua with authentication, integrity "values" { when "asked" }',
      ),
    },
    {
      model: plant('2', '        flow server -> plc-1 : opc-ua with integrity port 4840'),
      fix: "State that it uses authentication ('with')",
      result: plant('2', '        flow server -> plc-1 : opc-ua with integrity, authentication port 4840'),
    },
  ],
});

test('flows that do not say what they use are listed for programs', () => {
  const { findings } = expectFindings(
    plant(
      '2',
      `        flow server -> plc-1 : opc-ua
                               ^^^^^^ info unspecified-protection
        flow server -> plc-2 : opc-ua`,
    ),
    { rules: ['unspecified-protection'] },
  );
  expect(findings[0]!.data).toEqual({
    frs: ['IAC', 'SI'],
    flows: ['room.server -> line.plc-1', 'room.server -> line.plc-2'],
  });
});
