import fc from 'fast-check';
import { split } from '../../language-server/language/parser/split.ts';

/** The texts of a workspace by file. */
export type Files = ReadonlyMap<string, string>;

/** A change of a workspace: from its texts to others, or to another day. */
export interface Edit {
  readonly apply: (files: Files) => Files;
  readonly today?: string;
  readonly [fc.toStringMethod]?: () => string;
}

const one = <T>(...items: readonly T[]) => fc.constantFrom(...items);
const maybe = (text: fc.Arbitrary<string>, weight = 1) => fc.oneof(fc.constant(''), { arbitrary: text, weight });

/** A text of parts, each a text or dice for one. */
function written(parts: TemplateStringsArray, ...dice: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...dice).map((values) => parts.map((part, i) => part + (values[i] ?? '')).join(''));
}

/** All dice roll few names, so that what is written in one file is meant in another. */
const zone = one('a', 'b', 'c', 'control', 'plant');
const path = one('a', 'b', 'c', 'a.b', 'b.c', 'c.a', 'control', 'north.a', 'north.a.b', 'plant.c', 'link', 'R-1');
const joined = written`between ${path}${maybe(written`, ${path}`)} and ${path}`;
const assetName = one('plc', 'fw', 'hmi', 'a', 'x');
const asset = one(
  'plc',
  'fw',
  'hmi',
  'x',
  'a.plc',
  'b.fw',
  'c.hmi',
  'north.a.fw',
  'a.b.plc',
  'a',
  'link.fw',
  'link.plc',
);
const type = one(
  'plc',
  'firewall',
  'scada-server',
  'data-diode',
  'house-plc',
  'house-fw',
  'wireless-access-point',
  'maintenance-laptop',
  'jump-host',
  'safety-controller',
  'erp',
  'laptop',
);
const kind = one('control', 'cell', 'perimeter', 'enterprise', 'external', 'process', 'own', 'lab');
const protocol = one('modbus-tcp', 'opc-ua', 'rdp', 'house-bus', 'house-secure');
const control = one(
  'SR 1.1',
  'SR 1.1 RE(1)',
  'SR 5.1',
  'SR 5.2',
  'SR 6.2',
  'SR 1.6',
  'SR 1.13',
  'SR 2.3',
  'H-1',
  'H-2',
  'basics',
  'more',
  'CR 1.1',
);
const controls = fc.array(control, { minLength: 1, maxLength: 3 }).map((names) => names.join(', '));
const rule = one(
  'missing-control',
  'zone-bypass',
  'unresolved-reference',
  'unused-allow',
  'missing-focus',
  'no-such-rule',
);
const date = one('2026-11-23', '2026-11-24', '2026-11-30');

const statementOf = (controls: fc.Arbitrary<string>) =>
  fc.oneof(
    written`implements ${controls}`,
    written`implements ${controls} by ${asset} evidence "e.md"`,
    written`plans ${controls} until ${date}`,
    written`excludes ${controls} because "no use"`,
    written`compensates ${controls} with ${controls}${maybe(one(', lock', ', seal', ', basics'))} because "so"`,
    written`accepts ${controls} until ${date} because "so"`,
  );
const statement = statementOf(controls);
const allow = written`allow ${rule} until ${date} because "so"`;
const level = one('sl-t 1', 'sl-t 2', 'sl-t 3 { RDF 1 }', 'sl-t { 1 1 1 1 0 2 1 }', 'sl-t 9');
const ended = one('plc -> link.fw', 'x -> plc', 'plc -> fw', 'hmi <-> a.plc', 'b.fw -> north.a.fw', 'fw -> a');
const flow = written`flow ${ended} : ${protocol}${maybe(one(' over ipsec', ' over house-bus', ' with integrity'))}`;

const lines = (line: fc.Arbitrary<string>, maxLength = 3) =>
  fc.array(line, { maxLength }).map((all) => all.map((each) => `  ${each}\n`).join(''));

