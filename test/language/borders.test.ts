import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { fixturesOf } from '../support/fixture.ts';
import { meaning, read } from '../support/reading.ts';

/** Draws what is wrong with the text itself. */
const expectFaults = fixturesOf('syntax-error', 'invalid-value', 'duplicate-property');

const said = (text: string) => meaning(read(text));
const zoneOf = (text: string) => said(text).zones[0]!;

describe('levels of a zone', () => {
  test.each([
    ['zone a : cell level 0, 1', 1, [0]],
    ['zone a : cell level 1, 0', 1, [0]],
    ['zone a : cell { level 0, 1 }', 1, [0]],
    ['zone a : cell { level 2, 0, 1 }', 2, [0, 1]],
    ['zone a : cell level 3, 3.5, 4', 4, [3, 3.5]],
    ['zone a : enterprise level 4,5', 5, [4]],
    ['zone a : cell level 1', 1, []],
    ['zone a : cell', undefined, []],
  ])('%s', (text, level, furtherLevels) => {
    expect(said(text).problems).toEqual([]);
    const zone = zoneOf(text);
    expect([zone.level, zone.furtherLevels]).toEqual([level, furtherLevels]);
  });

  test('that are no neighbours, or stand twice: the first alone counts', () => {
    expectFaults(`
      zone a : cell level 0, 2
                             ^ error invalid-value: Levels 0 and 2 are no neighbours, and a zone spans only levels that are: list those between them too, or make two zones of it.
      zone b : cell { level 3,5 }
                              ^ error invalid-value: Levels 3 and 5 are no neighbours, and a zone spans only levels that are: write 3.5 if that is meant, or make two zones of it.
      zone c : cell level 0, 1, 0
                                ^ error invalid-value: Level 0 is listed already: remove this one.
      zone d : cell level 0, 9
                             ^ error invalid-value: A Purdue level is a number from 0 to 5; 9 is not.
      zone e : cell level 0, 1 { level 2 }
                                 ^^^^^ error duplicate-property: Zone 'e' gives its level after its kind already
      `);
    expect(zoneOf('zone a : cell level 2, 0')).toMatchObject({ level: 2, furtherLevels: [] });
    expect(zoneOf('zone a : cell level 0, 1, 0')).toMatchObject({ level: 1, furtherLevels: [0] });
  });
});

describe('a boundary that there is not', () => {
  test('stands with its reason, beside what there is', () => {
    const { boundaries, problems } = {
      ...zoneOf('zone a { boundary physical none because "one cabinet", logical "FW-1"  boundary logical "FW-2" }'),
      ...{ problems: said('zone a { boundary physical none because "one cabinet", logical "FW-1" }').problems },
    };
    expect(problems).toEqual([]);
    expect(boundaries).toEqual([
      { side: 'physical', none: true, because: 'one cabinet' },
      { side: 'logical', text: 'FW-1' },
      { side: 'logical', text: 'FW-2' },
    ]);
  });

  test('of a conduit', () => {
    const { conduits } = said('conduit c between a and b { boundary physical none because "radio" }');
    expect(conduits[0]?.boundaries).toEqual([{ side: 'physical', none: true, because: 'radio' }]);
  });

  test('needs a reason and a side, and is not what there is', () => {
    expectFaults(`
      zone a { boundary physical none because "x", physical "Hall" }
                                 ^^^^ error invalid-value: Zone 'a' says what its physical boundary is, and here that there is none: remove one of the two.
      zone b { boundary physical none because "…" }
                                              ^^^ error invalid-value: A reason is still to be written
      `);
    const problems = (text: string) => said(text).problems.map(({ message, fix }) => [message, fix?.text]);
    expect(problems('zone a { boundary physical none }')).toEqual([
      ["'none' needs 'because': an assessor will ask for the reason. Add because \"…\".", ' because "…"'],
    ]);
    expect(problems('zone a { boundary none because "x" }')).toEqual([
      ["Say which boundary this is: write 'boundary logical' or 'boundary physical'.", undefined],
    ]);
  });

  test('is no value of what surrounds a system, and a name all the same', () => {
    expect(said('system s { environment physical none because "x" }').problems).not.toEqual([]);
    const { problems, assets } = said(
      'zone none { asset none : plc  flow none -> because : opc-ua  asset because : plc }',
    );
    expect(problems).toEqual([]);
    expect(assets.map(({ path }) => path)).toEqual(['none.none', 'none.because']);
  });
});

describe('access points', () => {
  test('of a zone and of a conduit', () => {
    const { zones, conduits, problems } = said(`
      zone a {
        /** By the pump. */
        access-point socket "Maintenance socket" : physical {
          location "K3"  protection "locked, sealed"  used-by "Service", "Operators"  closed yes
        }
        access-point owner : logical
        owner "OT"
      }
      conduit c between a and b { access-point wifi : logical { closed no } }`);
    expect(problems).toEqual([]);
    expect(zones[0]).toMatchObject({
      owner: 'OT',
      accessPoints: [
        {
          name: 'socket',
          title: 'Maintenance socket',
          doc: 'By the pump.',
          side: 'physical',
          location: 'K3',
          protection: 'locked, sealed',
          usedBy: ['Service', 'Operators'],
          closed: true,
        },
        { name: 'owner', side: 'logical', usedBy: [] },
      ],
    });
    expect(conduits[0]?.accessPoints).toMatchObject([{ name: 'wifi', closed: false }]);
  });

  test('with what they cannot say', () => {
    expectFaults(`
      zone a {
        access-point one : wireless
                           ^^^^^^^^ error invalid-value: An access point is logical or physical; wireless is none of them.
        access-point two : logical { closed perhaps }
                                            ^^^^^^^ error invalid-value: 'closed' is yes or no; perhaps is none of them.
        access-point three : logical { location "a"  location "b" }
                                                     ^^^^^^^^ error duplicate-property: Access point 'three' gives 'location' twice
        access-point four : logical { used-by Service }
                                              ^^^^^^^ error invalid-value
      }
      `);
  });

  test('that do not say on which side they are', () => {
    expect(said('zone a { access-point one "One" }').problems.map(({ message }) => message)).toEqual([
      "The access point 'one' does not say which side it is on: write ': physical' for a socket or a door, ': logical' for a way in through the network.",
    ]);
  });

  test('stand in zones and conduits alone', () => {
    for (const text of ['access-point a : logical', 'zone z { asset x : plc { access-point a : logical } }'])
      expect(said(text).problems.map(({ rule }) => rule)).toEqual(['syntax-error']);
  });
});

test('what a zone is separated from: zones by their names', () => {
  const zone = zoneOf('zone a { separated-from internet, b.c  separated-from zone }');
  expect(zone.separatedFrom).toEqual(['internet', 'b.c', 'zone']);
  expectFaults(`
    zone a { separated-from "internet", 7 }
                            ^^^^^^^^^^ error invalid-value: 'separated-from' takes zones by their names; "internet" is no name.
                                        ^ error invalid-value: 'separated-from' takes zones by their names; 7 is no name.
    `);
});

test('the formatter writes all of it in one form', () => {
  const text = `
zone a:cell level 0 ,1{
boundary physical none   because "x",logical "y"
access-point s "S":physical{location "K3" closed yes}
  separated-from b ,c
}`;
  const formatted = `zone a : cell level 0, 1 {
  boundary physical none because "x", logical "y"
  access-point s "S" : physical { location "K3"  closed yes }
  separated-from b, c
}
`;
  expect(formatText(text).text).toBe(formatted);
  expect(formatText(formatted).text).toBe(formatted);
});
