import { repeatedStatement } from '../../language-server/core/rules/repeated-statement.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(repeatedStatement, {
  fires: {
    'the same kind of statement about the same requirement': `
      zone dmz { sl-t 0
        implements SR 1.1, SR 1.2
        implements SR 1.3, SR 1.1
        ^^^^^^^^^^ hint repeated-statement: 'implements' says again what the block has said about SR 1.1: remove one, so that later changes need one edit only.
      }
      `,
    'what an asset says of its component requirements': `
      zone dmz { sl-t 0
        asset drive : plc {
          implements CR 1.1, CR 1.2
          implements CR 1.1
          ^^^^^^^^^^ hint repeated-statement: 'implements' says again what the block has said about CR 1.1
        }
      }
      `,
    'a requirement twice in one list': `
      zone dmz { sl-t 0
        implements SR 1.1, SR 1.2, SR 1.1
                                   ^^^^^^ hint repeated-statement: 'implements' names SR 1.1 twice: remove this one.
      }
      `,
    'a catalogue of the baseline that is named twice': `
      system plant {
        baseline iec62443-3-3, site-protection, iec62443-3-3
                                                ^^^^^^^^^^^^ hint repeated-statement: This list names iec62443-3-3 twice, and it counts once: remove this one.
        baseline site-protection
                 ^^^^^^^^^^^^^^^ hint repeated-statement: This list names site-protection twice, and it counts once: remove this one.
      }
      `,
    'what a flow uses, an asset stands in for, a conduit passes, and a zone is separated from': `
      zone a : control {
        separated-from b, b
                          ^ hint repeated-statement: This list names b twice, and it counts once: remove this one.
        network "10.0.1.0/24"
        network "10.0.1.0/24", "10.0.2.0/24"
                ^^^^^^^^^^^^^ hint repeated-statement
        asset one : historian { redundant-with two, two }
                                                    ^^^ hint repeated-statement
        asset two : historian { software "runtime 4.2", "runtime 4.2" }
                                                        ^^^^^^^^^^^^^ hint repeated-statement
        asset fw : firewall
      }
      zone b : control { asset three : historian }
      conduit ab between a and b {
        via fw, a.fw, fw
                      ^^ hint repeated-statement
        flow one -> three : opc-ua with integrity, integrity
                                                   ^^^^^^^^^ hint repeated-statement
      }
      `,
    'what a risk, a compensation, a profile and the declarations of a record name': `
      zone a : control {
        sl-t 1 from R-1, R-1
                         ^^^ hint repeated-statement
        compensates SR 1.1 with lock, SR 5.2, SR5.2 because "x"
                                              ^^^^^ hint repeated-statement: This list names SR5.2 twice
        implements SR 5.2 evidence "a.md", "a.md"
                                           ^^^^^^ hint repeated-statement
      }
      countermeasure lock
      profile basics { SR 1.3, SR 1.4, SR 1.3 }
                                       ^^^^^^ hint repeated-statement
      risk R-1 on a, a { mitigated-by lock, lock existing SR 5.2, SR 5.2 }
                     ^ hint repeated-statement
                                            ^^^^ hint repeated-statement
                                                                  ^^^^^^ hint repeated-statement
      regulation law { requires SR 1.1, SR 1.1 on a, a }
                                        ^^^^^^ hint repeated-statement
                                                     ^ hint repeated-statement
      policy media { supports SR 2.3, SR 2.3 }
                                      ^^^^^^ hint repeated-statement
      essential-function supply on a, a
                                      ^ hint repeated-statement
      asset-type own extends plc { flags safety, safety kind cell, cell }
                                                 ^^^^^^ hint repeated-statement
                                                                   ^^^^ hint repeated-statement
      risk-matrix m { likelihood seldom, seldom impact minor, major tolerable 1 }
                                         ^^^^^^ hint repeated-statement
      `,
    'a severity that is set twice': `
      system plant {
        rule missing-sl-t off "first the drawing"
             ^^^^^^^^^^^^ hint repeated-statement: A later line sets the severity of 'missing-sl-t' again, and that one counts: remove this one.
        rule missing-sl-t info "then the levels"
      }
      zone dmz { }
      `,
  },
  silent: {
    'the same component requirement in two assets': `
      zone dmz { sl-t 0
        asset drive : plc { implements CR 1.1 }
        asset spare : plc { implements CR 1.1 }
      }
      `,
    'a statement of its own beside that of a profile': `
      profile people { SR 1.1, SR 1.2 }
      zone dmz { sl-t 0  implements people  implements SR 1.1 by fw-1  asset fw-1 : firewall }
      `,
    'another asset that implements it': `
      zone dmz { sl-t 0
        asset fw-1 : firewall
        asset fw-2 : firewall
        implements SR 5.2 by fw-1 evidence "fw-1.md"
        implements SR 5.2 by fw-2 evidence "fw-2.md"
      }
      `,
    'lists that name alike what is not the same': `
      zone a : control {
        separated-from b
        network "10.0.1.0/24", "10.0.1.0/25"
        asset one : historian { redundant-with two  shared-address "10.0.1.9" }
        asset two : historian { redundant-with one  shared-address "10.0.1.9" }
        asset fw : firewall
      }
      zone b : control { asset three : historian }
      conduit ab between a and b { via fw  flow one -> three : opc-ua with integrity, authentication }
      risk-matrix m { likelihood seldom, often impact minor, major row seldom 1, 1 row often 2, 2 tolerable 1 }
      risk R-1 on a, b { mitigated-by SR 5.2  existing SR 5.2 }
      `,
    'the ends of a conduit and the levels of a zone, which other rules look at': `
      zone a : control level 2, 2
                                ^ error invalid-value
      zone b : control
      conduit ab between a, b and a
      `,
    'the same statement in two zones': 'zone a { sl-t 0  implements SR 1.1  zone b { implements SR 1.1 } }',
    'the severities of two rules': 'system plant { rule missing-sl-t off "x"  rule missing-focus off "x" }',
  },
  mends: [
    {
      model: `
        system plant {
          rule missing-sl-t off "first the drawing"
          rule missing-sl-t info "then the levels"
        }
      `,
      fix: 'Remove this line',
      result: `
        system plant {
          rule missing-sl-t info "then the levels"
        }
      `,
    },
    {
      model: 'zone dmz { sl-t 0  implements SR 1.1, SR 1.2, SR 1.1 }',
      fix: 'Remove this SR 1.1',
      result: 'zone dmz { sl-t 0  implements SR 1.1, SR 1.2 }',
    },
    {
      model: `
        zone dmz {
          sl-t 0
          implements SR 1.1, SR 1.2
          implements SR 1.3, SR 1.1
        }
      `,
      fix: "Remove SR 1.1 from this 'implements'",
      result: `
        zone dmz {
          sl-t 0
          implements SR 1.1, SR 1.2
          implements SR 1.3
        }
      `,
    },
  ],
});
