import { random } from '../../bench/support/models.ts';

/** The texts of a workspace by file. */
export type Texts = ReadonlyMap<string, string>;

/** One change of a workspace: a file's new text (undefined where it is deleted), or the day that it is. */
export interface PlantEdit {
  /** What was done, for whom has to understand a failure. */
  readonly what: string;
  readonly uri?: string;
  readonly text?: string;
  readonly today?: string;
}

type Dice = <T>(items: readonly T[]) => T;
type Rewrite = (text: string, roll: Dice, number: (below: number) => number) => string;

const TYPES = [
  'plc',
  'firewall',
  'wireless-access-point',
  'safety-controller',
  'erp',
  'engineering-laptop',
  'historian',
  'data-diode',
  'jump-host',
  'maintenance-laptop',
  'cellular-modem',
  'no-such-type',
];
const KINDS = ['cell', 'control', 'perimeter', 'enterprise', 'process', 'external'];
const PROTOCOLS = ['modbus-tcp', 'opc-ua', 'rdp', 's7comm', 'https'];
const CONTROLS = ['SR 1.1', 'SR 1.6', 'SR 2.1', 'SR 2.3', 'SR 3.4', 'SR 5.1', 'SR 5.2', 'SR 7.1', 'hardening'];
const DAYS = ['2026-06-01', '2027-01-01', '2030-04-01'];

/** Replaces one match of a pattern, whichever the dice say. */
function replaceOne(text: string, roll: Dice, pattern: RegExp, by: (match: RegExpMatchArray) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = roll(matches);
  return text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length);
}

const insertAfter = (text: string, roll: Dice, pattern: RegExp, line: string): string =>
  replaceOne(text, roll, pattern, ([found]) => `${found}\n    ${line}`);

/** Inside a zone: after the line that says its levels. */
const IN_ZONE = /^ +sl-t .*$/gm;

/** A type with a name of the library. */
const HIDING = /\nasset-type plc .*\n/;

/** Inside a conduit. */
const IN_CONDUIT = /^ +via .*$/gm;

