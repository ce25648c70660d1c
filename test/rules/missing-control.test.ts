import { missingControl } from '../../language-server/core/rules/missing-control.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(missingControl, {
  fires: {
    'an FR of which the SL-T requires more than is stated': `
      zone dmz : perimeter {
           ^^^ warning missing-control: Zone 'dmz' misses 3 controls of RDF (SL-A 0, SL-T 1): SR 5.2, SR 5.3, SR 5.4. The reference model asks for 'Firewalls and boundary protection' and 'Other boundary protection' here before all else. Implement them, or state why not (plans, compensates, excludes, accepts).
        sl-t { RDF 1 }
        implements SR 5.1
      }
      `,
    'each FR by itself, and more controls than a message can name': `
      zone dmz : perimeter {
           ^^^ warning missing-control: Zone 'dmz' misses 16 controls of IAC (SL-A 0, SL-T 2): SR 1.1, SR 1.1 RE(1), SR 1.2, SR 1.3, SR 1.4, SR 1.5 and 10 more. Implement them, or state why not (plans, compensates, excludes, accepts).
           ^^^ warning missing-control: Zone 'dmz' misses 1 control of TRE (SL-A 0, SL-T 1): SR 6.1. Implement it, or state why not (plans, compensates, excludes, accepts).
        sl-t { IAC 2, TRE 1 }
      }
      `,
    'the enhancements that the higher level asks for': `
      zone dmz : perimeter {
           ^^^ warning missing-control: Zone 'dmz' misses 1 control of TRE (SL-A 2, SL-T 3): SR 6.1 RE(1). Implement it, or state why not (plans, compensates, excludes, accepts).
        sl-t { TRE 3 }
        implements SR 6.1, SR 6.2
      }
      `,
    'a conduit with an SL-T of its own': `
      zone a { sl-t 0 }
      zone b { sl-t 0 }
      conduit ab between a and b {
              ^^ warning missing-control: Conduit 'ab' misses 3 controls of RDF (SL-A 0, SL-T 1): SR 5.1, SR 5.2, SR 5.3. Implement them, or state why not (plans, compensates, excludes, accepts).
        sl-t { RDF 1 }
      }
      `,
    'the controls of a catalogue without levels': `
      system plant { baseline acme }
      catalog acme {
        control ACME-1 "Locked cabinets"
        control ACME-2 "Labelled cables"
      }
      zone cabinet { sl-t 1  implements ACME-1 }
           ^^^^^^^ warning missing-control: Zone 'cabinet' misses 1 control of the catalogue acme: ACME-2. Implement it, or state why not (plans, compensates, excludes, accepts).
      `,
    'a nested zone, for what the zone around it does not miss already': `
      zone control {
           ^^^^^^^ warning missing-control: Zone 'control' misses 1 control of TRE (SL-A 0, SL-T 1): SR 6.1. Implement it, or state why not (plans, compensates, excludes, accepts).
        sl-t { TRE 1 }
        zone cell {
             ^^^^ warning missing-control: Zone 'cell' misses 1 control of RDF (SL-A 0, SL-T 1): SR 5.4. Implement it, or state why not (plans, compensates, excludes, accepts).
             ^^^^ warning missing-control: Zone 'cell' misses 1 control of TRE (SL-A 0, SL-T 2): SR 6.2. Implement it, or state why not (plans, compensates, excludes, accepts).
          sl-t { TRE 2, RDF 1 }
          implements SR 5.1, SR 5.2, SR 5.3
        }
      }
      `,
    'a plan that is overdue, an acceptance that has ended, a compensation that does not hold': {
      today: '2027-01-01',
      model: `
        zone dmz {
             ^^^ warning missing-control: Zone 'dmz' misses 4 controls of RDF (SL-A 0, SL-T 1): SR 5.1, SR 5.2, SR 5.3, SR 5.4. Implement them, or state why not (plans, compensates, excludes, accepts).
          sl-t { RDF 1 }
          plans SR 5.1 until 2026-12-31
          accepts SR 5.2 until 2026-12-31 because "the firewall is ordered"
          compensates SR 5.3 with SR 5.4 because "no mail here"
          implements SR 5.1 RE(1)
        }
        `,
    },
  },
  silent: {
    'all that is required being stated, in one way or another': `
      zone dmz {
        sl-t { RDF 1 }
        implements SR 5.1
        excludes SR 5.2 because "it has no boundary of its own"
        compensates SR 5.3 with SR 5.1 because "no mail here"
        plans SR 5.4 until 2026-11-24
      }
      `,
    'an acceptance on its last day': `
      zone dmz { sl-t { TRE 1 }  accepts SR 6.1 until 2026-11-24 because "the log server is ordered" }
      `,
    'what the zone around it or the system states': `
      system plant { implements SR 6.1 }
      zone control { sl-t { TRE 2 }  implements SR 6.2
        zone cell { sl-t { TRE 2 } }
      }
      `,
    'a nested zone that misses what the zone around it plans': `
      zone control { sl-t { TRE 1 }  plans SR 6.1 until 2027-12-31  zone cell { sl-t { TRE 1 } } }
      `,
    'an SL-T of 0, none, and an external zone': `
      zone a { sl-t 0 }
      zone b { }
      zone c : external { sl-t 4 }
      `,
    'a conduit without SL-T': `
      zone a { sl-t 0 }
      zone b { sl-t 0 }
      conduit ab between a and b
      `,
  },
  mends: [
    {
      today: '2027-01-01',
      model: `
        zone dmz {
          sl-t { TRE 2 }
          plans SR 6.1, SR 6.2 until 2026-12-31 "log server"
          implements SR 1.1
        }
      `,
      fix: 'Implement SR 6.1, in place of what is stated of it',
      result: `
        zone dmz {
          sl-t { TRE 2 }
          plans SR 6.2 until 2026-12-31 "log server"
          implements SR 1.1, SR 6.1
        }
      `,
    },
    {
      today: '2027-01-01',
      model: `
        zone dmz {
          sl-t { TRE 2 }
          plans SR 6.1 until 2026-12-31 "log server"
          accepts SR 6.2 until 2026-12-31 because "no sensor yet"
        }
      `,
      fix: 'Implement all 2 of TRE, in place of what is stated of 2 of them',
      result: `
        zone dmz {
          sl-t { TRE 2 }
          implements SR 6.1, SR 6.2
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          sl-t { RDF 1 }
          implements SR 5.1
        }
      `,
      fix: 'Implement all 3 of RDF',
      result: `
        zone dmz : perimeter {
          sl-t { RDF 1 }
          implements SR 5.1, SR 5.2, SR 5.3, SR 5.4
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          sl-t { TRE 1 }
          asset fw-1 : firewall
        }
      `,
      fix: 'Plan SR 6.1',
      result: `
        zone dmz : perimeter {
          sl-t { TRE 1 }
          plans SR 6.1
          asset fw-1 : firewall
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          sl-t { TRE 1 }
        }
      `,
      fix: 'Exclude SR 6.1 (give the reason)',
      result: `
        zone dmz : perimeter {
          sl-t { TRE 1 }
          excludes SR 6.1 because "… (why it does not apply here)"
        }
      `,
    },
  ],
  incomplete: { Exclude: 'Why it does not apply only the author can say; until then the reason is an error.' },
});
