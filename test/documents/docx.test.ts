import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, ReportDocument, Table } from '../../language-server/core/report/document/blocks.ts';
import { chapterHeading, lackOf } from '../../language-server/core/report/writers/numbering.ts';
import { visible } from '../../language-server/core/text/visible.ts';
import { writeDocx } from '../../language-server/documents/docx.ts';
import { documentOf } from '../../language-server/editor/report.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { faultsOf, openDocx, paragraphsOf, shownText, styleOf, tablesOf } from '../support/docx.ts';
import { TODAY } from '../support/fixture.ts';
import { HOSTILE } from '../support/hostile.ts';
import { elementsNamed, type XmlElement } from '../support/xml.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** The document of a system of some files. */
function reportOf(files: readonly { readonly uri: string; readonly text: string }[], system: string): ReportDocument {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([...files]);
  return documentOf(workspace, { system, nameOf: (uri) => uri });
}

function exampleOf(name: string): ReportDocument {
  const folder = join(EXAMPLES, name);
  const names = readdirSync(folder).filter((file) => file.endsWith('.zones'));
  const files = names.map((file) => ({ uri: file, text: readFileSync(join(folder, file), 'utf8') }));
  const system = files.map(({ text }) => /^system ([\w-]+)/m.exec(text)?.[1]).find((found) => found !== undefined);
  return reportOf(files, system!);
}

const one = (text: string) => reportOf([{ uri: 'a.zones', text: `system works ${text}` }], 'works');

const blocksOf = ({ chapters }: ReportDocument): Block[] => chapters.flatMap(({ blocks }) => blocks);
const tablesIn = (document: ReportDocument): Table[] => blocksOf(document).filter((block) => block.kind === 'table');
const lineOf = (text: string): string => visible(text.replace(/[\t\r\n]+/g, ' '));
const cellText = (lines: readonly string[]): string => (lines.length > 0 ? lines.map(lineOf).join('\n') : '–');

