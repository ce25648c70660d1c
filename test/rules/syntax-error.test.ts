import { syntaxError } from '../../language-server/core/rules/syntax-error.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(syntaxError, {
  fires: {
    'a word that no block takes': `
      system plant
      zone dmz {
        sl-t 1
        firewall fw-1
        ^^^^^^^^ error syntax-error: A zone has no property 'firewall'. It takes assumption, boundary, criticality, description, level, network, owner, policy, safety, separated-from or sl-t.
      }
      `,
    'a property that is misspelt': `
      zone dmz {
        sl-t 1
        ownr "Site operations"
        ^^^^ error syntax-error: A zone has no property 'ownr'; did you mean 'owner'?
      }
      `,
    'a property of something else': `
      zone dmz { sl-t 1  mitigated-by SR 1.1 }
                         ^^^^^^^^^^^^ error syntax-error: A zone has no property 'mitigated-by'. It takes assumption, boundary, criticality, description, level, network, owner, policy, safety, separated-from or sl-t.
      `,
    'what differs between the assets of a type, in the type': `
      asset-type house-plc extends plc { vendor "Acme"  version "9.2" }
                                                        ^^^^^^^ error syntax-error: An asset type has no property 'version', which differs from one asset to the next: write it in the braces of each asset of this type.
      `,
    'properties on the line of an asset, zone or conduit without braces, which could be of either': `
      zone dmz {
        sl-t 1
        asset plc-1 : plc owner "Site operations" criticality high
                          ^^^^^ error syntax-error: The members of asset 'plc-1' stand in braces: put '{' before 'owner' and '}' after the last of them.
        zone rack : cell level 1 boundary physical "Cabinet 3"
                                 ^^^^^^^^ error syntax-error: The members of zone 'rack' stand in braces: put '{' before 'boundary'
        conduit bus between dmz and rack sl-t 1
                                         ^^^^ error syntax-error: The members of conduit 'bus' stand in braces: put '{' before 'sl-t'
      }
      `,
    'a statement without the clause that it needs': `
      zone dmz {
        sl-t 1
        excludes SR 1.6
        ^^^^^^^^ error syntax-error: 'excludes' needs 'because': an assessor will ask for the reason. Add because "…".
        accepts SR 2.8 because "the runtime cannot log"
        ^^^^^^^ error syntax-error: 'accepts' needs 'until': an acceptance without an end is never reviewed. Add until 2027-06-30.
        allow missing-focus
              ^^^^^^^^^^^^^ error syntax-error: 'allow' needs 'because': an assessor will ask for the reason. Add because "…".
      }
      `,
    'a clause that the statement does not take': `
      zone dmz { sl-t 1  excludes SR 1.6 with SR 5.2 because "no wireless" }
                                         ^^^^ error syntax-error: 'excludes' takes no 'with'.
      `,
    'a text that is not closed': `
      zone dmz "Industrial DMZ {
               ^^^^^^^^^^^^^^^^^ error syntax-error: This text is not closed: put " at its end.
        sl-t 1
      }
      `,
    'an asset without a type': `
      zone dmz { sl-t 1  asset fw-1 }
                               ^^^^ error syntax-error: The asset 'fw-1' has no type: write it after a colon, as in 'asset fw-1 : plc'. The type says what the rules ask of it.
      `,
    'a second header': `
      system plant
      zone dmz { sl-t 1 }
      system plant "A plant"
             ^^^^^ error syntax-error: 'system' stands once, before all other declarations of a file: remove this one, or move what follows to a file of its own.
      `,
    'a colon, an arrow and a comma that are missing': `
      zone a perimeter
             ^^^^^^^^^ error syntax-error: The kind of zone 'a' stands after a colon: write ': perimeter'.
      zone dmz : perimeter {
        implements SR 1.1 SR 1.3
                          ^^^^^^ error syntax-error: Commas stand between the entries of a list: put one between 'SR 1.1' and 'SR 1.3'.
        asset x : plc
        flow x to x : https
               ^^ error syntax-error: An arrow stands between the two ends of a flow: '->' from who opens the connection, '<->' for either.
      }
      `,
    'one declaration only: the others are read all the same': `
      zone a { sl-t 1  asset }
                             ^ error syntax-error: Expected a name after 'asset'; found '}'.
      zone b : perimetr { sl-t 1 }
               ^^^^^^^^ error unresolved-reference: There is no kind of zone 'perimetr' in five-zones (enterprise, perimeter, control, cell, process, external); did you mean 'perimeter'?
      `,
  },
  silent: {
    'properties of a zone on a line of their own, on that of an asset with braces, and such as no asset has': `
      zone dmz {
        asset plc-1 : plc
        owner "Site operations"
        asset plc-2 : plc { vendor "Acme" } criticality high
        asset plc-3 : plc sl-t 1 network "10.0.0.0/24"
        zone rack implements SR 1.1 asset plc-4 : plc
      }
      `,
    'a keyword as a name': 'zone zone : control { sl-t 0  asset flow : plc  asset owner : plc }',
    'members on one line, clauses in another order': `
      zone dmz { sl-t 1  accepts SR 2.8 because "the runtime cannot log" until 2027-06-30 }
      `,
    'comments and an empty file': '// Nothing yet.\n/* Nor here. */',
  },
  mends: [
    {
      model: `
        zone dmz {
          sl-t 1
          accepts SR 2.8 because "the runtime cannot log"
        }
        risk R-1 on dmz { accepted because "until the spare arrives" by "Plant manager" }
        `,
      fix: 'Add until YYYY-MM-DD',
      result: `
        zone dmz {
          sl-t 1
          accepts SR 2.8 until YYYY-MM-DD because "the runtime cannot log"
        }
        risk R-1 on dmz { accepted because "until the spare arrives" by "Plant manager" }
        `,
    },
    {
      model: 'zone dmz { sl-t 1  accepts SR 2.8 until 2027-01-31 }',
      fix: 'Add because "…"',
      result: 'zone dmz { sl-t 1  accepts SR 2.8 until 2027-01-31 because "…" }',
    },
    {
      model: 'risk R-1 { accepted because "until the spare arrives" }',
      fix: 'Add until YYYY-MM-DD',
      result: 'risk R-1 { accepted until YYYY-MM-DD because "until the spare arrives" }',
    },
    {
      model: `
        zone dmz {
          sl-t 1
          asset plc-1 : plc owner "Site operations" criticality high
          asset plc-2 : plc
        }
        `,
      fix: 'Put braces around them',
      result: `
        zone dmz {
          sl-t 1
          asset plc-1 : plc { owner "Site operations" criticality high }
          asset plc-2 : plc
        }
        `,
    },
    {
      model: 'zone dmz "Industrial DMZ" perimeter { sl-t 1 }',
      fix: "Add ':'",
      result: 'zone dmz "Industrial DMZ" : perimeter { sl-t 1 }',
    },
    {
      model: 'zone dmz { sl-t 1  asset fw-1 : firewall address "10.0.0.1" }',
      fix: 'Put braces around them',
      result: 'zone dmz { sl-t 1  asset fw-1 : firewall { address "10.0.0.1" } }',
    },
    {
      model: 'zone dmz { sl-t 1  ownr "Site operations" }',
      fix: "Change to 'owner'",
      result: 'zone dmz { sl-t 1  owner "Site operations" }',
    },
  ],
  incomplete: {
    'Add until': 'The day is for the author to choose; until then what stands in its place is an error.',
    'Add because': 'The reason is for the author to give; until then what stands in its place is an error.',
  },
});
