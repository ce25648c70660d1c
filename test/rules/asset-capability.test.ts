import { assetCapability } from '../../language-server/core/rules/asset-capability.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(assetCapability, {
  fires: {
    'the equipment of a conduit below the SL-T of that': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line {
        sl-t 2
        asset sw-1 : industrial-switch { sl-c { 2 2 2 1 2 2 2 } }
              ^^^^ warning asset-capability: Asset 'sw-1' is capable of less than conduit 'ring' is to reach, in DC (SL-C 1, SL-T 2), so by itself it is a weak point there: compensate for it in the conduit, harden or replace the asset, or ask for less of the conduit.
      }
      `,
    'a stated capability below the SL-T, with each FR': `
      zone control : control {
        sl-t 2 { RDF 3 }
        asset scada-1 : scada-server { sl-c { 2 2 2 1 2 2 2 } }
              ^^^^^^^ warning asset-capability: Asset 'scada-1' is capable of less than zone 'control' is to reach, in DC (SL-C 1, SL-T 2) and RDF (SL-C 2, SL-T 3), so by itself it is a weak point there: compensate for it in the zone, harden or replace the asset, or move it to a zone that asks for less.
      }
      `,
    'the capability of the type, and an inherited SL-T': `
      asset-type line-controller extends plc { sl-c 1 }
      zone line : cell {
        sl-t { IAC 2 }
        zone press { asset ctrl-1 : line-controller  asset ctrl-2 : plc }
                           ^^^^^^ warning asset-capability
      }
      `,
    'FRs that are short of the same level, once': `
      zone line : cell { sl-t 2 { RA 3 }  asset plc-1 : plc { sl-c 1 { DC 2 } } }
                                                ^^^^^ warning asset-capability: Asset 'plc-1' is capable of less than zone 'line' is to reach, in IAC, UC, SI, RDF and TRE (SL-C 1, SL-T 2) and RA (SL-C 1, SL-T 3), so
      `,
    'a capability derived from the requirements that the asset meets': `
      zone line : cell {
        sl-t { TRE 1, DC 1 }
        asset plc-1 : plc { implements CR 6.1 }
              ^^^^^ warning asset-capability
      }
      `,
  },
  silent: {
    'the equipment of a conduit without SL-T': `
      zone scada : control { sl-t 3 }
      zone line : cell { sl-t 3 }
      conduit ring between scada and line { asset sw-1 : industrial-switch { sl-c 1 } }
      `,
    'an asset that is as capable as the zone asks':
      'zone control : control { sl-t 2  asset scada-1 : scada-server { sl-c 2 } }',
    'an asset without any capability known': 'zone control : control { sl-t 4  asset scada-1 : scada-server }',
    'a zone without SL-T': 'zone control : control { asset scada-1 : scada-server { sl-c 0 } }',
    'what the asset states counts, not its type': `
      asset-type line-controller extends plc { sl-c 1 }
      zone line : cell { sl-t 2  asset ctrl-1 : line-controller { sl-c 2 } }
      `,
    'statements that count for nothing, which leave the capability of the type': `
      asset-type strong extends plc { sl-c 2 }
      zone a : control { sl-t 2  asset a1 : strong { implements SR 1.1 } }
      zone b : control { sl-t 2  asset b1 : strong { implements nothing-known } }
                                                                ^^^^^^^^^^^^^ error unresolved-reference
      zone c : control { sl-t 2  asset c1 : strong { implements HDR 2.4 } }
      `,
    'an external zone': 'zone vendor : external { sl-t 2  asset desk : business-workstation { sl-c 0 } }',
    'the SL-T of a conduit': `
      zone a : cell { sl-t 1  asset fw-1 : industrial-firewall { sl-c 1 } }
      zone b : cell { sl-t 1 }
      conduit ab between a and b { sl-t 3  via fw-1 }
      `,
  },
});
