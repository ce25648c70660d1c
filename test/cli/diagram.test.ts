import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, folderOf, zones } from '../support/cli.ts';
import { darkPixels, readPng } from '../support/png.ts';
import { readXml } from '../support/xml.ts';

const TWO = {
  'a/one.zones': 'system north "North works"\nzone control "Control & room" : control { asset p "PLC 1" : plc }\n',
  'b/two.zones': 'system south "South works"\nzone dmz "Industrial DMZ" : perimeter\n',
};

test('writes the picture of the system as one SVG file', async () => {
  const folder = folderOf(TWO);
  const { code, stdout } = await zones(['diagram', 'a', '-o', 'a.svg'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote a.svg\n' });
  const svg = readFileSync(join(folder, 'a.svg'), 'utf8');
  const root = readXml(svg);
  expect(root.name).toBe('svg');
  expect(Number(root.attributes.width)).toBeGreaterThan(50);
  for (const text of ['North works', 'Control &amp; room', 'PLC 1']) expect(svg).toContain(text);
  expect(svg).not.toMatch(/<script|href="http|url\(http/);
});

test('prints the picture without -o, in the colours asked for', async () => {
  const folder = folderOf(TWO);
  const light = await zones(['diagram', 'a'], folder);
  const dark = await zones(['diagram', 'a', '--theme', 'dark'], folder);
  expect(readXml(light.stdout).name).toBe('svg');
  expect(readXml(dark.stdout).name).toBe('svg');
  expect(dark.stdout).not.toBe(light.stdout);
  expect((await zones(['diagram', 'a'], folder)).stdout).toBe(light.stdout);
});

test('draws the named one of several systems, and the one of a file', async () => {
  const folder = folderOf(TWO);
  expect((await zones(['diagram', '--system', 'south'], folder)).stdout).toContain('Industrial DMZ');
  expect((await zones(['diagram', 'a/one.zones'], folder)).stdout).toContain('North works');
});

describe('as PNG', () => {
  const draw = async (folder: string, ...args: string[]) => {
    const { code, stderr } = await zones(['diagram', 'a', '-o', 'a.PNG', ...args], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return readFileSync(join(folder, 'a.PNG'));
  };

  test('has the size of the SVG times the scale, by default 2, and the same bytes each time', async () => {
    const folder = folderOf(TWO);
    const { attributes } = readXml((await zones(['diagram', 'a'], folder)).stdout);
    const sizes: [string[], number][] = [
      [['--scale', '1'], 1],
      [[], 2],
      [['--scale', '3'], 3],
    ];
    for (const [args, scale] of sizes) {
      const { width, height } = readPng(await draw(folder, ...args));
      expect([width, height]).toEqual([scale * Number(attributes.width), scale * Number(attributes.height)]);
    }
    expect((await draw(folder)).equals(await draw(folder))).toBe(true);
  });

  test('is opaque, with the colours of the theme, and its text is drawn', async () => {
    const folder = folderOf(TWO);
    const light = readPng(await draw(folder, '--scale', '1'));
    expect(light.at(2, 2)).toEqual([255, 255, 255, 255]);
    // The title, and the margin left of it.
    expect(darkPixels(light, 24, 12, 200, 26)).toBeGreaterThan(200);
    expect(darkPixels(light, 0, 12, 20, 26)).toBe(0);
    expect(readPng(await draw(folder, '--scale', '1', '--theme', 'dark')).at(2, 2)).toEqual([30, 30, 30, 255]);
  });

  test('that lacks characters of its texts ends with 2 and names them', async () => {
    const folder = folderOf({ 'a.zones': 'system s "Насос Ωμ – Pumpe"\nzone z "\u6c34\u6e90 & 1" : control\n' });
    const lacking = { code: 2, stdout: '', stderr: expect.stringMatching(/^zones: [^\n]*\n$/) };
    const result = await zones(['diagram', '-o', 'a.png'], folder);
    expect(result).toMatchObject(lacking);
    expect(result.stderr).toContain(
      "'a.png' has holes: no font at hand has \u6c34 \u6e90, which stand in '\u6c34\u6e90 & 1'.",
    );
    expect(existsSync(join(folder, 'a.png'))).toBe(true);
    // A font without them does not help; an SVG is drawn with the fonts of its reader.
    expect(await zones(['diagram', '-o', 'b.png', '--font', join(CLI, '../arimo-bold.woff2')], folder)).toMatchObject(
      lacking,
    );
    expect(await zones(['diagram', '-o', 'a.svg'], folder)).toMatchObject({ code: 0, stderr: '' });
  });

  test('draws Hebrew with digits from right to left', async () => {
    const columns = async (title: string) => {
      const png = readPng(await draw(folderOf({ 'a/a.zones': `system s "${title}"\n` }), '--scale', '1'));
      return Array.from({ length: 30 }, (_, x) => darkPixels(png, 24 + x, 12, 1, 24));
    };
    const letters = await columns('\u05ea\u05d7\u05e0\u05d4');
    expect(letters.some((dark) => dark > 0)).toBe(true);
    // The digits come first and stand at the right end, behind the letters.
    expect(await columns('12 \u05ea\u05d7\u05e0\u05d4')).toEqual(letters);
  });
});

test('draws one zone with what its conduits lead to', async () => {
  const folder = folderOf({
    'a.zones': `system s "Site"
zone dmz "Industrial DMZ" : perimeter { asset fw "Firewall" : firewall }
zone office "Office" : enterprise { asset pc "Desk" : workstation }
zone control "Control room" : control {
  zone cell "Filters" : cell { asset p "Filter PLC" : plc }
}
conduit to-cell between dmz and control.cell
conduit to-office between dmz and office
`,
  });
  const { stdout, code } = await zones(['diagram', '--zone', 'cell'], folder);
  expect(code).toBe(0);
  for (const text of ['Filters – Site', 'Filter PLC', 'Industrial DMZ', '1 asset', 'to-cell']) {
    expect(stdout).toContain(text);
  }
  for (const text of ['Firewall', 'Office', 'Control room', 'to-office']) expect(stdout).not.toContain(text);
});

test('what cannot be drawn ends with 2 and one line that says how to mend it', async () => {
  const folder = folderOf({ ...TWO, 'empty/x.txt': '' });
  const failure = async (...args: string[]) => {
    const { code, stdout, stderr } = await zones(['diagram', ...args], folder);
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    return stderr;
  };
  expect(await failure()).toMatch(/north and south.*--system/);
  expect(await failure('--system', 'sooth')).toContain("did you mean 'south'?");
  expect(await failure('a', '-o', 'a.gif')).toMatch(/'a\.gif'.*\.svg or \.png/);
  expect(await failure('a', '-o', 'a.svg', '--scale', '2')).toContain('--scale is for PNG pictures');
  expect(await failure('a', '--font', 'x.ttf')).toContain('--font is for PNG pictures');
  expect(await failure('a', '-o', 'a.png', '--scale', '4')).toContain('--scale');
  expect(await failure('a', '-o', 'a.png', '--font', 'x.ttf')).toContain("Cannot read the font 'x.ttf'");
  expect(await failure('a', '--zone', 'controll')).toContain("did you mean 'control'?");
  expect(await failure('b', '--zone', 'nothing-like-it')).toContain('such as dmz');
  expect(await failure('a', '-o', 'nowhere/a.svg')).toContain("Cannot write 'nowhere/a.svg'");
  expect(await failure('empty')).toContain("No .zones files in 'empty'.");
});
