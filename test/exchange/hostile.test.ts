import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { bytesOf, exported, imported, skeletonOf, textOf, workspaceOf } from '../support/exchange.ts';
import { HOSTILE } from '../support/hostile.ts';
import { elementsNamed, readXml } from '../support/xml.ts';
import { hostileModel } from './hostile-model.ts';

const workspace = workspaceOf(hostileModel(HOSTILE));
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;
/** What acts without being seen. */
const UNSEEN = /[^\P{Cc}\t\r\n]|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

const COUNT = HOSTILE.length;

describe('texts of people who wish ill', () => {
  test.each([
    'flows.csv',
    'flows.md',
    'firewall.csv',
    'firewall.md',
    'firewall.pol',
    'mermaid.mmd',
    'dot.dot',
    'drawio.drawio',
    'otm.otm',
    'json.json',
  ])('in %s nothing acts that is not seen', (name) => {
    const { files } = exported(workspace, name.split('.')[0]!, name);
    expect(files.length).toBeGreaterThan(0);
    for (const { content } of files) expect(content as string).not.toMatch(UNSEEN);
  });

  test.each(['csv', 'xlsx', 'drawio', 'otm', 'json'])('come back from %s with every name', async (format) => {
    const back = await imported(await bytesOf(exported(workspace, format, `a.${format}`)));
    const names = (of: typeof workspace) => {
      const { zones, assets, conduits } = skeletonOf(of, 's');
      return [zones, assets, conduits].map((list) => list.map(({ path }) => path));
    };
    expect(names(back.workspace)).toEqual(names(workspace));
    expect(names(workspace)[0]).toHaveLength(COUNT);
  });

  test('in a workbook are texts, and no formulas', async () => {
    const [bytes] = (await bytesOf(exported(workspace, 'xlsx', 'a.xlsx'))).values();
    const parts = Object.entries(unzipSync(bytes!)).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(parts.length).toBe(8);
    for (const [, part] of parts) expect(new TextDecoder().decode(part)).not.toMatch(/<f[ >]/);
    const { sheets } = await readXlsx(bytes!);
    const texts = sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string'));
    expect(texts.length).toBeGreaterThan(COUNT * 10);
    expect(texts.filter((text) => FORMULA.test(text))).toEqual([]);
    expect(texts.filter((text) => UNSEEN.test(text))).toEqual([]);
  });

  test('in tables begin no formula', () => {
    const { files } = exported(workspace, 'csv', 'tables');
    for (const { content } of files) {
      for (const part of (content as string).split(/[,;\t\r\n]/)) {
        expect(part.replace(/^[\s"]*/, '')).not.toMatch(/^[=+\-@＝＋－＠](?!\d+(\.\d+)?$)/);
      }
    }
  });

  test('in a drawing are labels and properties of as many cells as there are elements', () => {
    const root = readXml(textOf(exported(workspace, 'drawio', 'a.drawio')));
    const marks = elementsNamed(root, 'object').map(({ attributes }) => attributes.zones);
    const count = (mark: string) => marks.filter((each) => each === mark).length;
    expect([count('zones'), count('conduits'), count('assets')]).toEqual([COUNT, COUNT - 1, 3 * COUNT - 1]);
  });

  test('in Mermaid are labels that are nothing else', () => {
    const lines = textOf(exported(workspace, 'mermaid', 'a.mmd'))
      .trimEnd()
      .split('\n')
      .slice(4);
    const label = String.raw`"(?:[\p{L}\p{M}\p{N} .,()\-\u200c\u200d]|#\d+;)*"`;
    const known = new RegExp(
      String.raw`^ +(subgraph [zac]\d+ \[${label}\]|[zac]\d+\[${label}\]|end|[zac]\d+ (-->|<-->|---)(\|${label}\|)? [zac]\d+)$`,
      'u',
    );
    expect(lines.length).toBeGreaterThan(COUNT * 3);
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
  });

  const dot = spawnSync('dot', ['-V']).status === 0;
  test.skipIf(!dot)('in DOT are read by Graphviz as they are', () => {
    const drawn = spawnSync('dot', ['-Tjson0'], {
      input: textOf(exported(workspace, 'dot', 'a.dot')),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect([drawn.status, drawn.stderr]).toEqual([0, '']);
    const { objects } = JSON.parse(drawn.stdout) as { objects: { name: string }[] };
    expect(objects.filter(({ name }) => /^a\d+$/.test(name))).toHaveLength(3 * COUNT - 1);
  });

  test('in a policy stand in comments', () => {
    const { files } = exported(workspace, 'firewall', 'a.pol');
    const policies = files.filter(({ name }) => name.endsWith('.pol'));
    expect(policies).toHaveLength(COUNT - 1);
    const known = /^(#.*|header \{|\}|term [a-z\d-]+ \{| {2}(comment:: "[^"]*"|[a-z-]+:: [\w :-]+))?$/u;
    for (const { content } of policies) {
      expect((content as string).split('\n').filter((line) => !known.test(line))).toEqual([]);
    }
  });
});
