import { compensationUnmet } from '../../language-server/core/rules/compensation-unmet.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(compensationUnmet, {
  fires: {
    'means that nothing states': `
      zone dmz { sl-t 1
        compensates SR 1.1 with SR 5.2, SR 2.1 because "shared panel"
                                ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with SR 5.2 and SR 2.1: SR 5.2 is not met here, so nothing protects instead. Implement it, or compensate with controls that are met.
        implements SR 2.1
      }
      `,
    'means that are planned, accepted or excluded, none of which protects': `
      zone dmz { sl-t 1
        compensates SR 1.1 with SR 5.1, SR 5.2, SR 5.3 because "shared panel"
                                ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with SR 5.1, SR 5.2 and SR 5.3: SR 5.1, SR 5.2 and SR 5.3 are not met here, so nothing protects instead. Implement them, or compensate with controls that are met.
        plans SR 5.1 until 2099-01-01
        accepts SR 5.2 until 2099-01-01 because "x"
        excludes SR 5.3 because "x"
      }
      `,
    'countermeasures whose day has passed': `
      countermeasure lock-3 "Locked cabinet" { until 2026-11-23 }
      countermeasure seal "Weekly seal" { until 2026-11-23 }
      zone dmz { sl-t 1
        implements SR 5.2
        compensates SR 1.1 with lock-3, SR 5.2 because "x"
                                ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with lock-3 and SR 5.2: the last day of countermeasure 'lock-3' has passed, so nothing protects instead. Give it a new day if it is still in place, or compensate with what is.
        compensates SR 1.3 with lock-3, seal because "x"
                                ^^^^^^ error compensation-unmet: SR 1.3 cannot be compensated with lock-3 and seal: the last days of the countermeasures lock-3 and seal have passed, so nothing protects instead. Give them new days if they are still in place, or compensate with what is.
        compensates SR 1.4 with lock-3, SR 2.1 because "x"
                                ^^^^^^ error compensation-unmet: SR 1.4 cannot be compensated with lock-3 and SR 2.1: SR 2.1 and lock-3 are not met here, so nothing protects instead
      }
      `,
    'a countermeasure that the system counts on, once': `
      system plant { compensates SR 1.1 with lock-3 because "x" }
                                             ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with lock-3: the last day of
      countermeasure lock-3 "Locked cabinet" { until 2026-11-23 }
      zone dmz { sl-t 1 }
      `,
    'compensations in a ring': `
      zone dmz { sl-t 1
        compensates SR 1.1 with SR 2.1 because "x"
                                ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with SR 2.1: SR 2.1 is not met here, so nothing protects instead. Implement it, or compensate with controls that are met.
        compensates SR 2.1 with SR 1.1 because "x"
                                ^^^^^^ error compensation-unmet: SR 2.1 cannot be compensated with SR 1.1: SR 1.1 is not met here, so nothing protects instead. Implement it, or compensate with controls that are met.
      }
      `,
    'an inherited one that does not hold in a nested zone': `
      zone control { sl-t 1
        compensates SR 1.1 with SR 5.2 because "shared panel in a locked room"
        implements SR 5.2
        zone yard {
             ^^^^ error compensation-unmet: Zone 'yard' inherits the compensation of SR 1.1, but SR 5.2 is not met there, so nothing protects instead: implement it there, or state there what holds for SR 1.1.
          excludes SR 5.2 because "no boundary of its own"
        }
      }
      `,
    'one that is broken where it stands, once: a nested zone may break it further': `
      profile people { SR 1.1, SR 1.2 }
      zone a { sl-t 1
        implements SR 1.1
        compensates SR 3.6 with people because "x"
                                ^^^^^^ error compensation-unmet: SR 3.6 cannot be compensated with people: SR 1.2 is not met here
        zone n { excludes SR 1.1 because "y" }
      }
      `,
    'one of the system that a zone breaks which asks for the requirement': `
      system plant {
        compensates SR 1.1 with SR 5.2 because "locked rooms"
        implements SR 5.2
      }
      zone a { sl-t { IAC 1 }  excludes SR 5.2 because "x" }
           ^ error compensation-unmet: Zone 'a' inherits the compensation of SR 1.1, but SR 5.2 is not met there, so nothing protects instead: implement it there, or state there what holds for SR 1.1.
      zone b { sl-t 0  excludes SR 5.2 because "x" }
      `,
    'one of the system that a conduit breaks which asks for the requirement': `
      system plant {
        compensates SR 1.1, SR 3.1 with SR 5.2 because "x"
        implements SR 5.2
      }
      zone a { sl-t 0 }  zone b { sl-t 0 }
      conduit link between a and b { sl-t { SI 1 }  excludes SR 5.2 because "x" }
              ^^^^ error compensation-unmet: Conduit 'link' inherits the compensation of SR 3.1, but SR 5.2 is not met there, so nothing protects instead: implement it there, or state there what holds for SR 3.1.
      `,
    'one of the system by several controls that a zone and a conduit break': `
      system plant {
        compensates SR 1.1, SR 3.1 with SR 5.2, SR 2.1 because "x"
        implements SR 5.2, SR 2.1
      }
      zone a { sl-t { IAC 1 }  excludes SR 5.2, SR 2.1 because "x" }
           ^ error compensation-unmet: Zone 'a' inherits the compensation of SR 1.1, but SR 5.2 and SR 2.1 are not met there, so nothing protects instead: implement them there, or state there what holds for SR 1.1.
      zone b { sl-t 0 }
      conduit link between a and b { sl-t { SI 1 }  excludes SR 5.2, SR 2.1 because "x" }
              ^^^^ error compensation-unmet: Conduit 'link' inherits the compensation of SR 3.1, but SR 5.2 and SR 2.1 are not met there, so nothing protects instead: implement them there, or state there what holds for SR 3.1.
      `,
    'one of the system by what only some zones have, at those that ask and have it not, the outermost': `
      system plant { compensates SR 1.1, SR 1.7 with SR 5.2 because "x" }
      zone a { sl-t { IAC 1 }  implements SR 5.2 }
      zone b { sl-t { IAC 1 }
           ^ error compensation-unmet: Zone 'b' inherits the compensation of SR 1.1 and SR 1.7
        zone c { }
      }
      zone d { sl-t 0
        zone e { sl-t { IAC 1 } }
             ^ error compensation-unmet: Zone 'e' inherits
      }
      `,
    'one of the system by what the system itself only plans, there and not in each zone': `
      system plant {
        compensates SR 1.1 with SR 5.2 because "x"
                                ^^^^^^ error compensation-unmet: SR 1.1 cannot be compensated with SR 5.2: SR 5.2 is not met here, so nothing protects instead. Implement it, or compensate with controls that are met.
        plans SR 5.2 until 2099-01-01
      }
      zone a { sl-t { IAC 1 } }
      `,
    'in a ring of the system': `
      system plant {
        compensates SR 1.1 with SR 2.1 because "x"
                                ^^^^^^ error compensation-unmet
        compensates SR 2.1 with SR 1.1 because "x"
                                ^^^^^^ error compensation-unmet
      }
      zone a { sl-t { IAC 1 } }
      `,
    'one that another compensation counts on whose control is asked for': `
      zone dmz { sl-t { IAC 1 }
        compensates SR 1.1 with SR 5.2 RE(1) because "locked room"
                                ^^^^^^^^^^^^ error compensation-unmet
        compensates SR 5.2 RE(1) with SR 5.3 because "no way in"
                                      ^^^^^^ error compensation-unmet
      }
      `,
    'one that a nested zone asks for and the zone that states it does not': `
      zone control { sl-t 0
        compensates SR 1.1 with SR 5.2 because "shared panel"
        zone yard { sl-t { IAC 1 } }
             ^^^^ error compensation-unmet: Zone 'yard' inherits the compensation of SR 1.1
      }
      `,
    'one that no SL-T asks for but the focus of the kind': `
      zone room : control {
        compensates SR 3.3 with SR 5.2 because "checked by hand"
                                ^^^^^^ error compensation-unmet
      }
      `,
    'one of the system that a single zone in another file asks for': `
      --- settings.zones
      system plant {
        compensates SR 1.1 with SR 5.2 because "x"
                                ^^^^^^ error compensation-unmet
        plans SR 5.2 until 2099-01-01
      }
      --- zones.zones
      system plant
      zone a { sl-t 0 }
      zone b { sl-t { IAC 1 } }
      `,
  },
  silent: {
    'countermeasures that are in place': `
      countermeasure lock-3 "Locked cabinet" { until 2026-11-24 }
      countermeasure seal "Weekly seal"
      zone dmz { sl-t 1  compensates SR 1.1 with lock-3, seal because "x" }
      `,
    'what nobody asks for: no SL-T, one that does not reach it, a conduit without, a ring of two': `
      zone yard { compensates SR 1.1 with SR 5.2 because "x" }
      zone dmz { sl-t { UC 4 }
        compensates SR 1.2, SR 1.3 with SR 5.2 because "x"
        compensates SR 1.1 with SR 1.4 because "x"
        compensates SR 1.4 with SR 1.1 because "x"
        zone rack { sl-t 0 }
      }
      zone vendor : external { sl-t 2  compensates SR 1.1 with SR 5.2 because "x" }
      conduit link between yard and dmz { compensates SR 3.1 with SR 5.2 because "x" }
      `,
    'what the system compensates and nothing in it asks for': `
      system plant {
        compensates SR 1.1 with SR 5.2 because "x"
        plans SR 5.2 until 2099-01-01
      }
      zone a { sl-t 0 }
      zone b
      conduit link between a and b
      `,
    'means that are implemented, also further out': `
      system plant { implements SR 5.2 }
      zone dmz { sl-t 1  compensates SR 1.1 with SR 5.2 because "shared panel in a locked room" }
      `,
    'one of the system by what each zone and conduit has that asks': `
      system plant {
        compensates SR 1.1 with SR 2.1 because "x"
        compensates SR 2.1 with SR 5.3 because "x"
      }
      zone a { sl-t { IAC 1 }  implements SR 5.3 }
      zone b { sl-t { UC 1 }  implements SR 5.3  zone c { } }
      conduit link between a and b
      `,
    'means that are compensated themselves': `
      zone dmz { sl-t 1
        compensates SR 1.1 with SR 2.1 because "x"
        compensates SR 2.1 with SR 5.2 because "x"
        implements SR 5.2
      }
      `,
    'a nested zone with a statement of its own about the requirement': `
      zone control { sl-t 1
        compensates SR 1.1 with SR 5.2 because "shared panel in a locked room"
        implements SR 5.2
        zone yard { excludes SR 5.2 because "x"  implements SR 1.1 }
      }
      `,
  },
});
