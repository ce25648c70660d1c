import { expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { folderOf, zones } from '../support/cli.ts';
import { elementsNamed, readXml, type XmlElement } from '../support/xml.ts';

/** A model whose names, titles and paths need escaping in every format. */
const AWKWARD = {
  'a b,c:d/50%.zones': `system s {
  rule missing-sl-t info
}
zone a "A & <B> 'C' \\"D\\", 100%: \\n E" : control
zone b : nowhere
allow-nothing
`,
  'ok.zones': 'system s\nzone internet : external\n',
};

const run = async (format: string, files: Record<string, string> = AWKWARD) =>
  zones(['check', '--format', format, '--as-of', '2026-11-24'], folderOf(files));

/** The same findings by JSON, to compare with. */
async function asJson(): Promise<{ rule: string; severity: string; message: string; file: string; range: Range }[]> {
  return JSON.parse((await run('json')).stdout).findings;
}
interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

test('SARIF is a 2.1.0 log with the rules as a table and the findings as results', async () => {
  const { stdout, code } = await run('sarif');
  const log = JSON.parse(stdout);
  expect(log).toMatchObject({ $schema: expect.stringContaining('sarif-2.1.0'), version: '2.1.0' });
  expect(log.runs).toHaveLength(1);
  const [{ tool, results, columnKind, originalUriBaseIds }] = log.runs;
  expect(columnKind).toBe('utf16CodeUnits');
  expect(tool.driver).toMatchObject({ name: 'zones', semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map((rule) => rule.code));
  for (const rule of tool.driver.rules) {
    expect(rule.shortDescription.text).toBeTruthy();
    expect(new URL(rule.helpUri).pathname).toContain(rule.id);
    expect(['error', 'warning', 'note', undefined]).toContain(rule.defaultConfiguration.level);
    expect(rule.defaultConfiguration.enabled).toBe(rule.defaultConfiguration.level !== undefined);
  }
  const helped = tool.driver.rules.filter(({ help }: { help?: object }) => help);
  expect(helped.find(({ id }: { id: string }) => id === 'missing-sl-t').help.markdown).toMatch(/^# /);
  const expected = await asJson();
  expect(results.length).toBe(expected.length);
  expect(results.length).toBeGreaterThan(2);
  for (const [i, finding] of expected.entries()) {
    const { ruleId, ruleIndex, level, message, locations, partialFingerprints } = results[i];
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(ruleId).toBe(finding.rule);
    expect(level).toBe({ error: 'error', warning: 'warning', info: 'note', hint: 'note' }[finding.severity]);
    expect(message.text).toBe(finding.message);
    const [{ physicalLocation }] = locations;
    const { uri, uriBaseId } = physicalLocation.artifactLocation;
    expect(uri).not.toMatch(/[ :]|%(?![0-9A-F]{2})/);
    expect(decodeURIComponent(uri)).toBe(finding.file);
    expect(originalUriBaseIds).toHaveProperty(uriBaseId);
    expect(physicalLocation.region).toEqual({
      startLine: finding.range.start.line + 1,
      startColumn: finding.range.start.character + 1,
      endLine: finding.range.end.line + 1,
      endColumn: finding.range.end.character + 1,
    });
    expect(Object.values(partialFingerprints)).toEqual([expect.stringMatching(/^[0-9a-f]+$/)]);
  }
  const prints = results.map((result: { partialFingerprints: object }) => JSON.stringify(result.partialFingerprints));
  expect(new Set(prints).size).toBe(prints.length);
  expect(code).toBe(1);
});

test('a fingerprint of SARIF stays where only lines move', async () => {
  const prints = async (text: string) => {
    const { stdout } = await run('sarif', { 'a.zones': text });
    return JSON.parse(stdout).runs[0].results.map(
      (result: { partialFingerprints: object }) => result.partialFingerprints,
    );
  };
  const text = 'system s\nzone a : control\nzone b : control { sl-t 1 }\n';
  expect(await prints(`// moved\n\n${text}`)).toEqual(await prints(text));
});

test('related places are related locations in SARIF', async () => {
  const { stdout } = await run('sarif', { 'a.zones': 'zone a : control\n', 'b.zones': 'zone a : control\n' });
  const results: { ruleId: string; relatedLocations?: object[] }[] = JSON.parse(stdout).runs[0].results;
  expect(results.find(({ ruleId }) => ruleId === 'duplicate-name')?.relatedLocations).toEqual([
    {
      id: 0,
      message: { text: expect.any(String) },
      physicalLocation: {
        artifactLocation: { uri: 'a.zones', uriBaseId: 'SRCROOT' },
        region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 7 },
      },
    },
  ]);
});

test('JUnit has a suite a file, a case a finding; errors and warnings fail, infos and hints do not', async () => {
  const { stdout } = await run('junit');
  const root = readXml(stdout);
  const suites = elementsNamed(root, 'testsuite');
  expect(suites.map(({ attributes }) => attributes.name)).toEqual(Object.keys(AWKWARD));
  const expected = await asJson();
  expect(expected.map(({ severity }) => severity)).toContain('hint');
  const [first, second] = suites;
  const cases = elementsNamed(first!, 'testcase');
  expect(cases).toHaveLength(expected.length);
  for (const [i, finding] of expected.entries()) {
    const { attributes, children } = cases[i]!;
    const failure = elementsNamed(cases[i]!, 'failure')[0];
    expect(attributes.classname).toBe(finding.file);
    expect(attributes.name).toContain(finding.rule);
    expect(attributes.name).toContain(`(${finding.range.start.line + 1}:${finding.range.start.character + 1})`);
    if (!['error', 'warning'].includes(finding.severity)) expect(failure).toBeUndefined();
    else expect(failure?.attributes).toEqual({ type: finding.severity, message: finding.message });
    expect(JSON.stringify(children)).toContain(JSON.stringify(finding.message).slice(1, -1));
  }
  const failed = elementsNamed(first!, 'failure').length;
  expect(first!.attributes).toMatchObject({ tests: String(cases.length), failures: String(failed) });
  expect(root.attributes).toMatchObject({ tests: String(cases.length + 1), failures: String(failed) });
  expect(second!.attributes).toMatchObject({ tests: '1', failures: '0' });
});

/** What Jenkins' schema lets an element have: attributes, those that it must, and elements. */
const JENKINS: Readonly<Record<string, readonly [may: string, must: string, elements: string]>> = {
  testsuites: ['name time tests failures errors', '', 'testsuite'],
  testsuite: [
    'name tests failures errors group time skipped timestamp hostname id package file log url',
    'name tests failures errors',
    'testsuite properties testcase system-out system-err',
  ],
  testcase: ['name time classname group', 'name', 'skipped error failure system-out system-err'],
  failure: ['type message', '', ''],
  'system-out': ['', '', ''],
};

test('JUnit is what the schema of Jenkins takes', async () => {
  const seen = new Set<string>();
  const judge = ({ name, attributes, children }: XmlElement): void => {
    const [may, must, elements] = JENKINS[name]!.map((words) => words.split(' '));
    const given = Object.keys(attributes);
    expect({ name, strange: given.filter((attribute) => !may!.includes(attribute)) }).toEqual({ name, strange: [] });
    expect(given).toEqual(expect.arrayContaining(must!.filter(Boolean)));
    const inner = children.filter((child) => typeof child !== 'string');
    expect(inner.filter((child) => !elements!.includes(child.name))).toEqual([]);
    // Only what is told in words has text.
    if (elements!.join('') !== '') expect(inner.length).toBe(children.length);
    seen.add(name);
    for (const child of inner) judge(child);
  };
  judge(readXml((await run('junit')).stdout));
  expect([...seen].sort()).toEqual(Object.keys(JENKINS).sort());
});

test('JUnit stays well-formed XML whatever a file holds', async () => {
  const { stdout } = await run('junit', { 'a.zones': 'zone \u0000\u001b]]> "\uD800" {\n', 'b&"<>.zones': 'zone' });
  expect(elementsNamed(readXml(stdout), 'failure').length).toBeGreaterThan(0);
});

test('GitHub annotations have their file, place, rule and message, escaped', async () => {
  const { stdout } = await run('github');
  const expected = await asJson();
  const decode = (text: string) =>
    text.replaceAll(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const read = stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, command, properties, message] = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line)!;
      const entries = properties!.split(',').map((property) => property.split('=') as [string, string]);
      const values = Object.fromEntries(entries.map(([name, value]) => [name, decode(value)]));
      return { command, ...values, message: decode(message!) };
    });
  expect(read).toEqual(
    expected.map(({ severity, file, rule, message, range: { start, end } }) => ({
      command: { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }[severity],
      file,
      title: rule,
      message,
      line: String(start.line + 1),
      endLine: String(end.line + 1),
      ...(start.line === end.line && { col: String(start.character + 1), endColumn: String(end.character + 1) }),
    })),
  );
});
