import { conduitSlTLow } from '../../language-server/core/rules/conduit-sl-t-low.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(conduitSlTLow, {
  incomplete: { 'Give the reason': 'the reason is for the user to write' },
  fires: {
    'a conduit below both of its zones': `
      --- zones.zones
      zone control : control { sl-t 2 }
      zone filters : cell { sl-t 3 { DC 2 } }
      --- conduits.zones
      conduit up between control and filters { sl-t 1 { DC 2, RDF 2 } }
                                                    ^ info conduit-sl-t-low: Conduit 'up' is to reach less than every zone that it joins, in IAC, UC, SI, TRE and RA (SL-T 1, zones 2 or more), and does not say why, so what passes is protected less on the way than at either end: raise its SL-T, or give the reason with 'because'.
      `,
    'inherited levels, three zones, and the risks that it comes from': `
      system plant
      zone line : cell { sl-t 3  zone one  zone two { sl-t 2 } }
      zone control : control { sl-t { IAC 1 RDF 3 } }
      conduit ring between line.one, line.two and control { sl-t { IAC 1 RDF 1 } from R-1 }
                                                            ^^^^ info conduit-sl-t-low: Conduit 'ring' is to reach less than every zone that it joins, in RDF (SL-T 1, zones 2 or more)
      risk R-1 on line
      `,
    'a zone outside the system, and one without a level, which are not asked': `
      zone control : control { sl-t 2 }
      zone partner : external { sl-t 1 }
      zone hall : cell
      conduit out between control, hall and partner { sl-t 1 }
                                                           ^ info conduit-sl-t-low
      `,
  },
  silent: {
    'a level as high as that of one end, FR by FR': `
      zone control : control { sl-t { 1 2 2 2 2 2 2 } }
      zone filters : cell { sl-t { 2 1 2 2 2 2 2 } }
      conduit up between control and filters { sl-t { 1 1 2 2 2 2 2 } }
      `,
    'one that says why': `
      zone control : control { sl-t 2 }
      zone filters : cell { sl-t 2 }
      conduit up between control and filters { sl-t 1 because "one cable in a locked tray" }
      `,
    'one without a level': `
      zone control : control { sl-t 2 }
      zone filters : cell { sl-t 2 }
      conduit up between control and filters
      `,
    'zones without levels': `
      zone control : control
      zone partner : external { sl-t 2 }
      conduit up between control and partner { sl-t 1 }
      `,
    'an end that means nothing': `
      zone control : control { sl-t 2 }
      conduit up between control and nowhere { sl-t 1 }
                                     ^^^^^^^ error unresolved-reference
      `,
  },
  mends: [
    {
      model: `
        zone control : control { sl-t 2 }
        zone filters : cell { sl-t 3 }
        conduit up between control and filters {
          sl-t { 1 3 1 1 1 1 1 } from R-1
          via fw
        }
        risk R-1 on control
        `,
      fix: 'Raise it to SL-T { 2 3 2 2 2 2 2 }',
      result: `
        zone control : control { sl-t 2 }
        zone filters : cell { sl-t 3 }
        conduit up between control and filters {
          sl-t { 2 3 2 2 2 2 2 } from R-1
          via fw
        }
        risk R-1 on control
        `,
    },
    {
      model: `
        zone control : control { sl-t 2 }
        zone filters : cell { sl-t 2 }
        conduit up between control and filters { sl-t 1 }
        `,
      fix: 'Give the reason',
      result: `
        zone control : control { sl-t 2 }
        zone filters : cell { sl-t 2 }
        conduit up between control and filters { sl-t 1 because "… (why less is enough on the way)" }
        `,
    },
  ],
});
