import { describe, expect, it } from 'vitest';
import { dedent, expectFindings } from '../support/fixture.ts';
import { read } from '../support/reading.ts';

/** Each fault, drawn under it, and all that was read around it. */
const faults: readonly { what: string; text: string; reads: string }[] = [
  {
    what: 'an asset that is only begun',
    text: `
      zone a : external {
        asset
        ^^^^^ error syntax-error: Expected a name after 'asset'; the line ends here.
        asset x : plc
        flow x -> y : https
        asset y : plc
      }
      zone b : external`,
    reads: 'zones a b, assets x y, flows 1',
  },
  {
    what: 'an asset whose type is missing',
    text: `
      zone a : external {
        asset x :
                ^ error syntax-error: Expected a name after ':'; the line ends here.
        asset y : plc
      }`,
    reads: 'zones a, assets x y, flows 0',
  },
  {
    what: 'an asset with a block that is not closed',
    text: `
      zone a : external {
        asset x : plc {
        asset y : plc
        ^^^^^ error syntax-error: Expected a property or a statement of the asset, or '}' after '{'; found 'asset'.
        asset z : plc
      }
      zone b : external`,
    reads: 'zones a b, assets x y z, flows 0',
  },
  {
    what: 'an asset whose type is missing above a property, a level and a boundary',
    text: `
      zone a : external {
        asset x :
                ^ error syntax-error: Expected a name after ':'; the line ends here.
        network "10.0.0.0/24"
        flow x ->
               ^^ error syntax-error: Expected a name after '->'; the line ends here.
        level 2
        asset y :
                ^ error syntax-error: Expected a name after ':'; the line ends here.
        boundary logical "North firewall"
        asset z : plc
      }`,
    reads: 'zones a, assets x y z, flows 0',
  },
  {
    what: 'properties without their values, one above the other',
    text: `
      zone a : external {
        criticality
        ^^^^^^^^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'criticality'; the line ends here.
        owner "OT"
        asset x : plc {
          vendor
          ^^^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'vendor'; the line ends here.
          address "10.0.0.5"
        }
        implements SR 1.1 by
                          ^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'by'; the line ends here.
        safety no
        implements SR 1.1,
                         ^ error syntax-error: Expected a requirement such as SR 1.1, or a profile after ','; the line ends here.
        level 2
      }`,
    reads: 'zones a, assets x, flows 0',
  },
  {
    what: 'lines of a risk, a type, a protocol and a matrix that are only begun',
    text: `
      zone a : external
      risk r on a {
        threat
        ^^^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'threat'; the line ends here.
        likelihood likely
        mitigated-by SR 1.1,
                           ^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after ','; the line ends here.
        impact major
      }
      asset-type t {
        class
        ^^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'class'; the line ends here.
        level 1
        kind
        ^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'kind'; the line ends here.
        flags boundary
      }
      protocol q {
        secured-by
        ^^^^^^^^^^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'secured-by'; the line ends here.
        port tcp 502
      }
      risk-matrix m {
        likelihood remote,
                         ^ error syntax-error: Expected a name after ','; the line ends here.
        impact minor
        tolerable 1
      }`,
    reads: 'zones a, assets , flows 0',
  },
  {
    what: 'a property without its value',
    text: `
      zone a : external {
        asset x : plc { vendor }
                               ^ error syntax-error: Expected a value (a text in quotes, a number, a date or a name) after 'vendor'; found '}'.
        asset y : plc
      }`,
    reads: 'zones a, assets x y, flows 0',
  },
  {
    what: 'a flow without its target',
    text: `
      zone a : external {
        asset x : plc
        flow x ->
               ^^ error syntax-error: Expected a name after '->'; the line ends here.
        asset y : plc
        flow y -> x : https
      }`,
    reads: 'zones a, assets x y, flows 1',
  },
  {
    what: 'a statement that ends in a comma',
    text: `
      zone a : external {
        implements SR 1.1,
                         ^ error syntax-error: Expected a requirement such as SR 1.1, or a profile after ','; the line ends here.
        asset x : plc
      }`,
    reads: 'zones a, assets x, flows 0',
  },
  {
    what: 'two faults in one zone',
    text: `
      zone a : external {
        implements
        ^^^^^^^^^^ error syntax-error: Expected a requirement such as SR 1.1, or a profile after 'implements'; the line ends here.
        zone b {
          asset x plc
                  ^^^ error syntax-error: The type of asset 'x' stands after a colon: write ': plc'.
          asset y : plc
        }
      }`,
    reads: 'zones a a.b, assets x y, flows 0',
  },
  {
    what: 'security levels that are none',
    text: `
      zone a : external {
        sl-t high
             ^^^^ error syntax-error: A security level is a number from 0 to 4, as in 'sl-t 2'; high is none.
        asset x : plc
      }
      zone b : external { sl-t 2 { RDF } }
                                       ^ error syntax-error: Expected a number after 'RDF'; found '}'.`,
    reads: 'zones a b, assets x, flows 0',
  },
  {
    what: 'a zone without its opening brace',
    text: `
      zone a : external
               ^^^^^^^^ error syntax-error: The members of zone 'a' stand in braces: put '{' before 'asset' and '}' after the last of them.
        asset x : plc
      }
      zone b : external { asset y : plc }`,
    reads: 'zones a b, assets y, flows 0',
  },
  {
    what: 'a zone without its closing brace',
    text: `
      zone a : external {
      ^^^^^^ error syntax-error: The block of zone 'a' is not closed: put '}' behind the last of its members.
        asset x : plc
      zone b : external { asset y : plc }`,
    reads: 'zones a b, assets x y, flows 0',
  },
  {
    what: 'a brace too many',
    text: `
      zone a : external { asset x : plc }
      }
      ^ error syntax-error: This '}' closes no block: remove it.
      zone b : external`,
    reads: 'zones a b, assets x, flows 0',
  },
  {
    what: 'a title that is not closed',
    text: `
      zone a "The first : external {
             ^^^^^^^^^^^^^^^^^^^^^^^ error syntax-error: This text is not closed: put " at its end.
        asset x : plc
      }
      zone b : external { asset y : plc }`,
    reads: 'zones a b, assets y, flows 0',
  },
  {
    what: 'a text block that is not closed',
    text: `
      zone a : external {
        description """
                    ^^^ error syntax-error: This text is not closed: put """ at its end.
          All of it.
      }
      zone b : external { asset y : plc }`,
    reads: 'zones a b, assets y, flows 0',
  },
  {
    what: 'a conduit without its second end',
    text: `
      conduit ab between a and
                             ^ error syntax-error: Expected a name after 'and'; the declaration ends here.
      zone a : external
      zone b : external`,
    reads: 'zones a b, conduits ab, assets , flows 0',
  },
  {
    what: 'a conduit without a zone',
    text: `
      zone a : external
      conduit ab
              ^^ error syntax-error: The conduit 'ab' joins no zones: write 'between <zone> and <zone>' after its name.`,
    reads: 'zones a, conduits ab, assets , flows 0',
  },
  {
    what: 'a word that begins no declaration',
    text: `
      zones a : external { asset x : plc }
      ^^^^^ error syntax-error: Expected a declaration (system, zone, conduit, profile, risk, risk-matrix, essential-function, policy, countermeasure, regulation, threat-source, catalog, asset-type, protocol, reference-model or framework); found 'zones'. Did you mean 'zone'?
      zone b : external { asset y : plc }`,
    reads: 'zones b, assets y, flows 0',
  },
  {
    what: 'a member outside of a zone',
    text: `
      asset x : plc
      ^^^^^ error syntax-error: 'asset' belongs inside a zone: put it into the braces of one.
      zone b : external { asset y : plc }`,
    reads: 'zones b, assets y, flows 0',
  },
  {
    what: 'an address without quotes',
    text: `
      zone a : external {
        network 10.0.0.0/24
                ^^^^^^^^^^^ error syntax-error: 'network' is a text: put 10.0.0.0/24 in quotes.
        asset x : plc
      }`,
    reads: 'zones a, assets x, flows 0',
  },
  {
    what: 'a sign that the language does not have',
    text: `
      zone a : external; 
                       ^ error syntax-error: No ';' stands between members: remove it.
      zone b : external`,
    reads: 'zones a b, assets , flows 0',
  },
  {
    what: 'a keyword in capitals',
    text: `
      zone a : external {
        Implements SR 1.1
        ^^^^^^^^^^ error syntax-error: 'Implements' begins no member; did you mean 'implements'?
        asset x : plc
      }`,
    reads: 'zones a, assets x, flows 0',
  },
  {
    what: 'a comment in a zone that is not closed',
    text: `
      zone a : external {
        asset x : plc
        /* asset y : plc
        ^^ error syntax-error: This comment is not closed: put */ at its end.
      }`,
    reads: 'zones a, assets x, flows 0',
  },
  {
    what: 'a comment that is not closed',
    text: `
      zone a : external
      /* zone b : external
      ^^ error syntax-error: This comment is not closed: put */ at its end.
      zone c : external`,
    reads: 'zones a, assets , flows 0',
  },
];

