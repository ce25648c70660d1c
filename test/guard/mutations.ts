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
const ENGINE = 'language-server/core/engine';
const REMEMBERED = 'if (reads && handle.entry !== own) {';

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
    name: 'a zone is not signed with its kind',
    changes: [
      {
        file: `${ENGINE}/facts.ts`,
        find: "together[sort] = all.filter((fact) => typeof fact === 'function');",
        replace: "together[sort] = all.filter((fact) => typeof fact === 'function' && fact !== FACTS.zone.kind);",
      },
    ],
    test: 'test/rules/zone-bypass.test.ts',
    rule: 'zone-bypass',
    word: 'enterprise',
    file: 'model-01.zones',
  },
  {
    name: 'a fact with a key of its own is not remembered',
    changes: [
      { file: `${ENGINE}/query.ts`, find: REMEMBERED, replace: 'if (reads && handle.entry !== own && !isApart) {' },
    ],
    test: 'test/rules/mitigation-unmet.test.ts',
    rule: 'mitigation-unmet',
    word: 'SR 5.2',
    file: 'model-01.zones',
  },
  {
    name: 'facts of a zone are not remembered, which the names that lead to it do not notice',
    changes: [
      {
        file: `${ENGINE}/query.ts`,
        find: REMEMBERED,
        replace: "if (reads && handle.entry !== own && handle.sort !== 'zone') {",
      },
    ],
    test: 'test/rules/insecure-protocol.test.ts',
    rule: 'insecure-protocol',
    word: '3',
    file: 'line-01.zones',
  },
];
