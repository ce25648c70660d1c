import { duplicateName } from '../../language-server/core/rules/duplicate-name.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(duplicateName, {
  fires: {
    'two assets of one name among the equipment of a conduit': `
      zone scada : control { asset sw-1 : managed-switch }
      zone line : cell
      conduit ring between scada and line {
        asset sw-1 : managed-switch
        asset sw-1 : firewall
              ^^^^ error duplicate-name: 'sw-1' is declared already, as an asset of this system
      }
      `,
    'two zones of a system, in two files': `
      --- one.zones
      zone dmz { sl-t 0 }
      --- two.zones
      zone dmz { sl-t 0 }
           ^^^ error duplicate-name: 'dmz' is declared already, as a zone of this system: paths must be unique, so rename one.
      `,
    'two assets of a zone': `
      zone dmz { sl-t 0
        asset fw : firewall
        asset fw : firewall
              ^^ error duplicate-name: 'fw' is declared already, as an asset of this system: paths must be unique, so rename one.
      }
      `,
    'a zone, a conduit and a risk, which share one space': `
      zone a { sl-t 0 }
      zone b { sl-t 0 }
      conduit a between a and b
              ^ error duplicate-name: 'a' is declared already, as a zone of this system: paths must be unique, so rename one.
      risk b on a
           ^ error duplicate-name: 'b' is declared already, as a zone of this system: paths must be unique, so rename one.
      `,
    'two policies of a system, and two countermeasures in two files': `
      --- one.zones
      policy OT-7 "Removable media"
      policy OT-7 "Remote access"
             ^^^^ error duplicate-name: There is a policy 'OT-7' in this system already, and names of this sort must differ for others to name one: rename one.
      countermeasure lock-3 "Locked cabinet"
      --- two.zones
      countermeasure lock-3 "Guard"
                     ^^^^^^ error duplicate-name: There is a countermeasure 'lock-3' in this system already
      `,
    'two of each further sort of the record': `
      zone a { sl-t 0 }
      essential-function x on a
      essential-function x on a
                         ^ error duplicate-name: There is an essential function 'x' in this system already
      regulation x "X"
      regulation x "Y"
                 ^ error duplicate-name: There is a regulation 'x' in this system already
      threat-source x "X"
      threat-source x "Y"
                    ^ error duplicate-name: There is a threat source 'x' in this system already
      `,
    'a control with a number of the library': `
      catalog site {
        control SR 1.1 "Ours"
                ^^^^^^ error duplicate-name: The library has a control 'SR 1.1' already, and the library's counts: rename yours.
      }
      `,
    'two declarations of the workspace, of two systems': `
      --- one.zones
      system one
      profile hardening { SR 7.7 }
      --- two.zones
      system two
      profile hardening { SR 7.7 }
              ^^^^^^^^^ error duplicate-name: There is a profile 'hardening' already, and names of this sort are shared by the whole workspace: rename one.
      asset-type skid
      asset-type skid
                 ^^^^ error duplicate-name: There is an asset type 'skid' already, and names of this sort are shared by the whole workspace: rename one.
      `,
    'two kinds of a reference model': `
      reference-model site {
        kind inner rank 1
        kind inner rank 2
             ^^^^^ error duplicate-name: Reference model 'site' has a kind 'inner' already, so a zone could not say which it is of: rename one.
      }
      `,
    'two controls': `
      catalog site {
        group g "Group" { control ACME-1 "One"  control ACME-1 "Again" }
                                                        ^^^^^^ error duplicate-name: There is a control 'ACME-1' already, and names of this sort are shared by the whole workspace: rename one.
      }
      `,
    'the same letters, composed in two ways': `
      zone Kühe { sl-t 0 }
      zone Kühe { sl-t 0 }
           ^^^^^ error duplicate-name: 'Kühe' is declared already, as a zone of this system: paths must be unique, so rename one.
      `,
    'two access points of one zone or conduit': `
      zone a {
        sl-t 0
        access-point door "East" : physical
        access-point door "West" : physical
                     ^^^^ error duplicate-name: There is an access point 'door' in this zone already, and nobody could say which of the two is meant: rename one.
        access-point socket : physical
      }
      zone b { sl-t 0 }
      conduit c between a and b { access-point wifi : logical  access-point wifi : logical }
                                                                            ^^^^ error duplicate-name: There is an access point 'wifi' in this conduit already
      `,
  },
  silent: {
    'a name of the library, which one’s own hides': 'asset-type plc\nprotocol https',
    'the same name in two zones': 'zone a { sl-t 0  asset x : plc }\nzone b { sl-t 0  asset x : plc }',
    'one name in each space of the record, and of a zone': `
      zone x { sl-t 0 }
      essential-function x on x
      policy x "X"
      countermeasure x "X"
      regulation x "X"
      threat-source x "X"
      profile y { SR 1.1 }
      `,
    'an access point in each of two zones, and an asset beside one': `
      zone a { sl-t 0  access-point door : physical  asset door : plc }
      zone b { sl-t 0  access-point door : physical }
      conduit c between a and b { access-point door : physical }
      `,
    'a policy in each of two systems': `
      --- one.zones
      system one
      policy OT-7 "Removable media"
      --- two.zones
      system two
      policy OT-7 "Removable media"
      `,
    'the same name in two systems': `
      --- one.zones
      system one
      zone dmz { sl-t 0 }
      --- two.zones
      system two
      zone dmz { sl-t 0 }
      `,
    'another case': 'zone dmz { sl-t 0 }\nzone DMZ { sl-t 0 }',
    'declarations of two sorts': 'profile skid { SR 7.7 }\nasset-type skid',
    'a kind of two reference models': `
      reference-model one { kind inner rank 1 }
      reference-model two { kind inner rank 1 }
      `,
  },
});
