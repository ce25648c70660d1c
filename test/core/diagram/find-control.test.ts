import { expect, test } from 'vitest';
import { systemNamed } from '../../../language-server/core/plant/index.ts';
import { type ControlSearch, findControl } from '../../../language-server/core/search/find-control.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { filesOf, TODAY } from '../../support/fixture.ts';

const PLANT = `
  system plant {
    implements SR 5.1
  }
  zone open "Open" : cell { sl-t 2  asset plc "PLC" : plc { implements CR 1.1 } }
  zone done "Done" : cell { sl-t 2 implements SR 1.1 }
  zone later "Later" : cell {
    sl-t 2
    plans SR 1.1 until 2027-01-31
    zone late "Late" : cell { plans SR 1.1 until 2026-01-31 }
  }
  zone around "Around" : cell { sl-t 2 compensates SR 1.1 with SR 5.1 because "locked room" }
  zone asks-nothing "Asks nothing" : cell { implements SR 1.1 }
  zone silent "Silent" : cell
  zone internet "Internet" : external
  conduit link "Link" between open and done { sl-t 1 }
  conduit plain "Plain" between done and later
  catalog house "House rules" {
    control House-1 "Doors are locked" { applies zone }
  }
`;

function search(query: string, text = PLANT): ControlSearch | undefined {
  const workspace = createWorkspace({ today: TODAY, defaultSystem: 'plant' });
  workspace.update(filesOf(text));
  return findControl(systemNamed(workspace.store.query(), 'plant'), query);
}

const lines = (query: string): string[] => search(query)!.hits.map(({ title, detail }) => `${title}: ${detail}`);

test('finds what misses a control, what is under way, what meets it, and who speaks of it besides', () => {
  expect(lines('SR 1.1')).toEqual([
    'Open: misses SR 1.1',
    'Late: misses SR 1.1: planned until 2026-01-31, overdue',
    'Later: SR 1.1 planned until 2027-01-31',
    'Done: meets SR 1.1: implemented',
    'Around: meets SR 1.1: compensated',
    'Asks nothing: SR 1.1 implemented, not required by an SL-T',
  ]);
  expect(search('SR 1.1')!.note).toBe(
    'SR 1.1 Human user identification and authentication: missed by 2, planned or accepted in 1, met by 2',
  );
});

test('conduits are asked for what is required of them, where they have an SL-T', () => {
  expect(lines('SR 3.1').filter((line) => /Link|Plain/.test(line))).toEqual(['Link: misses SR 3.1']);
  expect(lines('SR 1.1').some((line) => line.startsWith('Link'))).toBe(false);
});

test('a control that compensates another is found where it does', () => {
  expect(lines('SR 5.1')).toContain('Around: meets SR 5.1: implemented');
  // At SL-T 0 nothing is asked: only what is written in the zone counts, not what it inherits.
  expect(lines('SR 5.1').some((line) => line.startsWith('Asks nothing'))).toBe(false);
  const means = 'zone a "A" : cell { compensates SR 1.1 with SR 5.1 because "x" }';
  expect(search('SR 5.1', means)!.hits.map(({ detail }) => detail)).toEqual([
    'compensates SR 1.1 with SR 5.1, not required by an SL-T',
  ]);
});

test('component requirements are found at assets', () => {
  expect(search('CR 1.1')!.hits).toEqual([
    { element: 'open.plc', sort: 'asset', title: 'PLC', detail: 'CR 1.1 implemented · in Open' },
  ]);
});

test.each(['sr-1.1', 'sr1.1', ' SR  1.1 ', 'Sr_1.1'])('%j is SR 1.1', (query) => {
  expect(search(query)).toEqual(search('SR 1.1'));
});

test.each(['SR 1.1 RE(1)', 'sr 1.1 re 1', 'sr-1.1-re-1', 'SR 1.1 (1)'])('%j is an enhancement', (query) => {
  expect(search(query)!.note).toMatch(/^SR 1\.1 RE\(1\) /);
});

test("a user's own control is found however it is spelled", () => {
  expect(search('house-1')!.note).toBe('House-1 Doors are locked: missed by 0, met by 0');
});

test('after “missing” only what misses it is listed', () => {
  expect(lines('missing SR 1.1')).toEqual([
    'Open: misses SR 1.1',
    'Late: misses SR 1.1: planned until 2026-01-31, overdue',
  ]);
  expect(search('misses sr-1.1')!.note).toMatch(/: missed by 2$/);
});

test.each(['', 'SR', 'SR 1', 'SR 1.99', 'Open', 'missing', 'house', '1.1'])('%j is no control', (query) => {
  expect(search(query)).toBeUndefined();
});
