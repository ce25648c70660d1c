import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemNamed } from '../../language-server/core/plant/index.ts';
import type { ChapterId } from '../../language-server/core/report/crs/chapter.ts';
import type { Block, ReportDocument, Table } from '../../language-server/core/report/document/blocks.ts';
import { writeHtml } from '../../language-server/core/report/writers/html-page.ts';
import { writeMarkdown } from '../../language-server/core/report/writers/markdown.ts';
import { documentOf, textsOf } from '../../language-server/editor/report.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';
import { HOSTILE } from '../support/hostile.ts';
import { EVERYTHING } from '../support/record-model.ts';
import { elementsNamed, readXml, type XmlElement } from '../support/xml.ts';
import { plant as randomPlant, writePlant } from './plant-model.ts';

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(Object.entries(files).map(([uri, text]) => ({ uri, text })));
  return workspace;
}

function reportOf(files: Readonly<Record<string, string>>, system: string, zone?: string) {
  const workspace = workspaceOf(files);
  const scope = { system, nameOf: (uri: string) => uri, ...(zone !== undefined && { zone }) };
  const document = documentOf(workspace, scope);
  const plant = systemNamed(workspace.store.query(), system);
  const lineText = ({ file, line }: { file: string; line: number }) => files[file]!.split('\n')[line]!;
  return { workspace, document, plant, lineText, texts: textsOf(workspace, scope) };
}

const isTable = (block: Block): block is Table => block.kind === 'table';
const tablesOf = (document: ReportDocument, ...ids: readonly ChapterId[]): Table[] =>
  document.chapters.filter(({ id }) => ids.includes(id)).flatMap(({ blocks }) => blocks.filter(isTable));
const cellOf = (columns: Table['columns'], cells: Table['rows'][number]['cells'], title: string) =>
  cells[columns.findIndex((column) => column.title === title)]!.lines[0];
const namesOf = (text: string) => /\(([^()\s]+)\)$/.exec(text)?.[1] ?? text;

function exampleOf(name: string): [Readonly<Record<string, string>>, string] {
  const folder = join(import.meta.dirname, '../../examples', name);
  const files = Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  return [files, /^system ([\w-]+)/m.exec(Object.values(files)[0]!)![1]!];
}

const models: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ...['water-treatment', 'manufacturing', 'substation'].map((name) => [name, ...exampleOf(name)] as const),
  ['a model that says everything', { 'all.zones': EVERYTHING.join('\n') }, 'riverside'],
];

