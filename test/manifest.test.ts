import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../language-server/core/diagram/files/png-font.ts';
import { readSource } from '../language-server/language/source-file.ts';
import { countResults } from '../scripts/lib/vitest.mjs';
import { projectFiles, textOf } from './support/sources.ts';

const manifest = JSON.parse(textOf('package.json'));
const { contributes } = manifest;
const commands = new Set<string>(contributes.commands.map(({ command }: { command: string }) => command));
const client = projectFiles()
  .filter((file) => /^src\/.*\.ts$/.test(file))
  .map(textOf)
  .join('\n');

describe('the manifest', () => {
  test('offers the commands that the client registers, and no others', () => {
    // Those of panels are named where the panel is described.
    const named = /(?:registerCommand\(\s*|^ {4}command: )'([^']+)'/gm;
    const registered = [...client.matchAll(named)].map(([, command]) => command);
    expect(registered.sort()).toEqual([...commands].sort());
  });

  test('puts known commands into menus and keybindings', () => {
    const menus: { command: string }[] = Object.values(contributes.menus).flat() as { command: string }[];
    const used = [...menus, ...contributes.keybindings].map(({ command }) => command);
    expect(used.filter((command) => !commands.has(command))).toEqual([]);
  });

  test('names files that are there', () => {
    const files = new Set(projectFiles());
    const [language] = contributes.languages;
    const named = [
      manifest.icon,
      language.configuration,
      language.icon.light,
      language.icon.dark,
      contributes.grammars[0].path,
      contributes.snippets[0].path,
    ].map((path: string) => path.replace(/^\.\//, ''));
    expect(named.filter((path) => !files.has(path))).toEqual([]);
  });

  test('has the settings that are read, and no others', () => {
    const settings = Object.keys(contributes.configuration.properties).sort();
    expect(settings).toEqual([
      'zones.missingControl.group',
      'zones.preview.openWithFirstModel',
      'zones.rules',
      'zones.trace.server',
    ]);
    expect(client).toContain("'preview.openWithFirstModel'");
    expect(textOf('language-server/editor/configuration.ts')).toContain('missingControl');
  });
});

test('every bundle has its entry point', () => {
  const lists = [...textOf('esbuild.mjs').matchAll(/entryPoints: \{([^}]*)\}/g)].map(([, list]) => list!);
  const entries = lists.flatMap((list) => [...list.matchAll(/\w+: '([^']+)'/g)].map(([, file]) => file));
  expect(entries).toHaveLength(9);
  const files = projectFiles();
  expect(entries.filter((entry) => !files.includes(entry ?? ''))).toEqual([]);
});

test('everything that is built is packaged, but for the source maps', () => {
  const patterns = manifest.files.map(
    (glob: string) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
  );
  const built = readdirSync('dist').filter((file) => !file.endsWith('.map'));
  for (const file of ['licences.txt', 'resvg.wasm.br', ...FONT_FILES]) expect(built).toContain(file);
  expect(built.filter((file) => !patterns.some((pattern: RegExp) => pattern.test(`dist/${file}`)))).toEqual([]);
});

test('the licences of what is bundled ship with it', () => {
  const licences = textOf('dist/licences.txt');
  for (const name of [
    'langium',
    'd3-zoom',
    'commander',
    'docx',
    'fflate',
    'svgpath',
    '@resvg/resvg-wasm',
    '@expo-google-fonts/arimo',
  ]) {
    expect(licences).toContain(`${name} `);
  }
  expect(licences).toContain('SIL OPEN FONT LICENSE Version 1.1');
});

test('so do those of what is compiled into it', () => {
  const licences = textOf('dist/licences.txt');
  expect(licences).toMatch(/^path-browserify 1\.0\.1 \(MIT\), in vscode-uri\. Copyright \(c\) 2013 James Halliday$/m);
  // The library for documents says in comments what it was bundled from.
  const bundle = readFileSync('node_modules/docx/dist/index.mjs', 'utf8');
  const bundled = [...bundle.matchAll(/^\/\/ (?:\0@|node_modules\/)([\w+-]+)/gm)].map(
    ([, name]) => name!.split('@')[0]!,
  );
  expect(bundled).toContain('nanoid');
  expect(
    bundled.filter((name) => !new RegExp(`^${name.replace('+', '\\+')}.* in docx\\.`, 'm').test(licences)),
  ).toEqual([]);
  // Where a Rust program may stop, it has the path of the source: the crate with its version, or a checkout of it.
  const renderer = readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'latin1');
  const crates = new Set(
    [...renderer.matchAll(/\/([\w-]+)-(\d+\.\d+\.\d+)\/src\//g)].map((found) => `${found[1]} ${found[2]}`),
  );
  expect(crates.size).toBeGreaterThan(30);
  const checkouts = new Set(
    [...renderer.matchAll(/checkouts\/[^/]+\/\w+\/crates\/([\w-]+)\/src\//g)].map((found) => found[1]!),
  );
  expect([...checkouts]).toContain('resvg');
  const missing = [...crates, ...checkouts, 'woff2', 'std'].filter(
    (work) => !new RegExp(`^${work} `, 'm').test(licences),
  );
  expect(missing).toEqual([]);
  for (const text of ['Permission is hereby granted', 'Apache License', 'Mozilla Public License Version 2.0']) {
    expect(licences).toContain(text);
  }
});

test('npm start opens a model that is there', () => {
  const [, folder, name] = /examples, '([^']+)', '([^']+)'/.exec(textOf('scripts/start.mjs')) ?? [];
  expect(projectFiles()).toContain(`examples/${folder}/${name}`);
});

describe('the snippets', () => {
  const snippets: Record<string, { prefix: string; body: string[] }> = JSON.parse(textOf('snippets/zones.json'));
  const inZone = new Set(['Asset', 'Asset with details', 'Access point', 'Flow', 'Target security level', 'Allow']);
  for (const verb of ['Implements', 'Plans', 'Excludes', 'Compensates', 'Accepts']) inZone.add(verb);

  /** What the snippet leaves when every stop is passed with Tab. */
  const expanded = (body: readonly string[]): string =>
    body
      .join('\n')
      .replaceAll('$CURRENT_YEAR', '2030')
      .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
      .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
      .replaceAll(/\$0/g, '');

  test.each(Object.entries(snippets))('%s is right as it stands', (name, { body }) => {
    const text = expanded(body);
    expect(text).not.toContain('$');
    const inside = name === 'Text block' ? `description ${text}` : text;
    const whole = inZone.has(name) || name === 'Text block' ? `zone z {\n${inside}\n}` : inside;
    const { units } = readSource(whole);
    expect(units.length).toBeGreaterThan(0);
    expect(units.flatMap(({ source }) => source.unit.problems)).toEqual([]);
  });

  test('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe('the count of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((status) => ({ status })),
  });

  test('has passed, failed and skipped tests of all files', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed')] };
    expect(countResults(report)).toEqual({ passed: 2, failed: 2, skipped: 1 });
  });

  test('has a failure for a file that could not be loaded', () => {
    expect(countResults({ testResults: [file('passed', 'passed'), file('failed')] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });
});
