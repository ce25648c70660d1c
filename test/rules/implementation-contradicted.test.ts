import { implementationContradicted } from '../../language-server/core/rules/implementation-contradicted.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(implementationContradicted, {
  fires: {
    'flows that authenticate nobody and leave their integrity open': `
      zone line : cell {
        implements SR 1.2, SR 3.1 RE(1)
                   ^^^^^^ warning implementation-contradicted: SR 1.2 is stated as implemented in zone 'line', but flow 'line.hmi-1 -> line.plc-1' runs by 'modbus-tcp', by which no device or process shows who it is: carry it over what authenticates both, take a protocol that does, or plan SR 1.2.
                           ^^^^^^^^^^^^ warning implementation-contradicted: SR 3.1 RE(1) is stated as implemented in zone 'line', but flow 'line.hmi-1 -> line.plc-1' runs by 'modbus-tcp', which lets a message be changed on the way unnoticed: carry it over what protects the integrity, take a protocol that does, or plan SR 3.1 RE(1).
        asset hmi-1 : hmi-panel
        asset plc-1 : plc
        flow hmi-1 -> plc-1 : modbus-tcp
      }
      `,
    'a flow to a nested zone, which inherits the statement, in a conduit of another file': `
      --- plant.zones
      zone line : cell {
        implements SR 1.2
                   ^^^^^^ warning implementation-contradicted: SR 1.2 is stated as implemented in zone 'line', but flow 'control.scada-1 <-> line.press.plc-1' …
        zone press { asset plc-1 : plc }
      }
      --- conduits.zones
      zone control : control { asset scada-1 : scada-server }
      conduit c between control and line.press { flow scada-1 <-> plc-1 : modbus-tcp }
      `,
    'clear text over an untrusted conduit, and over any': `
      zone line : cell {
        implements SR 4.1 RE(1), SR 4.1 RE(2)
                   ^^^^^^^^^^^^ warning implementation-contradicted: SR 4.1 RE(1) is stated as implemented in zone 'line', but flow 'line.plc-1 -> away.scada-2' runs by 'modbus-tcp' over an untrusted conduit, where others can read it: carry it over what encrypts, take a protocol that does, or plan SR 4.1 RE(1).
                                 ^^^^^^^^^^^^ warning implementation-contradicted: SR 4.1 RE(2) is stated as implemented in zone 'line', but flow 'line.plc-1 -> control.scada-1' crosses the boundary by 'modbus-tcp', which does not encrypt: carry it over what does, take a protocol that does, or plan SR 4.1 RE(2).
        asset plc-1 : plc
      }
      zone control : control { asset scada-1 : scada-server }
      zone away : control { asset scada-2 : scada-server }
      conduit a between line and control { flow plc-1 -> scada-1 : modbus-tcp }
      conduit b between line and away { trust untrusted  flow plc-1 -> scada-2 : modbus-tcp }
      `,
    'a network that another zone lies in, too': `
      zone line : cell {
        network "10.1.0.0/16"
        implements SR 5.1
                   ^^^^^^ warning implementation-contradicted: SR 5.1 is stated as implemented in zone 'line', but network '10.1.0.0/16' overlaps one of zone 'store', which is neither around it nor in it, so nothing separates the two: give each a network of its own, or plan SR 5.1.
      }
      zone store : cell { network "10.1.2.0/24" }
      `,
    'one switch for zones that differ': `
      zone line : cell {
        sl-t 2
        implements SR 5.1 RE(1)
                   ^^^^^^^^^^^^ warning implementation-contradicted: SR 5.1 RE(1) is stated as implemented in zone 'line', but switch 'ring.sw-1' serves zones 'line' and 'store' together, which differ in what they are to reach, so the networks are not physically segmented: give each a switch of its own, or plan SR 5.1 RE(1).
      }
      zone store : cell { sl-t 1 }
      zone yard : cell { sl-t 1 }
      conduit ring between line, store and yard { asset sw-1 : industrial-switch }
      `,
    'a conduit without a guard, and a flow that no filter can know': `
      zone line : cell {
        implements SR 5.2, SR 5.2 RE(1)
                   ^^^^^^ warning implementation-contradicted: SR 5.2 is stated as implemented in zone 'line', but nothing on conduit 'c' decides what passes: name the firewall, diode or session host that it goes through in 'via', or plan SR 5.2.
                           ^^^^^^^^^^^^ warning implementation-contradicted: SR 5.2 RE(1) is stated as implemented in zone 'line', but flow 'line.plc-1 -> control.scada-1' has neither protocol nor port, so no filter can let it pass and deny all else: say by what it runs, or plan SR 5.2 RE(1).
        asset plc-1 : plc
      }
      zone control : control { asset scada-1 : scada-server  asset gw-1 : protocol-gateway }
      conduit c between line and control { via gw-1  flow plc-1 -> scada-1 }
      `,
    'mail across the boundary': `
      zone control : control {
        implements SR 5.3
                   ^^^^^^ warning implementation-contradicted: SR 5.3 is stated as implemented in zone 'control', but flow 'control.scada-1 -> office.mail-1' brings messages from person to person across the boundary by 'smtps': end it, or plan SR 5.3.
        asset scada-1 : scada-server
      }
      zone office : enterprise { asset mail-1 : mail-server }
      conduit c between control and office { flow scada-1 -> mail-1 : smtps }
      `,
    'watching, time and an inventory of which nothing is drawn': `
      zone line : cell {
        implements SR 6.2
                   ^^^^^^ warning implementation-contradicted: SR 6.2 is stated as implemented in zone 'line', but no sensor is drawn in, around or at it, and no 'by' says what watches: draw the sensor, say by what it is watched, or plan SR 6.2.
        implements SR 2.11 RE(1), SR 7.8
                   ^^^^^^^^^^^^^ warning implementation-contradicted: SR 2.11 RE(1) is stated as implemented in zone 'line', but no flow of a time protocol is drawn there, so nothing synchronizes the clocks: draw the flow from the time source, or plan SR 2.11 RE(1).
                                  ^^^^^^ warning implementation-contradicted: SR 7.8 is stated as implemented in zone 'line', but no asset there says of which version it is, so there is no inventory of what is installed: give the versions, or plan SR 7.8.
        asset plc-1 : plc
      }
      `,
    'the settings of the system, once, wherever it shows': `
      system plant {
        implements SR 1.2
                   ^^^^^^ warning implementation-contradicted: SR 1.2 is stated as implemented in the settings of the system, but flow 'cells.a -> cells.b' …
      }
      zone cells : cell { asset a : plc  asset b : plc  flow a -> b : modbus-tcp }
      zone more : cell { asset a : plc  asset b : plc  flow a -> b : modbus-tcp }
      `,
    'a profile, at its name': `
      profile base { SR 1.1, SR 7.8 }
      zone line : cell {
        implements base evidence "audit-1"
                   ^^^^ warning implementation-contradicted
        asset plc-1 : plc
      }
      `,
    'the statements of a conduit, by its own flows': `
      zone line : cell { asset plc-1 : plc }
      zone control : control { asset scada-1 : scada-server }
      conduit c between line and control {
        implements SR 1.2, SR 5.2
                   ^^^^^^ warning implementation-contradicted: SR 1.2 is stated as implemented in conduit 'c', but flow …
                           ^^^^^^ warning implementation-contradicted
        flow plc-1 -> scada-1 : modbus-tcp
      }
      `,
    'evidence, which a drawing that says otherwise puts in doubt': `
      zone line : cell {
        implements SR 1.2 by plc-1 evidence "FAT-12"
                   ^^^^^^ warning implementation-contradicted
        asset hmi-1 : hmi-panel
        asset plc-1 : plc
        flow hmi-1 -> plc-1 : modbus-tcp
      }
      `,
  },
  silent: {
    'protections that are there, optional, used or unknown': `
      zone line : cell {
        implements SR 1.2, SR 3.1 RE(1), SR 4.1 RE(1), SR 4.1 RE(2)
        asset hmi-1 : hmi-panel
        asset plc-1 : plc
        flow hmi-1 -> plc-1 : opc-ua
        flow hmi-1 -> plc-1 : modbus-tcp over ipsec
        flow hmi-1 -> plc-1 port 102
      }
      zone control : control { asset scada-1 : scada-server }
      conduit c between line and control { trust untrusted  flow plc-1 -> scada-1 : opc-ua with encryption }
      `,
    'a link that is no network, and a zone that states otherwise itself': `
      zone line : cell {
        implements SR 1.2, SR 5.2
        asset plc-1 : plc
        asset valve-1 : actuator
        flow plc-1 -> valve-1 : hardwired
        zone press {
          plans SR 1.2
          asset hmi-1 : hmi-panel
          asset plc-2 : plc
          flow hmi-1 -> plc-2 : modbus-tcp
        }
      }
      `,
    'a boundary of a nested zone, which is not its own': `
      zone line : cell {
        implements SR 5.2
        zone press { asset plc-1 : plc }
      }
      zone control : control { asset scada-1 : scada-server }
      conduit c between line.press and control { flow plc-1 -> scada-1 : modbus-tcp }
      `,
    'one switch for zones that are alike': `
      zone line : cell { sl-t 2  implements SR 5.1 RE(1) }
      zone store : cell { sl-t 2 }
      zone yard : cell { sl-t 2 }
      conduit ring between line, store and yard { asset sw-1 : industrial-switch }
      `,
    'networks around and in it': `
      zone line : cell {
        network "10.1.0.0/16"
        implements SR 5.1
        zone press { network "10.1.2.0/24" }
      }
      zone store : cell { network "10.2.0.0/16" }
      `,
    'a guard on the conduit, one that nobody knows, and a conduit without flows': `
      zone line : cell {
        implements SR 5.2, SR 5.2 RE(1)
        asset plc-1 : plc
        asset fw-1 : firewall
        asset box-1 : box-of-ours
                      ^^^^^^^^^^^ error unresolved-reference
      }
      zone control : control { asset scada-1 : scada-server }
      conduit a between line and control { via fw-1  flow plc-1 -> scada-1 : modbus-tcp }
      conduit b between line and control { via box-1  flow plc-1 -> scada-1 port 502 }
      conduit c between line and control
      `,
    'mail that stays within the zone': `
      zone office : enterprise {
        implements SR 5.3
        asset pc-1 : business-workstation
        asset mail-1 : mail-server
        flow pc-1 -> mail-1 : smtp
      }
      `,
    'a sensor in the zone around, one on the way in, and a service that watches': `
      zone line : cell {
        asset ids-1 : ids-sensor
        zone press { implements SR 6.2  asset plc-1 : plc }
      }
      zone control : control { implements SR 6.2 by siem-1  asset siem-1 : siem }
      zone store : cell { implements SR 6.2  asset plc-2 : plc }
      conduit c between store and control { asset tap-1 : ids-sensor }
      `,
    'a time source, and one version at least': `
      zone line : cell {
        implements SR 2.11 RE(1), SR 7.8
        asset plc-1 : plc { version "4.1" }
        asset plc-2 : plc
      }
      zone control : control { asset time-1 : time-server }
      conduit c between line and control { flow plc-1 -> time-1 : ntp }
      `,
    'a zone of which nothing is drawn yet': 'zone line : cell { implements SR 2.11 RE(1), SR 5.2, SR 6.2, SR 7.8 }',
    'a requirement that is planned, and an external zone': `
      zone line : cell { plans SR 7.8  asset plc-1 : plc }
      zone vendor : external { implements SR 7.8  asset plc-1 : plc }
      `,
  },
  mends: [
    {
      model: `
        zone line : cell {
          implements SR 7.3, SR 7.8 by plc-1
          asset plc-1 : plc
        }
        `,
      fix: 'Plan SR 7.8 instead',
      result: `
        zone line : cell {
          implements SR 7.3 by plc-1
          plans SR 7.8
          asset plc-1 : plc
        }
        `,
    },
    {
      model: `
        profile base { SR 1.1, SR 7.8 }
        zone line : cell {
          implements base
          asset plc-1 : plc
        }
        `,
      fix: 'Plan SR 7.8 instead',
      result: `
        profile base { SR 1.1, SR 7.8 }
        zone line : cell {
          implements base
          plans SR 7.8
          asset plc-1 : plc
        }
        `,
    },
    {
      model: `
        system plant {
          implements SR 7.3, SR 7.8
        }
        zone line : cell { asset plc-1 : plc }
        `,
      fix: 'Plan SR 7.8 instead',
      result: `
        system plant {
          implements SR 7.3
          plans SR 7.8
        }
        zone line : cell { asset plc-1 : plc }
        `,
    },
  ],
});
