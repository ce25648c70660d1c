import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgress, paintFor } from '../../language-server/cli/terminal.ts';
import { folderOf, zones } from '../support/cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMANDS = [
  'check',
  'posture',
  'roadmap',
  'report',
  'hash',
  'import',
  'export',
  'diagram',
  'format',
  'catalog',
  'init',
  'lsp',
];

test('help lists the commands there are', async () => {
  const { code, stdout, stderr } = await zones(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const listed = [...stdout.matchAll(/^ {2}([a-z]+) \[?/gm)].map(([, name]) => name);
  expect(listed).toEqual([...COMMANDS, 'help']);
  expect((await zones([])).stdout).toBe(stdout);
  expect((await zones(['help', 'check'])).stdout).toBe((await zones(['check', '--help'])).stdout);
});

test.each(COMMANDS)('zones %s --help says what it does, with examples', async (name) => {
  const { code, stdout, stderr } = await zones([name, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`Usage: zones ${name}`);
  expect(stdout).toMatch(new RegExp(`\\nExamples:\\n {2}\\$ zones ${name}`));
});

test('prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(await zones(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('what it does not know ends with 2 and one line', async () => {
  const unknown = await zones(['chekc']);
  expect(unknown).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^zones: Unknown command 'chekc'.*Did you mean check\?.*\n$/),
  });
  expect((await zones(['--nothing'])).code).toBe(2);
  expect((await zones(['init', 'a', 'b'])).code).toBe(2);
});

test('a crash is told in one line', async () => {
  const fault = "setImmediate(() => { throw new Error('boom\\nand more') })";
  const preloaded = { ...process.env, NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(fault)}"` };
  expect(await zones(['check', 'examples'], ROOT, preloaded)).toMatchObject({
    code: 2,
    stderr: 'zones: Internal error, please report it: Error: boom\n',
  });
});

test('the README shows what the commands print, one after the other', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, session] = /```console\n([\s\S]*?)```/.exec(readme)!;
  const steps = session!.split(/^\$ npx zones /m).slice(1);
  expect(steps.length).toBeGreaterThan(0);
  const folder = folderOf({});
  for (const step of steps) {
    const [command, ...output] = step.trimEnd().split('\n');
    const { stdout } = await zones(command!.split(' '), folder);
    // A line of … stands for what is left out.
    for (const part of output.join('\n').split(/\n?…\n?/)) expect(stdout).toContain(part);
  }
});

/** A terminal with colours that remembers what is written to it. */
function terminal(written: string[]): NodeJS.WriteStream {
  const stream = { isTTY: true, hasColors: () => true, write: (text: string) => written.push(text) > 0 };
  return stream as unknown as NodeJS.WriteStream;
}

test('progress is for terminals and for what takes long', () => {
  const written: string[] = [];
  const short = createProgress(terminal(written));
  short.step('Reading …');
  short.step('Checking …', 10);
  short.end();
  expect(written).toEqual([]);
  const long = createProgress(terminal(written));
  long.step('Checking …', 5000);
  long.end();
  expect(written).toEqual(['\r\u001b[2KChecking …', '\r\u001b[2K']);
  const piped = createProgress({
    isTTY: false,
    write: (text: string) => written.push(text),
  } as unknown as NodeJS.WriteStream);
  piped.step('Checking …', 5000);
  piped.end();
  expect(written).toHaveLength(2);
});

test('colours are for terminals that have them', () => {
  expect(paintFor(terminal([]))('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  expect(paintFor({ isTTY: false } as unknown as NodeJS.WriteStream)('red', 'x')).toBe('x');
  expect(paintFor({ isTTY: true, hasColors: () => false } as unknown as NodeJS.WriteStream)('red', 'x')).toBe('x');
});
