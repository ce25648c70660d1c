import { describe, expect, test } from 'vitest';
import type { ChapterId } from '../../language-server/core/report/crs/chapter.ts';
import type { Block, ReportDocument } from '../../language-server/core/report/document/blocks.ts';
import { documentOf } from '../../language-server/editor/report.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/*
 * What makes a report of a large plant one that can be read on paper.
 */

function reportOf(text: string): ReportDocument {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'a.zones', text: `system s "S"\n${text}` }]);
  return documentOf(workspace, { system: 's', nameOf: (uri) => uri });
}

const blocksOf = (document: ReportDocument, id: ChapterId): readonly Block[] =>
  document.chapters.find((chapter) => chapter.id === id)!.blocks;

const times = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => write(n)).join('\n');

const assets = (count: number) => times(count, (n) => `asset plc-${n} : plc`);

/** What is said below the picture with a caption; undefined for a picture that is not there. */
function notesBelow(blocks: readonly Block[], caption: string): string[] | undefined {
  const at = blocks.findIndex((block) => block.kind === 'picture' && block.caption === caption);
  if (at < 0) return undefined;
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind !== 'paragraph');
  return rest.slice(0, end).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

describe('a picture', () => {
  const closed = expect.stringContaining('are closed in it');
  const small = expect.stringContaining('too small to be read: the table');

  test('of a small plant shows all and says nothing', () => {
    const blocks = blocksOf(reportOf(`zone a { zone b { ${assets(5)} } }`), 'drawings');
    expect(notesBelow(blocks, 'All zones and conduits of S')).toEqual([]);
    expect(notesBelow(blocks, 'a with its neighbours')).toEqual([]);
  });

  test('of a plant that is too large for A4 has its zones closed, and says so', () => {
    const document = reportOf(times(30, (n) => `zone area-${n} { zone cell-${n} { ${assets(20)} } }`));
    const blocks = blocksOf(document, 'drawings');
    expect(notesBelow(blocks, 'All zones and conduits of S')).toEqual([closed]);
    expect(notesBelow(blocks, 'area-0.cell-0 with its neighbours')).toEqual([]);
    expect(notesBelow(blocksOf(document, 'summary'), 'Zones and conduits of S')).toEqual([closed, expect.any(String)]);
  });

  test('of a zone shows those in it closed before it gets too small', () => {
    const blocks = blocksOf(reportOf(`zone a { ${times(20, (n) => `zone b-${n} { ${assets(30)} }`)} }`), 'drawings');
    expect(notesBelow(blocks, 'a with its neighbours')).toEqual([closed]);
  });

  test('of a zone with too many assets says where they are listed', () => {
    const blocks = blocksOf(reportOf(`zone a { ${assets(1500)} }`), 'drawings');
    expect(notesBelow(blocks, 'a with its neighbours')).toEqual([small]);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []));
    expect(tables).toEqual(['Assets of each zone and conduit']);
  });
});

test('the summary begins with what a manager needs, and what goes on for pages stands behind it', () => {
  const text = `zone a { sl-t 1  accepts SR 1.1 until 2027-01-31 because "r" by "m" }
risk r on a { likelihood likely impact major }`;
  const blocks = blocksOf(reportOf(text), 'summary');
  const parts = blocks.map((block) =>
    block.kind === 'paragraph' ? block.text.slice(0, 12) : 'caption' in block ? block.caption : '',
  );
  expect(parts).toEqual([
    'Zones and co',
    'The next day',
    'Gravest risks',
    'Controls missing, if every plan is kept',
    'Zones and conduits of S',
    'Security lev',
    'Security levels of zones and conduits',
    'Roadmap',
  ]);
  expect(blocks[1]).toMatchObject({ text: expect.stringContaining('ends is 2027-02-01:') });
  const quiet = blocksOf(reportOf('zone a { sl-t 1 }'), 'summary');
  expect(quiet.some((block) => block.kind === 'paragraph' && block.text.startsWith('The next day'))).toBe(false);
});

test('what ends on a day at many places is said once, and at one place with that place', () => {
  const ends = (control: string) => `accepts ${control} until 2027-01-31 because "r" by "m"`;
  const blocks = blocksOf(
    reportOf(`zone a { sl-t 1 ${ends('SR 1.1')} }\nzone b { sl-t 1 ${ends('SR 1.1')} ${ends('SR 1.3')} }`),
    'summary',
  );
  const roadmap = blocks.find((block) => block.kind === 'table' && block.caption === 'Roadmap');
  const lines =
    roadmap?.kind === 'table' ? roadmap.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)) : [];
  expect(lines).toEqual(expect.arrayContaining(['SR 1.1: a; b', 'b: SR 1.3']));
});

test('a few names stand one below the other, many one behind the other', () => {
  const where = (count: number) => {
    const text = `policy p "P"\n${times(count, (n) => `zone z${n} { policy p }`)}`;
    const table = blocksOf(reportOf(text), 'policies').find(({ kind }) => kind === 'table');
    return table?.kind === 'table' ? table.rows[0]!.cells.at(-1)!.lines : [];
  };
  expect(where(6)).toEqual(['z0', 'z1', 'z2', 'z3', 'z4', 'z5']);
  expect(where(7)).toEqual(['z0; z1; z2; z3; z4; z5; z6']);
});
