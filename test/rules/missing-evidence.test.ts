import { missingEvidence } from '../../language-server/core/rules/missing-evidence.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(missingEvidence, {
  fires: {
    'a statement of the zone, the settings, a conduit and an asset': `
      system plant { rule missing-evidence info  implements SR 1.3, SR 1.4 }
                                                 ^^^^^^^^^^ info missing-evidence: 'implements SR 1.3 and SR 1.4' names no evidence, and an assessor believes what can be shown: add 'evidence' with the document, drawing or test record that shows it.
      zone line : cell {
        implements SR 1.1
        ^^^^^^^^^^ info missing-evidence
        asset plc-1 : plc { implements CR 1.1 }
                            ^^^^^^^^^^ info missing-evidence
      }
      zone dmz : perimeter { implements SR 5.1 by fw-1  asset fw-1 : firewall }
                             ^^^^^^^^^^ info missing-evidence
      conduit c between line and dmz { implements SR 3.1 }
                                       ^^^^^^^^^^ info missing-evidence
      `,
  },
  silent: {
    'unless a system asks for it': 'zone line : cell { implements SR 1.1 }',
    evidence: `
      system plant { rule missing-evidence warning }
      zone line : cell { implements SR 1.1, SR 1.2 by plc-1 evidence "docs/iam.md"  asset plc-1 : plc }
      `,
    'other statements, which claim nothing to show': `
      system plant { rule missing-evidence warning }
      zone line : cell { plans SR 1.1  excludes SR 1.2 because "x"  accepts SR 1.3 until 2027-01-01 because "x" }
      `,
  },
});
