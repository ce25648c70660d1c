import { zoneRecord } from '../../language-server/core/rules/zone-record.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(zoneRecord, {
  fires: {
    'all that the record of a zone lacks, in one finding': `
      zone dmz "Industrial DMZ"
           ^^^ hint zone-record: The record of zone 'dmz' lacks the safety designation, a physical boundary, a policy and an assumption, which IEC 62443-3-2 lists for every zone, and the zone has no kind, so the rules about kinds pass it by: add what applies.
      `,
    'all that the record of a conduit lacks': `
      zone a : control { safety no  boundary physical "x"  policy "x"  assumption "x"  sl-t 2 }
      zone b : control { safety no  boundary physical "x"  policy "x"  assumption "x"  sl-t 2 { RDF 3 } }
      conduit ab between a and b { }
              ^^ hint zone-record: The record of conduit 'ab' lacks an owner, a policy, an assumption and an SL-T, which IEC 62443-3-2 lists for every conduit, so whoever builds or audits from it has to guess: add what applies.
      `,
    'of a nested zone, what it does not inherit': `
      zone line : cell {
           ^^^^ hint zone-record
        zone station { }
             ^^^^^^^ hint zone-record
      }
      `,
    'a kind, which may be that of the level': `
      zone line level 1 { safety no  boundary physical "x"  policy "x"  assumption "x" }
           ^^^^ hint zone-record: Zone 'line' has no kind, so the rules about kinds of zones pass it by: give it one of the reference model.
      `,
    'a zone within an external one': `
      zone partner : external {
        zone depot : control { boundary physical "x" }
             ^^^^^ hint zone-record: The record of zone 'depot' lacks the safety designation, a policy and an assumption, which IEC 62443-3-2 lists for every zone, so whoever builds or audits from it has to guess: add what applies.
      }
      `,
    'beside a value that cannot be read, which has a finding of its own': `
      zone line : cell {
           ^^^^ hint zone-record: The record of zone 'line' lacks a physical boundary and an assumption, which
        safety maybe
               ^^^^^ error invalid-value
        policy 7
               ^ error invalid-value
        boundary logical "… (firewall)"
                         ^^^^^^^^^^^^^^ info invalid-value
        zone rack { boundary physical "Cabinet 3" }
      }
      `,
  },
  silent: {
    'a zone that says it all':
      'zone dmz : perimeter { safety no  boundary physical "Server room"  policy "OT-POL-3"  assumption "SOC watches" }',
    'a nested zone with a boundary of its own': `
      zone dmz : perimeter {
        safety no  boundary physical "Server room"  policy "OT-POL-3"  assumption "SOC watches"
        zone inner { boundary physical "Rack 3" }
      }
      `,
    'a conduit that says it all, in a system with an owner': `
      system plant { owner "Water authority" }
      zone internet : external
      zone partner : external
      conduit c between internet and partner { sl-t 0  policy "OT-POL-3"  assumption "none" }
      `,
    'a level that there is not, which is one fault': `
      system plant { owner "Water authority" }
      zone internet : external
      zone partner : external
      conduit c between internet and partner { sl-t 5  policy "OT-POL-3"  assumption "none" }
                                                    ^ error invalid-value
      `,
    'values that cannot be read': `
      zone internet : external
      zone line : cell { safety maybe  policy 7  assumption 4.5  boundary physcal "Hall B" }
                                ^^^^^ error invalid-value
                                              ^ error invalid-value
                                                            ^^^ error invalid-value
                                                                          ^^^^^^^ error invalid-value
      zone partner : external
      conduit c between internet and partner { sl-t 0  owner 7  policy 7  assumption 4.5 }
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
        zone a : control { sl-t 2  safety no  boundary physical "x"  policy "x"  assumption "x" }
        zone b : control { sl-t { 2 2 2 1 3 2 2 }  safety no  boundary physical "x"  policy "x"  assumption "x" }
        conduit ab between a and b { }
        `,
      fix: 'Add sl-t { 2 2 2 1 3 2 2 }',
      result: `
        zone a : control { sl-t 2  safety no  boundary physical "x"  policy "x"  assumption "x" }
        zone b : control { sl-t { 2 2 2 1 3 2 2 }  safety no  boundary physical "x"  policy "x"  assumption "x" }
        conduit ab between a and b {
          sl-t { 2 2 2 1 3 2 2 }
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
