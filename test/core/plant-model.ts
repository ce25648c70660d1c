import fc from 'fast-check';
import { FRS, type SlVector } from '../../language-server/core/model/levels.ts';
import { VERBS, type Verb } from '../../language-server/core/model/statement.ts';
import { libraryFiles } from '../../language-server/language/library/files.ts';

/**
 * Random plants as plain data, and their text. The data is what the author means: the reckoning of naive.ts works on it,
 * the language server on the text, and neither sees the other's.
 */
export interface PlantModel {
  readonly baseline: readonly string[];
  readonly statements: readonly StatementModel[];
  readonly profiles: readonly ProfileModel[];
  readonly countermeasures: readonly CountermeasureModel[];
  readonly zones: readonly ZoneModel[];
  readonly conduits: readonly ConduitModel[];
}

export interface StatementModel {
  readonly verb: Verb;
  /** Controls and profiles. */
  readonly names: readonly string[];
  /** Controls, profiles and countermeasures. */
  readonly with: readonly string[];
  readonly until: string | undefined;
  /** What shows it, if anything. */
  readonly evidence: (typeof PROOFS)[number];
}

/** What does the work of controls, until a day. */
export interface CountermeasureModel {
  readonly name: string;
  readonly until: string | undefined;
}

const PROOFS = ['', 'evidence "test report"', 'verified on 2026-11-02 by "OT security"'] as const;

export interface ProfileModel {
  readonly name: string;
  readonly names: readonly string[];
}

export interface ZoneModel {
  readonly name: string;
  readonly kind: string | undefined;
  /** Its Purdue levels, in the order in which they are written: in the header, or as a member. */
  readonly levels: readonly number[];
  readonly levelsInHeader: boolean;
  /** What it says of its borders, which moves no figure. */
  readonly borders: readonly string[];
  readonly slT: SlVector | undefined;
  /** Which of the notations of a vector is written. */
  readonly notation: number;
  readonly statements: readonly StatementModel[];
  readonly zones: readonly ZoneModel[];
}

export interface ConduitModel {
  readonly name: string;
  /** Two or three. */
  readonly ends: readonly string[];
  /** What its own assets are capable of, where they say so; the first is named in `via`, too. */
  readonly equipment: readonly (SlVector | undefined)[];
  readonly slT: SlVector | undefined;
  readonly notation: number;
  readonly statements: readonly StatementModel[];
}

export interface ControlModel {
  readonly id: string;
  readonly catalog: string;
  /** Index of its FR, -1 for a control outside of the groups. */
  readonly fr: number;
  readonly level: number | undefined;
  readonly parent: string | undefined;
  readonly applies: readonly string[];
  readonly kinds: readonly string[];
  readonly ofBoundary: boolean;
  readonly independent: boolean;
}

export const TODAY = '2026-11-24';
const DATES = ['2026-11-23', TODAY, '2026-11-25'];
const KINDS = ['enterprise', 'perimeter', 'control', 'cell', 'process', 'external'];

const houseControl = (
  id: string,
  fr: number,
  level: number | undefined,
  applies: readonly string[],
  kinds: readonly string[] = [],
  ofBoundary = false,
): ControlModel => ({
  ...{ id, catalog: 'house', fr, level, parent: undefined, applies, kinds },
  ...{ ofBoundary, independent: false },
});

/** A catalogue of the user's own: in the groups of the standard and outside, for some kinds, for conduits. */
const HOUSE: readonly ControlModel[] = [
  houseControl('H-1', 0, 2, ['zone', 'conduit']),
  // In a group of the standard, and yet without a level.
  houseControl('H-7', 2, undefined, ['zone']),
  houseControl('H-9', 3, 1, ['zone'], [], true),
  houseControl('H-2', 4, 1, ['zone'], ['control', 'cell']),
  houseControl('H-3', 5, 4, ['zone']),
  houseControl('H-4', 5, 2, ['conduit']),
  houseControl('H-5', -1, undefined, ['zone', 'conduit']),
  houseControl('H-6', -1, undefined, ['zone'], ['process']),
  // With a level, and yet in no group.
  houseControl('H-8', -1, 3, ['zone']),
];

/** The controls of IEC 62443-3-3 as the library gives them: its content is not what is tested here. */
const STANDARD: readonly ControlModel[] = libraryFiles()
  .flatMap(({ source }) => source.units.flatMap(({ source: { unit } }) => unit.catalogs))
  .filter(({ name }) => name.value === 'iec62443-3-3')
  .flatMap(({ controls }) => controls)
  .map(({ id, group, level, parent, applies, ofBoundary, independent }) => ({
    ofBoundary,
    independent,
    id,
    catalog: 'iec62443-3-3',
    fr: (FRS as readonly string[]).indexOf(group),
    level,
    parent,
    applies,
    kinds: [],
  }));

