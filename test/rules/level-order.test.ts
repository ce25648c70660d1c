import { levelOrder } from '../../language-server/core/rules/level-order.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(levelOrder, {
  fires: {
    'a nested zone above the zone around': `
      zone line : cell level 1 {
        zone office : control level 2 { }
                                    ^ info level-order: Zone 'office' is at level 2 inside zone 'line' at level 1, so all that reaches it from above has to be let into 'line' first: correct one of the levels, or move the zone out.
      }
      `,
    'above the level that the zone around inherits': `
      zone line : cell {
        level 1
        zone press {
          zone robot { level 1.5 }
                             ^^^ info level-order
        }
      }
      `,
    'a zone over several levels by the highest of them': `
      zone line : cell level 1, 0 {
        zone office : control { level 1, 2 }
                                         ^ info level-order: Zone 'office' is at level 2 inside zone 'line' at level 1
      }
      `,
  },
  silent: {
    'levels of which the highest is that of the zone around':
      'zone line : cell level 1, 0 { zone a { level 0, 1 }  zone b level 0 }',
    'the same level': 'zone control : control level 2 { zone room level 2 { } }',
    'a lower level': 'zone control : control level 2 { zone line : cell level 1 { zone field : process level 0 { } } }',
    'no level around, as a kind of its own ends what is inherited':
      'zone line : cell level 1 { zone lab : control { zone bench level 2 { } } }',
    'zones side by side': 'zone line : cell level 1 { }  zone control : control level 2 { }',
  },
});
