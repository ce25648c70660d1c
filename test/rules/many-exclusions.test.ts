import { manyExclusions } from '../../language-server/core/rules/many-exclusions.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(manyExclusions, {
  fires: {
    'three of seven': `
      zone line : cell {
           ^^^^ info many-exclusions: Zone 'line' excludes more than a quarter of what its SL-T requires of SI (3 of 5): SR 3.1, SR 3.2, SR 3.5. To exclude is to say that there is nothing to protect, so each needs a reason of its own: where there is something, plan, compensate or accept the requirement instead.
        sl-t 1
        excludes SR 3.1, SR 3.2, SR 3.5 because "pneumatic"
      }
      `,
    'several FRs in one finding, also by the settings of the system and through a profile': `
      system plant { excludes quiet because "nothing here" }
      profile quiet { SR 3.1, SR 3.2, SR 3.5, SR 7.3 }
      zone line : cell {
           ^^^^ info many-exclusions: Zone 'line' excludes more than a quarter of what its SL-T requires of SI (3 of 5) and RA (3 of 7): …
        sl-t 1
        excludes SR 7.4, SR 7.5 because "nothing here"
      }
      `,
    'a nested zone that excludes others than the zone around it': `
      zone line : cell {
           ^^^^ info many-exclusions: Zone 'line' excludes more than a quarter of what its SL-T requires of SI (3 of 5)
        sl-t 1
        excludes SR 3.1, SR 3.2, SR 3.5 because "pneumatic"
        zone press { }
        zone oven {
             ^^^^ info many-exclusions: Zone 'oven' excludes more than a quarter of what its SL-T requires of SI (4 of 5)
          excludes SR 3.6 because "pneumatic"
        }
      }
      `,
  },
  silent: {
    'two, and a quarter': `
      zone line : cell {
        sl-t 1
        excludes SR 3.1, SR 3.2 because "pneumatic"
      }
      zone store : cell {
        sl-t 2
        excludes SR 1.1, SR 1.3, SR 1.4 because "nobody logs on"
      }
      `,
    'what is not required, and what is planned': `
      zone line : cell {
        sl-t 1
        excludes SR 3.1, SR 3.2, SR 3.1 RE(1), SR 3.3 RE(1) because "pneumatic"
      }
      zone store : cell {
        sl-t 1
        plans SR 3.1, SR 3.2, SR 3.5, SR 3.6
      }
      zone yard : cell { excludes SR 3.1, SR 3.2, SR 3.5 because "no SL-T" }
      `,
    'a zone outside': `
      zone vendor : external { sl-t 1  excludes SR 3.1, SR 3.2, SR 3.5 because "theirs" }
      `,
  },
});
