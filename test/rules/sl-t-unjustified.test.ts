import { slTUnjustified } from '../../language-server/core/rules/sl-t-unjustified.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(slTUnjustified, {
  fires: {
    'a nested zone that asks for more than the zone around, and no risk is on either': `
      zone dmz : perimeter
      zone scada : control { sl-t 1  zone line : cell { sl-t 2 } }
                                                             ^ info sl-t-unjustified: Zone 'line' has an SL-T that no risk on it or around it, no 'from' and no 'because' explains, so nobody can tell whether the level is right: name the risks that it comes from, or the reason.
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a zone, where nothing is said of zones without risks': `
      system plant { rule zone-without-risk off "so" }
      zone dmz : perimeter
      zone line : cell { sl-t { RA 1 } }
                         ^^^^ info sl-t-unjustified
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a conduit between zones that no risk is on': `
      zone a : cell
      zone b : cell
      zone c : cell
      conduit link between a and b { sl-t 2 }
                                          ^ info sl-t-unjustified: Conduit 'link' has an SL-T that no risk on it or on its zones, no 'from' and no 'because' explains, so nobody can tell whether the level is right: name the risks that it comes from, or the reason.
      risk R-1 on c { likelihood likely impact major }
      `,
  },
  silent: {
    'a system without risks': 'zone scada : control { sl-t 1  zone line : cell { sl-t 2 } }',
    'a level that comes from a risk, or has a reason': `
      zone dmz : perimeter
      zone scada : control { sl-t 1  zone a : cell { sl-t 2 from R-1 }  zone b : cell { sl-t 2 because "law" } }
      conduit link between scada.a and scada.b { sl-t 2 because "as its zones" }
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a zone that a risk is on, or on one around it': `
      zone scada : control { sl-t 1  zone line : cell { sl-t 2 } }
      risk R-1 on scada { likelihood likely impact major }
      `,
    'a zone that no risk is on: that is what is missing': `
      zone dmz : perimeter
      zone line : cell { sl-t 2 }
      risk R-1 on dmz { likelihood likely impact major }
      `,
    'a level of 0, and a zone outside the system': `
      zone dmz : perimeter { zone a { sl-t 0 } }
      zone line : cell
      zone vendor : external { sl-t 2 }
      risk R-1 on line { likelihood likely impact major }
      `,
    'a conduit that a risk is on, or on a zone that it joins': `
      zone a : cell
      zone b : cell { zone c : cell }
      conduit x between a and b.c { sl-t 1 }
      conduit y between a and b { sl-t 1 }
      risk R-1 on b, y { likelihood likely impact major }
      `,
  },
});
