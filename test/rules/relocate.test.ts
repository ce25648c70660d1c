import { expect, test } from 'vitest';
import { filesOf } from '../support/fixture.ts';
import { fixesOf, readModel } from './support/model.ts';

/** Titles of the moves that the partitioning rules offer in a model. */
function movesIn(fixture: string): string[] {
  const model = readModel(new Map(filesOf(fixture).map(({ uri, text }) => [uri, text])));
  return ['portable-in-zone', 'misplaced-asset'].flatMap((rule) => fixesOf(model, rule)).map(({ fix }) => fix.title);
}

const LINE = 'zone line : cell {\n  asset laptop : maintenance-laptop\n  asset plc-1 : plc\n}';

test('a move is offered where all that names the asset can follow', () => {
  expect(movesIn(LINE)).toEqual(["Move 'laptop' to a new zone 'line-portable'"]);
});

test('a new zone takes a name that nothing in the system has', () => {
  expect(movesIn(`${LINE}\nzone hall { zone line-portable }`)).toEqual([
    "Move 'laptop' to a new zone 'line-portable-2'",
  ]);
});

test('an asset that is allowed where it is stays', () => {
  const allowed = LINE.replace('maintenance-laptop', 'maintenance-laptop { allow portable-in-zone because "docked" }');
  expect(movesIn(allowed)).toEqual([]);
  const one = LINE.replace(
    'asset plc-1',
    'asset sticks : removable-media { allow portable-in-zone because "x" }\n  asset plc-1',
  );
  expect(movesIn(one)).toEqual(["Move 'laptop' to a new zone 'line-portable'"]);
});

test.each([
  ['a flow to be moved names it by its path', LINE.replace('\n}', '\n  flow line.laptop -> plc-1 : s7comm\n}')],
  [
    'a flow outside of conduits in another declaration ends at it',
    `${LINE}\nzone hall { flow laptop -> plc-1 : s7comm }`,
  ],
  ['its path is taken twice', LINE.replace('\n}', '\n  asset laptop : plc\n}')],
])('a move is not offered where %s', (_, model) => {
  expect(movesIn(model)).toEqual([]);
});

const OFFICE = 'zone office : enterprise { asset plc-1 : plc }\nzone line : cell { }';

test('an asset moves to another zone only where nothing depends on the one it is in', () => {
  expect(movesIn(OFFICE)).toEqual(["Move 'plc-1' to zone 'line'"]);
  expect(movesIn(`${OFFICE}\nconduit c between office and line { flow office -> plc-1 : s7comm }`)).toEqual([]);
  expect(movesIn(`${OFFICE}\nconduit c between office and line { via plc-1 }`)).toEqual([]);
  // The name is taken in the zone that there is.
  expect(movesIn(OFFICE.replace('cell { }', 'cell { asset plc-1 : plc }'))).toEqual([
    "Move 'plc-1' to a new zone 'office-control' of kind control",
  ]);
});
