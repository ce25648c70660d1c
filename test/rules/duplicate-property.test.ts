import { duplicateProperty } from '../../language-server/core/rules/duplicate-property.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(duplicateProperty, {
  fires: {
    'a property of a zone': `
      zone dmz {
        sl-t 1
        owner "Site operations"
        owner "IT"
        ^^^^^ error duplicate-property: A zone gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'the security levels': `
      zone dmz {
        sl-t 1
        sl-t 2
        ^^^^ error duplicate-property: A zone gives 'sl-t' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'a property of an asset, a conduit and the system': `
      system plant {
        owner "Site operations"
        owner "IT"
        ^^^^^ error duplicate-property: A system gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      zone a { sl-t 1
        asset plc-1 : plc {
          vendor "Acme"
          vendor "Apex"
          ^^^^^^ error duplicate-property: An asset gives 'vendor' twice; the first counts, so remove this one or merge the two.
        }
      }
      zone b { sl-t 1 }
      conduit ab between a and b {
        owner "IT"
        owner "Site operations"
        ^^^^^ error duplicate-property: A conduit gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'the title of a flow': `
      zone a { sl-t 1
        asset x : plc
        asset y : plc
        flow x -> y : https "polling" "again"
                                      ^^^^^^^ error duplicate-property: A flow has one title: remove this one, or join the two.
      }
      `,
  },
  silent: {
    'what may stand several times': `
      zone dmz { sl-t 1
        network "10.0.0.0/24"
        network "10.0.1.0/24", "VLAN 20"
        boundary logical "fw-1"
        boundary physical "Room 2"
        policy "A"
        policy "B"
        assumption "C"
        assumption "D"
        asset plc-1 : plc { address "10.0.0.1"  address "10.0.0.2" }
      }
      `,
    'one property in each of two blocks': `
      zone a { sl-t 1  owner "IT"  zone b { owner "OT" } }
      `,
  },
  mends: [
    {
      model: `
        zone dmz {
          sl-t 1
          owner "Site operations"
          owner "IT"
        }
      `,
      fix: "Remove this 'owner'",
      result: `
        zone dmz {
          sl-t 1
          owner "Site operations"
        }
      `,
    },
  ],
});
