import { zoneRecord } from '../../language-server/core/rules/zone-record.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(zoneRecord, {
  fires: {
    'all that the record of a zone lacks, in one finding': `
      zone dmz "Industrial DMZ"
           ^^^ hint zone-record: The record of zone 'dmz' lacks the safety designation, a physical boundary (where applicable), a policy and an assumption, which IEC 62443-3-2 lists for every zone, and the zone has no kind, so the rules about kinds pass it by: add what applies.
      `,
    'all that the record of a conduit lacks': `
      zone a : control { safety no  boundary physical none because "x"  policy "x"  assumption "x"  sl-t 2 }
      zone b : control { safety no  boundary physical none because "x"  policy "x"  assumption "x"  sl-t 2 { RDF 3 } }
      conduit ab between a and b { }
              ^^ hint zone-record: The record of conduit 'ab' lacks an owner, the safety designation, a physical boundary (where applicable), a policy and an assumption, which IEC 62443-3-2 lists for every conduit, so whoever builds or audits from it has to guess: add what applies.
      `,
    'of a nested zone, what it does not inherit': `
      zone line : cell {
           ^^^^ hint zone-record
        zone station { }
             ^^^^^^^ hint zone-record
      }
      `,
    'a kind, which may be that of the level': `
      zone line level 1 { safety no  boundary physical none because "x"  policy "x"  assumption "x" }
           ^^^^ hint zone-record: Zone 'line' has no kind, so the rules about kinds of zones pass it by: give it one of the reference model.
      `,
    'a zone within an external one': `
      zone partner : external {
        zone depot : control { boundary physical none because "x" }
             ^^^^^ hint zone-record: The record of zone 'depot' lacks the safety designation, a policy and an assumption, which IEC 62443-3-2 lists for every zone, so whoever builds or audits from it has to guess: add what applies.
      }
      `,
    'beside a value that cannot be read, which has a finding of its own': `
      zone line : cell {
           ^^^^ hint zone-record: The record of zone 'line' lacks a physical boundary (where applicable) and an assumption, which
        safety maybe
               ^^^^^ error invalid-value
        policy 7
               ^ error invalid-value
        boundary logical "… (firewall)"
                         ^^^^^^^^^^^^^^ info invalid-value
        zone rack { boundary physical none because "open" }
      }
      `,
    'a physical boundary that nothing leads through': `
      zone line : cell {
           ^^^^ hint zone-record: The record of zone 'line' lacks the physical access points, which
        safety no  boundary physical "Hall 1"  policy "x"  assumption "x"
        access-point vpn : logical
        zone rack { boundary physical "Cabinet 3" }
             ^^^^ hint zone-record: The record of zone 'rack' lacks the physical access points, which
      }
      zone hall : control { safety no  boundary physical none because "x"  policy "x"  assumption "x" }
      conduit up between line and hall {
              ^^ hint zone-record: The record of conduit 'up' lacks an owner and the physical access points, which
        safety no  boundary physical "Cable tray"  policy "x"  assumption "x"
      }
      `,
  },
  silent: {
    'a zone that says it all':
      'zone dmz : perimeter { safety no  boundary physical "Server room"  access-point door : physical  policy "OT-POL-3"  assumption "SOC watches" }',
    'a zone that holds safety assets, where other rules ask how it is designated, and one of a safety kind': `
      system plant { reference-model purdue }
      zone sis : basic-control { boundary physical none because "x"  policy "x"  assumption "x"  asset trip : house-trip }
      zone mixed : basic-control { boundary physical none because "x"  policy "x"  assumption "x"  asset stop : house-trip  asset plc : plc }
      zone guard : safety { boundary physical none because "x"  policy "x"  assumption "x" }
      asset-type house-trip extends safety-controller { }
      `,
    'a nested zone with a boundary of its own': `
      zone dmz : perimeter {
        safety no  boundary physical "Server room"  access-point door : physical  policy "OT-POL-3"  assumption "SOC watches"
        zone inner { boundary physical "Rack 3"  access-point lock : physical }
      }
      `,
    'a conduit that says it all, in a system with an owner, and one between others': `
      system plant { owner "Water authority" }
      zone internet : external
      zone partner : external
      zone line : cell { safety no  boundary physical none because "x"  policy "x"  assumption "x" }
      conduit up between line and partner { safety no  boundary physical none because "shared medium"  policy "OT-POL-3"  assumption "none" }
      conduit c between internet and partner { }
      `,
    'values that cannot be read': `
      zone internet : external
      zone line : cell { safety maybe  policy 7  assumption 4.5  boundary physcal "Hall B" }
                                ^^^^^ error invalid-value
                                              ^ error invalid-value
                                                            ^^^ error invalid-value
                                                                          ^^^^^^^ error invalid-value
      conduit c between internet and line { safety 7  boundary physcal "x"  owner 7  policy 7  assumption 4.5 }
                                                   ^ error invalid-value
                                                               ^^^^^^^ error invalid-value
                                                                                  ^ error invalid-value
                                                                                            ^ error invalid-value
                                                                                                          ^^^ error invalid-value
      `,
    'a zone that says it has no physical boundary':
      'zone line : cell { safety no  policy "x"  assumption "x"  boundary physical none because "open air" }',
    'an external zone': 'zone internet : external',
  },
  mends: [
    {
      model: `
        zone line : cell {
          sl-t 2
        }
        `,
      fix: 'Add a physical boundary, a policy and an assumption',
      result: `
        zone line : cell {
          boundary physical "… (building, room or cabinet)"
          policy "… (policy that applies)"
          assumption "… (what is relied on from outside)"
          sl-t 2
        }
        `,
    },
    {
      model: 'zone line : cell',
      fix: 'Add safety no',
      result: `
        zone line : cell {
          safety no
        }
        `,
    },
    {
      model: `
        zone a : control { safety no  boundary physical "Hall 1"  policy "x"  assumption "x" }
        `,
      fix: 'Add access-point way-in "… (door, hatch or socket)" : physical',
      result: `
        zone a : control {
          access-point way-in "… (door, hatch or socket)" : physical
          safety no  boundary physical "Hall 1"  policy "x"  assumption "x"
        }
        `,
    },
    {
      model: `
        zone a : control { safety no  boundary physical none because "x"  policy "x"  assumption "x" }
        zone b : external
        conduit ab between a and b { }
        `,
      fix: 'Add safety no',
      result: `
        zone a : control { safety no  boundary physical none because "x"  policy "x"  assumption "x" }
        zone b : external
        conduit ab between a and b {
          safety no
        }
        `,
    },
    {
      model: `zone line "Line \\"1\\"" level 1 { safety no }`,
      fix: 'Make it of kind cell',
      result: `zone line "Line \\"1\\"" : cell level 1 { safety no }`,
    },
    {
      model: 'zone line level 0, 1 { safety no }',
      fix: 'Make it of kind process',
      result: 'zone line : process level 0, 1 { safety no }',
    },
  ],
});
