import { afterAll, describe, expect, test } from 'vitest';
import type { AnyRule, Rule } from '../../../language-server/core/rules/frame/rule.ts';
import { RULES } from '../../../language-server/core/rules/index.ts';
import type { LocatedFinding } from '../../../language-server/language/workspace.ts';
import { dedent, draw, expectFindings, filesOf } from '../../support/fixture.ts';
import { staleAfterExchanges } from './exchanges.ts';
import { patternOf } from './messages.ts';
import {
  allowing,
  edit,
  excusesOf,
  fixesOf,
  forgetModels,
  isAllowable,
  keyOf,
  type Model,
  mendAll,
  type OfferedFix,
  readModel,
  setting,
  without,
  written,
} from './model.ts';
import { apart, staleAfterEdits, type Vocabulary, vocabularyOf } from './word-by-word.ts';

/** A model with the rule's findings drawn under its text (see `expectFindings`); `today` is `YYYY-MM-DD`. */
export type RuleFixture = string | { readonly model: string; readonly today: string };

/** A quick fix, and the whole text after it. */
export interface Mend {
  readonly model: string;
  /** Title of the fix, one of those that the model's findings offer. */
  readonly fix: string;
  readonly result: string;
  readonly today?: string;
}

export interface RuleSpec {
  /** Models in which the rule finds something, by what they show. Every message stands in one of them in full. */
  readonly fires: Readonly<Record<string, RuleFixture>>;
  /** Near misses: models that look alike, in which it finds nothing. */
  readonly silent: Readonly<Record<string, RuleFixture>>;
  /** Required where the rule offers fixes: what some of them make of the text. */
  readonly mends?: readonly Mend[];
  /** Titles (or their beginnings) of fixes that cannot leave the model without the finding or new errors, and why. */
  readonly incomplete?: Readonly<Record<string, string>>;
}

/** So many edits are told of those after which findings are out of date. */
const MOST_SHOWN = 5;

/** A rule with those whose findings keep it silent; all, where that depends on all. */
function withCauses(code: string, known = new Set<string>()): readonly AnyRule[] {
  const rule = RULES.find((each) => each.code === code);
  if (rule?.checks.allowance) return RULES;
  known.add(code);
  for (const cause of rule?.yieldsTo ?? []) if (!known.has(cause)) withCauses(cause, known);
  return RULES.filter((each) => known.has(each.code));
}

/** Milliseconds for the edits of one fixture: with `WORDS=all`, each word stands in the place of each other. */
const GUARD_TIMEOUT = 3_600_000;

const modelOf = (fixture: RuleFixture) =>
  typeof fixture === 'string' ? { model: fixture, today: undefined } : fixture;

const read = (fixture: RuleFixture): Model => {
  const { model, today } = modelOf(fixture);
  return readModel(new Map(filesOf(model).map(({ uri, text }) => [uri, text])), today);
};

/**
 * Tests a rule: its fixtures, and what must hold for every rule: `rule` sets its severity, `allow` excuses a finding
 * until its day, each fix makes its finding go and adds no error, and so does mending all of a file, and no edit of a
 * word leaves findings out of date.
 */
