import fc from 'fast-check';
import { literal } from './hostile-model.ts';

/*
 * Random models whose names are alike, mean nothing elsewhere, or are words of the language: what a round trip could
 * take for something else.
 */

const NAMES = [
  'none',
  'null',
  'unknown',
  'tbd',
  'plc',
  'PLC',
  'plc-1',
  'plc_1',
  'Plc1',
  'ä-1',
  'ae-1',
  'zone',
  'flow',
  'z',
  'n-1',
  'over',
];
// CSV has one line a row: a line end in a text would become a blank.
const TITLES = [
  '',
  'none',
  '-',
  '=1+1',
  "'x",
  'plc',
  'Zone z',
  'a; b',
  'a, b',
  'PLC 1',
  '"quoted"',
  'ä & ö',
  '10.0.0.1',
  '0',
];

interface OddZone {
  readonly name: string;
  readonly title: string;
  readonly assets: readonly (readonly [name: string, title: string, address: string])[];
  readonly zones: readonly OddZone[];
}

const name = fc.constantFrom(...NAMES);
const title = fc.constantFrom(...TITLES);
const address = fc.constantFrom('', '10.0.0.1', '10.0.0.2', '00:1b:1b:00:00:01');

const { zone } = fc.letrec<{ zone: OddZone }>((tie) => ({
  zone: fc.record({
    name,
    title,
    assets: fc.uniqueArray(fc.tuple(name, title, address), { maxLength: 5, selector: ([own]) => own }),
    zones: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      fc.uniqueArray(tie('zone'), { maxLength: 3, selector: (inner) => inner.name }),
    ),
  }),
}));

/** The text of a random model of one system. */
export const oddModel: fc.Arbitrary<string> = fc
  .record({
    zones: fc.uniqueArray(zone, { minLength: 2, maxLength: 4, selector: (each) => each.name }),
    ends: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 5 }),
    sides: fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.boolean()), { maxLength: 8 }),
    equipped: fc.boolean(),
  })
  .map(({ zones, ends, sides, equipped }) => {
    const paths: string[] = [];
    const assets: string[] = [];
    const write = (each: OddZone, around: string): string => {
      const path = `${around}${each.name}`;
      paths.push(path);
      // An asset and a zone of one name in one place would be one name for two things.
      const taken = new Set(each.zones.map((inner) => inner.name));
      const own = each.assets.filter(([asset]) => !taken.has(asset));
      return [
        `zone ${titled(each.name, each.title)} : cell {`,
        ...own.map(([asset, text, at]) => {
          assets.push(`${path}.${asset}`);
          return `asset ${titled(asset, text)} : plc${at ? ` { address "${at}" }` : ''}`;
        }),
        ...each.zones.map((inner) => write(inner, `${path}.`)),
        '}',
      ].join('\n');
    };
    const text = zones.map((each) => write(each, ''));
    const top = new Set(zones.map((each) => each.name));
    const pairs = ends.flatMap(([a, b], i): { name: string; ends: [string, string] }[] => {
      const [one, other] = [paths[a % paths.length]!, paths[b % paths.length]!];
      const free = NAMES.filter((each) => !top.has(each))[i];
      return one === other || free === undefined ? [] : [{ name: free, ends: [one, other] }];
    });
    const within = (element: string, zonePath: string) => element.startsWith(`${zonePath}.`);
    const conduits = pairs.map(({ name: own, ends: [one, other] }, i) => {
      const flows = sides.flatMap(([a, b, both]) => {
        const from = assets.filter((asset) => within(asset, one));
        const to = assets.filter((asset) => within(asset, other));
        const [source, target] = [from[a % (from.length || 1)], to[b % (to.length || 1)]];
        if (source === undefined || target === undefined || source === target) return [];
        // From the system on: in a conduit a path from the top may mean something inside one of its ends.
        return [`flow odd.${source} ${both ? '<->' : '->'} odd.${target} : modbus-tcp`];
      });
      const equipment = equipped && i === 0 ? ['asset plc "Switch" : switch'] : [];
      return `conduit ${own} between ${one} and ${other} {\n${[...equipment, ...new Set(flows)].join('\n')}\n}`;
    });
    return ['system odd', ...text, ...conduits].join('\n');
  });

const titled = (own: string, text: string): string => (text === '' ? own : `${own} ${literal(text)}`);
