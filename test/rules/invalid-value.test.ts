import { invalidValue } from '../../language-server/core/rules/invalid-value.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(invalidValue, {
  fires: {
    'a protection that neither a protocol nor its carrier has': `
      zone scada : control { asset server : scada-server }
      zone line : cell { asset plc-1 : plc }
      protocol hop { authentication none  encryption none  integrity none }
      conduit link between scada and line {
        flow server -> plc-1 : modbus-tcp with integrity
                                               ^^^^^^^^^ error invalid-value: 'modbus-tcp' offers no integrity, so this flow cannot use it: take it out of 'with', name a protocol that has it, or carry the flow over what protects it.
        flow server -> plc-1 : modbus-tcp over hop with encryption
                                                        ^^^^^^^^^^ error invalid-value: Neither 'modbus-tcp' nor 'hop' offers encryption, so this flow cannot use it: take it out of 'with', or name a protocol that has it.
        flow server -> plc-1 : opc-ua with mutal-authentication
                                           ^^^^^^^^^^^^^^^^^^^^ error invalid-value
      }
      `,
    'a day that a quick fix has left to be chosen': `
      zone dmz {
        sl-t 1
        accepts SR 2.8 until YYYY-MM-DD because "the runtime cannot log"
                             ^^^^^^^^^^ error invalid-value: The day is still to be chosen: write it in the place of 'YYYY-MM-DD', as in 2027-06-30.
      }
      `,
    'a security level that there is not': `
      zone dmz { sl-t 5 }
                      ^ error invalid-value: A security level is a whole number from 0 to 4; 5 is not.
      zone cell { sl-t 2 { RDF 7 } }
                               ^ error invalid-value: A security level is a whole number from 0 to 4; 7 is not.
      `,
    'a text that a quick fix has left to be written': `
      zone dmz : perimeter {
        owner "… (organisation accountable for the zone)"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info invalid-value: 'owner' is still to be written: put it in the place of '… (organisation accountable for the zone)'.
        excludes SR 1.6 because "… (why it does not apply here)"
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error invalid-value: A reason is still to be written: put it in the place of '… (why it does not apply here)'.
      }
      `,
    'a text that says nothing, where one is due': `
      zone dmz : perimeter {
        implements SR 1.1 evidence "" verified on 2026-02-03 by " "
                                   ^^ info invalid-value: Evidence is blank, so it says nothing: write what is meant, or remove it.
                                                                ^^^ info invalid-value: Who verified it is blank
        excludes SR 1.6 because ""
                                ^^ error invalid-value: A reason is blank, so it says nothing: write what is meant, or remove it.
        excludes SR 2.2 because "."
      }
      `,
    'a text for the assets that meet a requirement': `
      zone control : control {
        implements SR 6.2 by "the SOC"
                             ^^^^^^^^^ info invalid-value: Behind 'by' stand the assets that meet it, and "the SOC" is none, so nothing shows what does: name them, or put the text behind 'because'.
        plans SR 1.1 until 2099-01-31 by "OT security"
                                         ^^^^^^^^^^^^^ info invalid-value
        excludes SR 1.6 because "no wireless" by "Plant manager"
        implements SR 1.2 because "the directory does it" verified on 2026-02-03 by "OT security"
      }
      `,
    'rows of a matrix that are no rows of it': `
      risk-matrix m {
        likelihood seldom, often, always
                                  ^^^^^^ error invalid-value: Risk matrix 'm' has rows, but none for 'always': add 'row always' with the value of each impact, or remove all rows.
        impact low, high
        row seldom 1, 2, 3
                         ^ error invalid-value: Row 'seldom' has 3 values for 2 impacts: give one for each, the lowest impact first.
        row often 2
            ^^^^^ error invalid-value: Row 'often' has 1 value for 2 impacts
      }
      risk-matrix n { likelihood seldom  impact low, high  row seldom 0, many }
                                                                      ^ error invalid-value: The value of a cell is a whole number of 1 or more; 0 is not.
                                                                         ^^^^ error invalid-value: The value of a cell is a whole number
      `,
    'days, numbers and names of the record': `
      system plant {
        assessment initial on 2026-02-30 by "Team"
                              ^^^^^^^^^^ error invalid-value: 2026-02-30 is no day of the calendar: give a date that exists, as YYYY-MM-DD.
        revision 3 on soon by "OT" "dosing added"
                      ^^^^ error invalid-value: A date is due here, as YYYY-MM-DD; found soon.
        approval on 2026-02-01 by manager review 0
                                  ^^^^^^^ error invalid-value: Who it was is a text: put manager in quotes.
                                                 ^ error invalid-value: A review in months is a whole number of 1 or more; 0 is not.
      }
      countermeasure lock-3 { until 2026-13-01 }
                                    ^^^^^^^^^^ error invalid-value
      threat-source crime { capability 5 }
                                       ^ error invalid-value: A capability is a whole number from 1 to 4; 5 is not.
      zone dmz { sl-t 0 }
      risk R-1 on dmz { source "Organised crime" }
                               ^^^^^^^^^^^^^^^^^ error invalid-value: 'source' names what is declared with 'threat-source'; what is said in words belongs in 'threat'; "Organised crime" is no name.
      `,
    'a vector of another length than seven': `
      zone dmz { sl-t { 2 2 0 1 } }
                        ^^^^^^^ error invalid-value: A vector has seven levels, in the order IAC UC SI DC RDF TRE RA; this one has 4.
      `,
    'an FR that is given twice': `
      zone dmz { sl-t 2 { RDF 3, RDF 1 } }
                                 ^^^ error invalid-value: RDF has a level already; give each FR once.
      `,
    'words that are left to another which is not named, and another without words': `
      asset-type thin-client "Thin client" extends scada-client { alias "PC"  defers-to "PC" }
                                                                                        ^^^^ error invalid-value: 'defers-to' says first what its words mean before this does: put that name before "PC".
      protocol bus "Bus" extends modbus-tcp { alias "field bus"  defers-to modbus-rtu, profibus-dp, "field bus" }
                                                                           ^^^^^^^^^^ error invalid-value: 'defers-to modbus-rtu' says of no word that it means 'modbus-rtu' first: add the words, as in 'defers-to modbus-rtu, "…"'.
      `,
    'a role that there is not': `
      asset-type gate "Gate" extends firewall { role filters }
                                                     ^^^^^^^ error invalid-value: The role at a boundary is filter, one-way, session, gateway or forward; filters is none of them.
      `,
    'a level outside the Purdue levels': `
      zone dmz : perimeter level 6 { sl-t 1 }
                                 ^ error invalid-value: A Purdue level is a number from 0 to 5; 6 is not.
      `,
    'a date in another form or order': `
      zone dmz { sl-t 1
        plans SR 1.1 until 2027-6-3
                           ^^^^^^^^ error invalid-value: '2027-6-3' is no date as it is written here: year, month and day, as in 2027-06-03.
        plans SR 1.2 until 30-06-2027
                           ^^^^^^^^^^ error invalid-value: '30-06-2027' is no date as it is written here: year, month and day, as in 2027-06-30.
        plans SR 1.3 until 27-06-30
                           ^^^^^^^^ error invalid-value: A date is due here, as YYYY-MM-DD; found 27-06-30.
      }
      `,
    'a day that the calendar does not have': `
      zone dmz { sl-t 1  plans SR 1.1 until 2027-02-30 }
                                            ^^^^^^^^^^ error invalid-value: 2027-02-30 is no day of the calendar: give a date that exists, as YYYY-MM-DD.
      `,
    'a word out of a set': `
      zone dmz { sl-t 1  criticality enormous  safety maybe }
                                     ^^^^^^^^ error invalid-value: A criticality is low, medium, high or critical; enormous is none of them.
                                                      ^^^^^ error invalid-value: 'safety' is yes or no; maybe is none of them.
      `,
    'a port above 65535': `
      zone dmz { sl-t 1
        asset a : plc
        asset b : plc
        flow a -> b : https port 70000
                                 ^^^^^ error invalid-value: A port is a whole number from 0 to 65535; 70000 is not.
      }
      `,
    'a count of none': `
      zone cell { sl-t 1  asset plc-1 : plc { count 0 } }
                                                    ^ error invalid-value: A count is a whole number of 1 or more; 0 is not.
      `,
    'a name where a text is due': `
      zone dmz { sl-t 1  owner operations }
                               ^^^^^^^^^^ error invalid-value: 'owner' is a text: put operations in quotes.
      `,
    'a list where one value is due': `
      zone cell { sl-t 1  level 0     criticality low, high  safety no, yes
                                                       ^^^^ error invalid-value: 'criticality' is one value: keep low or high, not both; the first counts.
                                                                        ^^^ error invalid-value: 'safety' is one value: keep no or yes, not both; the first counts.
        owner "OT", "IT"
                    ^^^^ error invalid-value: 'owner' is one text: join "IT" with "OT", or remove it.
        asset plc-1 : plc { count 2, 30  vendor "Acme", "Apex", "Ajax" }
                                     ^^ error invalid-value: 'count' is one value: keep 2 or 30, not both; the first counts.
                                                        ^^^^^^ error invalid-value: 'vendor' is one text: join "Apex" with "Acme", or remove it.
        plans SR 1.1 until 2027-06-30, 2027-12-31
                                       ^^^^^^^^^^ error invalid-value: 'until' is one value: keep 2027-06-30 or 2027-12-31, not both; the first counts.
        plans SR 1.2 until 2027-06-30, SR 1.3
                                       ^^^^^^ error invalid-value: SR 1.3 stands behind 'until', which takes one value: name it before 'until', or in a statement of its own.
        excludes SR 1.6 because "no wireless", "no radio"
                                               ^^^^^^^^^^ error invalid-value: 'because' is one text: join "no radio" with "no wireless", or remove it.
      }
      asset-type my-plc extends plc { class embedded-device, host-device }
                                                             ^^^^^^^^^^^ error invalid-value: 'class' is one value: keep embedded-device or host-device, not both; the first counts.
      protocol mine { authentication none, optional }
                                           ^^^^^^^^ error invalid-value: 'authentication' is one value: keep none or optional, not both; the first counts.
      `,
  },
  silent: {
    'what a protocol offers or always has, what its carrier has, and what nobody knows of': `
      zone scada : control { asset server : scada-server }
      zone line : cell { asset plc-1 : plc }
      protocol house-bus { authentication optional }
      conduit link between scada and line {
        flow server -> plc-1 : opc-ua with authentication, integrity, encryption { data "set points" }
        flow server -> plc-1 : modbus-tcp over ipsec with integrity, encryption
        flow server -> plc-1 : https with encryption
        flow server -> plc-1 : house-bus with authentication, integrity
        flow server -> plc-1 with encryption
      }
      `,
    'the ends of each range': `
      zone a level 0 { sl-t 0  asset plc-1 : plc { count 1 } }
      zone b level 5 { sl-t 4  criticality critical  safety yes }
      zone c level 3.5 { sl-t { 0 1 2 3 4 0 1 } }
      `,
    'a list where one is due': `
      system plant { baseline iec62443-3-3, site-protection }
      zone dmz { sl-t 1
        network "10.0.0.0/24", "10.0.1.0/24"
        policy "A", "B"
        assumption "C", "D"
        asset plc-1 : plc { address "10.0.0.1", "10.0.0.2" }
      }
      asset-type my-plc extends plc { level 0, 1  range 0, 2  kind control, cell  flags boundary, wireless }
      `,
    'a leap day': 'zone dmz { sl-t 1  plans SR 1.1 until 2028-02-29 }',
    'the last port': 'zone a { sl-t 1  asset x : plc  asset y : plc  flow x -> y : https port 65535 }',
  },
  mends: [
    {
      model: 'zone dmz { sl-t 1  criticality low, high }',
      fix: 'Keep low',
      result: 'zone dmz { sl-t 1  criticality low }',
    },
    {
      model: 'zone dmz { sl-t 1  owner "OT", "IT" }',
      fix: 'Join the texts',
      result: 'zone dmz { sl-t 1  owner "OT, IT" }',
    },
    {
      model: 'zone dmz { sl-t 1  level 3,5 }',
      fix: 'Change to 3.5',
      result: 'zone dmz { sl-t 1  level 3.5 }',
    },
    { model: 'zone dmz { sl-t 5 }', fix: 'Change to 4', result: 'zone dmz { sl-t 4 }' },
    {
      model: 'zone dmz { sl-t 1  plans SR 1.1 until 2027-02-30 }',
      fix: 'Change to 2027-02-28',
      result: 'zone dmz { sl-t 1  plans SR 1.1 until 2027-02-28 }',
    },
    {
      model: 'zone dmz { sl-t 1  plans SR 1.1 until 2027-6-3 }',
      fix: 'Change to 2027-06-03',
      result: 'zone dmz { sl-t 1  plans SR 1.1 until 2027-06-03 }',
    },
    {
      model: 'zone dmz { sl-t 1  criticality hgh }',
      fix: "Change to 'high'",
      result: 'zone dmz { sl-t 1  criticality high }',
    },
  ],
});