describe.each(models)('%s', (_, files, system) => {
  const { document, plant, lineText, texts } = reportOf(files, system);

  test('each asset stands in one record, and its row leads to its line', () => {
    const rows = tablesOf(document, 'zone-records', 'conduit-records')
      .filter(({ caption }) => caption.startsWith('Assets of'))
      .flatMap((table) => table.rows.map(({ cells }) => namesOf(cells[0]!.lines[0]!)));
    const own = plant.assets.filter(({ home }) => home.sort === 'conduit' || !home.external);
    expect(rows.sort()).toEqual(own.map(({ path }) => path).sort());
    for (const { rows } of tablesOf(document, 'components').slice(0, 1)) {
      for (const { cells, line } of rows) {
        expect(lineText(line!)).toContain(`asset ${namesOf(cells[0]!.lines[0]!).split('.').at(-1)}`);
      }
    }
  });

  test('each flow, risk and exception has its row, which leads to its line', () => {
    const matrix = tablesOf(document, 'flows').filter(({ caption }) => caption === 'Flow matrix');
    const flows = matrix.flatMap(({ rows }) => rows);
    expect(flows).toHaveLength(plant.flows.length);
    for (const { line } of flows) expect(lineText(line!)).toMatch(/\S+ *(->|<->) *\S+/);
    const risks = tablesOf(document, 'risks').flatMap(({ rows }) => rows);
    expect(risks.map(({ cells }) => cells[0]!.lines[0])).toEqual(plant.risks.map(({ name }) => name));
    for (const { cells, line } of risks) expect(lineText(line!)).toContain(`risk ${cells[0]!.lines[0]}`);
    const excused = tablesOf(document, 'exceptions').filter(({ caption }) => caption.startsWith('Exceptions'));
    for (const { line } of excused.flatMap(({ rows }) => rows))
      expect(lineText(line!)).toMatch(/\b(allow|rule) [\w-]+/);
  });

  test('each required control stands in the table of its zone or conduit, and leads to what decides it', () => {
    const places = [...plant.zones.filter(({ external }) => !external), ...plant.conduits];
    const required = places.flatMap(({ path, required }) =>
      (required?.all ?? []).map(({ control }) => `${path} ${control.id}`),
    );
    const tables = tablesOf(document, 'applicability').slice(1);
    const rows = tables.flatMap(({ caption, rows }) =>
      rows.map(
        ({ cells }) => `${namesOf(caption.replace('Statement of applicability of ', ''))} ${cells[0]!.lines[0]}`,
      ),
    );
    expect(rows).toEqual(required);
    for (const { columns, cells, line } of tables.flatMap(({ columns, rows }) =>
      rows.map((row) => ({ ...row, columns })),
    )) {
      const state = cellOf(columns, cells, 'State');
      const verb = { implemented: 'implements', compensated: 'compensates', excluded: 'excludes', planned: 'plans' }[
        state!
      ];
      if (verb) expect(lineText(line!)).toMatch(new RegExp(`\\b${verb}\\b`));
    }
  });

  test('every row of the HTML leads to its line of the text on the page', () => {
    const html = writeHtml([document], texts);
    const root = readXml(html.replace(/^<!DOCTYPE html>\s*/, '').replace(/<style>[^<]*<\/style>/, ''));
    const ids = new Map(everyElement(root).flatMap((each) => (each.attributes.id ? [[each.attributes.id, each]] : [])));
    const links = elementsNamed(root, 'a').filter((each) => each.attributes.class === 'line');
    const wanted = document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.flatMap(({ line }) => line ?? [])
          : block.kind === 'heading'
            ? (block.line ?? [])
            : [],
      ),
    );
    expect(links).toHaveLength(wanted.length);
    links.forEach((link, i) => {
      const target = ids.get(link.attributes.href!.slice(1))!;
      expect(textIn(target)).toBe(`${wanted[i]!.line + 1}${lineText(wanted[i]!)}`);
    });
    // What leads to a chapter leads to one that is there.
    for (const { attributes } of elementsNamed(root, 'a')) expect(ids.has(attributes.href!.slice(1))).toBe(true);
  });

  test('Markdown has every table, and leads to the lines', () => {
    const { text, pictures } = writeMarkdown([document], {
      picture: (number) => `p/${number}.svg`,
      line: ({ file, line }) => `${file}#L${line + 1}`,
    });
    const tables = document.chapters.flatMap(({ blocks }) => blocks.filter(isTable));
    expect(text.match(/^\*Table \d+: /gm)).toHaveLength(tables.length);
    expect([...pictures.keys()].every((address) => text.includes(`](${address})`))).toBe(true);
    const rows = text.split('\n').filter((line) => line.startsWith('| ['));
    expect(rows.length).toBeGreaterThan(plant.assets.length);
    for (const row of rows) expect(row).toMatch(/^\| \[.*?\]\([\w./-]+\.zones#L\d+\)/);
  });
});

const everyElement = (root: XmlElement): XmlElement[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child))),
];

const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

