import { zoneOwner } from '../../language-server/core/rules/zone-owner.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(zoneOwner, {
  fires: {
    'a zone without an owner in a system without one': `
      zone dmz : perimeter { sl-t 2 }
           ^^^ hint zone-owner: Zone 'dmz' has no owner, neither its own nor the system's, so nobody is accountable for its protection: add 'owner' with the organisation.
      `,
    'the outermost zone only: nested ones inherit what is missing': `
      zone line : cell {
           ^^^^ hint zone-owner
        zone station { }
        zone safety { owner "Safety engineering" }
      }
      `,
    'a zone within an external one': `
      zone partner : external {
        zone depot : control { }
             ^^^^^ hint zone-owner
      }
      `,
    'where other zones of the unit have owners': `
      zone partner : external { zone a : control { owner "OT \\"north\\" team" }  zone b : control }
                                                                                     ^ hint zone-owner
      `,
  },
  silent: {
    'an owner that cannot be read, which has a finding of its own': `
      zone line : cell { owner Operations  zone rack }
                               ^^^^^^^^^^ error invalid-value
      `,
    'an owner of its own': 'zone dmz : perimeter { owner "OT engineering" }',
    'an inherited owner': 'zone line : cell { owner "Plant manager"  zone station { zone tool } }',
    'the owner of the system, in another file': `
      --- system.zones
      system plant { owner "Water authority" }
      --- dmz.zones
      system plant
      zone dmz : perimeter
      `,
    'an external zone': 'zone internet : external',
  },
  mends: [
    {
      model: 'zone dmz : perimeter',
      fix: 'Add owner "… (organisation accountable for the zone)"',
      result: `
        zone dmz : perimeter {
          owner "… (organisation accountable for the zone)"
        }
        `,
    },
    {
      model: `
        zone partner : external {
          zone a : control { owner "OT engineering" }
          zone b : control {
            sl-t 2
          }
        }
        `,
      fix: 'Add owner "OT engineering"',
      result: `
        zone partner : external {
          zone a : control { owner "OT engineering" }
          zone b : control {
            owner "OT engineering"
            sl-t 2
          }
        }
        `,
    },
  ],
});
