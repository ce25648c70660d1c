import { conflictingStatements } from '../../language-server/core/rules/conflicting-statements.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(conflictingStatements, {
  fires: {
    'two kinds of statement about one requirement, at the second': `
      zone dmz { sl-t 0
        implements SR 1.1, SR 1.2
        excludes SR 1.1 because "no people here"
        ^^^^^^^^ error conflicting-statements: 'excludes' contradicts 'implements' about SR 1.1 in the same block: only one can be true, and until one goes the weaker counts. Remove either.
      }
      `,
    'one finding for a pair that clashes about several': `
      zone dmz { sl-t 0
        implements SR 1.1, SR 1.2
        excludes SR 1.2, SR 1.1 because "no people here"
        ^^^^^^^^ error conflicting-statements: 'excludes' contradicts 'implements' about SR 1.1 and SR 1.2 in the same block: only one can be true, and until one goes the weaker counts. Remove either.
      }
      `,
    'plans for two days, and compensations by two means': `
      zone dmz { sl-t 0
        plans SR 1.1 until 2027-01-31
        plans SR 1.1 until 2027-03-31
        ^^^^^ error conflicting-statements: This 'plans' and the one before it in the block differ about SR 1.1: only one can be true, and until one goes the weaker counts. Remove either.
        compensates SR 2.1 with SR 5.2 because "x"
        compensates SR 2.1 with SR 5.1 because "x"
        ^^^^^^^^^^^ error conflicting-statements: This 'compensates' and the one before it in the block differ about SR 2.1: only one can be true, and until one goes the weaker counts. Remove either.
        implements SR 5.1, SR 5.2
      }
      `,
    'two profiles with one requirement in common': `
      profile a { SR 1.1, SR 1.2 }
      profile b { SR 1.1, SR 1.3 }
      zone dmz { sl-t 0
        implements a
        excludes b because "no people here"
        ^^^^^^^^ error conflicting-statements: 'excludes' contradicts 'implements' about SR 1.1 in the same block: only one can be true, and until one goes the weaker counts. Remove either.
      }
      `,
    'in the settings of the system and in a conduit': `
      system plant {
        implements SR 1.1
        excludes SR 1.1 because "no people here"
        ^^^^^^^^ error conflicting-statements: 'excludes' contradicts 'implements' about SR 1.1 in the same block: only one can be true, and until one goes the weaker counts. Remove either.
      }
      zone a { sl-t 0 }
      zone b { sl-t 0 }
      conduit ab between a and b {
        implements SR 1.1
        plans SR 1.1 until 2027-01-31
        ^^^^^ error conflicting-statements: 'plans' contradicts 'implements' about SR 1.1 in the same block: only one can be true, and until one goes the weaker counts. Remove either.
      }
      `,
    'what an asset says of its component requirements, at the asset': `
      zone a { sl-t 0
        asset drive : plc {
          implements CR 1.1, CR 1.2
          excludes CR 1.1 because "no people here"
          ^^^^^^^^ error conflicting-statements: 'excludes' contradicts 'implements' about CR 1.1 in the same block
          plans CR 2.1 until 2027-01-31
          plans CR 2.1 until 2027-03-31
          ^^^^^ error conflicting-statements: This 'plans' and the one before it in the block differ about CR 2.1
        }
      }
      `,
  },
  silent: {
    'statements of two assets, and of an asset and its zone': `
      zone a { sl-t 0
        implements CR 1.1
        asset drive : plc { excludes CR 1.1 because "no people here" }
        asset spare : plc { implements CR 1.1 }
      }
      `,
    'statements in two blocks: the nearer one counts': `
      zone a { sl-t 0  implements SR 1.1
        zone b { excludes SR 1.1 because "no people here" }
      }
      `,
    'a requirement by itself beside a profile that holds it: the more exact one counts': `
      profile people { SR 1.1, SR 1.2 }
      zone a { sl-t 0  implements people  excludes SR 1.2 because "no software here" }
      `,
    'a requirement and its enhancement': `
      zone a { sl-t 0  implements SR 1.1  plans SR 1.1 RE(1) until 2027-01-31 }
      `,
    'the same said twice, which is only a hint': 'zone a { sl-t 0  implements SR 1.1  implements SR 1.1 }',
  },
  mends: [
    {
      model: `
        zone dmz {
          sl-t 0
          implements SR 1.1, SR 1.2
          excludes SR 1.1 because "no people here"
        }
      `,
      fix: "Remove SR 1.1 from this 'excludes'",
      result: `
        zone dmz {
          sl-t 0
          implements SR 1.1, SR 1.2
        }
      `,
    },
    {
      model: `
        zone dmz {
          sl-t 0
          implements SR 1.1, SR 1.2
          excludes SR 1.1 because "no people here"
        }
      `,
      fix: "Remove SR 1.1 from the other 'implements'",
      result: `
        zone dmz {
          sl-t 0
          implements SR 1.2
          excludes SR 1.1 because "no people here"
        }
      `,
    },
  ],
});