/** What a person, or a merge, does to a file; each by a name that a failure can tell. */
const REWRITES: Readonly<Record<string, Rewrite>> = {
  'set another SL-T': (text, roll, number) => replaceOne(text, roll, /sl-t \d/g, () => `sl-t ${1 + number(4)}`),
  'implement another control': (text, roll) =>
    replaceOne(text, roll, /implements SR [\d.]+/g, () => `implements ${roll(CONTROLS)}`),
  'state something of a control': (text, roll) =>
    insertAfter(
      text,
      roll,
      IN_ZONE,
      roll([
        `excludes ${roll(CONTROLS)} because "no use"`,
        `plans ${roll(CONTROLS)} until ${roll(DAYS)}`,
        `accepts ${roll(CONTROLS)} until ${roll(DAYS)} because "so"`,
        `compensates ${roll(CONTROLS)} with ${roll(CONTROLS)} because "so"`,
        `allow ${roll(['missing-control', 'misplaced-asset', 'zone-record', 'mixed-safety'])} until ${roll(DAYS)} because "so"`,
      ]),
    ),
  'hide a type of the library, or show it again': (text, roll) =>
    HIDING.test(text)
      ? text.replace(HIDING, '')
      : `${text}\nasset-type plc { ${roll(['', 'flags boundary  role filter', 'flags safety'])} }\n`,
  'say something of a zone': (text, roll, number) =>
    insertAfter(
      text,
      roll,
      IN_ZONE,
      roll([
        'criticality high',
        'safety yes',
        'boundary logical "fw"',
        `network "10.${number(3)}.${number(256)}.0/${roll([8, 16, 20, 24, 28])}"`,
        `asset extra-${number(9)} : ${roll(TYPES)}`,
        `level ${roll(['1', '2', '3', '4', '1, 2', '0, 3', '3,5'])}`,
        `separated-from ${roll(['dmz', 'enterprise', 'area-1', 'nowhere'])}`,
        'boundary logical none because "so"',
        'access-point door : physical { closed yes }',
      ]),
    ),
  'write a flow': (text, roll, number) =>
    insertAfter(
      text,
      roll,
      roll([IN_ZONE, IN_CONDUIT]),
      `flow ${roll(['scada', 'fw'])}-${number(6)} -> ${roll(['dmz-historian', 'scada-1', 'erp'])} : ${roll(PROTOCOLS)}`,
    ),
  'lead a conduit through something': (text, roll, number) =>
    replaceOne(text, roll, IN_CONDUIT, () => `  via ${roll(['fw-main', `fw-${number(6)}`, 'dmz-historian'])}`),
  'rename something': (text, roll) =>
    replaceOne(text, roll, /(asset|zone|conduit) ([\w-]+)/g, ([, sort, name]) => `${sort} ${name}x`),
  'give something the name of another': (text, roll) =>
    replaceOne(text, roll, /(asset|zone) ([\w-]+)/g, ([, sort, name]) => `${sort} ${name!.replace(/\d/, '1')}`),
  'change a type or a kind': (text, roll) =>
    replaceOne(text, roll, /: [a-z][\w-]+/g, () => `: ${roll([...TYPES, ...KINDS, ...PROTOCOLS])}`),
  'move an address': (text, roll, number) =>
    replaceOne(text, roll, /"10\.\d+\.\d+\.\d+"/g, () => `"10.0.${number(4)}.${number(9)}"`),
  'share an address': (text, roll, number) =>
    replaceOne(text, roll, /address ("10\.\d+\.\d+\.\d+")/g, ([found]) =>
      roll([
        `shared-${found}`,
        `${found} runs-on ${roll(['scada-1', `fw-${number(6)}`])}`,
        `${found} redundant-with ${roll(['scada-1', 'fw-main', `fw-${number(6)}`])}`,
      ]),
    ),
  'turn a flow': (text, roll) => replaceOne(text, roll, /<?->/g, () => roll(['->', '<->'])),
  'put a conduit elsewhere': (text, roll) =>
    replaceOne(text, roll, /between [\w-]+/g, () => `between ${roll(['dmz', 'enterprise', 'area-1', 'area-2'])}`),
  'set what holds for the system': (text, roll) =>
    replaceOne(text, roll, /^ {2}(?:owner|implements) .*$/gm, () =>
      roll([
        '  owner "Operations"',
        '  implements SR 1.3, SR 1.4, hardening',
        '  implements SR 5.2',
        '  excludes SR 1.6, SR 2.3 because "no use"',
        '  compensates SR 1.1 with SR 5.2 because "so"',
        '  rule zone-owner warning "so"',
        '  rule missing-control off "so"',
        '  reference-model purdue',
      ]),
    ),
  'type a scrap': (text, roll, number) => {
    const at = number(text.length);
    return text.slice(0, at) + roll(['{', '}', '"', '"""', ' zone ', '\n', ' //', '/*']) + text.slice(at);
  },
  'cut something out': (text, _, number) => {
    const at = number(text.length);
    return text.slice(0, at) + text.slice(at + 1 + number(20));
  },
  'cut a declaration out': (text, roll) => replaceOne(text, roll, /^(?:zone|conduit) [\s\S]*?^\}\n/gm, () => ''),
};

/** An endless sequence of edits, the same for the same texts and seed. */
export function* plantEdits(original: Texts, seed: number): Generator<PlantEdit, never> {
  const next = random(seed);
  const number = (below: number) => Math.floor(next() * below);
  const roll: Dice = (items) => items[number(items.length)]!;
  const texts = new Map(original);
  const files = [...original.keys()];
  while (true) {
    const dice = next();
    // The hub, which all areas depend on, is met as often as all others together are deleted.
    const uri = dice < 0.05 ? files[0]! : roll(files);
    const before = texts.get(uri);
    if (dice > 0.995) yield { what: 'another day', today: roll(DAYS) };
    else if (before === undefined || dice > 0.8) {
      texts.set(uri, original.get(uri)!);
      yield { what: `restore ${uri}`, uri, text: original.get(uri)! };
    } else if (dice > 0.78) {
      texts.delete(uri);
      yield { what: `delete ${uri}`, uri };
    } else {
      const what = roll(Object.keys(REWRITES));
      const text = REWRITES[what]!(before, roll, number);
      texts.set(uri, text);
      yield { what: `${what} in ${uri}`, uri, text };
    }
  }
}
