import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const MODEL = {
  'a.zones': 'system north "North"\nzone control { sl-t 1  zone cell }\nzone office',
  'b.zones': 'system south "South"\nzone office\nzone internet : external',
};

test('writes all systems, each with the hash that an approval names', async () => {
  const folder = folderOf(MODEL);
  const { code, stdout } = await zones(['report', '-o', 'crs.json'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote crs.json\n' });
  const { version, systems } = JSON.parse(readFileSync(join(folder, 'crs.json'), 'utf8'));
  expect(version).toBe(1);
  expect(systems.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([
    ['north', 'North'],
    ['south', 'South'],
  ]);
  const hash = (await zones(['hash', '--system', 'north'], folder)).stdout.trim();
  expect(systems[0].hash).toBe(hash);
  expect(Object.keys(systems[0])).toEqual(['name', 'title', 'asOf', 'hash', 'chapters']);
});

test('writes the same bytes for the same text and day, to a file or to standard output', async () => {
  const folder = folderOf(MODEL);
  const day = ['--as-of', '2026-11-24', '--system', 'north'];
  await zones(['report', ...day, '-o', 'crs.json'], folder);
  const { stdout } = await zones(['report', ...day], folder);
  expect(readFileSync(join(folder, 'crs.json'), 'utf8')).toBe(stdout);
  expect(JSON.parse(stdout).systems[0].asOf).toBe('2026-11-24');
});

test('an approval with the hash makes a draft an approved document', async () => {
  const model = (approval: string) => ({ 'a.zones': `system north { ${approval} }\nzone control { sl-t 1 }` });
  const stateOf = async (folder: string) =>
    JSON.parse((await zones(['report'], folder)).stdout).systems[0].chapters[0].content[0].state;
  const draft = folderOf(model(''));
  const hash = (await zones(['hash'], draft)).stdout.trim();
  expect(await stateOf(draft)).toBe('draft');
  expect(await stateOf(folderOf(model(`approval on 2026-11-01 by "Boss" hash "${hash}"`)))).toBe('approved');
});

test.each([
  [['-o', 'crs.odt'], "Cannot write 'crs.odt': give a file name that ends in .html, .docx, .md or .json."],
  [['--format', 'docx'], 'No terminal can show a .docx file: name the file to write with -o.'],
  [['--system', 'nort'], "There is no system 'nort'; did you mean 'north'?"],
  [['--system', 'north', '--zone', 'cel'], "There is no zone 'cel' in 'north'."],
  [
    ['--system', 'south', '--zone', 'internet'],
    "Zone 'internet' lies outside the system under consideration, so nothing is required of it: give the path of a zone inside.",
  ],
])('%j is refused with a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await zones(['report', ...args], folderOf(MODEL));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

test('a zone limits it to what is in it', async () => {
  const { stdout } = await zones(['report', '--system', 'north', '--zone', 'cell'], folderOf(MODEL));
  const { chapters } = JSON.parse(stdout).systems[0];
  const records = chapters.find(({ id }: { id: string }) => id === 'zone-records').content;
  expect(records.map(({ zone }: { zone: string }) => zone)).toEqual(['control.cell']);
});

test('limited to a zone it says so, and leaves out what is about others', async () => {
  const model = `system s "S"
zone a { sl-t 1  asset p : plc { address "10.0.1.1" }  zone inner { sl-t 1  asset i : plc } }
zone b { sl-t 1  asset q : plc { address "10.0.2.1" }  asset fw : firewall  plans SR 1.1 until 2027-01-01 "b" }
zone c { sl-t 1  asset r : plc { address "10.0.3.1" } }
conduit ab between a and b { via fw  flow p -> q : https }
conduit cb between c and b { via fw  flow r -> q : https }
risk of-a on a
risk of-c on c { allow risk-without-rating because "later" }
risk of-nowhere`;
  const folder = folderOf({ 'a.zones': model });
  const asOf = ['--as-of', '2026-11-24'];
  const chapters = JSON.parse((await zones(['report', '--zone', 'a.inner', ...asOf], folder)).stdout).systems[0]
    .chapters;
  const contentOf = (id: string) => chapters.find((chapter: { id: string }) => chapter.id === id).content;
  expect(contentOf('cover')[0]).toMatchObject({ zone: 'a.inner', exceptions: 0 });
  expect(contentOf('risks').map(({ name }: { name: string }) => name)).toEqual(['of-a', 'of-nowhere']);
  expect(contentOf('summary').roadmap.map(({ date }: { date: string }) => date)).toEqual(['2026-11-24']);

  // A filter denies all else: its schedule is whole, or what is built from it cuts the other conduits.
  const { stdout } = await zones(['report', '--zone', 'a', ...asOf], folder);
  const { firewall } = JSON.parse(stdout).systems[0].chapters.find(({ id }: { id: string }) => id === 'flows').content;
  expect(firewall.map(({ action, conduit }: Record<string, string>) => [action, conduit])).toEqual([
    ['allow', 'ab'],
    ['allow', 'cb'],
    ['deny', null],
  ]);

  const page = (await zones(['report', '--format', 'md', '--zone', 'a', ...asOf], folder)).stdout;
  expect(page).toContain('| Limited to | the zone a, the zones in it, and the conduits that lead to them |');
  const whole = (await zones(['report', '--format', 'md', ...asOf], folder)).stdout;
  expect(whole).not.toContain('| Limited to |');
});

test('limited to a zone it names the context of that zone, and of the system where nobody says of which', async () => {
  const model = `system s "S"
threat-source insider "Insider" { capability advanced }
threat-source vandal "Vandal" { capability advanced }
threat-source unnamed "Unnamed" { capability advanced }
policy patches "Patches"
policy visitors "Visitors"
policy backups "Backups"
essential-function pumping "Pumping" on a
essential-function heating "Heating" on c
essential-function all "All"
regulation law "Law" { requires SR 1.1 on a  requires SR 1.2 on c  requires SR 7.3 }
zone a { sl-t 1  policy patches  zone inner { sl-t 1 } }
zone c { sl-t 1  policy visitors }
risk of-a on a { source insider }
risk of-c on c { source vandal }`;
  const folder = folderOf({ 'a.zones': model });
  const contextOf = async (...args: string[]) => {
    const { stdout } = await zones(['report', ...args, '--as-of', '2026-11-24'], folder);
    const { chapters } = JSON.parse(stdout).systems[0];
    const contentOf = (id: string) => chapters.find((chapter: { id: string }) => chapter.id === id).content;
    return {
      threats: contentOf('threats').map(({ name }: { name: string }) => name),
      policies: contentOf('policies').map(({ policy }: { policy: string }) => policy),
      functions: contentOf('system').functions.map(({ name }: { name: string }) => name),
      required: contentOf('regulations').map(({ control }: { control: string }) => control),
    };
  };
  const ofA = {
    threats: ['insider', 'unnamed'],
    policies: ['patches', 'backups'],
    functions: ['pumping', 'all'],
    required: ['SR 1.1', 'SR 7.3'],
  };
  expect(await contextOf('--zone', 'a')).toEqual(ofA);
  expect(await contextOf('--zone', 'a.inner')).toEqual(ofA);
  expect(await contextOf()).toEqual({
    threats: ['insider', 'vandal', 'unnamed'],
    policies: ['patches', 'visitors', 'backups'],
    functions: ['pumping', 'heating', 'all'],
    required: ['SR 1.1', 'SR 1.2', 'SR 7.3'],
  });
});

test('the first page says on which day all is judged, and what cannot be read', async () => {
  const coverOf = async (text: string) =>
    (await zones(['report', '--format', 'md', '--as-of', '2031-05-06'], folderOf({ 'a.zones': text }))).stdout;
  const read = await coverOf('system s { revision 1 on 2026-01-02 by "x" "y" }\nzone a');
  expect(read).toContain('| Date | 2026-01-02 |\n| Judged as of | 2031-05-06 |');
  expect(read).toMatch(/\| Hash of the model \| sha256:1:/);
  const broken = await coverOf('system s\nzone a { owner }');
  expect(broken).toContain(
    '| Hash of the model | none: some text of the model cannot be read, and what it says is missing in this document |',
  );
});

test('as HTML it is one page of all systems, each with its cover', async () => {
  const folder = folderOf(MODEL);
  const { code, stdout } = await zones(['report', '-o', 'crs.html'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote crs.html\n' });
  const html = readFileSync(join(folder, 'crs.html'), 'utf8');
  expect(html.match(/<h1>.*?<\/h1>/g)).toEqual(['<h1>North</h1>', '<h1>South</h1>']);
  expect(html).not.toMatch(/<script|(?:src|href)="https?:/);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('as Markdown it leads to the lines of the model, with the pictures beside it', async () => {
  const folder = folderOf({ 'plant/a.zones': MODEL['a.zones'], 'docs/read me.txt': '' });
  const { stdout } = await zones(['report', 'plant', '-o', 'docs/my report.md'], folder);
  expect(stdout).toBe('Wrote docs/my report.md and 5 pictures beside it\n');
  const text = readFileSync(join(folder, 'docs/my report.md'), 'utf8');
  expect(text).toContain('## 10 Zone records');
  expect(text).toContain('](../plant/a.zones#L2)');
  const pictures = [...text.matchAll(/^!\[.*\]\((.*)\)$/gm)].map(([, address]) => decodeURI(address!));
  expect(pictures[0]).toBe('my report-pictures/figure-1.svg');
  for (const picture of pictures) expect(readFileSync(join(folder, 'docs', picture), 'utf8')).toMatch(/^<svg /);
});

test('Markdown on standard output has no pictures, and the same text twice', async () => {
  const folder = folderOf(MODEL);
  const args = ['report', '--format', 'md', '--system', 'north', '--as-of', '2026-11-24'];
  const { stdout } = await zones(args, folder);
  expect(stdout).not.toContain('![');
  expect((await zones(args, folder)).stdout).toBe(stdout);
});
