import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../language-server/cli/formats/github.ts';
import { formatJunit } from '../../language-server/cli/formats/junit.ts';
import { table } from '../../language-server/cli/formats/table.ts';
import { formatText } from '../../language-server/cli/formats/text.ts';
import { plain } from '../../language-server/cli/terminal.ts';
import { printPage } from '../../language-server/core/diagram/files/print-page.ts';
import { csv } from '../../language-server/core/text/csv.ts';
import { writeJson } from '../../language-server/core/text/json.ts';
import { printable, printableLine } from '../../language-server/core/text/visible.ts';
import { escapeXml } from '../../language-server/core/text/xml.ts';
import { folderOf, zones } from '../support/cli.ts';
import { HOSTILE } from '../support/hostile.ts';
import { elementsNamed, readXml } from '../support/xml.ts';

/** What no log may have: characters that act without being seen, and what a build server obeys. */
const UNSEEN = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;
const MARK = /#[\u200c\u200d]*#[\w\u200c\u200d]*\[/;
const COMMAND = /^[\s\u200c\u200d]*::/m;

function expectClean(log: string, command = COMMAND): void {
  expect(log).not.toMatch(UNSEEN);
  expect(log).not.toMatch(MARK);
  expect(log).not.toMatch(command);
}

/** A report with a text wherever texts of models and names of files stand. */
const reportWith = (text: string) => ({
  findings: [
    {
      rule: 'missing-sl-t',
      severity: 'error' as const,
      message: text,
      file: text,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      system: 's',
      element: text,
      related: [
        { message: text, file: text, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } } },
      ],
    },
  ],
  summary: { files: 1, zones: 0, assets: 0, conduits: 0, errors: 1, warnings: 0, infos: 0, hints: 0 },
  files: new Map([[text, text]]),
});

