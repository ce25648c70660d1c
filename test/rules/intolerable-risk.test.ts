import { intolerableRisk } from '../../language-server/core/rules/intolerable-risk.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(intolerableRisk, {
  fires: {
    'an untreated risk above the tolerable rank': `
      zone scada : control
      risk R-1 "Ransomware" on scada { likelihood likely  impact major }
           ^^^ warning intolerable-risk: Risk 'R-1' is untreated at rank 16 (likely × major), above the tolerable 6: name what mitigates it and rate what remains, or have it accepted.
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
