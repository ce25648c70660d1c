import { duplicateProperty } from '../../language-server/core/rules/duplicate-property.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(duplicateProperty, {
  fires: {
    'a property of a zone': `
      zone dmz {
        sl-t 1
        owner "Site operations"
        owner "IT"
        ^^^^^ error duplicate-property: Zone 'dmz' gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'lines of the record that stand once': `
      system plant {
        assessment initial on 2026-03-02 by "Team"
        assessment initial on 2026-03-03 by "Team"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error duplicate-property: System 'plant' gives 'assessment' twice; the first counts, so remove this one or merge the two.
        tolerable-risk "No injury" by "Board" on 2026-05-04
        tolerable-risk "None" by "Board" on 2026-05-04
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error duplicate-property: System 'plant' gives 'tolerable-risk' twice
        revision 3 on 2026-01-15 by "OT" "dosing added"
        revision 3 on 2026-01-16 by "OT" "dosing moved"
                 ^ error duplicate-property: There is a revision 3 already: give this one a number of its own.
        approval on 2026-01-31 on 2026-02-01 by "Plant manager"
                               ^^ error duplicate-property: This 'approval' gives 'on' twice; the first counts
      }
      `,
    'terms of a countermeasure, the source of a threat and a row of a matrix': `
      countermeasure lock-3 {
        until 2027-01-01
        until 2028-01-01
        ^^^^^ error duplicate-property: Countermeasure 'lock-3' gives 'until' twice; the first counts, so remove this one or merge the two.
      }
      threat-source crime {
        source "report"
        source "other report"
        ^^^^^^^^^^^^^^^^^^^^^ error duplicate-property: Threat source 'crime' gives 'source' twice
      }
      risk-matrix m { likelihood often  impact low
        row often 1
        row often 2
            ^^^^^ error duplicate-property: Risk matrix 'm' gives 'row often' twice
      }
      `,
    'the security levels': `
      zone dmz {
        sl-t 1
        sl-t 2
        ^^^^ error duplicate-property: Zone 'dmz' gives 'sl-t' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'the security levels after some that are none, which count all the same': `
      zone dmz {
        sl-t 5
             ^ error invalid-value
        sl-t 2
        ^^^^ error duplicate-property: Zone 'dmz' gives 'sl-t' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'a property of an asset, a conduit and the system': `
      system plant {
        owner "Site operations"
        owner "IT"
        ^^^^^ error duplicate-property: System 'plant' gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      zone a { sl-t 1
        asset plc-1 : plc {
          vendor "Acme"
          vendor "Apex"
          ^^^^^^ error duplicate-property: Asset 'plc-1' gives 'vendor' twice; the first counts, so remove this one or merge the two.
        }
      }
      zone b { sl-t 1 }
      conduit ab between a and b {
        owner "IT"
        owner "Site operations"
        ^^^^^ error duplicate-property: Conduit 'ab' gives 'owner' twice; the first counts, so remove this one or merge the two.
      }
      `,
    'the level of a zone, once after its kind': `
      zone dmz : perimeter level 3.5 {
        sl-t 1
        level 3
        ^^^^^ error duplicate-property: Zone 'dmz' gives its level after its kind already; that counts, so remove this one.
      }
      `,
    'the ratings of a risk': `
      zone a { sl-t 1 }
      risk R-1 on a {
        likelihood likely
        likelihood certain
        ^^^^^^^^^^ error duplicate-property: Risk 'R-1' gives 'likelihood' twice; the first counts, so remove this one.
        residual likelihood remote
        residual likelihood likely
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ error duplicate-property: Risk 'R-1' gives its residual rating twice; the first counts, so remove this one.
      }
      `,
    'the carrier of a flow': `
      zone a { sl-t 1
        asset x : plc
        asset y : plc
        flow x -> y : modbus-tcp over ipsec over ipsec
                                                 ^^^^^ error duplicate-property: Flow 'x -> y' gives 'over' twice; the first counts, so remove this one.
      }
      `,
    'the title of a flow': `
      zone a { sl-t 1
        asset x : plc
        asset y : plc
        flow x -> y : https "polling" "again"
                                      ^^^^^^^ error duplicate-property: Flow 'x -> y' has two titles; the first counts, so remove this one or join the two.
        flow y -> x : https port 443 "polling" port 8443 "again"
                                                         ^^^^^^^ error duplicate-property: Flow 'y -> x' has two titles
      }
      `,
    'the levels and kinds of a type and of a kind': `
      asset-type my-plc extends plc {
        level 1, 2
        level 3
        ^^^^^ error duplicate-property: Asset type 'my-plc' gives 'level' twice; the first counts, so remove this one or merge the two.
        kind cell
        kind control
        ^^^^ error duplicate-property: Asset type 'my-plc' gives 'kind' twice; the first counts, so remove this one or merge the two.
      }
      reference-model ours {
        kind cell rank 1 {
          level 1
          level 2
          ^^^^^ error duplicate-property: Zone kind 'cell' gives 'level' twice; the first counts, so remove this one or merge the two.
        }
      }
      `,
    'lists that stand once, and the scales of a matrix': `
      zone a { sl-t 1 }
      risk R-1 on a {
        mitigated-by SR 5.2
        mitigated-by SR 3.2
        ^^^^^^^^^^^^ error duplicate-property: Risk 'R-1' gives 'mitigated-by' twice; the first counts, so remove this one or merge the two.
        threat "Ransomware"
        mitigated-by SR 3.3
        ^^^^^^^^^^^^ error duplicate-property
      }
      risk-matrix site {
        likelihood remote, likely
        impact minor
        likelihood certain
        ^^^^^^^^^^ error duplicate-property: Risk matrix 'site' gives 'likelihood' twice; the first counts
        impact major
        ^^^^^^ error duplicate-property
        tolerable 2
      }
      asset-type house-plc {
        level 1
        level 2
        ^^^^^ error duplicate-property
        alias "PLC"
        alias "SPS"
        ^^^^^ error duplicate-property
      }
      reference-model house {
        kind cell rank 1 { level 0  level 1 }
                                    ^^^^^ error duplicate-property
      }
      `,
    'clauses, and the text of a plan': `
      zone a { sl-t 1
        plans SR 1.1 until 2027-01-01 "badges" until 2027-02-01 "and gates"
                                               ^^^^^ error duplicate-property: This 'plans' gives 'until' twice
                                                                ^^^^^^^^^^^ error duplicate-property: This 'plans' has two texts; the first counts, so remove this one or join the two.
        excludes SR 1.6 because "no radio" because "cabled"
                                           ^^^^^^^ error duplicate-property
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
        zone a { sl-t 1 }
        risk R-1 on a {
          mitigated-by SR 5.2
          mitigated-by SR 3.2, SR 3.3
          threat "Ransomware"
        }
        `,
      fix: "Join the two lists of 'mitigated-by'",
      result: `
        zone a { sl-t 1 }
        risk R-1 on a {
          mitigated-by SR 5.2, SR 3.2, SR 3.3
          threat "Ransomware"
        }
        `,
    },
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
