import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';
import { faultsOf, openDocx, paragraphsOf, tablesOf } from '../support/docx.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const DAY = ['--as-of', '2026-11-24'];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zones-docx-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.each(['manufacturing', 'substation', 'water-treatment'])(
  'the bundle writes the document of %s, with what the JSON says',
  async (name) => {
    const folder = newFolder();
    const report = (file: string) => zones(['report', join(EXAMPLES, name), ...DAY, '-o', file], folder);
    expect(await report('crs.docx')).toEqual({ code: 0, stdout: 'Wrote crs.docx\n', stderr: '' });
    await report('crs.json');
    const [system] = JSON.parse(readFileSync(join(folder, 'crs.json'), 'utf8')).systems;
    const rowsOf = (id: string) => system.chapters.find((chapter: { id: string }) => chapter.id === id).content;
    const docx = openDocx(readFileSync(join(folder, 'crs.docx')));
    expect(faultsOf(docx)).toEqual([]);
    expect(paragraphsOf(docx, 'Title')).toEqual([system.title]);
    // Each control of the statement of applicability, with how it stands.
    const stated = tablesOf(docx)
      .filter(([head]) => head![0] === 'Requirement' && head!.includes('State'))
      .flatMap(([head, ...rows]) => rows.map((row) => [row[0], row[head!.indexOf('State')]]));
    const { controls } = rowsOf('applicability');
    expect(controls.length).toBeGreaterThan(100);
    expect(stated).toEqual(controls.map(({ control, state }: Record<string, string>) => [control, state]));
    const risks = tablesOf(docx).find(([head]) => head!.join().startsWith('Risk,Title,Rank'));
    const names = rowsOf('risks').map(({ name }: { name: string }) => name);
    expect(risks !== undefined).toBe(names.length > 0);
    expect(names).toEqual(expect.arrayContaining((risks ?? []).slice(1).map(([risk]) => risk)));
  },
);

test('the same text and day give the same bytes, at any hour and in any place of the world', async () => {
  const folder = newFolder();
  const write = async (file: string, zone: string) => {
    await zones(['report', join(EXAMPLES, 'substation'), ...DAY, '-o', file], folder, { ...process.env, TZ: zone });
    return readFileSync(join(folder, file));
  };
  const first = await write('a.docx', 'Pacific/Auckland');
  // Archives tell two seconds apart.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(first.equals(await write('b.docx', 'America/Los_Angeles'))).toBe(true);
});

test('is loaded for documents alone', async () => {
  const folder = folderOf({ 'a.zones': 'zone a { sl-t 1 }' });
  const { stdout } = await zones(['report'], folder, { ...process.env, NODE_DEBUG: 'module' });
  expect(JSON.parse(stdout).version).toBe(1);
  const loaded = async (file: string) =>
    (await zones(['report', '-o', file], folder, { ...process.env, NODE_DEBUG: 'module' })).stderr.includes(
      'documents.cjs',
    );
  expect(await loaded('crs.html')).toBe(false);
  expect(await loaded('crs.docx')).toBe(true);
});

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.skipIf(!office)(
  `LibreOffice ${office ? '' : '(not installed: apt-get install libreoffice-writer-nogui) '}opens it and prints all of it`,
  async () => {
    const folder = newFolder();
    await zones(['report', join(EXAMPLES, 'water-treatment'), ...DAY, '-o', 'crs.docx'], folder);
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      office!,
      [home, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'crs.docx')],
      {
        stdio: 'ignore',
      },
    );
    const text = readFileSync(join(folder, 'crs.txt'), 'utf8');
    const docx = openDocx(readFileSync(join(folder, 'crs.docx')));
    const captions = paragraphsOf(docx, 'Caption');
    expect(captions.length).toBeGreaterThan(20);
    expect(captions.filter((caption) => !text.includes(caption))).toEqual([]);
    expect(paragraphsOf(docx, 'Heading1').filter((heading) => !text.includes(heading))).toEqual([]);
  },
);
