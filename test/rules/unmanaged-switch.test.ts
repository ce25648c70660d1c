import { unmanagedSwitch } from '../../language-server/core/rules/unmanaged-switch.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unmanagedSwitch, {
  fires: {
    'in a zone that asks for more': `
      zone line : cell {
        sl-t 2
        asset sw-1 : unmanaged-switch
              ^^^^ info unmanaged-switch: Unmanaged switch 'sw-1' carries zone 'line', which is to reach RDF 2, TRE 2 and RA 2, but nobody can part, watch or limit traffic at it, nor see who plugs in: replace it by a managed one, or allow it with what makes up for that.
      }
      `,
    'by an inherited level of one FR, and a type that inherits the flag': `
      --- plant.zones
      zone line : cell {
        sl-t { RDF 1 RA 3 }
        zone rack { asset hub : house-hub }
                          ^^^ info unmanaged-switch: Unmanaged switch 'hub' carries zone 'rack', which is to reach RA 3, but
      }
      --- types.zones
      asset-type house-hub extends unmanaged-switch { }
      `,
    'as the equipment of a conduit, by the level of that': `
      zone one : cell
      zone two : cell
      conduit bus between one and two {
        sl-t 2 { RDF 1, RA 1 }
        asset hub : unmanaged-switch
              ^^^ info unmanaged-switch: Unmanaged switch 'hub' carries conduit 'bus', which is to reach TRE 2, but nobody can part, watch or limit traffic at it, nor see who plugs in: replace it by a managed one, or allow it with what makes up for that.
      }
      `,
  },
  silent: {
    'a managed one': `
      zone line : cell { sl-t 2  asset sw-1 : managed-switch  asset sw-2 : industrial-switch  asset sw-3 : layer-3-switch }
      `,
    'a lower level, or a higher one of another FR': `
      zone line : cell { sl-t { IAC 3 UC 3 SI 3 DC 3 RDF 1 TRE 1 RA 1 }  asset sw-1 : unmanaged-switch }
      zone hall : cell { sl-t 1  asset sw-2 : unmanaged-switch }
      `,
    'no level at all, in a zone and in a conduit between others': `
      zone line : cell { asset sw-1 : unmanaged-switch }
      zone hall : cell { sl-t 3 }
      conduit bus between line and hall { asset hub : unmanaged-switch }
      `,
    'what stands outside the system': 'zone partner : external { sl-t 3  asset sw-1 : unmanaged-switch }',
    'a type that there is not': `
      zone line : cell { sl-t 2  asset sw-1 : dumb-switch }
                                              ^^^^^^^^^^^ error unresolved-reference
      `,
  },
});
