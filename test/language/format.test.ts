import { describe, expect, test } from 'vitest';
import { indentEdit } from '../../language-server/language/format/indent.ts';
import { formatEdits, formatText } from '../../language-server/language/format/index.ts';
import { applyReplacements } from '../../language-server/language/format/replacements.ts';
import { readTextBlock } from '../../language-server/language/syntax/text.ts';

import { dedent } from '../support/fixture.ts';
import { FORMAT_CASES } from './format-cases.ts';

describe('the formatter writes', () => {
  test.each(Object.entries(FORMAT_CASES))('%s', (_, { from, to }) => {
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
      left: [
        { start: 0, fault: 16 },
        { start: 22, fault: 40 },
      ],
    });
  });

  test('no word that is not one to the checker: white space of any kind parts words for both', () => {
    for (const space of [
      '\u00a0',
      '\u0085',
      '\u1680',
      '\u2007',
      '\u2028',
      '\u2029',
      '\u202f',
      '\u205f',
      '\u3000',
      '\ufeff',
    ]) {
      const text = `zone${space}a${space} :  external${space}{${space}sl-t${space}1${space}}\n`;
      expect(formatText(text)).toEqual({ text: 'zone a : external { sl-t 1 }\n', left: [] });
    }
    // No white space: it is part of no name either, so nothing can be read.
    const text = 'zone\u200ba  : external\n';
    expect(formatText(text)).toEqual({ text, left: [{ start: 0, fault: 0 }] });
  });

  test('what would be read as something else is left', () => {
    // Alone on its line `implements` is a name, with something behind it a member.
    const text = 'system  s { rule // c\n implements\n off }\n';
    expect(formatText(text)).toEqual({ text, left: [{ start: 0, fault: 0 }] });
  });

  test('the value of a text block as it is, whatever white space there is in it', () => {
    for (const text of [
      'system s {\n  description """\u00a0\n    a\n    """\n}\n',
      'zone a {\n  vendor """a\rb"""\n}\n',
    ]) {
      const { text: formatted } = formatText(text);
      expect(readTextBlock(/"""[\s\S]*"""/.exec(formatted)![0]).value).toBe(
        readTextBlock(/"""[\s\S]*"""/.exec(text)![0]).value,
      );
      expect(formatText(formatted).text).toBe(formatted);
    }
  });

  test('large lists, blocks and texts', () => {
    const many = (text: string, count: number) => text.repeat(count);
    for (const text of [
      `zone a { implements SR 1.1 evidence "x" by ${many('a, ', 70_000)}a }\n`,
      `zone a { zone b { ${many('owner "x" ', 100_000)} } }\n`,
      `profile p { a ${many('/* c */ ', 130_000)}, b }\n`,
      `system s { description """\n${many('x\n', 125_000)}""" }\n`,
      `system s { description """\n${many(' ', 100_000)}x${many(' ', 100_000)}y\n""" }\n`,
    ]) {
      const { text: formatted, left } = formatText(text);
      expect(left).toEqual([]);
      expect(formatted.length).toBeGreaterThan(70_000);
    }
  });

  test('nothing in a file that is not read', () => {
    const text = `zone  a {}\n\0`;
    expect(formatText(text)).toEqual({ text, left: [{ start: 0, fault: 11 }] });
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
    return applyReplacements(TEXT, formatEdits(TEXT, [range]));
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
    return edit ? applyReplacements(plain, [edit]) : plain;
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
    [
      'a line after a comma and a remark',
      'zone a {\n  implements SR 1.1, // people\n|',
      'zone a {\n  implements SR 1.1, // people\n      ',
    ],
    ['a line in a level vector', 'zone a {\n  sl-t {\n    IAC 2,\n|', 'zone a {\n  sl-t {\n    IAC 2,\n    '],
    ['the first line of a file', '|\n  zone a', '\n  zone a'],
    ['a line that stands right', 'zone a {\n  |', 'zone a {\n  '],
  ])('%s is indented as the formatter would', (_, text, wanted) => {
    expect(typed(text)).toBe(wanted);
  });
});