const plain = (text: string) => dedent(text).replace(/^ *\^+ error .*\n?/gm, '');

describe('a syntax error is drawn where it is, once, and loses nothing around it:', () => {
  it.each(faults)('$what', ({ text, reads }) => {
    expectFindings(text.replace(/^\n/, ''), { rules: [] });
    const { zones, assets, conduits, flows } = read(plain(text));
    const listed = {
      zones: zones.map(({ path }) => path),
      ...(conduits.length > 0 && { conduits: conduits.map(({ path }) => path) }),
      assets: assets.flatMap(({ name }) => name.value || []),
    };
    const said = Object.entries(listed).map(([sort, names]) => `${sort} ${names.join(' ')}`);
    expect([...said, `flows ${flows.length}`].join(', ')).toBe(reads);
  });

  it('but a name at the start of a line is one, whatever member is called so', () => {
    const { assets, zones, flows, problems } = read(`
      zone
        network "The network" : cell {
        asset
          owner "Owner" : plc
        asset level : plc
        flow
          owner -> level :
          https
        implements SR 1.1 by
          owner,
          level
        zone inner :
          safety level 2
      }
      profile p {
        owner
        network
      }`);
    expect(problems).toEqual([]);
    expect(zones.map(({ name, kind }) => [name.value, kind?.text])).toEqual([
      ['network', 'cell'],
      ['inner', 'safety'],
    ]);
    expect(assets.map(({ name }) => name.value)).toEqual(['owner', 'level']);
    expect(flows).toHaveLength(1);
    expect(zones[0]!.statements[0]!.by.map(({ text }) => text)).toEqual(['owner', 'level']);
  });

  it('and a name that a broken text declares is not missed elsewhere', () => {
    expectFindings(
      `
      --- a.zones
      zone a : external {
        asset x : plc { { 
                        ^ error syntax-error: Expected a property or a statement of the asset, or '}' after '{'; found '{'.
      }
      /* zone b : external
      ^^ error syntax-error: This comment is not closed
      --- b.zones
      zone c : external { asset y : plc  flow y -> x : https }
      conduit bc between b and c
      conduit ac between a and nowhere
                               ^^^^^^^ error unresolved-reference
      `,
      { rules: [] },
    );
  });
});