const assetLine = written`asset ${assetName} : ${type}${maybe(
  one(
    ' { sl-c 1 }',
    ' { implements CR 1.1 }',
    ' { address "10.0.0.5" }',
    ' { address "10.0.1.7" criticality high }',
    ' { address "2001:db8::5", "10.0.0.500" }',
    ' { shared-address "10.0.0.5" }',
    ' { address "10.0.0.5" runs-on plc }',
    ' { address "10.0.0.5" redundant-with fw, a.plc }',
    ' { redundant-with hmi runs-on a.fw }',
  ),
)}`;
const network = one('10.0.0.0/8', '10.0.0.0/24', '10.0.0.0/25', '10.0.0.128/25', '2001:db8::/48', '2001:db8::/64').map(
  (text) => `network "${text}"`,
);
/** What a zone or conduit says of its borders. */
const border = one(
  'boundary logical "fw"',
  'boundary logical none because "so"',
  'boundary physical none',
  'access-point door : physical { closed yes }',
  'access-point door "D" : logical',
);
const zoneMember = fc.oneof(
  { arbitrary: assetLine, weight: 3 },
  statement,
  flow,
  level,
  allow,
  network,
  one('policy P-1', 'policy "a text", P-2'),
  one('owner "OT"', 'level 2', 'level 1, 0', 'level 3,5', 'criticality high', 'safety yes'),
  border,
  written`separated-from ${path}`,
);
const innerZone = written`zone ${zone}${maybe(written` : ${kind}`)} {\n${lines(zoneMember)}}`;
const conduit = written`conduit ${one('link', 'wire', 'a')} ${joined} {\n${lines(
  fc.oneof(
    flow,
    statement,
    level,
    allow,
    written`via ${asset}`,
    assetLine,
    network,
    one('trust untrusted', 'trust trusted', 'criticality high'),
  ),
)}}`;

/** One declaration of any sort, that may clash with, extend, name or contradict any other. */
const declaration: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: written`zone ${zone} "Z"${maybe(written` : ${kind}`, 3)} {\n${lines(
      fc.oneof({ arbitrary: zoneMember, weight: 4 }, innerZone, conduit),
      5,
    )}}`,
  },
  { weight: 3, arbitrary: conduit },
  written`profile ${one('basics', 'more')} { ${controls} }`,
  written`risk R-1 "R" on ${path} { likelihood ${one('likely', 'often')} impact ${one('major', 'bad')} ${maybe(one('source crime', 'existing lock'))} mitigated-by ${controls} ${maybe(
    one('residual likelihood often', 'accepted until 2026-11-24 because "so"'),
  )} }`,
  written`risk-matrix m { likelihood often, likely impact bad, major ${maybe(
    one('row often 1, 2 row likely 4, 1', 'row often 1', 'row often 1, 1 row never 2, 2'),
  )} tolerable ${one('1', '2', '4')} }`,
  written`countermeasure ${one('lock', 'seal', 'basics')} "C"${maybe(written` { until ${date} }`)}`,
  written`policy ${one('P-1', 'P-2')} "P" { supports ${controls} }`,
  written`regulation law { requires ${controls} on ${path} }`,
  written`threat-source ${one('crime', 'state')} { capability 2 }`,
  written`essential-function ${one('supply', 'a')} on ${path}`,
  written`catalog ${one('house', 'iec62443-3-3')} { group IAC { control H-1 "One" sl ${one('1', '2')} { applies zone${maybe(
    one(', conduit'),
  )} } }\ncontrol ${one('H-2', 'SR 1.1', 'H-1')} "Two"${maybe(one(' for cell', ' for own'))} }`,
  written`asset-type ${one('house-plc', 'house-fw', 'plc')} "T"${maybe(
    written` extends ${one('plc', 'house-plc', 'house-fw', 'firewall')}`,
  )} { ${maybe(one('flags boundary', 'flags wireless', 'flags portable, safety', 'sl-c 2', 'kind own', 'class network-device'))} }`,
  written`protocol ${one('house-bus', 'house-secure', 'opc-ua')} "P" { port tcp 5000 authentication ${one(
    'none',
    'yes',
  )} integrity none secured-by ${protocol} }`,
  written`reference-model ${one('own', 'five-zones')} "M" { kind own rank ${one('1', '3')} { ${maybe(
    one('flags entry', 'focus f "F" { SR 6.2 asset firewall }'),
  )} } kind control rank 2 adjacent own control }`,
  written`// ${one('a note', 'zone a { ')}`,
);

