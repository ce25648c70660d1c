import { riskIncomplete } from '../../language-server/core/rules/risk-incomplete.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(riskIncomplete, {
  fires: {
    'a risk that says nothing': `
      risk R-1 "Ransomware"
           ^^^ info risk-incomplete: Risk 'R-1' lacks the zones or conduits that it is on, the threat, the consequence, the likelihood and the impact, so it can be neither weighed nor compared with what is tolerable: add what the assessment found.
      `,
    'one whose consequence is not said': `
      zone line : cell
      risk R-1 on line { threat "worm"  likelihood likely  impact major }
           ^^^ info risk-incomplete: Risk 'R-1' lacks the consequence, so
      `,
    'one that rates what remains alone': `
      zone line : cell
      risk R-1 on line { threat "worm"  consequence "stop"  residual likelihood remote impact minor }
           ^^^ info risk-incomplete: Risk 'R-1' lacks the likelihood and the impact, so
      `,
  },
  silent: {
    'one that says it all': `
      zone line : cell
      risk R-1 on line { threat "worm"  consequence "stop"  likelihood likely  impact major }
      `,
    'one with a source: that is a threat': `
      threat-source crime "Organised crime"
      zone line : cell
      risk R-1 on line { source crime  consequence "stop"  likelihood likely  impact major }
      `,
    'names that mean nothing': `
      risk R-1 on lien { threat "worm"  consequence "stop"  likelihood liekly  impact major }
                  ^^^^ error unresolved-reference
                                                                       ^^^^^^ error unresolved-reference
      `,
  },
});
