import { expect, test } from 'vitest';
import { filesOf } from '../support/fixture.ts';
import { edit, fixesOf, readModel } from './support/model.ts';

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

test('an asset that names its host or its partner moves where it still sees them', () => {
  const named = (members: string) => OFFICE.replace('plc }', `plc { ${members} }  asset host : plc-host }`) + TYPE;
  const moves = ["Move 'plc-1' to zone 'line'"];
  expect(movesIn(named('runs-on host'))).toEqual(moves);
  expect(movesIn(named('redundant-with office.host'))).toEqual(moves);
  const another = '\nzone hall : cell { asset host : hmi-panel }';
  expect(movesIn(named('runs-on host') + another)).toEqual([]);
  expect(movesIn(named('redundant-with host') + another)).toEqual([]);
  expect(movesIn(named('runs-on nobody'))).toEqual([]);
});

const TYPE = '\nasset-type plc-host extends business-workstation { }';

test('what names an asset as its host or its partner follows it', () => {
  const model = (host: string, laptop: string, members: string) => `zone line : cell {
  asset plc-1 : plc { ${members.replaceAll('laptop', host)} }
${laptop}
}
zone hall : cell {
  asset laptop : hmi-panel
}`;
  const before = model(
    'line.laptop',
    '  asset laptop : maintenance-laptop { redundant-with plc-1 }',
    'runs-on laptop redundant-with laptop',
  );
  const read = readModel(new Map(filesOf(before).map(({ uri, text }) => [uri, text])));
  const [move] = fixesOf(read, 'portable-in-zone');
  const { texts, findings } = edit(read, move!.entry, move!.fix.edits);
  expect([...texts.values()][0]).toContain(
    'runs-on line.line-portable.laptop redundant-with line.line-portable.laptop',
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('assets that move together go on naming each other', () => {
  const read = readModel(
    new Map([
      [
        'a.zones',
        `zone line : cell {
  asset one : maintenance-laptop { redundant-with two }
  asset two : maintenance-laptop
  asset plc-1 : plc
}
zone hall : cell { asset two : hmi-panel }`,
      ],
    ]),
  );
  const [move] = fixesOf(read, 'portable-in-zone');
  const { texts, findings } = edit(read, move!.entry, move!.fix.edits);
  expect([...texts.values()][0]).toContain('redundant-with two');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
