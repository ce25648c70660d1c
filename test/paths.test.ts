import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isModelName, isSameName, pathsOf, uriReference } from '../language-server/paths.ts';

const unix = pathsOf(posix);
const windows = pathsOf(win32);

describe('names', () => {
  test.each(['a.zones', 'A.zones', 'PLANT.ZONES', 'a.Zones', '.zones'])('%s is a model', (name) => {
    expect(isModelName(name)).toBe(true);
  });
  test.each(['a.zones.bak', 'azones', 'a.zones/', 'a.zone'])('%s is none', (name) => {
    expect(isModelName(name)).toBe(false);
  });
  test('are the same in capitals, and with an accent apart or not', () => {
    expect(isSameName('/p/PLANT.zones', '/p/plant.zones')).toBe(true);
    expect(isSameName('/p/Ku\u0308hlung.zones', '/p/K\u00fchlung.zones')).toBe(true);
    expect(isSameName('/p/a.zones', '/p/b.zones')).toBe(false);
  });
});

describe('a URI on Unix', () => {
  test.each([
    ['file:///plant/a.zones', '/plant/a.zones'],
    ['file://localhost/plant/a%20b.zones', '/plant/a b.zones'],
    ['FILE:///plant/../a.zones', '/a.zones'],
    ['file:///C:/plant', '/C:/plant'],
    ['file:///tmp/%zz/x.zones', '/tmp/%zz/x.zones'],
    ['file:///tmp/%E0%A4%A.zones', '/tmp/%E0%A4%A.zones'],
    ['file://host/share/x.zones', undefined],
    ['file:///a%00b.zones', undefined],
    ['untitled:x', undefined],
    ['://', undefined],
    ['/plant/a.zones', undefined],
    ['', undefined],
  ])('%s is %s', (uri, path) => {
    expect(unix.pathOf(uri)).toBe(path);
  });
});

describe('a URI on Windows', () => {
  test.each([
    ['file:///c:/plant/a.zones', 'c:\\plant\\a.zones'],
    ['file:///C%3A/plant/a.zones', 'C:\\plant\\a.zones'],
    ['file://localhost/C:/plant/../a.zones', 'C:\\a.zones'],
    ['file:///c:', 'c:\\'],
    ['file://host/share/x.zones', '\\\\host\\share\\x.zones'],
    ['file:///x.zones', undefined],
    ['file:///plant/c:/x.zones', undefined],
    ['file:///c:/a%00b.zones', undefined],
  ])('%s is %s', (uri, path) => {
    expect(windows.pathOf(uri)).toBe(path);
  });

  test('has one spelling of a drive', () => {
    const spelled = ['C:\\Plant\\a b.zones', 'c:\\Plant\\a b.zones'].map(windows.uriOf);
    expect(spelled).toEqual(['file:///c%3A/Plant/a%20b.zones', 'file:///c%3A/Plant/a%20b.zones']);
    expect(windows.uriOf('\\\\host\\share\\x.zones')).toBe('file://host/share/x.zones');
  });
});

test('what is in a folder', () => {
  for (const inner of ['/plant', '/plant/a', '/plant/..a']) expect(unix.isInside('/plant', inner)).toBe(true);
  for (const outer of ['/', '/plants', '/other/a']) expect(unix.isInside('/plant', outer)).toBe(false);
  for (const inner of ['c:\\Plant\\a', 'C:\\PLANT']) expect(windows.isInside('C:\\plant', inner)).toBe(true);
  for (const outer of ['D:\\plant', 'C:\\plants', '\\\\host\\c\\plant']) {
    expect(windows.isInside('C:\\plant', outer)).toBe(false);
  }
});

test('a path as a report shows it', () => {
  expect(unix.shownFrom('/plants', '/plants/one/a.zones')).toBe('one/a.zones');
  expect(unix.shownFrom('/plants/one', '/plants/a\\b.zones')).toBe('../a\\b.zones');
  expect(unix.shownFrom('/plants', '/plants')).toBe('.');
  expect(windows.shownFrom('C:\\work', 'c:\\Work\\plant\\a.zones')).toBe('plant/a.zones');
  // No path leads from one drive to another.
  expect(windows.shownFrom('C:\\work', 'D:\\plant\\a b.zones')).toBe('D:/plant/a b.zones');
});

test('a path of a report as a reference: relative, or of a file where it begins at a drive or a host', () => {
  expect(uriReference('plant/a b.zones')).toEqual({ uri: 'plant/a%20b.zones', isRelative: true });
  expect(uriReference('../a:b.zones')).toEqual({ uri: '../a%3Ab.zones', isRelative: true });
  expect(uriReference('D:/plant/a b.zones')).toEqual({ uri: 'file:///d%3A/plant/a%20b.zones', isRelative: false });
  expect(uriReference('//host/share/a.zones')).toEqual({ uri: 'file://host/share/a.zones', isRelative: false });
});

test('a name with half of a character has a URI', () => {
  expect(unix.uriOf('/plant/a\ud800.zones')).toBe('file:///plant/a%EF%BF%BD.zones');
  expect(uriReference('a\udc00.zones').uri).toBe('a%EF%BF%BD.zones');
});
