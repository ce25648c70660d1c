import { separationBroken } from '../../language-server/core/rules/separation-broken.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(separationBroken, {
  fires: {
    'two that a zone is separated from, one of which leads both ways': `
      zone trips : cell {
        separated-from room, lines
                       ^^^^ error separation-broken: Zone 'trips' is separated from 'room', but flows lead from there into it
                             ^^^^^ error separation-broken: Zone 'trips' is separated from 'lines', but flows lead out of it
        asset logic : safety-controller
      }
      zone room : control { asset server : scada-server }
      zone lines : cell { asset plc-1 : plc }
      conduit up between trips and room { flow logic <-> server : https }
      conduit across between trips and lines { flow logic -> plc-1 : https }
      `,
    'a chain of flows that leads into the zone over others': `
      --- separated.zones
      zone filters : cell {
        separated-from internet
                       ^^^^^^^^ error separation-broken: Zone 'filters' is separated from 'internet', but flows lead from there into it, one after the other: internet.cloud → dmz.copy → control.scada → filters.plc. Who holds the first can come as far as the last: take one of the flows away, or the separation if it is not meant.
        asset plc : plc
      }
      --- others.zones
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { asset copy : historian  asset jump : jump-host }
      zone control : control { asset scada : scada-server }
      --- flows.zones
      conduit wan between internet and dmz { flow cloud -> copy : https }
      conduit up between dmz and control { flow copy -> scada : opc-ua-secure  flow scada -> jump : https }
      conduit down between control and filters { flow scada -> plc : opc-ua-secure }
      `,
    'one that leads out of it': `
      zone filters : cell {
        separated-from office
                       ^^^^^^ error separation-broken: Zone 'filters' is separated from 'office', but flows lead out of it to there, one after the other: filters.plc → control.scada → office.erp. What the one sends comes to the other: take one of the flows away, or the separation if it is not meant.
        asset plc : plc
      }
      zone office : enterprise { asset erp : erp }
      zone control : control { asset scada : scada-server }
      conduit up between filters and control { flow plc -> scada : opc-ua-secure }
      conduit on between control and office { flow scada -> erp : opc-ua-secure }
      `,
    'zones nested in both, and a flow of either side': `
      zone plant : control {
        separated-from site
                       ^^^^ error separation-broken: Zone 'plant' is separated from 'site', but flows lead from there into it, one after the other: site.office.erp → plant.line.plc. Who
        zone line { asset plc : plc }
      }
      zone site : enterprise { zone office { asset erp : erp } }
      conduit both between line and office { flow plc <-> erp : opc-ua-secure }
      `,
    'flows that name zones: from any asset of one to all of the other': `
      --- a.zones
      zone line : cell {
        separated-from office
                       ^^^^^^ error separation-broken: Zone 'line' is separated from 'office', but flows lead from there into it, one after the other: office.erp → dmz → dmz.inner.copy → line. Who
        asset plc : plc
      }
      zone office : enterprise { asset erp : erp }
      --- b.zones
      zone dmz : perimeter { zone inner { asset copy : historian } }
      conduit up between office and dmz { flow erp -> dmz : https }
      conduit down between dmz.inner and line { flow copy -> line : https }
      `,
    'a flow to the zone around it, and one from the zone around the other': `
      zone plant : control {
        zone line : cell {
          separated-from desk
                         ^^^^ error separation-broken: Zone 'line' is separated from 'office.desk', but flows lead from there into it, one after the other: office → plant. Who
        }
      }
      zone office : enterprise { zone desk { asset pc : business-workstation } }
      conduit up between office and plant { flow office -> plant : https }
      `,
    'equipment of a conduit on the way, and a chain too long to be written': `
      zone line : cell {
        separated-from office
                       ^^^^^^ error separation-broken: Zone 'line' is separated from 'office', but flows lead from there into it, one after the other: office.erp → up.hop → dmz.one → … → dmz.three → dmz.four → line.plc. Who
        asset plc : plc
      }
      zone office : enterprise { asset erp : erp }
      zone dmz : perimeter {
        asset one : historian  asset two : historian  asset three : historian  asset four : historian
        flow one -> two : https
        flow two -> three : https
        flow three -> four : https
      }
      conduit up between office and dmz {
        asset hop : reverse-proxy
        flow erp -> hop : https
        flow hop -> one : https
      }
      conduit down between dmz and line { flow four -> plc : https }
      `,
    'two that say it of each other: one finding': `
      zone line : cell {
        separated-from office
                       ^^^^^^ error separation-broken
        asset plc : plc
      }
      zone office : enterprise { separated-from line  asset erp : erp }
      conduit up between office and line { flow erp -> plc : https }
      `,
    'a zone in another, and a zone and itself': `
      zone plant : control {
        zone line : cell {
          separated-from plant, line, line
                         ^^^^^ error separation-broken: Zone 'line' is separated from 'plant', though one of them lies in the other, so what the separation covers is left open: name zones that lie beside 'line'.
                                ^^^^ error separation-broken: Zone 'line' is separated from itself, so nothing is separated: name the zone that is meant.
        }
      }
      `,
    'a zone of another system, on the way back over a third': `
      --- a.zones
      system north
      zone line : cell {
        separated-from south.office
                       ^^^^^^^^^^^^ error separation-broken: Zone 'line' is separated from 'south.office', but flows lead from there into it, one after the other: south.office.erp → hub.copy → line.plc. Who
        asset plc : plc
      }
      zone hub : perimeter { asset copy : historian }
      conduit down between hub and line { flow copy -> plc : https }
      --- b.zones
      system south
      zone office : enterprise { asset erp : erp }
      conduit up between office and north.hub { flow erp -> copy : https }
      `,
  },
  silent: {
    'flows that meet in a third zone without leading on': `
      zone line : cell { separated-from internet  asset plc : plc }
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { asset copy : historian }
      conduit wan between internet and dmz { flow cloud -> copy : https }
      conduit up between line and dmz { flow plc -> copy : https }
      `,
    'flows that leave the same asset of a third zone': `
      zone line : cell { separated-from internet  asset plc : plc }
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { asset jump : jump-host }
      conduit wan between internet and dmz { flow jump -> cloud : https }
      conduit down between line and dmz { flow jump -> plc : https }
      `,
    'two assets of one zone, of which each knows its side': `
      zone line : cell { separated-from internet  asset plc : plc }
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { asset copy : historian  asset jump : jump-host }
      conduit wan between internet and dmz { flow cloud -> copy : https }
      conduit down between line and dmz { flow jump -> plc : https }
      `,
    'zones that are not separated': `
      zone line : cell { asset plc : plc }
      zone internet : external { asset cloud : web-server }
      conduit wan between internet and line { flow cloud -> plc : https }
      `,
    'a zone beside those that are separated': `
      zone plant : control {
        zone line : cell { separated-from office  asset plc : plc }
        zone hall : cell { asset hmi : hmi-panel }
      }
      zone office : enterprise { asset erp : erp }
      conduit up between office and hall { flow erp -> hmi : https }
      `,
    'a name that means nothing': `
      zone line : cell {
        separated-from nowhere
                       ^^^^^^^ error unresolved-reference
        asset plc : plc
      }
      `,
  },
});
