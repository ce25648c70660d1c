import { unresolvedReference } from '../../language-server/core/rules/unresolved-reference.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unresolvedReference, {
  fires: {
    'what the equipment of a conduit names, told of that': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line {
        asset sw-1 : no-such-switch { allow unresolved-reference because "type follows" }
        asset sw-2 : no-such-switch
                     ^^^^^^^^^^^^^^ error unresolved-reference
      }
      `,
    'names of another system, in a file that has lost its header': `
      --- a.zones
      system riverside
      zone control : control { sl-t 0 }
      zone dmz : perimeter { sl-t 0 }
      --- b.zones
      conduit c between control and dmz
                        ^^^^^^^ error unresolved-reference: There is no zone 'control' in system 'plant', but system 'riverside' has a zone of that name: begin this file with 'system riverside' if it belongs to that, or write 'riverside.control'.
                                    ^^^ error unresolved-reference: There is no zone 'dmz' in system 'plant', but system 'riverside' has a zone of that name: …
      `,
    'a name of another system, in a file of a system': `
      --- a.zones
      system riverside
      zone dmz : perimeter { sl-t 0 }
      --- b.zones
      system hillside
      zone control : control { sl-t 0 }
      conduit c between control and dmz
                                    ^^^ error unresolved-reference: There is no zone 'dmz' in system 'hillside', but system 'riverside' has a zone of that name: …
      `,
    'names of the record that nothing declares, those of other files among what may be meant': `
      --- record.zones
      policy OT-POL-7 "Removable media"
      countermeasure lock-3 "Locked cabinet"
      threat-source crime "Organised crime"
      --- zones.zones
      zone dmz { sl-t 0
        policy OT-POL-8
               ^^^^^^^^ error unresolved-reference: There is no policy 'OT-POL-8'; did you mean 'OT-POL-7'?
        policy house-rules
               ^^^^^^^^^^^ error unresolved-reference: There is no policy 'house-rules'. Declare it with 'policy', or put it in quotes if it is a text.
        compensates SR 1.1 with lock-4 because "x"
                                ^^^^^^ error unresolved-reference: There is no control, profile or countermeasure 'lock-4'; did you mean 'lock-3'?
      }
      risk R-1 on dmz { source crimes  existing nothing-such }
                               ^^^^^^ error unresolved-reference: There is no threat source 'crimes'; did you mean 'crime'?
                                                ^^^^^^^^^^^^ error unresolved-reference: There is no control, profile or countermeasure 'nothing-such'. Name a requirement such as SR 1.1, or declare a profile or countermeasure.
      `,
    'a zone, a requirement and a likelihood that a declaration of the record names': `
      essential-function supply on control
                                   ^^^^^^^ error unresolved-reference: There is no zone 'control'
      regulation law { requires SR 1.99 on dmz }
                                ^^^^^^^ error unresolved-reference: There is no requirement 'SR 1.99'…
                                           ^^^ error unresolved-reference: There is no zone 'dmz'
      policy OT-7 { supports SR 2.99 }
                             ^^^^^^^ error unresolved-reference
      risk-matrix m { likelihood seldom, often  impact low, high  row seldm 1, 2  row often 2, 4 }
                                                                      ^^^^^ error unresolved-reference: There is no likelihood 'seldm'; did you mean 'seldom'?
      `,
    'a risk that an SL-T comes from': `
      zone dmz { sl-t 2 from R-1, R-2 because "x"  sl-c 1 }
                             ^^^ error unresolved-reference: There is no risk 'R-1'. Declare it, or name one that exists.
                                                   ^^^^ error syntax-error
      risk R-2 on dmz
      `,
    'a kind that only the model of the library has, which another of its name hides': `
      reference-model five-zones "Ours" { kind cell rank 1  kind control rank 2  adjacent cell control }
      zone x : enterprise
               ^^^^^^^^^^ error unresolved-reference: There is no kind of zone 'enterprise' in five-zones: use one of its kinds (cell, control, external).
      `,
    'a revision that is approved and not written': `
      system plant {
        revision 3 on 2026-01-15 by "OT" "dosing added"
        approval on 2026-01-31 by "Plant manager" of revision 4
                                                              ^ error unresolved-reference: There is no revision '4'. Write it with 'revision', or name one that is written here.
      }
      `,
    'a misspelt name, with what may be meant': `
      zone dmz : perimetr { sl-t 0  asset fw-1 : firewal }
                 ^^^^^^^^ error unresolved-reference: There is no kind of zone 'perimetr' in five-zones (enterprise, perimeter, control, cell, process, external); did you mean 'perimeter'?
                                                 ^^^^^^^ error unresolved-reference: There is no asset type 'firewal'; did you mean 'firewall'?
      `,
    'a type by what people call it: in capitals, by an alias, a title, a word of them': `
      zone a : control { sl-t 0
        asset a1 : HMI
                   ^^^ error unresolved-reference: There is no asset type 'HMI'; did you mean 'hmi-panel'?
        asset a2 : PLC-3
                   ^^^^^ error unresolved-reference: There is no asset type 'PLC-3'; did you mean 'plc'?
        asset a3 : programmable-logic-controller
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unresolved-reference: There is no asset type 'programmable-logic-controller'; did you mean 'plc'?
        asset a4 : PC
                   ^^ error unresolved-reference: There is no asset type 'PC'; did you mean 'business-workstation', 'operator-workstation' or 'industrial-pc'?
        asset a5 : erp-server
                   ^^^^^^^^^^ error unresolved-reference: There is no asset type 'erp-server'; did you mean 'erp'?
        asset a6 : eng-station
                   ^^^^^^^^^^^ error unresolved-reference: There is no asset type 'eng-station'; did you mean 'engineering-workstation' or 'safety-engineering-workstation'?
        asset a7 : server
                   ^^^^^^ error unresolved-reference: There is no asset type 'server'; did you mean 'application-server', 'scada-server' or 'database-server'?
        flow a1 -> a3 : ModbusTCP
                        ^^^^^^^^^ error unresolved-reference: There is no protocol 'ModbusTCP'; did you mean 'modbus-tcp'?
        flow a1 -> A3 : modbus-tcp
                   ^^ error unresolved-reference: There is no asset or zone 'A3'; did you mean 'a3'?
        implements account-management
                   ^^^^^^^^^^^^^^^^^^ error unresolved-reference: There is no control or profile 'account-management'; did you mean 'SR 1.3'?
      }
      `,
    'a kind by its title, or as another model has it': `
      zone a : control-zone { sl-t 0 }
               ^^^^^^^^^^^^ error unresolved-reference: There is no kind of zone 'control-zone' in five-zones (enterprise, perimeter, control, cell, process, external); did you mean 'control'?
      zone b : DMZ { sl-t 0 }
               ^^^ error unresolved-reference: There is no kind of zone 'DMZ' in five-zones (enterprise, perimeter, control, cell, process, external); did you mean 'perimeter'?
      zone c : office { sl-t 0 }
               ^^^^^^ error unresolved-reference: There is no kind of zone 'office' in five-zones: use one of its kinds (enterprise, perimeter, control, cell, process, external).
      `,
    'a name that resembles nothing': `
      zone dmz : perimeter { sl-t 0  asset fw-1 : quux }
                                                  ^^^^ error unresolved-reference: There is no asset type 'quux'. Use a type of the library, or declare it with 'asset-type'.
      `,
    'a name of one letter, which any other is near to': `
      zone a : cell { sl-t 0  asset b : plc  flow c -> b : modbus-tcp }
                                                  ^ error unresolved-reference: There is no asset or zone 'c'. Declare it, or name one that exists.
      `,
    'each sort of name': `
      system plant {
        reference-model six-zones
                        ^^^^^^^^^ error unresolved-reference: There is no reference model 'six-zones'; did you mean 'five-zones'?
        baseline nist
                 ^^^^ error unresolved-reference: There is no catalogue 'nist'. The library has iec62443-3-3, iec62443-4-2 and site-protection.
        implements windows-hardening
                   ^^^^^^^^^^^^^^^^^ error unresolved-reference: There is no control or profile 'windows-hardening'. Name a requirement such as SR 1.1, or declare a profile.
        rule no-such-rule off "x"
             ^^^^^^^^^^^^ error unresolved-reference: There is no rule 'no-such-rule'. Use the code that the finding shows.
      }
      zone a : perimeter { sl-t 0
        asset x : firewall
        flow x -> yonder : httqs
                  ^^^^^^ error unresolved-reference: There is no asset or zone 'yonder'. Declare it, or name one that exists.
                           ^^^^^ error unresolved-reference: There is no protocol 'httqs'; did you mean 'https'?
        implements SR 1.1 by nobody
                             ^^^^^^ error unresolved-reference: There is no asset 'nobody'. Declare it in its zone, or name one that exists.
        allow no-such-rule because "x"
              ^^^^^^^^^^^^ error unresolved-reference: There is no rule 'no-such-rule'. Use the code that the finding shows.
      }
      conduit ab between a and nowhere { via nothing }
                               ^^^^^^^ error unresolved-reference: There is no zone 'nowhere'. Declare it, or name one that exists.
                                             ^^^^^^^ error unresolved-reference: There is no asset 'nothing'. Declare it in its zone, or name one that exists.
      risk r on everything { likelihood often  impact huge }
                ^^^^^^^^^^ error unresolved-reference: There is no zone or conduit 'everything'. Declare it, or name one that exists.
                                        ^^^^^ error unresolved-reference: There is no likelihood 'often'. Use a likelihood of the risk matrix.
                                                      ^^^^ error unresolved-reference: There is no impact 'huge'. Use an impact of the risk matrix.
      `,
    'a name of another sort of element': `
      zone a { sl-t 0  asset x : firewall }
      zone b { sl-t 0 }
      conduit ab between a and x
                               ^ error unresolved-reference: 'x' is an asset, and a zone is due here: name one of those.
      `,
    'a kind of another reference model': `
      zone a : basic-control { sl-t 0 }
               ^^^^^^^^^^^^^ error unresolved-reference: 'basic-control' is a kind of purdue, and this system uses five-zones: use one of its kinds (enterprise, perimeter, control, cell, process, external), or set 'reference-model purdue'.
      `,
    'a requirement that only points to others': `
      zone a { sl-t 0  asset x : plc { implements CR 3.2 } }
                                                  ^^^^^^ error unresolved-reference: CR 3.2 only points to SAR 3.2, EDR 3.2, HDR 3.2 and NDR 3.2: name the one for the class of the component.
      `,
    'a number that the standard leaves out': `
      zone a { sl-t 0  asset x : plc { implements CR 2.3 } }
                                                  ^^^^^^ error unresolved-reference: The catalogue has no requirement CR 2.3 (no component requirement): take it out, or name another.
      `,
    'a requirement that there is not: which there are, and no guess, which would claim what nobody said': `
      zone a { sl-t 0
        implements SR 1.99
                   ^^^^^^^ error unresolved-reference: There is no requirement 'SR 1.99': those of SR 1 are SR 1.1 to SR 1.13.
        implements SR 1.1 RE(9)
                   ^^^^^^^^^^^^ error unresolved-reference: There is no requirement 'SR 1.1 RE(9)': SR 1.1 has RE(1), RE(2) and RE(3).
        implements SR 2.3 RE(7)
                   ^^^^^^^^^^^^ error unresolved-reference: There is no requirement 'SR 2.3 RE(7)': SR 2.3 has RE(1).
        implements SR 7.4 RE(1)
                   ^^^^^^^^^^^^ error unresolved-reference: There is no requirement 'SR 7.4 RE(1)': SR 7.4 has no enhancement.
        implements SR 99.1
                   ^^^^^^^ error unresolved-reference: There is no control or profile 'SR 99.1'. Name a requirement such as SR 1.1, or declare a profile.
        implements ACME-3, authentication
                   ^^^^^^ error unresolved-reference: There is no control or profile 'ACME-3'. Name a requirement such as SR 1.1, or declare a profile.
                           ^^^^^^^^^^^^^^ error unresolved-reference: There is no control or profile 'authentication'. Name a requirement such as SR 1.1, or declare a profile.
      }
      catalog acme { control ACME-1 "Kiosk"  control ACME-2 "Kiosk" }
      `,
    'many requirements by one word': `
      zone a { sl-t 0  implements all  plans IAC, FR3
                                  ^^^ error unresolved-reference: A statement names each requirement, and 'all' is none: list those that are meant, with commas, or list them in a profile and name that.
                                             ^^^ error unresolved-reference: A statement names each requirement, and 'IAC' is none: …
                                                  ^^^ error unresolved-reference: A statement names each requirement, and 'FR3' is none: …
      }
      `,
    'an element of another system without its name': `
      --- one.zones
      system one
      zone a { sl-t 0 }
      --- two.zones
      system two
      zone b { sl-t 0 }
      conduit ab between a and b
                         ^ error unresolved-reference: There is no zone 'a' in system 'two', but system 'one' has a zone of that name: …
      `,
    'a zone that one is separated from': `
      zone a { sl-t 0  separated-from dnz, plc }
                                      ^^^ error unresolved-reference: There is no zone 'dnz'. Declare it, or name one that exists.
                                           ^^^ error unresolved-reference: 'plc' is an asset, and a zone is due here: name one of those.
      zone dmz { sl-t 0  asset plc : plc }
      `,
  },
  silent: {
    'names of the record': `
      system plant {
        revision 3 on 2026-01-15 by "OT" "dosing added"
        revision "4b" on 2026-02-15 by "OT" "more"
        approval on 2026-01-31 by "Plant manager" of revision 3
        approval on 2026-02-28 by "Plant manager" of revision "4b"
      }
      policy OT-7 "Removable media"
      countermeasure lock-3 "Locked cabinet"
      threat-source crime "Organised crime"
      zone dmz { sl-t 0  policy OT-7, "a text"  compensates SR 1.1 with lock-3 because "x" }
      risk R-1 on dmz { source crime  existing lock-3  mitigated-by lock-3 }
        `,
    'the zones that one is separated from': `
      --- one.zones
      zone a { sl-t 0  separated-from a.b, dmz, two.dmz  zone b }
      zone dmz { sl-t 0 }
      --- two.zones
      system two
      zone dmz { sl-t 0 }
      `,
    'the equipment of a conduit, in it, in the zones that it joins and by its path': `
      zone scada : control { flow ring.sw-1 -> ring.sw-1  allow undeclared-conduit because "an example" }
      zone line : cell { implements SR 5.2 by sw-1 }
      zone hall : cell { implements SR 5.2 by ring.sw-1 }
      conduit ring between scada, line and hall {
        via sw-1
        asset sw-1 : managed-switch { runs-on sw-2 }
        asset sw-2 : managed-switch
        implements SR 5.2 by sw-1, sw-2
      }
      `,
    'names of the library, of the own system and of another': `
      --- one.zones
      system one
      zone a : perimeter { sl-t 0  asset x : firewall }
      --- two.zones
      system two
      zone b : perimeter { sl-t 0  zone c { asset y : firewall } }
      conduit ab between one.a and b { via y  flow x -> y : https }
      `,
    'a name that a text with syntax errors seems to declare': `
      zone a { sl-t 0 }
      zone c { asset }
                     ^ error syntax-error
      conduit ab between a and c
      `,
    'a profile that is called as all requirements are': 'profile all { SR 1.1 }\nzone a { sl-t 0  implements all }',
    'a requirement written with other spaces': 'zone a { sl-t 0  implements SR  1.1,SR 1.1  RE(1) }',
  },
  mends: [
    {
      model: 'zone dmz { sl-t 0  policy house-rules }',
      fix: 'Put house-rules in quotes',
      result: 'zone dmz { sl-t 0  policy "house-rules" }',
    },
    {
      model: 'zone dmz { sl-t 0  policy house-rules }',
      fix: "Declare policy 'house-rules'",
      result: 'zone dmz { sl-t 0  policy house-rules }\n\npolicy house-rules',
    },
    {
      model: 'zone dmz : dmz { sl-t 0 }',
      fix: "Change to 'perimeter'",
      result: 'zone dmz : perimeter { sl-t 0 }',
    },
    {
      model: 'zone yard : office { sl-t 0 }',
      fix: "Change to 'enterprise'",
      result: 'zone yard : enterprise { sl-t 0 }',
    },
    {
      model: `
        zone a {
          sl-t 0
          asset x : PC
        }

        zone b { sl-t 0 }
      `,
      fix: "Declare asset-type 'PC'",
      result: `
        zone a {
          sl-t 0
          asset x : PC
        }

        asset-type PC

        zone b { sl-t 0 }
      `,
    },
    {
      model: `
        conduit ab between a and b { flow a -> b : quux }
        zone a { sl-t 0 }
        zone b { sl-t 0 }
      `,
      fix: "Declare protocol 'quux'",
      result: `
        conduit ab between a and b { flow a -> b : quux }

        protocol quux
        zone a { sl-t 0 }
        zone b { sl-t 0 }
      `,
    },
    {
      model: `
        --- a.zones
        system riverside
        zone control : control { sl-t 0 }
        zone dmz : perimeter { sl-t 0 }
        --- b.zones
        conduit c between control and dmz`,
      fix: "Begin the file with 'system riverside'",
      result: `
        --- a.zones
        system riverside
        zone control : control { sl-t 0 }
        zone dmz : perimeter { sl-t 0 }
        --- b.zones
        system riverside

        conduit c between control and dmz`,
    },
    {
      model: `
        --- a.zones
        system riverside
        zone dmz : perimeter { sl-t 0 }
        --- b.zones
        system hillside
        zone control : control { sl-t 0 }
        conduit c between control and dmz`,
      fix: "Change to 'riverside.dmz'",
      result: `
        --- a.zones
        system riverside
        zone dmz : perimeter { sl-t 0 }
        --- b.zones
        system hillside
        zone control : control { sl-t 0 }
        conduit c between control and riverside.dmz`,
    },
    {
      model: 'zone dmz : perimetr { sl-t 0 }',
      fix: "Change to 'perimeter'",
      result: 'zone dmz : perimeter { sl-t 0 }',
    },
  ],
});