describe.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))('%s', (_, text) => {
  test('on a terminal and in a log', () => {
    expectClean(printable(text));
    expectClean(`${printableLine(text)}: left as written`);
    expect(printableLine(text)).not.toContain('\n');
    expectClean(formatText(reportWith(text), plain));
    expectClean(table(['Zone', 'Title'], [[text, text]]).join('\n'));
  });

  test('in a table for spreadsheets', () => {
    const written = csv([[text, text, -1, null]]);
    expectClean(written.replaceAll('\r\n', '\n'));
    expect(written.split('\r\n')).toHaveLength(2);
    const cells = readCsvLine(written.slice(0, -2));
    expect(cells).toHaveLength(4);
    expect(cells.slice(2)).toEqual(['-1', '']);
    // Some part cells at semicolons and tabs, too.
    for (const part of written.split(/[;\t\r\n]/)) expect(part.replace(/^[\s"]*/, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
    for (const cell of cells.slice(0, 2)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });

  test('as an annotation of GitHub', () => {
    const written = formatGithub(reportWith(text));
    expect(written.split('\n')).toHaveLength(2);
    const [, properties] = /^::error ([^:]*)::[^\n]*\n$/.exec(written) ?? [];
    const names = properties?.split(',').map((property) => property.split('=')[0]);
    expect(names).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
    expectClean(written, /(?!)/);
    expectClean(decodeURIComponent(written.replace(/^::error [^:]*::/, '').replace(/%(?!25|0A)/g, '%25')));
  });

  test('as JUnit', () => {
    const written = formatJunit(reportWith(text));
    expectClean(written);
    const root = readXml(written);
    expect(elementsNamed(root, 'testsuite').map(({ attributes }) => Object.keys(attributes))).toEqual([
      ['name', 'tests', 'failures', 'errors', 'skipped'],
    ]);
    const [failure, ...more] = elementsNamed(root, 'failure');
    expect(more).toEqual([]);
    expect(Object.keys(failure!.attributes)).toEqual(['type', 'message']);
    expect(failure!.children).toHaveLength(1);
  });

  test('as JSON, which is read as it was', () => {
    const written = writeJson({ text, [text]: [text] });
    expectClean(written);
    expect(JSON.parse(written)).toEqual({ version: 1, text, [text]: [text] });
  });

  test('in the markup of pictures and pages', () => {
    const escaped = escapeXml(text);
    expectClean(`<t>${escaped}</t>`);
    expect(escaped).not.toMatch(/[<>"'\n]/);
    const { attributes, children } = readXml(`<t a="${escaped}">x${escaped}</t>`);
    // What XML cannot hold, and what turns the line, is replaced; all else is there.
    const held = text.replace(/[\u202a-\u202e\u2066-\u2069\p{Cs}]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '\ufffd');
    expect([attributes.a, children[0]]).toEqual([held, `x${held}`]);
    const { html } = printPage('<svg width="1" height="1"></svg>', text);
    expect(html.split('\n').find((line) => line.startsWith('<title>'))).toBe(`<title>${escaped}</title>`);
  });
});

/** The cells of a line of CSV by RFC 4180. */
function readCsvLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!,
  );
}

describe('the commands', () => {
  const literal = (text: string) =>
    `"${text
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('\n', '\\n')
      .replace(/\r|\p{Cs}/gu, ' ')}"`;
  const nameOf = (text: string) => text.replace(/[/\0]|\p{Cs}/gu, '∕').slice(0, 100);
  const model = (text: string, i: number) =>
    `system s\n${i === 0 ? 'system twice' : ''}
zone z${i} ${literal(text)} : nowhere {
  owner ${literal(text)}
  asset a${i} ${literal(text)} : plc
  conduit c${i} ${literal(text)} between z${i} and z${i} { flow a${i} -> a${i} : https ${literal(text)} }
}
/** ${text.replaceAll('*/', '')} */
asset-type t${i} ${literal(text)} extends plc
profile p${i} ${literal(text)} { SR 1.1 }
${text.replaceAll('"', '')}
`;
  const folder = () =>
    folderOf({
      ...Object.fromEntries(HOSTILE.map((text, i) => [`${nameOf(text)}/${nameOf(text)}.zones`, model(text, i)])),
      'broken/::error::a.zones': '\0',
    });
  const runs = [
    ...['text', 'json', 'sarif', 'junit'].map((format) => ['check', '--format', format]),
    ...['table', 'json', 'csv'].map((format) => ['posture', '--format', format]),
    ...['table', 'json'].map((format) => ['catalog', '--format', format]),
    ['diagram', '--system', 's'],
    ...['json', 'html', 'md'].map((format) => ['report', '--system', 's', '--format', format]),
    ...['flows', 'mermaid', 'dot', 'drawio', 'otm', 'json'].map((format) => [
      'export',
      '--system',
      's',
      '--to',
      format,
    ]),
    ['format', '--check'],
    ['format'],
  ];

  test.each(runs)('%s %s %s print nothing that acts', async (...args) => {
    const { stdout, stderr } = await zones(args.filter(Boolean), folder());
    expect(stdout.length).toBeGreaterThan(1000);
    expectClean(stdout.replaceAll('\r\n', '\n'));
    expectClean(stderr);
  });

  test('faults and notes print nothing that acts', async () => {
    const at = folder();
    const names = HOSTILE.map(nameOf).filter((text) => [UNSEEN, MARK, COMMAND].some((sign) => sign.test(text)));
    expect(names.length).toBeGreaterThan(15);
    for (const [i, text] of names.entries()) {
      const ways = [['check', `./${text}x`], ['diagram', '--system', text], ['diagram', '-o', text], [`./${text}`]];
      const { stdout, stderr, code } = await zones(ways[i % ways.length]!, at);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expectClean(stderr);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test('each annotation of GitHub is a finding', async () => {
    const { stdout } = await zones(['check', '--format', 'github'], folder());
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(HOSTILE.length);
    expect(lines.filter((line) => !/^::(error|warning|notice) file=[^:]*,title=[a-z-]+::/.test(line))).toEqual([]);
    expectClean(stdout, /(?!)/);
  });

  test('the messages of SARIF lead nowhere', async () => {
    const { stdout } = await zones(['check', '--format', 'sarif'], folder());
    const { results } = JSON.parse(stdout).runs[0];
    expect(results.length).toBeGreaterThan(HOSTILE.length);
    for (const { message, locations } of results) {
      expect(message.text).not.toMatch(/\]\(/);
      expectClean(message.text, /(?!)/);
      expect(locations[0].physicalLocation.artifactLocation).toEqual({
        uri: expect.stringMatching(/^[^:]*$/),
        uriBaseId: 'SRCROOT',
      });
    }
  });
});