export function describeRule<Messages extends Readonly<Record<string, string>>>(
  { code, severity, messages, cannotBeAllowed }: Omit<Rule<Messages>, 'checks'> & { readonly checks: unknown },
  { fires, silent, mends = [], incomplete = {} }: RuleSpec,
): void {
  const check = (fixture: RuleFixture) => {
    const { model, today } = modelOf(fixture);
    return expectFindings(model, { rules: [code], today }).findings.filter(({ rule }) => rule === code);
  };
  const ofRule = ({ findings }: Model) => findings.filter(({ rule }) => rule === code);
  const excuseTitles = (finding: LocatedFinding): string[] => {
    if (cannotBeAllowed) return [];
    return [
      ...(isAllowable(finding) ? [`Allow '${code}' here, because …`] : []),
      ...(finding.severity === 'hint' ? [] : [`Set rule '${code}' to hint for this system`]),
      `Set rule '${code}' to off for this system`,
    ];
  };
  const positives = Object.entries(fires);
  const negatives = Object.entries(silent);

  describe(code, () => {
    describe('finds', () => {
      test.each(positives)('%s', (_, fixture) => {
        expect(check(fixture).length).toBeGreaterThan(0);
      });
    });

    describe('is silent about', () => {
      test.each(negatives)('%s', (_, fixture) => {
        expect(check(fixture)).toEqual([]);
      });
    });

    afterAll(forgetModels);
    const all = [...positives, ...negatives];
    let words: Vocabulary | undefined;
    const vocabulary = () => {
      words ??= vocabularyOf(all.flatMap(([, fixture]) => [...apart(read(fixture)).texts.values()]));
      return words;
    };
    const edited = new Set<string>();
    const isThorough = process.env.WORDS === 'all';
    const rules = isThorough ? RULES : withCauses(code);
    test.each(all)(
      'is asked again after each edit: %s',
      (name, fixture) => {
        const whole = read(fixture);
        const cut = apart(whole);
        expect(ofRule(cut)).toHaveLength(ofRule(whole).length);
        const stale = staleAfterEdits(cut, vocabulary(), { rules, isThorough, edited });
        if (stale.length === 0) return;
        const first = stale.slice(0, MOST_SHOWN).join('\n');
        throw new Error(`${code}, '${name}': findings are out of date after ${stale.length} edits:\n${first}`);
      },
      GUARD_TIMEOUT,
    );

    test.each(all)('follows the order of declarations: %s', (_, fixture) => {
      expect(staleAfterExchanges(read(fixture))).toEqual([]);
    });

    test('has fixtures of both sorts', () => {
      expect(positives.length).toBeGreaterThan(0);
      expect(negatives.length).toBeGreaterThan(0);
    });

    test('says each of its messages in full in a fixture', () => {
      const drawn = new Set(positives.flatMap(([, fixture]) => dedent(modelOf(fixture).model).split('\n')));
      const said = positives.flatMap(([, fixture]) => {
        const model = read(fixture);
        return ofRule(model)
          .filter((finding) =>
            drawn.has(draw(finding, model.texts.get(finding.uri)!.split('\n')[finding.range.start.line]!)),
          )
          .map(({ message }) => message);
      });
      const unsaid = Object.entries(messages).filter(
        ([, template]) => !said.some((text) => patternOf(template).test(text)),
      );
      expect(unsaid.map(([id]) => id)).toEqual([]);
    });

    test('says what is wrong in one line that an editor can show', () => {
      for (const [, fixture] of positives) {
        for (const { message, range } of ofRule(read(fixture))) {
          expect(message).toMatch(/^['\p{Lu}\d].*[.?]$/u);
          expect(message).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}| {2}/);
          expect(message.length).toBeLessThan(320);
          if (severity !== 'error') expect(range.end.line).toBe(range.start.line);
        }
      }
    });

    // What the frame of rules does with a finding does not depend on what else stands in the model.
    const said = new Set<string>();
    const unlike = positives.filter(([, fixture]) => {
      const before = said.size;
      for (const { message, subject } of ofRule(read(fixture))) {
        said.add(`${subject.sort} ${Object.values(messages).findIndex((text) => patternOf(text).test(message))}`);
      }
      return said.size > before;
    });

    test.each(unlike)('has the severity that the system sets: %s', (_, fixture) => {
      const model = read(fixture);
      for (const wanted of ['hint', 'info', 'warning', 'error'] as const) {
        const found = ofRule(setting(model, code, wanted));
        expect(found.map((finding) => finding.severity)).toEqual(ofRule(model).map(() => wanted));
      }
      expect(ofRule(setting(model, code, 'off'))).toEqual([]);
    });

    const allowed = unlike.flatMap(([name, fixture]) =>
      ofRule(read(fixture))
        .filter(isAllowable)
        .map((_, i) => ({ name, fixture, i })),
    );
    test.each(allowed)('can be allowed until a day: $name ($i)', ({ fixture, i }) => {
      const model = read(fixture);
      const finding = ofRule(model).filter(isAllowable)[i]!;
      const key = without([finding], []);
      const findingsWith = (line: string) => without(allowing(model, finding, line).findings, []);
      expect(findingsWith(`allow ${code} because "a test"`)).not.toEqual(expect.arrayContaining(key));
      expect(findingsWith(`allow ${code} until ${model.today} because "a test"`)).not.toEqual(
        expect.arrayContaining(key),
      );
      expect(findingsWith(`allow ${code} until 2001-01-01 because "a test"`)).toEqual(expect.arrayContaining(key));
      // The allowance was of use, and hides nothing else.
      const excused = allowing(model, finding, `allow ${code} because "a test"`);
      expect(without(excused.findings, model.findings).filter((text) => text.startsWith('unused-allow'))).toEqual([]);
      expect(without(model.findings, excused.findings).filter((text) => !text.startsWith(code))).toEqual([]);
    });

    test.each(unlike)('can be allowed and set by a quick fix: %s', (_, fixture) => {
      const model = read(fixture);
      for (const finding of ofRule(model)) {
        const offered = excusesOf(model, finding);
        expect(offered.map(({ title }) => title)).toEqual(excuseTitles(finding));
        for (const { title, edits } of offered) {
          const after = written(edit(model, finding.entry, edits));
          const same = after.findings.filter((other) => keyOf(other) === keyOf(finding));
          const isSet = title.includes('to hint');
          expect(same.filter((other) => !isSet || other.severity !== 'hint')).toEqual([]);
          expect(
            without(after.findings, model.findings).filter((key) => /^(syntax-error|invalid-value)/.test(key)),
          ).toEqual([]);
        }
      }
    });

    const offered = positives.flatMap(([name, fixture]) => {
      const model = read(fixture);
      return fixesOf(model, code).map((offer) => ({ name, title: offer.fix.title, model, offer }));
    });
    test.each(offered)('$title: $name', ({ model, offer, title }) => {
      const excuse = Object.entries(incomplete).find(([start]) => title.startsWith(start))?.[1];
      const faults = faultsAfter(model, offer);
      if (excuse) expect(faults, `${excuse} This fix is complete now: take it off the list.`).not.toEqual([]);
      else expect(faults).toEqual([]);
    });

    test('shows what its fixes make of a text, where it offers any', () => {
      expect(mends.length > 0).toBe(offered.length > 0);
    });
    test.each(mends)('$fix', ({ model: text, fix: title, result, today }) => {
      const model = read(today ? { model: text, today } : text);
      const offers = fixesOf(model, code);
      const offer = offers.find(({ fix }) => fix.title === title);
      expect(offers.map(({ fix }) => fix.title)).toContain(title);
      const { texts } = edit(model, offer!.entry, offer!.fix.edits);
      const drawn = [...texts].map(([uri, after]) => (texts.size > 1 ? `--- ${uri}\n${after}` : after)).join('\n');
      expect(drawn).toBe(dedent(result));
    });

    const batches = offered.some(({ offer }) => offer.fix.batch) ? positives : [];
    test.each(batches)('is mended in all of a file at once: %s', (_, fixture) => {
      const model = read(fixture);
      const mended = mendAll(model, code);
      expect(errors(mended.findings, model.findings)).toEqual([]);
      expect(fixesOf(mended, code).filter(({ fix }) => fix.batch)).toEqual([]);
    });
  });
}

/** What is wrong after a fix: the finding still stands, or there are errors that were not there. */
function faultsAfter(model: Model, { entry, finding, fix }: OfferedFix): string[] {
  const after = edit(model, entry, fix.edits);
  const gone = without(model.findings, after.findings).includes(keyOf(finding));
  const count = ({ findings }: Model) => findings.filter(({ rule }) => rule === finding.rule).length;
  return [
    ...(gone ? [] : [`still there: ${finding.message}`]),
    ...(count(after) > count(model) ? ['the rule finds more than before'] : []),
    ...(untidiness(after) > untidiness(model) ? ['the text has new spaces at the end of a line, or empty lines'] : []),
    ...errors(after.findings, model.findings),
  ];
}

/** How many lines end in spaces, or are empty beside another empty one or a brace that closes. */
const untidiness = ({ texts }: Model): number =>
  [...texts.values()].reduce((sum, text) => sum + (text.match(/[ \t]+$|\n\n(?=\n|\s*\})/gm)?.length ?? 0), 0);

const errors = (after: Model['findings'], before: Model['findings']): string[] =>
  without(
    after.filter((finding) => finding.severity === 'error'),
    before,
  );
