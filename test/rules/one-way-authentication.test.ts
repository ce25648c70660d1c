import { expect, test } from 'vitest';
import { oneWayAuthentication } from '../../language-server/core/rules/one-way-authentication.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** What knows one end, what may know both, and what always does. */
const PROTOCOLS = `
      protocol one-end { authentication yes  integrity yes  mutual-authentication none }
      protocol may-both { authentication yes  integrity yes  mutual-authentication optional }
      protocol both-ends { authentication yes  integrity yes  mutual-authentication yes }`;

const plant = (line: string, conduit: string) => `${PROTOCOLS}
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t ${line}  asset plc-1 : plc  asset plc-2 : plc }
      conduit bus between room and line {
${conduit}
      }
      `;

describeRule(oneWayAuthentication, {
  fires: {
    'one that can know both, and one that cannot': plant(
      '{ IAC 3 }',
      `        flow server -> plc-1 : may-both
                               ^^^^^^^^ info one-way-authentication: 'may-both' authenticates one end of the flow to 'plc-1' only, so an impostor can be the other, while 'line' is to reach IAC 3: have both authenticated, and state it with 'with mutual-authentication'.
        flow server -> plc-1 : one-end
                               ^^^^^^^ info one-way-authentication: 'one-end' authenticates one end of the flow to 'plc-1' only, so an impostor can be the other, while 'line' is to reach IAC 3: carry it over what authenticates both, or use a protocol that does.`,
    ),
    'several of each as one': plant(
      '3',
      `        flow server -> plc-1 : may-both
                               ^^^^^^^^ info one-way-authentication: 2 flows of conduit 'bus' use 'may-both', which authenticates one end only, so an impostor can be the other, while 'line' is to reach IAC 3: have both authenticated, and state it with 'with mutual-authentication'.
        flow server -> plc-2 : may-both
        flow server -> plc-1 : one-end
                               ^^^^^^^ info one-way-authentication: 2 flows of conduit 'bus' use 'one-end', which authenticates one end only, so an impostor can be the other, while 'line' is to reach IAC 3: carry it over what authenticates both, or use a protocol that does.
        flow server -> plc-2 : one-end`,
    ),
    'optional authentication that is used': plant(
      '{ IAC 3 }',
      `        flow server -> plc-1 : opc-ua with authentication
                               ^^^^^^ info one-way-authentication`,
    ),
  },
  silent: {
    'what knows both ends, by itself, as it says, or by what carries it': plant(
      '3',
      `        flow server -> plc-1 : both-ends
        flow server -> plc-1 : may-both with mutual-authentication
        flow server -> plc-1 : one-end over ipsec`,
    ),
    'IAC 2': plant('2', '        flow server -> plc-1 : one-end'),
    'a protocol that does not say': plant('3', '        flow server -> plc-1 : house-bus').concat(
      '      protocol house-bus { authentication yes  integrity yes }\n',
    ),
    'what has graver faults': plant(
      '3',
      `        flow server -> plc-1 : weak
        flow server -> plc-1 : opc-ua`,
    ).concat('      protocol weak { authentication yes  integrity none  mutual-authentication none }\n'),
  },
  mends: [
    {
      model: plant('{ IAC 3 }', '        flow server -> plc-1 : may-both port 4840'),
      fix: "State that it uses mutual-authentication ('with')",
      result: plant('{ IAC 3 }', '        flow server -> plc-1 : may-both with mutual-authentication port 4840'),
    },
  ],
});

test('flows by which one end is known are listed for programs', () => {
  const { findings } = expectFindings(
    plant(
      '3',
      `        flow server -> plc-1 : one-end
                               ^^^^^^^ info one-way-authentication`,
    ),
    { rules: ['one-way-authentication'] },
  );
  expect(findings[0]!.data).toEqual({ frs: ['IAC'], flows: ['room.server -> line.plc-1'] });
});
