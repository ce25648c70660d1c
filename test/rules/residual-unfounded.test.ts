import { residualUnfounded } from '../../language-server/core/rules/residual-unfounded.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(residualUnfounded, {
  fires: {
    'a risk that falls by nothing': `
      zone line : cell
      risk R-1 on line { likelihood certain impact catastrophic residual likelihood remote impact negligible }
                                                                                    ^^^^^^ warning residual-unfounded: Risk 'R-1' falls from rank 25 to 1, and nothing is named that lowers it: name it with 'mitigated-by' or 'existing', or leave the risk at its initial rating.
      `,
    'one that falls as it is accepted': `
      zone line : cell
      risk R-1 on line { likelihood certain impact major treatment accept residual impact minor }
                                                                                          ^^^^^ warning residual-unfounded: Risk 'R-1' falls from rank 20 to 10, and
      `,
    'one that is to be mitigated, by what is not said': `
      zone line : cell
      risk R-1 on line { likelihood certain impact major treatment mitigate residual impact minor }
                                                                                            ^^^^^ warning residual-unfounded
      `,
    'one that rises by what mitigates it': `
      zone line : cell { implements SR 5.2 }
      risk R-1 on line { likelihood remote impact minor mitigated-by SR 5.2 residual likelihood likely }
                                                                                                ^^^^^^ error residual-unfounded: Risk 'R-1' rises from rank 2 to 8 by what is done about it: one of the two ratings is wrong, or the measure makes a risk of its own.
      `,
    'by what the cells of the matrix say, in another file': `
      --- matrix.zones
      risk-matrix m { likelihood seldom, often impact minor, major row seldom 1, 3 row often 3, 4 tolerable 2 }
      --- risks.zones
      zone line : cell
      risk R-1 on line { likelihood often impact major residual likelihood seldom }
                                                                           ^^^^^^ warning residual-unfounded: Risk 'R-1' falls from rank 4 to 3, and
      risk R-2 on line { likelihood often impact minor residual likelihood seldom impact major }
      `,
  },
  silent: {
    'one that something lowers, or has lowered': `
      countermeasure lock "Locked cabinet"
      zone line : cell { implements SR 5.2 }
      risk R-1 on line { likelihood certain impact major mitigated-by SR 5.2 residual likelihood remote }
      risk R-2 on line { likelihood certain impact major existing lock residual likelihood remote }
      `,
    'one that is transferred or avoided': `
      zone line : cell
      risk R-1 on line { likelihood certain impact major treatment transfer residual impact minor }
      risk R-2 on line { likelihood certain impact major treatment avoid residual likelihood remote }
      `,
    'one that stays as it was, or is not rated again': `
      zone line : cell
      risk R-1 on line { likelihood certain impact major residual likelihood certain }
      risk R-2 on line { likelihood certain impact major }
      `,
    'one whose ratings cannot be compared': `
      zone line : cell
      risk R-1 on line { impact major residual impact minor }
      risk R-2 on line { likelihood certain impact major residual likelihood often }
                                                                             ^^^^^ error unresolved-reference
      `,
  },
});
