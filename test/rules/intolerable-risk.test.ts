import { intolerableRisk } from '../../language-server/core/rules/intolerable-risk.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(intolerableRisk, {
  fires: {
    'an untreated risk above the tolerable rank': `
      zone scada : control
      risk R-1 "Ransomware" on scada { likelihood likely  impact major }
           ^^^ warning intolerable-risk: Risk 'R-1' is untreated at rank 16 (likely × major), above the tolerable 6: name what mitigates it and rate what remains, or have it accepted.
      `,
    'a rank that the rows of the matrix give': `
      zone scada : control
      risk-matrix plant {
        likelihood remote, often  impact minor, major
        row remote 1, 9  row often 2, 4
        tolerable 4
      }
      risk R-1 on scada { likelihood remote  impact major }
           ^^^ warning intolerable-risk: Risk 'R-1' is untreated at rank 9 (remote × major), above the tolerable 4
      risk R-2 on scada { likelihood often  impact major }
      `,
    'mitigations whose effect is not rated': `
      zone scada : control
      risk R-1 on scada {
           ^^^ warning intolerable-risk: Risk 'R-1' is at rank 16 (likely × major), above the tolerable 6, and what its mitigations leave is not rated: state that with 'residual', or have the risk accepted.
        likelihood likely  impact major
        mitigated-by SR 5.2
      }
      `,
    'what remains after the mitigations': `
      zone scada : control
      risk R-1 on scada {
           ^^^ warning intolerable-risk: Risk 'R-1' remains at rank 8 (unlikely × major), above the tolerable 6: add countermeasures that lower its likelihood or impact, or have it accepted.
        likelihood likely  impact major
        mitigated-by SR 5.2
        residual likelihood unlikely impact major
      }
      `,
    'an impact that the residual rating leaves as it was': `
      zone scada : control
      risk R-1 on scada {
           ^^^ warning intolerable-risk: Risk 'R-1' remains at rank 10 (unlikely × catastrophic)
        likelihood certain  impact catastrophic
        residual likelihood unlikely
      }
      `,
    'a matrix of one’s own': `
      risk-matrix plant {
        likelihood rare, often
        impact slight, grave
        tolerable 2
      }
      zone scada : control
      risk R-1 on scada { likelihood often  impact grave }
           ^^^ warning intolerable-risk: Risk 'R-1' is untreated at rank 4 (often × grave), above the tolerable 2
      `,
    'an acceptance that has passed': `
      zone scada : control
      risk R-1 on scada {
           ^^^ warning intolerable-risk
        likelihood likely  impact major
        accepted until 2026-11-23 because "budget"
      }
      `,
  },
  silent: {
    'a row that has not a value for each impact, which is a fault of its own': `
      zone scada : control
      risk-matrix plant { likelihood remote, often  impact minor, major  row remote 1, 9  row often 2  tolerable 1 }
                                                                                              ^^^^^ error invalid-value: Row 'often' has 1 value for 2 impacts
      risk R-1 on scada { likelihood often  impact major }
      `,
    'the tolerable rank itself': `
      zone scada : control
      risk R-1 on scada { likelihood unlikely  impact moderate }
      `,
    'a residual rating that is tolerable': `
      zone scada : control
      risk R-1 on scada {
        likelihood likely  impact major
        residual likelihood remote impact major
      }
      `,
    'an acceptance in force on its last day': `
      zone scada : control
      risk R-1 on scada {
        likelihood likely  impact major
        accepted until 2026-11-24 because "budget"
      }
      `,
    'a risk that is not rated in full': `
      zone scada : control
      risk R-1 on scada { likelihood certain }
      `,
    'a word that the matrix does not have': `
      zone scada : control
      risk R-1 on scada { likelihood sometimes  impact catastrophic }
                                     ^^^^^^^^^ error unresolved-reference
      `,
  },
});
