import { wrongClass } from '../../language-server/core/rules/wrong-class.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(wrongClass, {
  fires: {
    'a requirement for another class of component': `
      zone control : control {
        asset scada-1 : scada-server { implements CR 1.1, EDR 3.2 }
                                                          ^^^^^^^ warning wrong-class: EDR 3.2 is a requirement for embedded devices, and 'scada-1' is a host device (SCADA server), so it counts for nothing here: state the requirement of its own class, or correct the asset's type.
      }
      `,
    'a system requirement on an asset': `
      zone control : control {
        asset scada-1 : scada-server { plans SR 1.1 }
                                             ^^^^^^ warning wrong-class: SR 1.1 is a requirement for systems, and 'scada-1' is a component, so it counts for nothing here: state that in the zone, or name the component requirement.
      }
      `,
    'a component requirement on a zone, a conduit and the settings': `
      system plant { implements CR 1.1 }
                                ^^^^^^ warning wrong-class: CR 1.1 is a requirement for components, so it counts for nothing in the settings of the system: state that in the assets that meet it, or name the system requirement.
      zone control : control { excludes CR 1.2, SR 1.2 because "x" }
                                        ^^^^^^ warning wrong-class
      zone dmz : perimeter
      conduit c between control and dmz { implements NDR 1.13 }
                                                     ^^^^^^^^ warning wrong-class
      `,
    'a component requirement that a risk counts on, or a regulation requires': `
      zone control : control { sl-t 1 }
      risk R-1 on control { mitigated-by SR 5.2, CR 1.1 }
                                                 ^^^^^^ warning wrong-class: CR 1.1 is a requirement for components, which no zone or conduit has in place, so it counts for nothing in risk 'R-1': name the system requirement.
      risk R-2 on control { existing EDR 3.2 }
                                     ^^^^^^^ warning wrong-class
      regulation r { requires SR 1.2, CR 1.2  requires CR 2.1 on control }
                                      ^^^^^^ warning wrong-class: CR 1.2 is a requirement for components, of which no zone is asked, so it counts for nothing in regulation 'r': name the system requirement.
                                                       ^^^^^^ warning wrong-class
      `,
    'several of a profile, in the plural': `
      profile hardened { CR 1.1, CR 2.1 }
      zone control : control { implements hardened }
                                          ^^^^^^^^ warning wrong-class: CR 1.1 and CR 2.1 of 'hardened' are requirements for components, so they count for nothing in zone 'control': state that in the assets
      `,
    'through a profile, naming what is wrong in it': `
      profile hardened { CR 1.1, HDR 3.2, EDR 3.2 }
      zone control : control {
        asset scada-1 : scada-server { implements hardened }
                                                  ^^^^^^^^ warning wrong-class
        asset plc-1 : plc { implements hardened }
                                       ^^^^^^^^ warning wrong-class
        asset fw-1 : industrial-firewall { implements CR 1.1 }
      }
      `,
  },
  silent: {
    'a policy, which may support the requirements of components': 'policy p { supports CR 1.1, SR 1.1 }',
    'requirements of the class': `
      zone control : control {
        asset scada-1 : scada-server { implements CR 1.1, HDR 3.2 }
        asset plc-1 : plc { implements CR 1.1, EDR 3.2 }
        asset fw-1 : industrial-firewall { implements NDR 1.13 }
      }
      `,
    'system requirements on a zone': 'zone control : control { implements SR 1.1 }',
    'an inherited class': `
      asset-type line-controller extends plc { }
      zone line : cell { asset ctrl-1 : line-controller { implements EDR 3.2 } }
      `,
    'a type without class, which cannot be judged': `
      asset-type gadget { level 1 }
      zone line : cell { asset gadget-1 : gadget { implements EDR 3.2, HDR 3.2 } }
      `,
    'controls of the user that apply to assets of any class, or to both': `
      catalog acme {
        control ACME-1 { applies asset }
        control ACME-2 { applies zone, asset }
      }
      zone line : cell { implements ACME-2  asset plc-1 : plc { implements ACME-1, ACME-2 } }
      `,
  },
  mends: [
    {
      model: `
        zone control : control {
          asset scada-1 : scada-server {
            implements CR 1.1, EDR 3.2
          }
        }
        `,
      fix: 'Change to HDR 3.2',
      result: `
        zone control : control {
          asset scada-1 : scada-server {
            implements CR 1.1, HDR 3.2
          }
        }
        `,
    },
    {
      model: `
        zone control : control {
          asset scada-1 : scada-server { plans SR 1.1 }
        }
        `,
      fix: 'Change to CR 1.1',
      result: `
        zone control : control {
          asset scada-1 : scada-server { plans CR 1.1 }
        }
        `,
    },
    {
      model: 'zone control : control { implements CR 1.2 }',
      fix: 'Change to SR 1.2',
      result: 'zone control : control { implements SR 1.2 }',
    },
  ],
});