describe.each(readdirSync(EXAMPLES))('the document of %s', (name) => {
  const document = exampleOf(name);
  const opened = writeDocx([document]).then(openDocx);

  test('is a package in which everything has a type and leads somewhere', async () => {
    expect(faultsOf(await opened)).toEqual([]);
  });

  test('has the headings of the chapters and of what is in them, as headings', async () => {
    const docx = await opened;
    const headings = (level: 2 | 3) =>
      blocksOf(document).flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));
    expect(paragraphsOf(docx, 'Heading1')).toEqual(document.chapters.map(chapterHeading));
    expect(paragraphsOf(docx, 'Heading2')).toEqual(headings(2));
    expect(paragraphsOf(docx, 'Heading3')).toEqual(headings(3));
    for (const level of [0, 1, 2]) {
      const style = elementsNamed(docx.xml('word/styles.xml'), 'w:style').find(
        ({ attributes }) => attributes['w:styleId'] === `Heading${level + 1}`,
      );
      expect(elementsNamed(style!, 'w:outlineLvl')[0]?.attributes['w:val']).toBe(String(level));
    }
  });

  test('names no style that is not there', async () => {
    const { body, xml } = await opened;
    const styles = elementsNamed(xml('word/styles.xml'), 'w:style');
    const known = styles.map(({ attributes }) => attributes['w:styleId']);
    expect(new Set(known).size).toBe(known.length);
    const named = (of: XmlElement, ...by: string[]) =>
      by.flatMap((element) => elementsNamed(of, element).map(({ attributes }) => attributes['w:val']!));
    const used = new Set([
      ...named(body, 'w:pStyle', 'w:rStyle', 'w:tblStyle'),
      ...styles.flatMap((style) => named(style, 'w:basedOn', 'w:next', 'w:link')),
    ]);
    expect(used).toContain('TableText');
    // Word's own, which no file has to have.
    used.delete('DefaultParagraphFont');
    expect([...used].filter((style) => !known.includes(style))).toEqual([]);
  });

  test('lists its chapters in contents that are filled, and each entry leads to its heading', async () => {
    const { body } = await opened;
    const entries = elementsNamed(body, 'w:sdt').flatMap((contents) => elementsNamed(contents, 'w:hyperlink'));
    const titles = entries.map(shownText);
    expect(titles).toEqual(expect.arrayContaining(document.chapters.map(chapterHeading)));
    const marks = new Set(elementsNamed(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']));
    expect(entries.map(({ attributes }) => attributes['w:anchor']).filter((anchor) => !marks.has(anchor!))).toEqual([]);
    // Nothing asks to be updated.
    const dirty = elementsNamed(body, 'w:fldChar').filter(({ attributes }) => attributes['w:dirty'] === 'true');
    expect(dirty).toEqual([]);
  });

  test('says in its tables what the blocks say', async () => {
    const [cover, ...tables] = tablesOf(await opened);
    expect(cover!.map(([line]) => line)).toEqual(document.cover.map((line) => line.name));
    const expected = tablesIn(document).map(({ columns, rows }) => [
      columns.map(({ title }) => title),
      ...rows.map(({ cells }) => cells.map(({ lines }) => cellText(lines))),
    ]);
    expect(expected.length).toBeGreaterThan(20);
    expect(tables).toEqual(expected);
  });

  test('numbers its captions with fields whose numbers are there', async () => {
    const docx = await opened;
    let [table, figure] = [0, 0];
    const expected = blocksOf(document).flatMap((block) => {
      if (block.kind === 'table') return [`Table ${++table}: ${lineOf(block.caption)}`];
      return block.kind === 'picture' ? [`Figure ${++figure}: ${lineOf(block.caption)}`] : [];
    });
    expect(paragraphsOf(docx, 'Caption')).toEqual(expected);
    const fields = elementsNamed(docx.body, 'w:fldSimple').map(
      ({ attributes }) => attributes['w:instr']!.split(' ')[0],
    );
    expect(fields).toHaveLength(expected.length);
    expect(new Set(fields)).toEqual(new Set(['SEQ']));
  });

  test('repeats the heads of its tables, and keeps rows together', async () => {
    const { body } = await opened;
    const tables = elementsNamed(body, 'w:tbl').slice(1);
    for (const table of tables) {
      const rows = elementsNamed(table, 'w:tr').map((row) => elementsNamed(row, 'w:tblHeader').length);
      expect(rows).toEqual([1, ...rows.slice(1).fill(0)]);
    }
    const rows = tables.flatMap((table) => elementsNamed(table, 'w:tr'));
    expect(rows.filter((row) => elementsNamed(row, 'w:cantSplit').length > 0).length).toBeGreaterThan(
      rows.length * 0.9,
    );
  });

  test('has pictures as SVG and as metafiles, in proportion, on paper that they fit on', async () => {
    const { body, files } = await opened;
    const pictures = blocksOf(document).filter((block) => block.kind === 'picture');
    const drawn = elementsNamed(body, 'w:drawing');
    expect(drawn).toHaveLength(pictures.length);
    for (const [i, { svg, alt }] of pictures.entries()) {
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number];
      const { cx, cy } = elementsNamed(drawn[i]!, 'wp:extent')[0]!.attributes;
      expect(Number(cx) / Number(cy)).toBeCloseTo(width / height, 1);
      expect(elementsNamed(drawn[i]!, 'wp:docPr')[0]!.attributes.descr).toBe(lineOf(alt));
    }
    const media = Object.keys(files).filter((file) => file.startsWith('word/media/'));
    const written = media.filter((file) => file.endsWith('.svg')).map((file) => new TextDecoder().decode(files[file]));
    expect(new Set(written)).toEqual(new Set(pictures.map(({ svg }) => svg)));
    expect(media.filter((file) => file.endsWith('.emf'))).toHaveLength(written.length);
  });

  test('lies on its broad side where a chapter has broad tables', async () => {
    const { body } = await opened;
    const sizes = elementsNamed(body, 'w:pgSz').map(({ attributes }) => attributes);
    const wide = sizes.filter((size) => size['w:orient'] === 'landscape');
    expect(document.chapters.some(({ isWide }) => isWide)).toBe(true);
    expect(wide.length).toBeGreaterThan(0);
    expect(sizes.length).toBeGreaterThan(wide.length);
    for (const size of sizes) {
      expect(Number(size['w:w']) > Number(size['w:h'])).toBe(size['w:orient'] === 'landscape');
    }
  });

  test('marks what the model lacks', async () => {
    const docx = await opened;
    const lacking = document.chapters.filter((chapter) => lackOf(chapter) !== undefined);
    expect(paragraphsOf(docx, 'Lacking')).toEqual(lacking.map(lackOf));
    expect(paragraphsOf(docx, 'LackingItem')).toEqual(lacking.flatMap(({ add }) => add.map(lineOf)));
  });

  test('says on each page what it is, of which class, and the number of the page', async () => {
    const { files, xml } = await opened;
    const footers = Object.keys(files).filter((file) => /^word\/footer\d+\.xml$/.test(file));
    expect(footers.length).toBeGreaterThan(2);
    for (const file of footers) {
      const footer = xml(file);
      expect(shownText(footer)).toContain(document.footer);
      expect(shownText(footer)).toContain((document.classification ?? '').toUpperCase());
      expect(elementsNamed(footer, 'w:instrText').map(({ children }) => children.join(''))).toEqual([
        'PAGE',
        'NUMPAGES',
      ]);
    }
  });

  test('names nobody who has made it, and has the day that it speaks of', async () => {
    const { xml } = await opened;
    const properties = xml('docProps/core.xml');
    const said = (of: string) => elementsNamed(properties, of).map(({ children }) => children.join(''));
    expect(said('dc:title')).toEqual([`${document.subtitle} – ${document.title}`]);
    expect(said('dc:language')).toEqual(['en']);
    expect([...said('dc:creator'), ...said('cp:lastModifiedBy')]).toEqual([]);
    expect(said('dcterms:modified')).toEqual([`${document.date}T00:00:00Z`]);
    const [lang] = elementsNamed(xml('word/styles.xml'), 'w:lang');
    expect(lang?.attributes['w:val']).toMatch(/^en/);
  });
});

