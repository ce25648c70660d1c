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
                                                ^^^^^^^^^^^^ hint repeated-statement: 'baseline' names iec62443-3-3 twice, and its requirements are asked once: remove this one.
        baseline site-protection
                 ^^^^^^^^^^^^^^^ hint repeated-statement: 'baseline' names site-protection twice, and its requirements are asked once: remove this one.
      }
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
