/** A change of the sources, each an exact text that stands in its file once. */
interface Replacement {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A fault after which findings are out of date: what the guard of a rule must say when it is in the sources. */
export interface Mutation {
  readonly name: string;
  readonly changes: readonly Replacement[];
  /** The test whose fixtures must show it. */
  readonly test: string;
  /** The rule whose findings are out of date, and the word that was edited in which of the fixture's files. */
  readonly rule: string;
  readonly word: string;
  readonly file: string;
}

const RULES = 'language-server/core/rules';

/** Faults that were in no test's way before the guard. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'a new rule reads the owner of another zone without asking for it',
    changes: [
      {
        file: `${RULES}/index.ts`,
        find: 'export const RULES: readonly AnyRule[] = [',
        replace: `import { foreignOwner } from '../../../test/guard/mutated/foreign-owner.ts';
export const RULES: readonly AnyRule[] = [foreignOwner,`,
      },
    ],
    test: 'test/guard/mutated/foreign-owner.fixture.ts',
    rule: 'foreign-owner',
    word: '"Operations"',
    file: 'model-02.zones',
  },
  {
    name: 'zones do not tell their kind to the conduits that end at them',
    changes: [
      {
        file: 'language-server/core/engine/facts.ts',
        find: 'zone.kind?.text} ',
        replace: "''} ",
      },
    ],
    test: 'test/rules/zone-bypass.test.ts',
    rule: 'zone-bypass',
    word: 'enterprise',
    file: 'model-01.zones',
  },
  {
    name: 'a risk does not watch what its zones state',
    changes: [
      { file: `${RULES}/mitigation-unmet.ts`, find: '    watchStatements(query, found.target);\n', replace: '' },
    ],
    test: 'test/rules/mitigation-unmet.test.ts',
    rule: 'mitigation-unmet',
    word: 'SR 5.2',
    file: 'model-01.zones',
  },
  {
    name: 'a flow does not ask for the zone of an asset whose SL-T it reads',
    changes: [
      {
        file: `${RULES}/insecure-protocol.ts`,
        find: "element.sort === 'asset' ? zoneOfAsset(query, from, element as AssetRef) : zone;",
        replace: 'zone;',
      },
    ],
    test: 'test/rules/insecure-protocol.test.ts',
    rule: 'insecure-protocol',
    word: '3',
    file: 'line-01.zones',
  },
];
