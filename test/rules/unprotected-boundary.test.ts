import { unprotectedBoundary } from '../../language-server/core/rules/unprotected-boundary.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unprotectedBoundary, {
  fires: {
    'the third of three zones that asks for more': `
      zone room : control { sl-t 2 }
      zone hall
      zone line : control { sl-t 3 }
      conduit ring between room, hall and line { asset sw-1 : industrial-switch }
              ^^^^ warning unprotected-boundary: Conduit 'ring' joins 'room' (SL-T 2) and 'line' (SL-T 3)
      `,
    'zones of two systems, which may be called the same': `
      --- north.zones
      system north
      zone line : control { sl-t 1 }
      --- south.zones
      system south
      zone line : control { sl-t 2 }
      conduit link between line and north.line
              ^^^^ warning unprotected-boundary: Conduit 'link' joins 'line' (SL-T 2) and 'north.line' (SL-T 1)
      `,
    'a perimeter among three zones': `
      zone room : control
      zone line : control
      zone dmz : perimeter
      conduit ring between room, line and dmz
              ^^^^ warning unprotected-boundary: Conduit 'ring' ends at perimeter zone 'dmz'
      `,
    'a conduit at the perimeter without a boundary asset': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      conduit replication between scada and dmz
              ^^^^^^^^^^^ warning unprotected-boundary: Conduit 'replication' ends at perimeter zone 'dmz', where traffic from outside arrives, and nothing on it filters what passes: name the firewall, data diode or jump host that it goes through in 'via'.
      `,
    'a conduit from outside': `
      zone internet : external
      zone office : enterprise
      conduit line between office and internet
              ^^^^ warning unprotected-boundary: Conduit 'line' ends at external zone 'internet'
      `,
    'an asset in via that filters nothing': `
      zone dmz : perimeter { asset sw-1 : managed-switch  asset fw-1 : firewall }
      zone scada : control
      conduit replication between scada and dmz { via sw-1 }
              ^^^^^^^^^^^ warning unprotected-boundary
      `,
    'zones of different SL-T': `
      zone room : control { sl-t 2 }
      zone line : control { sl-t 2 { RDF 3 }  asset fw-2 : industrial-firewall }
      conduit link between room and line
              ^^^^ warning unprotected-boundary: Conduit 'link' joins 'room' (SL-T 2) and 'line' (SL-T { 2 2 2 2 3 2 2 }) with nothing on it that filters, so the weaker zone opens the stronger one: name the firewall, data diode or jump host that it goes through in 'via'.
      `,
    'a serial protocol that a network carries, and a flow that nobody has given a protocol': `
      zone unit : cell { sl-t 2  asset plc-1 : plc }
      zone field : process { sl-t 1  asset meter : transmitter }
      conduit tunnel between unit and field { flow meter -> plc-1 : modbus-rtu over ipsec }
              ^^^^^^ warning unprotected-boundary
      conduit unknown between unit and field { flow meter -> plc-1 }
              ^^^^^^^ warning unprotected-boundary
      `,
    'loops beside a flow on the network': `
      zone unit : cell { sl-t 2  asset plc-1 : plc }
      zone field : process { sl-t 1  asset level-1 : transmitter  asset drive-1 : variable-frequency-drive }
      conduit loops between unit and field {
              ^^^^^ warning unprotected-boundary: Conduit 'loops' joins 'unit' (SL-T 2) and 'field' (SL-T 1) with nothing on it that filters
        flow level-1 -> plc-1 : hart
        flow plc-1 -> drive-1 : profinet-rt
      }
      `,
    'a zone and one nested in it, which asks for more': `
      zone scada : control { sl-t 2  zone safety { sl-t 3 } }
      conduit status between scada and scada.safety
              ^^^^^^ warning unprotected-boundary
      `,
    'the Purdue DMZ': `
      system station { reference-model purdue }
      zone dmz : dmz
      zone ops : operations
      conduit link between ops and dmz
              ^^^^ warning unprotected-boundary: Conduit 'link' ends at dmz zone 'dmz'
      `,
    'a boundary asset of the zone around an end, by its path where its name is not enough': `
      zone site : control {
        asset fw : industrial-firewall
        zone line : cell { sl-t 1 }
      }
      zone lab : control { sl-t 2  asset fw : industrial-firewall }
      conduit samples between site.line and lab
              ^^^^^^^ warning unprotected-boundary
      `,
    'flows both ways, which a diode would not let through': `
      zone dmz : perimeter { asset diode : data-diode  asset copy : historian }
      zone scada : control { asset archive : historian }
      conduit replication between scada and dmz {
              ^^^^^^^^^^^ warning unprotected-boundary
        flow archive <-> copy : opc-ua
      }
      `,
    'zones of one SL-T that are to reach RDF 2': `
      zone room : control { sl-t 2  asset server : scada-server  asset gate : protocol-gateway }
      zone line : cell { sl-t { 2 2 2 2 2 2 2 }  asset plc-1 : plc }
      conduit link between room and line { flow server -> plc-1 : modbus-tls }
              ^^^^ info unprotected-boundary: Conduit 'link' joins 'room' and 'line' with nothing on it that filters, so what takes one zone walks into the other, while both are to reach RDF 2: name the firewall, data diode or jump host that it goes through in 'via'.
      conduit spare between room and line { via gate  flow server -> plc-1 : modbus-tls }
              ^^^^^ info unprotected-boundary: Conduit 'spare' joins 'room' and 'line' through 'gate' alone, and what joins networks does not decide what passes, while both are to reach RDF 2: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.
      `,
  },
  silent: {
    'a gateway where more is asked for, which weak-boundary names': `
      zone dmz : perimeter { asset gate : protocol-gateway }
      zone scada : control
      conduit replication between scada and dmz { via gate }
      `,
    'equals without a network flow, or with a guard, or that are not to reach RDF 2': `
      zone room : control { sl-t 2  asset server : scada-server  asset fw : firewall }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      zone store : cell { sl-t { IAC 4, RDF 1 }  asset plc-2 : plc }
      zone depot : cell { sl-t { IAC 4, RDF 1 }  asset plc-3 : plc }
      conduit wire between room and line { flow server -> plc-1 : hardwired }
      conduit bus between room and line { via fw  flow server -> plc-1 : modbus-tls }
      conduit link between store and depot { flow plc-2 -> plc-3 : modbus-tls }
      `,
    'a way into a safety zone, which safety-access names': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone trips : cell { sl-t 3  safety yes  asset sis : safety-controller }
      conduit status between room and trips { flow sis -> server : modbus-tcp }
      `,
    'a firewall of its own, and equipment of which nobody knows what it is': `
      zone dmz : perimeter
      zone scada : control
      zone line : control
      conduit replication between scada and dmz { asset fw-1 : firewall }
      conduit ring between scada, line and dmz {
        asset box : some-box
                    ^^^^^^^^ error unresolved-reference
      }
      `,
    'instrument loops and local serial links, which no firewall could look at': `
      zone unit : cell { sl-t 2  asset plc-1 : plc }
      zone field : process { sl-t 1  asset level-1 : transmitter }
      zone utility : external { asset breaker : protection-relay }
      zone dmz : perimeter { asset rtu-1 : rtu }
      conduit loops between unit and field { flow level-1 -> plc-1 : hart }
      conduit trips between dmz and utility { flow rtu-1 -> breaker : hardwired  flow breaker -> rtu-1 : house-wire }
      protocol house-wire extends modbus-rtu { }
      `,
    'a flow whose protocol is not known, which has a finding of its own': `
      zone unit : cell { sl-t 2  asset plc-1 : plc }
      zone field : process { sl-t 1  asset level-1 : transmitter }
      conduit loops between unit and field { flow level-1 -> plc-1 : hartt }
                                                                     ^^^^^ error unresolved-reference
      `,
    'a firewall in via': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      conduit replication between scada and dmz { via fw-1 }
      `,
    'a type of one’s own that is a boundary': `
      asset-type edge-box extends edge-gateway { flags boundary  role filter }
      zone dmz : perimeter { asset box : edge-box }
      zone scada : control
      conduit replication between scada and dmz { via box }
      `,
    'one SL-T': `
      zone room : control { sl-t 2 }
      zone line : cell { sl-t { 2 2 2 2 2 2 2 } }
      conduit link between room and line
      `,
    'a zone without SL-T, which has a finding of its own': `
      zone room : control { sl-t 2 }
      zone line : cell
      conduit link between room and line
      `,
    'two zones that are not the system’s to protect': `
      zone internet : external
      zone vendor : external
      conduit cloud between internet and vendor
      `,
    'an asset that is not known': `
      zone dmz : perimeter
      zone scada : control
      conduit replication between scada and dmz { via fw-9 }
                                                      ^^^^ error unresolved-reference
      `,
  },
  mends: [
    {
      model: `
        zone dmz : perimeter { asset gate : protocol-gateway }
        zone scada : control
        conduit replication between scada and dmz
        `,
      fix: "Declare a firewall in zone 'dmz' and pass it through that",
      result: `
        zone dmz : perimeter {
          asset gate : protocol-gateway
          asset dmz-firewall "… (which firewall this is)" : firewall
        }
        zone scada : control
        conduit replication between scada and dmz {
          via dmz-firewall
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset sw : managed-switch  asset fw-1 : firewall }
        zone scada : control
        conduit replication between scada and dmz {
          via sw
        }
        `,
      fix: "Pass it through 'fw-1' of zone 'dmz'",
      result: `
        zone dmz : perimeter { asset sw : managed-switch  asset fw-1 : firewall }
        zone scada : control
        conduit replication between scada and dmz {
          via sw, fw-1
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset gate : protocol-gateway  asset fw-1 : firewall }
        zone scada : control { asset jump : jump-host }
        conduit replication between scada and dmz
        `,
      fix: "Pass it through 'jump' of zone 'scada'",
      result: `
        zone dmz : perimeter { asset gate : protocol-gateway  asset fw-1 : firewall }
        zone scada : control { asset jump : jump-host }
        conduit replication between scada and dmz {
          via jump
        }
        `,
    },
    {
      model: `
        --- zones.zones
        zone dmz : perimeter { sl-t 1 }
        zone scada : control { sl-t 2 }
        --- conduits.zones
        conduit replication between scada and dmz {
          sl-t 2
        }
        `,
      fix: "Declare a firewall in zone 'dmz' and pass it through that",
      result: `
        --- zones.zones
        zone dmz : perimeter {
          sl-t 1
          asset dmz-firewall "… (which firewall this is)" : firewall
        }
        zone scada : control { sl-t 2 }
        --- conduits.zones
        conduit replication between scada and dmz {
          via dmz-firewall
          sl-t 2
        }
        `,
    },
    {
      model: `
        zone scada : control { sl-t 2  zone safety { sl-t 3  asset safety-firewall : switch-box } }
        asset-type switch-box { }
        conduit status between scada and scada.safety
        `,
      fix: "Declare a firewall in zone 'scada.safety' and pass it through that",
      result: `
        zone scada : control {
          sl-t 2
          zone safety {
            sl-t 3
            asset safety-firewall : switch-box
            asset safety-firewall-2 "… (which firewall this is)" : firewall
          }
        }
        asset-type switch-box { }
        conduit status between scada and scada.safety {
          via safety-firewall-2
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset fw-1 : firewall }
        zone scada : control
        conduit replication between scada and dmz {
          sl-t 2
        }
        `,
      fix: "Pass it through 'fw-1' of zone 'dmz'",
      result: `
        zone dmz : perimeter { asset fw-1 : firewall }
        zone scada : control
        conduit replication between scada and dmz {
          via fw-1
          sl-t 2
        }
        `,
    },
    {
      model: `
        zone site : control {
          asset fw : industrial-firewall
          zone line : cell { sl-t 1 }
        }
        zone lab : control { sl-t 2  asset fw : industrial-firewall }
        conduit samples between site.line and lab
        `,
      fix: "Pass it through 'fw' of zone 'site'",
      result: `
        zone site : control {
          asset fw : industrial-firewall
          zone line : cell { sl-t 1 }
        }
        zone lab : control { sl-t 2  asset fw : industrial-firewall }
        conduit samples between site.line and lab {
          via site.fw
        }
        `,
    },
  ],
});
