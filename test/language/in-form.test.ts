import { describe, expect, test } from 'vitest';
import { inForm } from '../../language-server/language/edits/in-form.ts';
import { applyReplacements, type Replacement } from '../../language-server/language/format/replacements.ts';

/** Something in a text, replaced by something else; only its place where it is replaced by itself with something behind. */
const replace = (text: string, from: string, by: string): Replacement => {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: by };
};

/** The text after replacements. */
const edited = (text: string, ...replacements: readonly Replacement[]) =>
  applyReplacements(text, inForm(text, replacements));

describe('what was formatted is formatted after a fix', () => {
  test('a list that becomes too long is wrapped', () => {
    const text = `zone a {\n  implements ${'SR 1.1, '.repeat(10)}SR 1.2\n  sl-t 2\n}\n`;
    expect(edited(text, replace(text, 'SR 1.2', 'SR 1.2, SR 1.3'))).toBe(
      `zone a {\n  implements ${'SR 1.1, '.repeat(10)}SR 1.2,\n      SR 1.3\n  sl-t 2\n}\n`,
    );
  });

  test('several replacements, with what lies between them', () => {
    const text = 'zone a { sl-t 2 }\nzone b : cell\nzone c {\n  owner "x"\n}\n';
    expect(
      edited(
        text,
        replace(text, 'sl-t 2', 'sl-t 2 asset x:plc\n'),
        replace(text, ' : cell', ''),
        replace(text, '"x"', '"y"'),
      ),
    ).toBe('zone a {\n  sl-t 2\n  asset x : plc\n}\nzone b\nzone c {\n  owner "y"\n}\n');
  });

  test('the line ends are those of the file', () => {
    const text = 'zone a {\r\n  sl-t 1\r\n}\r\nzone b { sl-t 2 }\r\n';
    expect(edited(text, replace(text, 'sl-t 2', 'sl-t 2 asset x : plc'))).toBe(
      'zone a {\r\n  sl-t 1\r\n}\r\nzone b { sl-t 2  asset x : plc }\r\n',
    );
    const long = 'a title that is long enough to leave no room for the block that stood beside it so far';
    expect(edited(text, replace(text, 'b {', `b "${long}" {`))).toBe(
      `zone a {\r\n  sl-t 1\r\n}\r\nzone b "${long}" {\r\n  sl-t 2\r\n}\r\n`,
    );
  });

  test.each([
    ['between two others', 'zone a\n\nzone b\n\nzone c\n', 'zone b', 'zone a\n\nzone c\n'],
    ['at the start', 'zone b\n\nzone c\n', 'zone b', 'zone c\n'],
    ['at the end', 'zone a\n\nzone b\n', 'zone b', 'zone a\n'],
  ])('a declaration that goes leaves no gap: %s', (_, text, gone, left) => {
    expect(edited(text, replace(text, gone, ''))).toBe(left);
  });

  test('a remark behind the declaration before is no other form', () => {
    const text = 'zone a {\n  sl-t 1\n} // remark\nzone b { owner "x" }\n';
    expect(edited(text, replace(text, '"x"', '"x" owner "y"'))).toBe(text.replace('"x"', '"x"  owner "y"'));
  });
});

test('a declaration that is written in another way is left in its own', () => {
  const text = 'zone a {\n\tsl-t 2\n}\n';
  expect(edited(text, replace(text, 'sl-t 2', 'sl-t 2\n\tasset x : plc'))).toBe(
    'zone a {\n\tsl-t 2\n\tasset x : plc\n}\n',
  );
});

test('a removal and an insertion at its start are both made', () => {
  const text = 'zone a { owner "x" }\n';
  const { start, end } = replace(text, 'owner "x"', '');
  const insert = { start, end: start, text: 'sl-t 2' };
  expect(applyReplacements(text, inForm(text, [insert, { start, end, text: '' }]))).toBe('zone a { sl-t 2 }\n');
});

test('declarations that take long to format are not formatted', () => {
  const text = `zone a {\n  description "${'x'.repeat(60_000)}"\n  sl-t 2\n}\n`;
  expect(edited(text, replace(text, 'sl-t 2', 'sl-t  3'))).toBe(text.replace('sl-t 2', 'sl-t  3'));
});