const setting = fc.oneof(
  written`rule ${rule} ${one('off', 'error', 'hint')} "because"`,
  written`baseline ${one('house', 'iec62443-3-3', 'iec62443-3-3, house', 'house, house')}`,
  written`reference-model ${one('own', 'purdue', 'five-zones', 'none-such')}`,
  statement,
  one('owner "Us"', 'revision 1 on 2026-01-01 by "us" "first"', 'approval on 2026-01-02 by "us" of revision 1'),
);
const header = fc.oneof(
  fc.constant(''),
  written`system ${one('north', 'plant')}${maybe(one(' "Title"'))}${maybe(written` {\n${lines(setting)}}`, 3)}\n`,
);

const fileName = one('a.zones', 'b.zones', 'c.zones');
const fileText = fc
  .tuple(header, fc.array(declaration, { maxLength: 5 }))
  .map(([head, rest]) => head + rest.join('\n\n'));

/** What may come in between while a person types, and what breaks texts most. */
const scrap = fc.oneof(
  one(
    '{',
    '}',
    '"',
    '"""',
    '/*',
    '*/',
    '//',
    ':',
    ',',
    '->',
    '\n',
    '\r\n',
    ' ',
    '.',
    '(',
    'zone',
    'zone a {',
    'é',
    '\0',
  ),
  declaration,
  statement,
  assetLine,
);

const chunksOf = (text: string) => split(text).map(({ start, end }) => text.slice(start, end));
const at = <T>(items: readonly T[], where: number) => Math.min(items.length, Math.floor(where * (items.length + 1)));
/** A place in a text, from 0 to below 1. Most of the numbers that `fc.double` picks from are next to 0. */
export const where = fc.nat(9999).map((part) => part / 10_000);

function changing(file: string, change: (text: string) => string): Edit['apply'] {
  return (files) => new Map([...files, [file, change(files.get(file) ?? '')]]);
}

function move(files: Files, from: string, to: string, take: number, put: number): Files {
  const source = chunksOf(files.get(from) ?? '');
  const taken = source.splice(Math.floor(take * source.length), 1);
  const without = new Map([...files, [from, source.join('\n')]]);
  const target = chunksOf(without.get(to) ?? '');
  target.splice(at(target, put), 0, ...taken);
  return new Map([...without, [to, target.join('\n')]]);
}

function deleted(files: Files, file: string): Files {
  const left = new Map(files);
  left.delete(file);
  return left;
}