test('of random plants each statement that decides a control stands where it decides', () => {
  fc.assert(
    fc.property(randomPlant, (model) => {
      const { document, plant } = reportOf({ 'a.zones': writePlant(model) }, 'plant');
      const states = new Map(
        tablesOf(document, 'applicability')
          .slice(1)
          .flatMap(({ caption, columns, rows }) =>
            rows.map(({ cells }) => [
              `${namesOf(caption.replace('Statement of applicability of ', ''))} ${cells[0]!.lines[0]}`,
              cellOf(columns, cells, 'State'),
            ]),
          ),
      );
      for (const place of [...plant.zones, ...plant.conduits]) {
        if (place.sort === 'zone' && place.external) continue;
        for (const { control, status } of place.required?.all ?? []) {
          const state = ['implemented', 'compensated', 'excluded', 'planned', 'accepted'].find(
            (each) => each === status,
          );
          expect(states.get(`${place.path} ${control.id}`)).toBe(state ?? 'open');
        }
      }
    }),
    { numRuns: 30 },
  );
});

test.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))('%s stays text', (_, text) => {
  const literal = (value: string) =>
    `"${value
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('\n', '\\n')
      .replace(/[\r\0]|\p{Cs}/gu, ' ')}"`;
  const model = (value: string) => `system s ${literal(value)} { document ${literal(value)} owner ${literal(value)} }
zone z ${literal(value)} { sl-t 1  owner ${literal(value)}  asset a ${literal(value)} : plc  implements SR 1.1 evidence ${literal(value)} }
zone y ${literal(value)}
conduit c ${literal(value)} between z and y { flow a -> y : https ${literal(value)} }
risk r ${literal(value)} { on z threat ${literal(value)} }`;
  const shapeOf = (value: string) => {
    const { document, texts } = reportOf({ 'a.zones': model(value) }, 's');
    const html = writeHtml([document], texts)
      .replace(/^<!DOCTYPE html>\s*/, '')
      .replace(/<style>[^<]*<\/style>/, '');
    const sections = everyElement(readXml(html)).filter(({ name }) => !['br', 'span', 'b'].includes(name));
    return { html, shape: sections.map(({ name }) => name).join(' ') };
  };
  const { html, shape } = shapeOf(text);
  expect(shape).toBe(shapeOf('harmless').shape);
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

describe('no sentence says more than the model', () => {
  const wordsOf = (text: string, id: ChapterId, zone?: string): string[] => {
    const { document } = reportOf({ 'a.zones': `system s\n${text}` }, 's', zone);
    const { blocks, add } = document.chapters.find((chapter) => chapter.id === id)!;
    return [
      ...add,
      ...blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? [block.text]
          : block.kind === 'table'
            ? block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))
            : [],
      ),
    ];
  };
  const NO_SL_T = "Add 'sl-t' to the zones and conduits: it decides which controls are required.";

  test.each([
    ['exclusions', 'No required control is excluded.'],
    ['compensations', 'No required control is compensated.'],
  ] as const)('%s: where nothing is required, nothing is claimed', (id, sentence) => {
    const statement = 'excludes SR 1.6 because "no wireless"';
    expect(wordsOf(`zone a { ${statement} }`, id)).toEqual([NO_SL_T]);
    expect(wordsOf('zone a { sl-t 1 }', id)).toEqual([sentence]);
  });

  test.each([
    ['zone a', ['No zone or conduit listed here has an asset.']],
    [
      'zone a { asset p : plc { count 3 } }',
      [
        'The one asset listed here stands in exactly one zone or conduit.',
        'Where one stands for several of the same, the number of its zone or conduit counts each of them.',
      ],
    ],
    ['zone a { asset p : plc }', ['The one asset listed here stands in exactly one zone or conduit.']],
    [
      'zone a { asset p : plc }\nzone b { asset p : plc }',
      ['Each of the 2 assets listed here stands in exactly one zone or conduit.'],
    ],
    [
      'zone a { asset p : plc asset p : hmi-panel }',
      ['Of some assets it cannot be told where they stand, because several have the same name: a.p.'],
    ],
    [
      'zone a { asset p : plc }\nzone ? {{',
      [
        'The one asset listed here stands in exactly one zone or conduit.',
        'Some text of the model cannot be read: assets that stand there are missing here.',
      ],
    ],
  ])('where the assets of %j stand', (text, expected) => {
    expect(wordsOf(text, 'drawings').filter((line) => /asset|read|several/.test(line))).toEqual(expected);
  });

  test('whether a risk is tolerable is said in words, not by a colour alone', () => {
    const text = (impact: string) => `zone a\nrisk r on a { likelihood likely impact ${impact} }`;
    expect(wordsOf(text('major'), 'risks')).toContain('not tolerable');
    expect(wordsOf(text('negligible'), 'risks')).toContain('tolerable');
    expect(wordsOf('risk r { threat "x" }', 'risks').join()).not.toContain('tolerable,');
  });

  test('a plan whose day has passed says so where its control is open', () => {
    const text = (day: string) => `zone a { sl-t 1  plans SR 1.1 until ${day} "later" }`;
    expect(wordsOf(text('2020-01-01'), 'plan')).toEqual(expect.arrayContaining(['2020-01-01', 'has passed']));
    expect(wordsOf(text(TODAY), 'plan')).not.toContain('has passed');
  });

  test('a system without zones has no picture of them', () => {
    for (const id of ['summary', 'drawings'] as const) {
      expect(wordsOf('', id)).toContain('There is no zone to be drawn.');
      expect(wordsOf('zone a', id)).not.toContain('There is no zone to be drawn.');
    }
  });

  test('the summary begins with how the system stands', () => {
    const first = (text: string) => wordsOf(text, 'summary').find((line) => line.startsWith('Zones and conduits with'));
    expect(first('zone a')).toBeUndefined();
    expect(first('zone a "Line" { sl-t { 0 0 0 0 0 1 0 } }\nzone b { sl-t 1 }')).toMatch(
      /^Zones and conduits with an SL-T: 2; achieving less than it asks for: 2\. Required controls that are missing there: \d+; most of them in b: \d+\.$/,
    );
    expect(first('zone a { sl-t 0 }\nzone b')).toBe(
      'Zones and conduits with an SL-T: 1; achieving less than it asks for: 0. Required controls that are missing there: none.',
    );
  });

  test('a chapter of one zone that is empty says that nothing is missing', () => {
    const nothing = 'Nothing that the model says belongs here, and nothing is missing.';
    const text = 'zone a { sl-t 1 }\nzone b { sl-t 1 }\nregulation law "Law" { requires SR 1.1 on a }';
    expect(wordsOf(text, 'regulations', 'b')).toEqual([nothing]);
    expect(wordsOf(text, 'regulations', 'a')).not.toContain(nothing);
    expect(wordsOf('zone a\nzone b', 'regulations', 'b')).not.toContain(nothing);
  });

  test('what a regulation asks of no zone is not met everywhere', () => {
    const text = 'regulation r "R" { requires SR 1.1 }\nzone a';
    expect(wordsOf(text, 'regulations')).toContain('asked nowhere: no zone has an SL-T');
    expect(wordsOf(`${text} { sl-t 1 implements SR 1.1 }`, 'regulations')).toContain('met everywhere');
  });

  test('what is tolerable is the word of the owner, or a convention of this tool', () => {
    const matrix = (tolerable: string) => `risk-matrix m { likelihood low, high impact small, large ${tolerable} }`;
    const sentence = (text: string) => wordsOf(text, 'tolerable-risk').filter((line) => line.includes('mark'));
    expect(sentence(matrix('tolerable 2'))).toEqual([
      'A risk is tolerable up to 2; what is higher is marked with an exclamation mark.',
    ]);
    for (const text of ['', matrix('')]) {
      expect(sentence(text)).toEqual([
        'The model does not say which risk is tolerable. This tool takes up to 6; what is higher is marked with an exclamation mark.',
      ]);
    }
  });

  test('an access point has its title wherever it stands, and what protects it is the text of the model', () => {
    const text = 'zone a { access-point door "Door" : physical { protection "visitors are accompanied" } }';
    expect(wordsOf(text, 'system')).toContain('Door (a.door)');
    expect(wordsOf(text, 'zone-records')).toContain('Door (a.door): protection: visitors are accompanied');
  });
});