export const CATALOGUES: Readonly<Record<string, readonly ControlModel[]>> = {
  house: HOUSE,
  'iec62443-3-3': STANDARD,
};

/** Few of them, so that statements meet: whole FRs, and requirements with enhancements. */
const NAMED = [
  ...STANDARD.filter(({ fr, id }) => fr === 5 || fr === 3 || /^SR (1\.6|2\.2|5\.1|5\.2)/.test(id)),
  ...HOUSE,
].map(({ id }) => id);

const vector = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((level) => FRS.map(() => level)),
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
);

const PROFILES = ['basics', 'most', 'ring-a', 'ring-b'];

const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMED) }, fc.constantFrom(...PROFILES));

const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });

const COUNTERMEASURES = ['lock', 'guard'];

const countermeasures: fc.Arbitrary<readonly CountermeasureModel[]> = fc.tuple(
  ...COUNTERMEASURES.map((name) =>
    fc.record({ name: fc.constant(name), until: fc.option(fc.constantFrom(...DATES), { nil: undefined }) }),
  ),
);

const means = fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: name }, fc.constantFrom(...COUNTERMEASURES)), {
  minLength: 1,
  maxLength: 4,
});

const statement: fc.Arbitrary<StatementModel> = fc
  .record({
    verb: fc.oneof(fc.constantFrom(...VERBS), fc.constantFrom<Verb>('implements', 'compensates')),
    names,
    with: means,
    until: fc.constantFrom(...DATES),
    dated: fc.boolean(),
    evidence: fc.constantFrom(...PROOFS),
  })
  .map(({ verb, names, with: means, until, dated, evidence }) => ({
    verb,
    names,
    with: verb === 'compensates' ? means : [],
    until: verb === 'accepts' || ((verb === 'plans' || verb === 'compensates') && dated) ? until : undefined,
    evidence: verb === 'implements' || verb === 'compensates' ? evidence : '',
  }));

const statements = fc.array(statement, { maxLength: 4 });

/** From the first zone of the plant. */
const SEPARATED = 'separated-from';

/** Neighbours in any order, or none. */
const levels = fc.constantFrom([], [2], [0, 1], [1, 0], [3, 4, 3.5], [2, 1, 0]);

const borders = fc.uniqueArray(
  fc.constantFrom(
    'boundary logical none because "hard-wired"',
    'boundary physical "Hall"',
    'access-point door "East door" : physical { protection "locked"  closed yes }',
    'access-point radio : logical { used-by "Service", "Operators" }',
    SEPARATED,
  ),
  { maxLength: 3 },
);

const { zone } = fc.letrec<{ zone: ZoneModel }>((tie) => ({
  zone: fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
    levels,
    levelsInHeader: fc.boolean(),
    borders,
    slT: fc.option(vector, { nil: undefined }),
    notation: fc.nat(3),
    statements,
    zones: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      fc.uniqueArray(tie('zone'), { maxLength: 2, selector: (z) => z.name }),
    ),
  }),
}));

/** Nearly all of the standard, so that high SL-As come up: a gap of one control is where reckonings differ. */
const most: fc.Arbitrary<ProfileModel> = fc
  .uniqueArray(fc.constantFrom(...[...STANDARD, ...HOUSE].map(({ id }) => id)), { maxLength: 6 })
  .map((left) => ({
    name: 'most',
    names: [...STANDARD, ...HOUSE].map(({ id }) => id).filter((id) => !left.includes(id)),
  }));

/** A random plant: zones to some depth, conduits between them, statements everywhere. */
export const plant: fc.Arbitrary<PlantModel> = fc
  .record({
    baseline: fc.constantFrom(
      ['iec62443-3-3'],
      ['house'],
      ['iec62443-3-3', 'house'],
      ['house', 'iec62443-3-3'],
      ['house', 'house'],
      [],
    ),
    system: statements,
    systemImplementsMost: fc.boolean(),
    systemEvidence: fc.constantFrom(...PROOFS),
    most,
    basics: names,
    countermeasures,
    ringA: names,
    ringB: names,
    zones: fc.uniqueArray(zone, { minLength: 2, maxLength: 3, selector: (z) => z.name }),
    conduit: fc.record({
      slT: fc.option(vector, { nil: undefined }),
      notation: fc.nat(3),
      statements,
      nested: fc.boolean(),
      isLong: fc.boolean(),
      equipment: fc.array(fc.option(vector, { nil: undefined }), { maxLength: 3 }),
    }),
  })
  .map((dice): PlantModel => {
    const [left, right, more] = dice.zones as [ZoneModel, ZoneModel, ZoneModel?];
    const third = more && dice.conduit.isLong ? [more.name] : [];
    const inner = dice.conduit.nested ? right.zones[0] : undefined;
    return {
      baseline: dice.baseline,
      statements: [
        ...dice.system,
        ...(dice.systemImplementsMost
          ? [
              {
                verb: 'implements',
                names: ['most'],
                with: [],
                until: undefined,
                evidence: dice.systemEvidence,
              } as const,
            ]
          : []),
      ],
      profiles: [
        dice.most,
        { name: 'basics', names: dice.basics },
        // Two that may contain each other: a finding, and no reason to stop counting.
        { name: 'ring-a', names: dice.ringA },
        { name: 'ring-b', names: dice.ringB },
      ],
      countermeasures: dice.countermeasures,
      zones: dice.zones,
      conduits: [
        {
          name: 'link',
          ends: [left.name, inner ? `${right.name}.${inner.name}` : right.name, ...third],
          equipment: dice.conduit.equipment,
          slT: dice.conduit.slT,
          notation: dice.conduit.notation,
          statements: dice.conduit.statements,
        },
      ],
    };
  });