/** An edit with a name, so that a failing sequence can be read. */
export function edit(name: string, apply: Edit['apply'], today?: string): Edit {
  return { apply, today, [fc.toStringMethod]: () => name };
}

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fileName, fileText)
    .map(([file, text]) => edit(`write ${file}: ${text}`, (files) => new Map([...files, [file, text]]))),
  fileName.map((file) => edit(`delete ${file}`, (files) => deleted(files, file))),
  {
    weight: 3,
    arbitrary: fc.tuple(fileName, declaration, where).map(([file, text, place]) =>
      edit(
        `insert into ${file} at ${place}: ${text}`,
        changing(file, (before) => {
          const chunks = chunksOf(before);
          chunks.splice(at(chunks, place), 0, text);
          return chunks.join('\n');
        }),
      ),
    ),
  },
  fc.tuple(fileName, where).map(([file, place]) =>
    edit(
      `take out of ${file} at ${place}`,
      changing(file, (before) => {
        const chunks = chunksOf(before);
        chunks.splice(Math.floor(place * chunks.length), 1);
        return chunks.join('\n');
      }),
    ),
  ),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fileName, fileName, where, where)
      .map(([from, to, take, put]) =>
        edit(`move from ${from} at ${take} to ${to} at ${put}`, (files) => move(files, from, to, take, put)),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fileName, where, fc.nat(12), maybe(scrap, 2)).map(([file, place, length, text]) =>
      edit(
        `in ${file} at ${place} replace ${length} by ${text}`,
        changing(file, (before) => {
          const start = Math.floor(place * before.length);
          return before.slice(0, start) + text + before.slice(start + length);
        }),
      ),
    ),
  },
  fc.tuple(fileName, header).map(([file, head]) =>
    edit(
      `head ${file}: ${head}`,
      changing(file, (before) => {
        const chunks = chunksOf(before);
        return head + (/^\s*system/.test(chunks[0] ?? '') ? chunks.slice(1) : chunks).join('\n');
      }),
    ),
  ),
  date.map((day) => edit(`it is ${day}`, (files) => files, day)),
);

export const startingFiles: fc.Arbitrary<Files> = fc.tuple(fileText, fileText).map(
  ([a, b]) =>
    new Map([
      ['a.zones', a],
      ['b.zones', b],
    ]),
);

/** A header with three lines, and a profile that they may name. */
export const systemFile = (settings: readonly string[], profile: string): string =>
  `system plant {\n${settings.map((each) => `  ${each}\n`).join('')}}\nprofile basics { ${profile} }\n`;

/** Few, so that much is said of each in turn. */
const fewControls = fc
  .array(one('SR 1.1', 'SR 1.6', 'SR 1.13', 'SR 5.1', 'SR 5.2', 'basics'), { minLength: 1, maxLength: 2 })
  .map((names) => names.join(', '));
const inherited = maybe(
  fc.oneof(
    { weight: 4, arbitrary: statementOf(fewControls) },
    written`rule ${rule} ${one('off', 'error', 'hint')} "because"`,
  ),
  3,
);

/** What changes in such files: one of the lines, the profile, or whether another file has settings that count instead. */
export const systemEdits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(2), inherited).map(([i, text]) => edit(text, inLine(i + 1, `  ${text}`))),
  },
  fewControls.map((text) => edit(`basics: ${text}`, inLine(5, `profile basics { ${text} }`))),
  maybe(inherited).map((text) =>
    edit(`0.zones: ${text}`, (files) => new Map(files).set('0.zones', text && `system plant {\n  ${text}\n}\n`)),
  ),
);

function inLine(line: number, text: string): (files: Files) => Files {
  return (files) => {
    const lines = files.get('a.zones')!.split('\n');
    return new Map(files).set('a.zones', lines.toSpliced(line, 1, text).join('\n'));
  };
}

/** A file without a header whose findings follow in as many ways as there are from what its system states. */
export const ZONES_OF_SYSTEM = `
zone a "Office" : enterprise {
  sl-t 2
  asset x : wireless-access-point
  asset hmi : maintenance-laptop
  compensates SR 2.1 with SR 1.1, basics because "so"
  zone b "Inner" : perimeter {
    asset fw : jump-host
    accepts SR 1.13 until 2030-01-01 because "so"
  }
}
zone c "Cell" : cell {
  sl-t 3 { RDF 1 }
  implements SR 1.1
  zone control : control {
    sl-t 1
    excludes SR 5.1 because "so"
    plans basics until 2030-01-01
  }
}
zone outside : external { }
conduit link between a and c {
  sl-t 2
  via b.fw
}
conduit wire between outside and a { }
risk R-1 "R" on c { likelihood likely impact major mitigated-by SR 5.2, basics }
`;
