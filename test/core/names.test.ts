import { expect, test } from 'vitest';
import { isName, systemNameOf } from '../../language-server/core/text/names.ts';

test.each(['cell-1', '_x', 'a', 'Kläranlage', 'प\u093eनी', '水2'])('%s is a name', (text) => {
  expect(isName(text)).toBe(true);
});

test.each(['', '1a', '-a', 'a-', 'a b', 'a.b', '\u0308a'])("'%s' is none", (text) => {
  expect(isName(text)).toBe(false);
});

/** `New Model` suggests, `zones init` writes and a folder without a header is called by the same name. */
test.each([
  ['file:///plants/Water%20works', 'Water-works'],
  ['file:///plants/2nd-site-', 'nd-site'],
  ['file:///', 'plant'],
  ['file:///%E6%B0%B4', '水'],
  // As macOS writes it: a letter and its mark, which are one letter in the language.
  ['file:///plants/Kla%CC%88ranlage', 'Kläranlage'],
  ['file:///plants/%E0%A4%AA%E0%A4%BE%E0%A4%A8%E0%A5%80', 'प\u093eनी'],
])('the system of the folder %s is called %s', (folder, name) => {
  expect(systemNameOf(folder)).toBe(name);
  expect(isName(name)).toBe(true);
});
