import { expect, test } from 'vitest';
import { safetyAccess } from '../../language-server/core/rules/safety-access.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** A control room with a firewall and a safety zone, and a conduit between them. */
const plant = (conduit: string) => `
  zone room : control {
    asset server : scada-server
    asset eng : engineering-workstation
    asset stick : maintenance-laptop
    asset fw : firewall
  }
  zone trips : cell { safety yes  asset sis : safety-controller }
  ${conduit}
  `;

describeRule(safetyAccess, {
  fires: {
    'a network flow out of the safety zone past no guard':
      plant(`conduit status between room and trips { flow sis -> server : modbus-tcp { access read } }
          ^^^^^^ warning safety-access: Conduit 'status' leads into safety zone 'trips' with nothing on it that decides what passes, so whoever takes 'room' reaches what has to keep the plant safe: pass it through a firewall or data diode in 'via'.`),
    'engineering behind a guard':
      plant(`conduit service between room and trips { via fw  flow eng -> sis : s7comm-plus-tls  flow stick -> sis : https }
          ^^^^^^^ warning safety-access: Over conduit 'service', 'eng' and 1 more can change safety zone 'trips' at any time: say with 'when' by what it is released, or with 'access read' that it only reads.`),
    'a remote access protocol, whoever uses it':
      plant(`conduit service between room and trips { via fw  flow server -> trips : rdp }
          ^^^^^^^ warning safety-access: Over conduit 'service', 'server' can change safety zone 'trips' at any time`),
    'both ways behind a guard':
      plant(`conduit status between room and trips { via fw  flow server <-> sis : modbus-tls }
          ^^^^^^ warning safety-access: Conduit 'status' lets 'room' and safety zone 'trips' open connections to each other ('<->'): write the flow one way, out of the safety zone where that is enough, or with 'access read' that it only reads.`),
    'engineering past no guard': plant(`conduit service between room and trips { flow eng -> sis : s7comm-plus-tls }
          ^^^^^^^ warning safety-access: Conduit 'service' leads into safety zone 'trips' with nothing on it that decides what passes, and 'eng' can change that zone at any time: pass it through a firewall or data diode in 'via', and say with 'when' by what the access is released.`),
    'both ways past no guard': plant(`conduit status between room and trips { flow server <-> sis : modbus-tls }
          ^^^^^^ warning safety-access: Conduit 'status' lets 'room' and safety zone 'trips' open connections to each other ('<->') with nothing on it that decides what passes: pass it through a firewall or data diode in 'via', and write the flow one way.`),
    'engineering both ways behind a guard':
      plant(`conduit service between room and trips { via fw  flow eng <-> sis : s7comm-plus-tls }
          ^^^^^^^ warning safety-access: Over conduit 'service', 'eng' can change safety zone 'trips' at any time, and a flow both ways ('<->') lets 'room' open connections to it: say with 'when' by what the access is released, and write the flow one way.`),
    'all of it': plant(`conduit service between room and trips { flow sis <-> eng : s7comm-plus-tls }
          ^^^^^^^ warning safety-access: Conduit 'service' leads into safety zone 'trips' with nothing on it that decides what passes, 'eng' can change that zone at any time, and a flow goes both ways ('<->'): pass it through a firewall or data diode in 'via', say 'when', and write the flow one way.`),
    'a zone that inherits its designation, and one of a kind that has it': `
      --- zones.zones
      zone stop : cell { safety yes  zone inner { asset sis : safety-controller } }
      zone line : cell { asset plc-1 : plc }
      --- between.zones
      conduit status between line and stop.inner { flow sis -> plc-1 : modbus-tls }
              ^^^^^^ warning safety-access: Conduit 'status' leads into safety zone 'stop.inner'
      `,
    'a kind that is designated': `
      system station { reference-model purdue }
      zone relays : safety { asset relay : protection-relay }
      zone bay : basic-control { asset bcu : rtu }
      conduit trip between relays and bay { flow bcu -> relay : iec61850-mms }
              ^^^^ warning safety-access: Conduit 'trip' leads into safety zone 'relays'
      `,
    'one of three zones, reached by one of the flows': `
      zone room : control { asset server : scada-server }
      zone line : cell { asset plc-1 : plc }
      zone trips : cell { safety yes  asset sis : safety-controller }
      conduit ring between room, line and trips {
              ^^^^ warning safety-access: Conduit 'ring' leads into safety zone 'trips' with nothing on it that decides what passes, so whoever takes 'line' reaches
        asset sw : managed-switch
        flow server -> plc-1 : modbus-tls
        flow sis -> plc-1 : modbus-tls
      }
      `,
    'the equipment of a conduit that is not designated':
      plant(`conduit status between room and trips { asset sw : managed-switch  flow sw -> sis : https }
          ^^^^^^ warning safety-access: Conduit 'status' leads into safety zone 'trips' with nothing on it that decides what passes, so whoever takes 'status' reaches`),
  },
  silent: {
    'what is released, what only reads, and what comes from inside': plant(`conduit service between room and trips {
    via fw
    flow eng -> sis : s7comm-plus-tls { when "key switch and work permit" }
    flow stick -> sis : https { access read }
    flow server <-> sis : modbus-tls { access read }
    flow sis -> eng : https
    flow server -> sis : modbus-tls
  }`),
    'a data diode out of the safety zone': `
      zone room : control { asset server : scada-server }
      zone trips : cell { safety yes  asset sis : safety-controller  asset diode : data-diode }
      conduit status between room and trips { via diode  flow sis -> server : modbus-tcp }
      `,
    wires: plant(
      'conduit stops between room and trips { flow server -> sis : hardwired  flow server <-> sis : hardwired }',
    ),
    'two safety zones, and none': `
      zone one : cell { safety yes  asset a : safety-controller }
      zone two : cell { safety yes  asset b : safety-controller }
      zone three : cell { safety no  asset c : plc }
      zone four : cell { asset d : plc  asset eng : engineering-workstation }
      conduit trips between one and two { flow a <-> b : profisafe }
      conduit bus between three and four { flow eng <-> c : modbus-tcp }
      `,
    'a safety zone that says of itself that it is none': `
      zone stop : cell { safety yes  zone view { safety no  asset panel : hmi-panel } }
      zone line : cell { asset plc-1 : plc }
      conduit status between line and stop.view { flow panel -> plc-1 : modbus-tls }
      `,
    'a conduit without flows, of which unprotected-boundary speaks': plant('conduit spare between room and trips'),
    'a guard of which nobody knows':
      plant(`conduit status between room and trips { via fw-9  flow sis -> server : modbus-tcp }
                                              ^^^^ error unresolved-reference: There is no asset 'fw-9'`),
    'equipment that is designated': plant(
      'conduit status between room and trips { safety yes  asset sw : managed-switch  flow sw -> sis : https }',
    ),
    'a flow that passes nothing': plant(`conduit status between room and trips { via fw  flow eng <-> server : rdp }`),
  },
  mends: [
    {
      model: `
        zone room : control { asset eng : engineering-workstation }
        zone trips : cell { safety yes  asset sis : safety-controller  asset fw : firewall }
        conduit service between room and trips {
          flow eng -> sis : s7comm-plus-tls "logic"
        }
        `,
      fix: "Pass it through 'fw' of zone 'trips'",
      result: `
        zone room : control { asset eng : engineering-workstation }
        zone trips : cell { safety yes  asset sis : safety-controller  asset fw : firewall }
        conduit service between room and trips {
          via fw
          flow eng -> sis : s7comm-plus-tls "logic"
        }
        `,
    },
    {
      model: `
        zone room : control { asset eng : engineering-workstation }
        zone trips : cell { safety yes  asset sis : safety-controller  asset fw : firewall }
        conduit service between room and trips {
          via fw
          flow eng -> sis : s7comm-plus-tls "logic"
          flow eng -> trips : https {
            data "parameters"
          }
        }
        `,
      fix: "Say with 'when' by what the access is released",
      result: `
        zone room : control { asset eng : engineering-workstation }
        zone trips : cell { safety yes  asset sis : safety-controller  asset fw : firewall }
        conduit service between room and trips {
          via fw
          flow eng -> sis : s7comm-plus-tls "logic" {
            when "… (by what this access is released)"
          }
          flow eng -> trips : https {
            data "parameters"
            when "… (by what this access is released)"
          }
        }
        `,
    },
  ],
});

test('the flows that are at fault are pointed to, and listed for programs', () => {
  const { findings } = expectFindings(
    plant(`conduit service between room and trips { via fw  flow sis -> server : modbus-tls  flow eng -> sis : https  flow server <-> sis : modbus-tls }
          ^^^^^^^ warning safety-access`),
    { rules: ['safety-access'] },
  );
  expect(findings[0]!.data.flows).toEqual(['room.eng -> trips.sis', 'room.server <-> trips.sis']);
  expect(findings[0]!.related.map(({ message }) => message)).toEqual(["Flow 'eng -> sis'", "Flow 'server <-> sis'"]);
});
