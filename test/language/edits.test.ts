import { describe, expect, test } from 'vitest';
import type { ElementRef } from '../../language-server/core/engine/element.ts';
import type { Entry } from '../../language-server/core/engine/entry.ts';
import type { Edit } from '../../language-server/core/fixes/fix.ts';
import { writeEdits } from '../../language-server/language/edits/index.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { applyEdits } from '../support/edits.ts';

const uri = 'plant.zones';

/** The text after an edit, which is made from the unit that declares `name`. */
function edited(text: string, name: string, edit: (entry: Entry, find: (path: string) => ElementRef) => Edit): string {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-06-01' });
  workspace.update([{ uri, text }]);
  const { entries } = workspace.files.get(uri)!;
  const find = (path: string): ElementRef => {
    for (const entry of entries) {
      for (const sort of ['zone', 'asset', 'conduit'] as const) {
        const index = entry.unit[`${sort}s`].findIndex((element) => element.path === path);
        if (index >= 0) return { entry, sort, index };
      }
    }
    throw new Error(`There is no ${path}.`);
  };
  const { entry } = find(name);
  return applyEdits(text, writeEdits(workspace, entry, [edit(entry, find)]).get(uri)!);
}

const PLANT = `zone control : control {
  sl-t 2
  /** Trips the pumps. */
  asset sis-1 "Safety PLC" : safety-plc {
    address "10.0.0.5"
  } // tested yearly
  asset plc-1 : plc

  flow sis-1 -> plc-1 : modbus-tcp
}

zone cell : cell
`;

describe('members', () => {
  test('move into another block with their comments, which makes the block where there is none', () => {
    expect(
      edited(PLANT, 'control', ({ unit }, find) => ({
        kind: 'move',
        at: unit.assets.map(({ at }) => at),
        to: find('cell'),
      })),
    ).toBe(`zone control : control {
  sl-t 2

  flow sis-1 -> plc-1 : modbus-tcp
}

zone cell : cell {
  /** Trips the pumps. */
  asset sis-1 "Safety PLC" : safety-plc {
    address "10.0.0.5"
  } // tested yearly
  asset plc-1 : plc
}
`);
  });

  const COMMENTED = `zone control : control {
  // Stays: an empty line is between.

  // Trips the pumps.
  /* Since 2019. */
  asset sis-1 : safety-plc // tested yearly
  asset hmi : hmi-panel  /* inline */ asset plc-1 : plc
}

zone cell : cell
`;

  test('take the comments on the lines above along when they move, not those of what stands before', () => {
    expect(
      edited(COMMENTED, 'control', ({ unit }, find) => ({
        kind: 'move',
        at: [unit.assets[0]!.at, unit.assets[2]!.at],
        to: find('cell'),
      })),
    ).toBe(`zone control : control {
  // Stays: an empty line is between.

  asset hmi : hmi-panel  /* inline */
}

zone cell : cell {
  // Trips the pumps.
  /* Since 2019. */
  asset sis-1 : safety-plc // tested yearly
  asset plc-1 : plc
}
`);
  });

  test('do not take along the end of a text that looks like a comment', () => {
    const text = `zone control : control {
  description """
    // pumps """
  asset plc-1 : plc
}

zone cell : cell
`;
    expect(
      edited(text, 'control', ({ unit }, find) => ({ kind: 'move', at: [unit.assets[0]!.at], to: find('cell') })),
    ).toContain('// pumps """\n}');
  });

  test('leave the comments above behind when they are removed, for these may be about what follows', () => {
    expect(edited(COMMENTED, 'control', ({ unit }) => ({ kind: 'remove', at: unit.assets[0]!.at }))).toContain(
      '  // Trips the pumps.\n  /* Since 2019. */\n  asset hmi',
    );
  });

  test('are wrapped where they stand', () => {
    expect(
      edited(PLANT, 'control', ({ unit }) => ({
        kind: 'wrap',
        at: [unit.assets[0]!.at],
        head: 'zone safety',
        members: ['safety yes'],
      })),
    ).toBe(`zone control : control {
  sl-t 2
  zone safety {
    safety yes
    /** Trips the pumps. */
    asset sis-1 "Safety PLC" : safety-plc {
      address "10.0.0.5"
    } // tested yearly
  }
  asset plc-1 : plc

  flow sis-1 -> plc-1 : modbus-tcp
}

zone cell : cell
`);
  });
});

describe('a member of a block that is not closed stands at its end', () => {
  test.each([
    ['zone a : control {', 'zone a : control {\n  sl-t 2\n'],
    ['zone a : control {\n  asset plc-1 : plc', 'zone a : control {\n  asset plc-1 : plc\n  sl-t 2\n'],
    [
      'zone a : control {\n  asset plc-1 : plc { count 2 }\n',
      'zone a : control {\n  asset plc-1 : plc { count 2 }\n  sl-t 2\n',
    ],
    [
      'zone a : control { // a brace: }\n  owner "}"\n  asset plc-1 : plc {',
      'zone a : control { // a brace: }\n  owner "}"\n  asset plc-1 : plc {\n  sl-t 2\n',
    ],
  ])('%j', (text, expected) => {
    const added = edited(text, 'a', (_, find) => ({ kind: 'add-member', element: find('a'), text: 'sl-t 2' }));
    expect(added.trimEnd()).toBe(expected.trimEnd());
  });
});

describe('declarations', () => {
  test('stand after an element, with the members that move into them', () => {
    expect(
      edited(PLANT, 'control', ({ unit }, find) => ({
        kind: 'declare',
        head: 'conduit control-to-cell between control and cell',
        members: ['via fw-1', unit.flows[0]!.at],
        after: find('cell'),
      })),
    ).toBe(`zone control : control {
  sl-t 2
  /** Trips the pumps. */
  asset sis-1 "Safety PLC" : safety-plc {
    address "10.0.0.5"
  } // tested yearly
  asset plc-1 : plc
}

zone cell : cell

conduit control-to-cell between control and cell {
  via fw-1
  flow sis-1 -> plc-1 : modbus-tcp
}
`);
  });

  test('without members have no block', () => {
    const declare = (after: string) =>
      edited('zone a {\n\tzone b // inner\n}\n', 'a', (_, find) => ({
        kind: 'declare',
        head: 'zone c',
        members: [],
        after: find(after),
      }));
    expect(declare('a.b')).toBe('zone a {\n\tzone b // inner\n\tzone c\n}\n');
    expect(declare('a')).toBe('zone a {\n\tzone b // inner\n}\n\nzone c\n');
  });
});

describe('entries of a list', () => {
  const list = (remove: readonly number[]) =>
    edited('zone a {\n  implements SR 1.1, SR 1.2, SR 1.3, SR 1.4\n}\n', 'a', ({ unit }) => ({
      kind: 'remove-items',
      at: remove.map((i) => unit.zones[0]!.statements[0]!.controls[i]!.at),
    }));

  test.each([
    [[0], 'SR 1.2, SR 1.3, SR 1.4'],
    [[0, 1], 'SR 1.3, SR 1.4'],
    [[3], 'SR 1.1, SR 1.2, SR 1.3'],
    [[1, 3], 'SR 1.1, SR 1.3'],
    [[0, 1, 3], 'SR 1.3'],
    [[0, 2, 3], 'SR 1.2'],
  ])('go with one comma each: %j', (remove, left) => {
    expect(list(remove)).toBe(`zone a {\n  implements ${left}\n}\n`);
  });
});
