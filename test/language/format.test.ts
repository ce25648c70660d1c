import { describe, expect, test } from 'vitest';
import { indentEdit } from '../../language-server/language/format/indent.ts';
import { formatEdits, formatText } from '../../language-server/language/format/index.ts';
import { applyEdits } from '../support/edits-by-offset.ts';
import { dedent } from '../support/fixture.ts';

/** A text as it is written, and as it is to be. */
interface Case {
  readonly from: string;
  readonly to: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'one space between words, two a level': {
    from: `
      zone   a"A":control{
      sl-t 2
            asset   plc-1:plc
      }
      `,
    to: `
      zone a "A" : control {
        sl-t 2
        asset plc-1 : plc
      }
      `,
  },
  'a block on one line stays there, its properties apart': {
    from: `
      zone a : control {
        asset plc-1 : plc {vendor "Acme" product "C-30"}
      }
      `,
    to: `
      zone a : control {
        asset plc-1 : plc { vendor "Acme"  product "C-30" }
      }
      `,
  },
  'a block that is too long for its line is opened, its properties stay together': {
    from: `
      zone a : control {
        asset plc-1 "A long title that takes a lot" : plc { vendor "Acme" product "C-30" version "9.2" address "10.20.11.11" }
      }
      `,
    to: `
      zone a : control {
        asset plc-1 "A long title that takes a lot" : plc {
          vendor "Acme"  product "C-30"  version "9.2"  address "10.20.11.11"
        }
      }
      `,
  },
  'properties on a line that is too long go on in the next': {
    from: `
      zone a : control {
        policy "a policy of some length" assumption "something that is taken for granted here" owner "OT engineering"
      }
      `,
    to: `
      zone a : control {
        policy "a policy of some length"  assumption "something that is taken for granted here"
        owner "OT engineering"
      }
      `,
  },
  'statements, assets, flows, zones and conduits stand on lines of their own': {
    from: `
      zone a : control { sl-t 2 implements SR 1.1 asset x : plc
        flow x -> y : s7comm zone b : cell {} conduit c between a and b }
      `,
    to: `
      zone a : control {
        sl-t 2
        implements SR 1.1
        asset x : plc
        flow x -> y : s7comm
        zone b : cell {}
        conduit c between a and b
      }
      `,
  },
  'at most one empty line, none at the edges of a block': {
    from: `
      system s


      zone a {

        sl-t 2



        asset x : plc

      }
      zone b
      `,
    to: `
      system s

      zone a {
        sl-t 2

        asset x : plc
      }
      zone b
      `,
  },
  'a list that is too long goes on after a comma': {
    from: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.8, SR 1.9, SR 1.10, SR 1.11, SR 1.12 by x
      }
      `,
    to: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.8, SR 1.9, SR 1.10,
            SR 1.11, SR 1.12 by x
      }
      `,
  },
  'a list on several lines comes back to one': {
    from: `
      zone a {
        implements SR 1.1,
          SR 1.2
          , SR 1.3
      }
      `,
    to: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3
      }
      `,
  },
  'a list in braces keeps its lines, and gets its commas': {
    from: `
      profile p "P" {
        SR 1.1 SR 1.2
        SR 2.1,SR 2.2,
      }
      `,
    to: `
      profile p "P" {
        SR 1.1, SR 1.2,
        SR 2.1, SR 2.2
      }
      `,
  },
  'requirements are written as in the standard, level vectors without commas': {
    from: `
      zone a {
        sl-t {2,2,0,1,3,1,3}
        implements SR1.1, SR 1.1 RE 1, SR 1.1 (2), CR1.2(1)
        zone b { sl-t 2{RDF 3 DC 1} }
        zone c { sl-t { IAC 2 UC 2, } }
      }
      `,
    to: `
      zone a {
        sl-t { 2 2 0 1 3 1 3 }
        implements SR 1.1, SR 1.1 RE(1), SR 1.1 RE(2), CR 1.2 RE(1)
        zone b { sl-t 2 { RDF 3, DC 1 } }
        zone c { sl-t { IAC 2, UC 2 } }
      }
      `,
  },
  'clauses in the order of the examples': {
    from: `
      zone a {
        implements SR 1.1 evidence "iam.md" by scada-1
        plans SR 6.2 "sensor" until 2027-03-31
        accepts SR 2.4 by "Plant manager" because "runtime" until 2027-06-30
        compensates SR 1.1 because "locked" with SR 5.2
        allow zone-bypass because "so" until 2027-06-30
      }
      `,
    to: `
      zone a {
        implements SR 1.1 by scada-1 evidence "iam.md"
        plans SR 6.2 until 2027-03-31 "sensor"
        accepts SR 2.4 until 2027-06-30 because "runtime" by "Plant manager"
        compensates SR 1.1 with SR 5.2 because "locked"
        allow zone-bypass until 2027-06-30 because "so"
      }
      `,
  },
  'a comment stays beside or above what it speaks of': {
    from: `
      // the plant
      zone a { // DMZ
          // its level
        sl-t 2// as assessed
        implements SR 1.1, // people
          SR 1.2 // devices
           /* last */ asset x : plc

        // nothing more
      } // of a
      `,
    to: `
      // the plant
      zone a { // DMZ
        // its level
        sl-t 2 // as assessed
        implements SR 1.1, // people
            SR 1.2 // devices
        /* last */ asset x : plc

        // nothing more
      } // of a
      `,
  },
  'documentation moves with its declaration, its stars below each other': {
    from: `
      zone a {
      /**
         * Two trains.
            * One panel.
       */
      zone b
      }
      `,
    to: `
      zone a {
        /**
         * Two trains.
         * One panel.
         */
        zone b
      }
      `,
  },
  'a text block moves with its property and keeps its own indentation': {
    from: `
      system s {
      description """
          Two trains:
            - one panel

          One room.
          """
      }
      `,
    to: `
      system s {
        description """
          Two trains:
            - one panel

          One room.
          """
      }
      `,
  },
  'an empty block stays as it is opened': {
    from: `
      zone a {   }
      zone b {

      }
      `,
    to: `
      zone a {}
      zone b {
      }
      `,
  },
  'declarations on one line are parted': {
    from: 'zone a {} zone b {}\n',
    to: 'zone a {}\nzone b {}\n',
  },
};

describe('the formatter writes', () => {
  test.each(Object.entries(CASES))('%s', (_, { from, to }) => {
    const wanted = `${dedent(to).trim()}\n`;
    expect(formatText(dedent(from))).toEqual({ text: wanted, left: [] });
    expect(formatText(wanted)).toEqual({ text: wanted, left: [] });
  });

  test('nothing where there is nothing, and one line break at the end', () => {
    expect(formatText('').text).toBe('');
    expect(formatText(' \n\n').text).toBe('');
    expect(formatText('zone a').text).toBe('zone a\n');
    expect(formatText('\n\nzone a\n\n\n').text).toBe('zone a\n');
    expect(formatText('// only this').text).toBe('// only this\n');
  });

  test('a declaration with a syntax error, or a text that is not closed, as it was', () => {
    const text = 'zone  a { sl-t  }\n\n\n  zone  b {\n vendor "x\n}\nzone  c {sl-t 2}\n';
    expect(formatText(text)).toEqual({
      text: 'zone  a { sl-t  }\n\n\n  zone  b {\n vendor "x\n}\nzone c { sl-t 2 }\n',
      left: [0, 22],
    });
  });

  test('nothing in a file that is not read', () => {
    const text = `zone  a {}\n\0`;
    expect(formatText(text)).toEqual({ text, left: [0] });
  });
});

describe('formatting some lines', () => {
  const TEXT = dedent(`
    zone  a {
       sl-t  2
      asset   x:plc
      zone  b {
        asset   y:plc
        asset   z:plc
      }
    }
    zone  c {}
    `);
  /** The text after formatting the lines in which some words stand. */
  const formatted = (from: string, to = from) => {
    const range = [TEXT.indexOf(from), TEXT.indexOf(to) + to.length] as const;
    return applyEdits(TEXT, formatEdits(TEXT, [range]));
  };

  test('touches the members that stand on them, and no other', () => {
    expect(formatted('y:plc')).toBe(TEXT.replace('asset   y:plc', 'asset y : plc'));
    expect(formatted('x:plc', 'zone  b')).toBe(
      TEXT.replace('asset   x:plc', 'asset x : plc').replace('zone  b {', 'zone b {'),
    );
    expect(formatted('zone  c')).toBe(TEXT.replace('zone  c', 'zone c'));
  });

  test('of all lines is formatting the text', () => {
    expect(`${formatted(TEXT)}\n`).toBe(formatText(TEXT).text);
  });
});

describe('what is typed', () => {
  /** The text after a brace or line break has been typed at `|`. */
  const typed = (text: string) => {
    const offset = text.indexOf('|');
    const plain = text.replace('|', '');
    const edit = indentEdit(plain, offset);
    return edit ? applyEdits(plain, [edit]) : plain;
  };

  test.each([
    ['a line in a block', 'zone a {\n|', 'zone a {\n  '],
    ['a line in a block in a block', 'zone a {\n  zone b {\n  |\n  }\n}', 'zone a {\n  zone b {\n    \n  }\n}'],
    ['a line before a brace', 'zone a {\n  |}', 'zone a {\n}'],
    ['a brace', 'zone a {\n  sl-t 2\n  }|', 'zone a {\n  sl-t 2\n}'],
    ['a brace behind something', 'zone a {\n    sl-t { 2 }|', 'zone a {\n    sl-t { 2 }'],
    ['a line after a comma', 'zone a {\n  implements SR 1.1,\n|', 'zone a {\n  implements SR 1.1,\n      '],
    ['a line after a comma in a profile', 'profile p {\n  SR 1.1,\n|', 'profile p {\n  SR 1.1,\n  '],
    ['a line below what is not closed', 'zone x {\nzone a {\n|', 'zone x {\nzone a {\n  '],
    ['a line in a text block', 'system s {\n  description """\n|', 'system s {\n  description """\n'],
    ['a line in a comment', '/*\n   |', '/*\n   '],
    ['a line that stands right', 'zone a {\n  |', 'zone a {\n  '],
  ])('%s is indented as the formatter would', (_, text, wanted) => {
    expect(typed(text)).toBe(wanted);
  });
});
