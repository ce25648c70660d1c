import { regulationUnmet } from '../../language-server/core/rules/regulation-unmet.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(regulationUnmet, {
  fires: {
    'a requirement that a zone does not meet, whatever its SL-T': `
      regulation law "Law" { requires SR 1.1 RE(2), SR 6.2 on dmz }
                                      ^^^^^^^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 1.1 RE(2), which is neither met nor planned in zone 'dmz', whatever the SL-T there: implement it, or plan it with its day.
      zone dmz : perimeter { sl-t 1  implements SR 6.2 }
      `,
    'one that is excluded, accepted or planned until a day that has passed: no law is met by that': `
      regulation law "Law" { requires SR 6.2 on a, b, c }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 6.2, which is neither met nor planned in zone 'a', zone 'b' and zone 'c', whatever
      zone a : cell { excludes SR 6.2 because "no logs" }
      zone b : cell { accepts SR 6.2 until 2099-01-01 because "old switch" }
      zone c : cell { plans SR 6.2 until 2026-11-23 }
      `,
    'all zones with an SL-T, where it names none': `
      regulation law "Law" { requires SR 7.3 }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 7.3, which is neither met nor planned in zone 'line' and zone 'dmz', whatever
      zone line : cell { sl-t 1 }
      zone dmz : perimeter { sl-t { IAC 1 } }
      zone store : cell
      zone office : enterprise { sl-t 1  implements SR 7.3 }
      zone internet : external { sl-t 1 }
      `,
    'a nested zone by itself where the zone around it meets it': `
      regulation law "Law" { requires SR 5.2 on scada, scada.line }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 5.2, which is neither met nor planned in zone 'scada.line', whatever
      zone scada : control { implements SR 5.2  zone line : cell { accepts SR 5.2 until 2099-01-01 because "flat" } }
      `,
    'a nested zone no second time': `
      regulation law "Law" { requires SR 7.3 }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 7.3, which is neither met nor planned in zone 'scada', whatever
      zone scada : control { sl-t 1  zone line : cell }
      `,
    'one requirement of two lines once, with the zones of both': `
      regulation law "Law" { requires SR 6.2 on a requires SR 6.2 on b, a }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires SR 6.2, which is neither met nor planned in zone 'a' and zone 'b', whatever
      zone a : cell
      zone b : cell
      `,
    'what is missing of a profile': `
      profile basics { SR 1.1, SR 6.2 }
      profile more { SR 7.1, SR 7.2 }
      regulation law "Law" { requires basics, more on a }
                                      ^^^^^^ warning regulation-unmet: Regulation 'law' requires 'basics', of which SR 6.2 is neither met nor planned in zone 'a', whatever the SL-T there: implement it, or plan it with its day.
                                              ^^^^ warning regulation-unmet: Regulation 'law' requires 'more', of which SR 7.1 and SR 7.2 are neither met nor planned in zone 'a', whatever the SL-T there: implement them, or plan them with their day.
      zone a : cell { implements SR 1.1 }
      `,
    'another file': `
      --- law.zones
      regulation law "Law" { requires SR 6.2 }
                                      ^^^^^^ warning regulation-unmet
      --- plant.zones
      zone a : cell { sl-t 1  implements SR 6.1 }
      `,
  },
  silent: {
    'one that is met, compensated or planned': `
      regulation law "Law" { requires SR 6.2 on a, b, c }
      zone a : cell { implements SR 6.2 }
      zone b : cell { compensates SR 6.2 with SR 6.1 because "read by hand"  implements SR 6.1 }
      zone c : cell { plans SR 6.2 until 2026-11-24 }
      `,
    'one that the settings or the zone around meet': `
      system plant { implements SR 6.2 }
      regulation law "Law" { requires SR 6.2, SR 6.1 on scada.line }
      zone scada : control { implements SR 6.1  zone line : cell }
      `,
    'zones without SL-T, and external ones, where it names none': `
      regulation law "Law" { requires SR 6.2 }
      zone store : cell
      zone internet : external { sl-t 1 }
      `,
    'an external zone that it names': `
      regulation law "Law" { requires SR 6.2 on internet }
      zone internet : external
      `,
    'a control of another kind of zone': `
      catalog house { control H-1 "USB kiosk" for control }
      regulation law "Law" { requires H-1 on line }
      zone line : cell
      `,
    'names that mean nothing': `
      regulation law "Law" { requires SR 9.9 on line requires SR 6.2 on lien }
                                      ^^^^^^ error unresolved-reference
                                                                        ^^^^ error unresolved-reference
      zone line : cell
      `,
    'a regulation that asks for nothing': 'regulation law "Law"  zone line : cell { sl-t 1 }',
  },
  mends: [
    {
      model: `
        regulation law "Law" {
          requires SR 6.2 on dmz, line
        }
        zone dmz : perimeter { plans SR 6.1 }
        zone line : cell
        `,
      fix: "Plan SR 6.2 in zone 'dmz' and zone 'line'",
      result: `
        regulation law "Law" {
          requires SR 6.2 on dmz, line
        }
        zone dmz : perimeter {
          plans SR 6.1
          plans SR 6.2 until YYYY-MM-DD
        }
        zone line : cell {
          plans SR 6.2 until YYYY-MM-DD
        }
        `,
    },
    {
      model: `
        regulation law "Law" {
          requires SR 6.2 on dmz
        }
        zone dmz : perimeter
        `,
      fix: "Implement SR 6.2 in zone 'dmz'",
      result: `
        regulation law "Law" {
          requires SR 6.2 on dmz
        }
        zone dmz : perimeter {
          implements SR 6.2
        }
        `,
    },
  ],
});
