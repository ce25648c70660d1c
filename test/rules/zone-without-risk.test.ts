import { zoneWithoutRisk } from '../../language-server/core/rules/zone-without-risk.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(zoneWithoutRisk, {
  fires: {
    'a zone with an SL-T that no risk names': `
      zone scada : control { sl-t 2 }
      zone line : cell { sl-t 1 }
           ^^^^ info zone-without-risk: No risk is on zone 'line' or a zone around it, though the zone has an SL-T above 0, so nothing says what that level protects from: add the zone to a risk that reaches it, or assess what threatens it.
      conduit link between scada and line
      risk R-1 on scada, link { likelihood likely impact major }
      `,
    'the outermost of those that inherit the level': `
      zone scada : control { sl-t 1  zone line : cell { sl-t 2 } }
           ^^^^^ info zone-without-risk
      zone dmz : perimeter
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a nested one that has a level where the zone around has none': `
      zone site : control { zone line : cell { sl-t { RA 1 } } }
                                 ^^^^ info zone-without-risk
      zone dmz : perimeter
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a zone around one that a risk names': `
      zone scada : control { sl-t 2  zone line : cell }
           ^^^^^ info zone-without-risk
      risk R-1 on scada.line { likelihood likely impact major }
      `,
    'risks in another file': `
      --- risks.zones
      risk R-1 on line { likelihood likely impact major }
      --- zones.zones
      zone line : cell { sl-t 1 }
      zone store : cell { sl-t 1 }
           ^^^^^ info zone-without-risk
      `,
  },
  silent: {
    'a system without risks': 'zone line : cell { sl-t 1 }',
    'a zone that a risk names, and one inside it': `
      zone scada : control { sl-t 2  zone line : cell { sl-t 3 } }
      risk R-1 on scada { likelihood likely impact major }
      `,
    'one without SL-T, at 0 or outside the system': `
      zone a : cell
      zone b : cell { sl-t 0 }
      zone c : external { sl-t 1 }
      risk R-1 on a { likelihood likely impact major }
      `,
  },
});
