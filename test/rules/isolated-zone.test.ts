import { isolatedZone } from '../../language-server/core/rules/isolated-zone.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(isolatedZone, {
  fires: {
    'a zone that no conduit reaches': `
      zone dmz : perimeter
      zone scada : control
      zone lab : control
           ^^^ info isolated-zone: No conduit reaches zone 'lab' or a zone in it, so by this model nothing may pass between it and the rest of the plant: declare its conduits, or allow this if it stands alone.
      conduit link between scada and dmz
      `,
    'the outermost zone only': `
      zone scada : control
           ^^^^^ info isolated-zone
      zone lab : control { zone bench { boundary logical "fw" zone rig { boundary logical "fw" } } }
           ^^^ info isolated-zone
      `,
    'a conduit that reaches nothing, since an end is not known': `
      zone scada : control
           ^^^^^ info isolated-zone
      zone lab : control
           ^^^ info isolated-zone
      conduit link between scada and nowhere
                                     ^^^^^^^ error unresolved-reference
      `,
    'a conduit from the zone to itself': `
      zone scada : control
           ^^^^^ info isolated-zone
      zone lab : control
           ^^^ info isolated-zone
      conduit link between scada and scada
      `,
    'a zone of another file': `
      --- a.zones
      zone lab : control
           ^^^ info isolated-zone
      --- b.zones
      zone scada : control
      zone dmz : perimeter
      conduit link between scada and dmz
      `,
    'a zone of the system in one that is not': `
      zone partner : external { zone depot : control }
                                     ^^^^^ info isolated-zone
      zone scada : control
      zone dmz : perimeter
      conduit link between scada and dmz
      `,
    'a nested zone with a boundary of its own that no conduit reaches': `
      zone dmz : perimeter
      zone plant : control {
        zone line : cell { boundary logical "Cell firewall CF-2" }
             ^^^^ info isolated-zone: No conduit reaches zone 'line', which has a boundary of its own, so by this model nothing may pass between it and the rest of 'plant': declare its conduits, or allow this if it stands alone.
        zone hall { zone rack { boundary physical "Locked cabinet" } }
                         ^^^^ info isolated-zone: No conduit reaches zone 'rack', which has a boundary of its own, so by this model nothing may pass between it and the rest of 'hall'
      }
      conduit link between plant and dmz
      `,
    'a zone whose firewall has a port at one end only of the conduit that it is named in': `
      zone lan : control { network "10.0.1.0/24" }
      zone dmz : perimeter { network "10.0.2.0/24" }
      zone core : control { asset fw : firewall { address "10.0.1.1", "10.0.9.1" } }
           ^^^^ info isolated-zone
      conduit link between lan and dmz { via fw }
      `,
    'a nested zone that is separated from others': `
      zone dmz : perimeter
      zone plant : control { zone vault { separated-from dmz } }
                                  ^^^^^ info isolated-zone: No conduit reaches zone 'vault', which is separated from others, so by this model nothing may pass between it and the rest of 'plant': declare its conduits, or allow this if it stands alone.
      conduit link between plant and dmz
      `,
  },
  silent: {
    'the third of three zones that a conduit joins': `
      zone scada : control
      zone line-1 : cell
      zone line-2 : cell
      conduit ring between scada, line-1 and line-2
      `,
    'a nested zone with a boundary of its own that a conduit reaches': `
      zone dmz : perimeter
      zone plant : control {
        zone line : cell { boundary logical "Cell firewall CF-2" }
        zone hall { boundary physical "Hall B" zone rack }
      }
      conduit link between plant and dmz
      conduit cell-bus between plant and plant.line
      conduit rack-bus between plant.hall.rack and plant.line
      `,
    'a central firewall with a port at each end of its conduits, and the zone that it stands in': `
      --- core.zones
      zone core : control { asset fw : firewall { address "10.0.1.1", "10.0.2.1" } }
      --- plant.zones
      zone lan : control { network "10.0.1.0/24" zone cell }
      zone dmz : perimeter { network "10.0.2.0/24" }
      conduit link between lan.cell and dmz { via fw }
      `,
    'zones that a conduit joins': `
      zone dmz : perimeter
      zone scada : control
      conduit link between scada and dmz
      `,
    'a zone with a conduit at one nested in it': `
      zone dmz : perimeter
      zone plant : control { zone room { zone rack } }
      conduit link between plant.room.rack and dmz
      `,
    'a zone nested in one with a conduit': `
      zone dmz : perimeter
      zone plant : control { zone room { zone rack } }
      conduit link between plant and dmz
      `,
    'a conduit of another file': `
      --- a.zones
      zone lab : control
      zone scada : control
      --- b.zones
      conduit link between scada and lab
      `,
    'a nested zone that says it has no boundary, as the zone around it is joined': `
      zone dmz : perimeter
      zone plant : control { zone room { boundary physical none because "one hall" } }
      conduit link between plant and dmz
      `,
    'the only zone of a system': 'zone lab : control { zone bench }',
    'the only zone beside external ones': `
      zone internet : external
      zone lab : control
      `,
    'an external zone': `
      zone vendor : external
      zone dmz : perimeter
      zone scada : control
      conduit link between scada and dmz
      `,
  },
});
