import { ambiguousReference } from '../../language-server/core/rules/ambiguous-reference.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(ambiguousReference, {
  fires: {
    'a name that two zones have, named from outside both': `
      zone line-1 { sl-t 0  asset plc : plc }
      zone line-2 { sl-t 0  asset plc : plc }
      zone control { sl-t 0
        asset scada : scada-server
        implements SR 6.2 by plc
                             ^^^ error ambiguous-reference: 'plc' may mean line-1.plc or line-2.plc, and a guess may take the wrong one: write more of the path.
      }
      `,
    'a countermeasure with the name of a profile or control': `
      profile lock { SR 1.1 }
      countermeasure lock "Locked cabinet"
      countermeasure H-1 "House rule"
      catalog house { control H-1 "House rule" }
      zone a { sl-t 0
        compensates SR 1.2 with lock because "x"
                                ^^^^ error ambiguous-reference: 'lock' may mean a profile or a countermeasure, and a guess may take the wrong one: rename one of them.
      }
      risk R-1 on a { existing H-1 }
                               ^^^ error ambiguous-reference: 'H-1' may mean a control or a countermeasure, and a guess
      `,
    'more candidates than a message can list': `
      zone a { sl-t 0  asset x : plc }
      zone b { sl-t 0  asset x : plc }
      zone c { sl-t 0  asset x : plc }
      zone d { sl-t 0  asset x : plc }
      zone e { sl-t 0  asset x : plc }
      zone f { sl-t 0  asset x : plc }
      zone g { sl-t 0  asset x : plc }
      zone h { sl-t 0  asset y : plc  implements SR 6.2 by x }
                                                           ^ error ambiguous-reference: 'x' may mean a.x or b.x or c.x or d.x or e.x or 2 others, and a guess may take the wrong one: write more of the path.
      `,
    'in the via of a conduit, both ends of which have one': `
      zone a { sl-t 0  asset fw : firewall }
      zone b { sl-t 0  asset fw : firewall }
      conduit ab between a and b { via fw }
                                       ^^ error ambiguous-reference: 'fw' may mean a.fw or b.fw, and a guess may take the wrong one: write more of the path.
      `,
    'in a conduit in a zone that has one itself, since the ends come first': `
      zone site { sl-t 0
        asset fw : firewall
        zone a { asset fw : firewall }
        zone b { asset fw : firewall }
        conduit ab between a and b { via fw }
                                         ^^ error ambiguous-reference: 'fw' may mean site.a.fw or site.b.fw, and a guess may take the wrong one: write more of the path.
      }
      `,
  },
  silent: {
    'a countermeasure and a profile of one name, where only one of them can stand': `
      profile lock { SR 1.1 }
      countermeasure lock "Locked cabinet"
      zone a { sl-t 0  implements lock }
      `,
    'a path that tells them apart': `
      zone line-1 { sl-t 0  asset plc : plc }
      zone line-2 { sl-t 0  asset plc : plc }
      zone control { sl-t 0
        asset scada : scada-server
        flow scada -> line-2.plc : https
      }
      `,
    'the own zone, which comes first': `
      zone line-1 { sl-t 0  asset plc : plc  asset hmi : hmi-panel  flow hmi -> plc : https }
      zone line-2 { sl-t 0  asset plc : plc }
      `,
    'the ends of a conduit, which come before other zones': `
      zone a { sl-t 0  asset x : plc }
      zone b { sl-t 0  asset y : plc }
      zone c { sl-t 0  asset y : plc }
      conduit ab between a and b { flow x -> y : https }
      `,
    'a name in two systems': `
      --- one.zones
      system one
      zone a { sl-t 0  asset x : plc }
      --- two.zones
      system two
      zone a { sl-t 0  asset x : plc  asset y : plc  flow x -> y : https }
      `,
  },
  mends: [
    {
      model: `
        zone line-1 { sl-t 0  asset plc : plc }
        zone line-2 { sl-t 0  asset plc : plc }
        zone control { sl-t 0  asset scada : scada-server  implements SR 6.2 by plc }
      `,
      fix: "Change to 'line-2.plc'",
      result: `
        zone line-1 { sl-t 0  asset plc : plc }
        zone line-2 { sl-t 0  asset plc : plc }
        zone control { sl-t 0  asset scada : scada-server  implements SR 6.2 by line-2.plc }
      `,
    },
  ],
});
