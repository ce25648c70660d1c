import { viaPlacement } from '../../language-server/core/rules/via-placement.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(viaPlacement, {
  fires: {
    'the own firewall of another conduit': `
      zone dmz : perimeter
      zone room : control
      zone scada : control
      zone line : cell
      conduit uplink between dmz and room { asset fw-1 : firewall }
      conduit bus between scada and line { via uplink.fw-1 }
                                               ^^^^^^^^^^^ info via-placement: Conduit 'bus' passes 'uplink.fw-1', equipment of conduit 'uplink', which joins none of its ends, so the traffic takes a way through a third zone or is not filtered: end the conduit there and go on from it, or name the asset at this boundary.
      `,
    'an asset at none of three ends': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      zone line-1 : cell
      zone line-2 : cell
      conduit ring between scada, line-1 and line-2 { via fw-1 }
                                                          ^^^^ info via-placement: Conduit 'ring' passes 'fw-1', which stands in zone 'dmz', at none of its 3 ends, so the traffic takes a way through a third zone or is not filtered: end the conduit there, name an asset at this boundary, or give 'fw-1' its addresses in the networks of its ends.
      `,
    'a boundary asset in a third zone': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      zone line : cell
      conduit bus between scada and line { via fw-1 }
                                               ^^^^ info via-placement: Conduit 'bus' passes 'fw-1', which stands in zone 'dmz', at neither of its ends 'scada' and 'line', so the traffic takes a way through a third zone or is not filtered: end the conduit there and go on from it, name the asset at this boundary, or give 'fw-1' its address in the network of each end.
      `,
    'each that is away': `
      zone dmz : perimeter { asset fw-1 : firewall  asset fw-2 : firewall }
      zone scada : control { asset fw-3 : firewall }
      zone line : cell
      conduit bus between scada and line { via fw-1, fw-3, fw-2 }
                                               ^^^^ info via-placement
                                                           ^^^^ info via-placement
      `,
    'a firewall of a third zone with a port at one end only, or with addresses that are in neither': `
      zone core { asset fw-1 : firewall { address "10.0.1.1", "10.0.9.1" }  asset fw-2 : firewall { address "10.0.2.1" } }
      zone scada : control { network "10.0.1.0/24" }
      zone line : cell { network "10.0.2.0/24" }
      conduit bus between scada and line { via fw-1, fw-2 }
                                               ^^^^ info via-placement
                                                     ^^^^ info via-placement
      `,
  },
  silent: {
    'a firewall of its own, of a conduit at one of its ends, at the last of three ends, and with ports in two of them': `
      zone core { asset fw-3 : firewall { address "10.0.1.1", "10.0.2.1" } }
      zone scada : control { network "10.0.1.0/24" }
      zone line-1 : cell { network "10.0.2.0/24" }
      zone line-2 : cell { asset fw-2 : firewall }
      zone line-3 : cell
      conduit uplink between scada and line-3 { asset fw-4 : firewall }
      conduit ring between scada, line-1 and line-2 {
        asset fw-1 : firewall
        via fw-1, fw-2, fw-3, fw-4
      }
      `,
    'a central firewall with a port at each end, also in the network of the zone around one': `
      --- core.zones
      zone core { asset fw-1 : firewall { address "10.0.1.1", "10.0.2.1", "10.0.9.1" } }
      --- plant.zones
      zone scada : control { network "10.0.1.0/24", "VLAN 20" zone desk }
      zone line : cell { network "10.0.2.0/24" }
      conduit bus between scada.desk and line { via fw-1 }
      `,
    'in either end, or in a zone nested there': `
      zone scada : control { zone network { asset fw-1 : firewall } }
      zone line : cell { asset fw-2 : firewall }
      conduit bus between scada and line { via fw-1, fw-2 }
      `,
    'in the zone around both ends': `
      zone plant : control {
        asset fw-1 : firewall
        zone line-1 : cell
        zone line-2 : cell
      }
      conduit transfer between plant.line-1 and plant.line-2 { via fw-1 }
      `,
    'a name that means nothing': `
      zone scada : control
      zone line : cell
      conduit bus between scada and line { via fw-9 }
                                               ^^^^ error unresolved-reference
      `,
    'a conduit whose end is not known': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      conduit bus between scada and nowhere { via fw-1 }
                                    ^^^^^^^ error unresolved-reference
      `,
  },
});
