import { approvalOutdated } from '../../language-server/core/rules/approval-outdated.ts';
import { describeRule } from './support/describe-rule.ts';

const OTHER_HASH = `sha256:1:${'0'.repeat(64)}`;

/** Of a system `plant` that has nothing but `zone line : cell`. */
const HASH_OF_LINE = 'sha256:1:465d57779c43350ac1f9d6bc17823e23d7ef4ce965c8d6efe7eb2d4114531600';

describeRule(approvalOutdated, {
  fires: {
    'a record that nobody has approved': `
      system plant { document "R-1" }
                              ^^^^^ info approval-outdated: The record 'R-1' has no approval, and what the risk assessment comes to shall be approved by those who answer for the plant: when they have done so, write 'approval on … by …'.
      `,
    'a revision with a higher number than the approved one, whatever its day': `
      system plant {
        revision 3 on 2026-01-01 by "OT" "Changes"
        revision 4 on 2026-01-01 by "OT" "Changes"
        approval on 2026-02-01 by "Plant manager" of revision 3
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated: The approval of 2026-02-01 is for what stood before revision 4, so nobody has approved what stands now: have that revision approved, and write 'approval on … by …'.
      }
      `,
    'a revision of a later day, where the approval names none': `
      system plant {
        revision "B" on 2026-02-02 by "OT" "Changes"
        approval on 2026-02-01 by "Plant manager"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
      }
      `,
    'a revision that is called by a text, later than the one that was approved': `
      system plant {
        revision "A" on 2026-01-01 by "OT" "Changes"
        revision "B" on 2026-01-02 by "OT" "Changes"
        approval on 2026-02-01 by "Plant manager" of revision "A"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
      }
      `,
    'another model than the one that was approved': `
      system plant {
        approval on 2026-02-01 by "Plant manager" hash "${OTHER_HASH}"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^${'^'.repeat(OTHER_HASH.length)}^^ warning approval-outdated: The model says something else than what was approved on 2026-02-01: its hash is another one. Have the change approved, and write 'approval on … by …'; or take the change back.
      }
      zone line : cell
      `,
    'a hash that is none': `
      system plant { approval on 2026-02-01 by "Plant manager" hash "rev-b" }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
      `,
    'a review that is due since yesterday': `
      system plant { approval on 2025-11-23 by "Plant manager" review 12 }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated: The approval of 2025-11-23 was to be reviewed by 2026-11-23, and no later one stands here: review the record, have it approved anew, and write 'approval on … by …'.
      `,
    'the latest approval alone, wherever it stands': `
      system plant {
        revision 2 on 2026-01-01 by "OT" "Changes"
        revision 3 on 2026-03-01 by "OT" "Changes"
        approval on 2026-02-01 by "Plant manager" of revision 2
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
        approval on 2025-02-01 by "Plant manager"
      }
      `,
  },
  silent: {
    'a system of which no record is written': 'system plant { owner "OT" }  zone line : cell',
    'an approval of the last revision, on the day of its review': `
      system plant {
        document "R-1"
        revision 2 on 2026-01-01 by "OT" "Changes"
        revision 3 on 2026-12-31 by "OT" "Changes"
        approval on 2025-11-24 by "Plant manager" of revision 3 review 12
      }
      `,
    'a revision of the day of the approval': `
      system plant {
        revision "B" on 2026-02-01 by "OT" "Changes"
        approval on 2026-02-01 by "Plant manager"
      }
      `,
    'the hash of the model, with all that does not change it': `
      --- one.zones
      system plant {
        approval on 2026-02-01 by "Plant manager" hash "${HASH_OF_LINE}"
        approval on 2026-01-01 by "Plant manager" hash "${OTHER_HASH}"
      }
      --- two.zones
      system plant
      // a comment, and another file
      zone line : cell
      `,
    'a hash in another form, which nobody can compare here':
      'system plant { approval on 2026-02-01 by "Plant manager" hash "sha256:2:0123" }',
    'a model that cannot be read to its end': `
      system plant { approval on 2026-02-01 by "Plant manager" hash "${OTHER_HASH}" }
      zone line : cell { asset }
                               ^ error syntax-error
      `,
    'an approval whose day is still to be given': `
      system plant { document "R-1"  approval on YYYY-MM-DD by "Plant manager" }
                                                 ^^^^^^^^^^ error invalid-value
      `,
    'a second block of settings, of which duplicate-system tells': `
      --- one.zones
      system plant { document "R-1"  approval on 2026-02-01 by "Plant manager" }
      --- two.zones
      system plant { document "R-2" }
      `,
  },
  mends: [
    {
      model: `
        system plant {
          document "R-1"
          revision "B" on 2026-02-02 by "OT" "Changes"
        }
        zone line : cell
        `,
      fix: "Write an approval of today with the model's hash",
      result: `
        system plant {
          document "R-1"
          revision "B" on 2026-02-02 by "OT" "Changes"
          approval on 2026-11-24 by "… (who answers for the plant)" of revision "B" hash "sha256:1:c5074640907b7c3dbcff91d55a757bc020b1e2a773051d2f30b6b7d62b53ae30"
        }
        zone line : cell
        `,
    },
    {
      model: `
        system plant { approval on 2025-11-23 by "Plant manager" hash "${HASH_OF_LINE}" review 12 }
        zone line : cell
        `,
      fix: "Write an approval of today with the model's hash",
      result: `
        system plant { approval on 2025-11-23 by "Plant manager" hash "${HASH_OF_LINE}" review 12
          approval on 2026-11-24 by "… (who answers for the plant)" hash "${HASH_OF_LINE}" review 12
        }
        zone line : cell
        `,
    },
  ],
});