/** The four ways to write a vector. */
export function writeVector(vector: SlVector, notation: number): string {
  const first = vector[0]!;
  const exceptions = FRS.flatMap((fr, i) => (vector[i] === first ? [] : [`${fr} ${vector[i]}`]));
  switch (notation) {
    case 0:
      return exceptions.length === 0 ? `${first}` : `${first} { ${exceptions.join(', ')} }`;
    case 1:
      return `{ ${vector.join(' ')} }`;
    case 2:
      return `{ ${FRS.map((fr, i) => `${fr} ${vector[i]}`).join(', ')} }`;
    default:
      return `{ ${FRS.flatMap((fr, i) => (vector[i] === 0 ? [] : [`${fr} ${vector[i]}`])).join(' ')} }`;
  }
}

function writeStatement({ verb, names, with: means, until, evidence }: StatementModel): string {
  const reason = verb === 'excludes' || verb === 'compensates' || verb === 'accepts';
  return [
    `${verb} ${names.join(', ')}`,
    ...(means.length > 0 ? [`with ${means.join(', ')}`] : []),
    ...(until ? [`until ${until}`] : []),
    ...(evidence ? [evidence] : []),
    ...(reason ? ['because "so"'] : []),
  ].join(' ');
}

function writeZone(
  { name, kind, levels, levelsInHeader, borders, slT, notation, statements, zones }: ZoneModel,
  first: string,
): string {
  const level = levels.length > 0 ? `level ${levels.join(', ')}` : '';
  return [
    `zone ${name}${kind ? ` : ${kind}` : ''} ${levelsInHeader ? level : ''} {`,
    ...(levelsInHeader ? [] : [level]),
    ...borders.map((line) => (line === SEPARATED ? `${line} ${first}` : line)),
    ...(slT ? [`sl-t ${writeVector(slT, notation)}`] : []),
    ...statements.map(writeStatement),
    ...zones.map((zone) => writeZone(zone, first)),
    '}',
  ].join('\n');
}

function writeControl({ id, level, applies, kinds, ofBoundary }: ControlModel): string {
  const head = [
    `control ${id}`,
    ...(level ? [`sl ${level}`] : []),
    ...(kinds.length ? [`for ${kinds.join(', ')}`] : []),
  ];
  return `${head.join(' ')} { applies ${applies.join(', ')} ${ofBoundary ? 'scope boundary' : ''} }`;
}

/** The plant as an author would write it, one file. */
export function writePlant({ baseline, statements, profiles, countermeasures, zones, conduits }: PlantModel): string {
  const groups = FRS.flatMap((fr, i) => {
    const controls = HOUSE.filter((control) => control.fr === i);
    return controls.length > 0 ? [`group ${fr} { ${controls.map(writeControl).join('\n')} }`] : [];
  });
  return [
    'system plant {',
    ...(baseline.length > 0 ? [`baseline ${baseline.join(', ')}`] : []),
    ...statements.map(writeStatement),
    '}',
    `catalog house { ${[...groups, ...HOUSE.filter(({ fr }) => fr < 0).map(writeControl)].join('\n')} }`,
    ...profiles.map(({ name, names }) => `profile ${name} { ${names.join(', ')} }`),
    ...countermeasures.map(({ name, until }) => `countermeasure ${name} "C"${until ? ` { until ${until} }` : ''}`),
    ...zones.map((zone) => writeZone(zone, zones[0]!.name)),
    ...conduits.map(({ name, ends, equipment, slT, notation, statements }) =>
      [
        `conduit ${name} between ${ends.slice(0, -1).join(', ')} and ${ends.at(-1)} {`,
        ...(equipment.length > 0 ? ['via sw-0'] : []),
        ...equipment.map((slC, i) => `asset sw-${i} : managed-switch { ${slC ? `sl-c ${writeVector(slC, i)}` : ''} }`),
        ...(slT ? [`sl-t ${writeVector(slT, notation)}`] : []),
        ...statements.map(writeStatement),
        '}',
      ].join('\n'),
    ),
  ].join('\n');
}