test('the same document gives the same bytes, however often it is written', async () => {
  const document = exampleOf('water-treatment');
  expect(Buffer.from(await writeDocx([document])).equals(Buffer.from(await writeDocx([document])))).toBe(true);
});

test('no document is an empty file that opens', async () => {
  const docx = openDocx(await writeDocx([]));
  expect(faultsOf(docx)).toEqual([]);
  expect(elementsNamed(docx.body, 'w:p')).toHaveLength(1);
});

test('several documents follow one another, each with its cover, its contents and captions from 1', async () => {
  const docx = openDocx(
    await writeDocx([one('"North" { }\nzone a { sl-t 1 }'), one('"South" { }\nzone b { sl-t 1 }')]),
  );
  expect(faultsOf(docx)).toEqual([]);
  expect(paragraphsOf(docx, 'Title')).toEqual(['North', 'South']);
  expect(elementsNamed(docx.body, 'w:sdt')).toHaveLength(2);
  expect(paragraphsOf(docx, 'Caption').filter((caption) => caption.startsWith('Table 1:'))).toHaveLength(2);
  const marks = elementsNamed(docx.body, 'w:bookmarkStart').map(({ attributes }) => attributes);
  for (const key of ['w:name', 'w:id']) expect(new Set(marks.map((mark) => mark[key])).size).toBe(marks.length);
  const ends = elementsNamed(docx.body, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id']);
  expect(new Set(ends)).toEqual(new Set(marks.map((mark) => mark['w:id'])));
  // Contents that are filled anew have the headings of their own document alone.
  const ranges = elementsNamed(docx.body, 'w:instrText').flatMap(({ children }) => {
    const [, range] = /^\s*TOC .*\\b "?(\w+)"?/.exec(children.join('')) ?? [];
    return range ? [range] : [];
  });
  expect(new Set(ranges).size).toBe(2);
  expect(marks.map((mark) => mark['w:name'])).toEqual(expect.arrayContaining(ranges));
});

test('a draft and an approved document tell each other apart by their words', async () => {
  const draft = one('{ }\nzone a { sl-t 1 }');
  expect(draft.state).toBe('draft');
  const covers = [draft, { ...draft, state: 'approved' }].map(async (document) =>
    paragraphsOf(openDocx(await writeDocx([document])), 'CoverMark').map((mark) => mark.trim()),
  );
  expect(await Promise.all(covers)).toEqual([['draft'], ['approved']]);
});

test('a tone is a ground and an ink, and never all that a cell says', async () => {
  const { body } = openDocx(await writeDocx([exampleOf('water-treatment')]));
  const marked = elementsNamed(body, 'w:tc').filter((cell) => elementsNamed(cell, 'w:shd').length > 0);
  expect(marked.length).toBeGreaterThan(0);
  expect(marked.filter((cell) => shownText(cell).trim() === '')).toEqual([]);
});

describe('hostile text', () => {
  /** A document with a text wherever a text of a model stands. */
  function documentWith(text: string): ReportDocument {
    const table: Table = {
      kind: 'table',
      caption: text,
      columns: [
        { title: text, width: 1 },
        { title: 'Level', width: 1, isFigure: true },
      ],
      rows: [{ cells: [{ lines: [text], tone: 'bad' }, { lines: [] }] }],
      hasRowHeads: true,
    };
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', text },
      table,
      { kind: 'picture', caption: text, alt: text, svg },
    ];
    return {
      title: text,
      subtitle: text,
      state: text,
      classification: text,
      date: '2026-11-24',
      footer: text,
      cover: [{ name: text, lines: [text, text] }],
      chapters: [{ id: 'system', number: '2', title: text, zcr: [], filled: 'no', add: [text], blocks, isWide: false }],
    };
  }

  test.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))('%s stays text', async (_, text) => {
    const plain = openDocx(await writeDocx([documentWith('plain')]));
    const docx = openDocx(await writeDocx([documentWith(text)]));
    expect(faultsOf(docx)).toEqual([]);
    const shape = ({ files, body }: typeof docx) => [
      Object.keys(files),
      ['w:p', 'w:tbl', 'w:tc', 'w:hyperlink', 'w:fldChar', 'w:fldSimple', 'w:drawing'].map(
        (element) => elementsNamed(body, element).length,
      ),
    ];
    expect(shape(docx)).toEqual(shape(plain));
    for (const name of Object.keys(docx.files).filter((file) => file.endsWith('.xml'))) {
      const said = JSON.stringify(docx.xml(name));
      // Nothing that is not seen, and acts.
      expect(said).not.toMatch(/(?![\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u);
    }
    const [heading] = elementsNamed(docx.body, 'w:p').filter((each) => styleOf(each) === 'Heading2');
    expect(shownText(heading!).replace(/[ \t\r\n]/g, '')).toBe(visible(text.replace(/[ \t\r\n]/g, '')));
  });
});
