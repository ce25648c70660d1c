import { describe, expect, test } from 'vitest';
import { reportOf } from '../../language-server/cli/check-report.ts';
import { defineRule } from '../../language-server/core/rules/frame/rule.ts';
import { RULES } from '../../language-server/core/rules/index.ts';
import { internalError } from '../../language-server/core/rules/internal-error.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/** A rule that fails at each asset whose name begins with `bad`, and else finds each. */
const failing = defineRule({
  code: 'failing-rule',
  title: 'Fails',
  group: 'language',
  severity: 'info',
  basis: 'convention',
  clauses: [],
  messages: { found: 'found' },
  checks: {
    asset({ entry, index }, _, report) {
      const { name } = entry.unit.assets[index]!;
      if (name.value.startsWith('bad')) throw new TypeError('a model\nof another kind');
      report('found', {}, { at: name.at, subject: { sort: 'asset', index } });
    },
  },
});

const A = 'file:///plant/a.zones';
const B = 'file:///plant/b.zones';
const TEXTS = {
  [A]: '// The plant\n\nzone a : nokind { asset ok : plc }\nzone b { asset bad-1 : plc }\nzone c { asset bad-2 : plc }\n',
  [B]: 'zone d : nokind { asset ok : plc }\n',
};

function plantOf(
  rules: Parameters<typeof createWorkspace>[0]['rules'],
  texts: Readonly<Record<string, string>> = TEXTS,
) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY, rules });
  workspace.update(Object.entries(texts).map(([uri, text]) => ({ uri, text })));
  return workspace;
}

describe('a rule that fails', () => {
  const workspace = plantOf([...RULES, failing]);
  const own = (uri: string) => workspace.findingsOf(uri).filter(({ rule }) => rule === internalError.code);

  test('is told once a file, where it fails first, with what to report', () => {
    expect(own(A)).toMatchObject([{ severity: 'error', range: { start: { line: 3 } }, uri: A }]);
    expect(own(A)[0]!.message).toMatch(
      /^The rule 'failing-rule' has failed here \(TypeError: a model, internal-error\.test\.ts:\d+:\d+\): .*The fault is in Zones development, .*report it with this message/,
    );
    expect(own(B)).toEqual([]);
  });

  test('takes no finding of another rule, declaration or file along', () => {
    const others = (found: ReturnType<typeof workspace.findingsOf>) =>
      found.filter(({ rule }) => rule !== internalError.code && rule !== failing.code).map(({ message }) => message);
    const whole = plantOf(RULES);
    for (const uri of [A, B]) expect(others(workspace.findingsOf(uri))).toEqual(others(whole.findingsOf(uri)));
    const found = [A, B].flatMap((uri) => workspace.findingsOf(uri).filter(({ rule }) => rule === failing.code));
    expect(found.map(({ range }) => range.start.line)).toEqual([2, 0]);
  });

  test('is told no more when the model is another, and can be set by it', () => {
    const edited = plantOf([...RULES, failing]);
    edited.update([{ uri: A, text: TEXTS[A]!.replaceAll('bad-', 'good-') }]);
    expect(edited.findingsOf(A).map(({ rule }) => rule)).not.toContain(internalError.code);
    edited.update([
      { uri: B, text: 'system plant { rule internal-error info }\n' },
      { uri: A, text: TEXTS[A]! },
    ]);
    const severities = edited.findingsOf(A).filter(({ rule }) => rule === internalError.code);
    expect(severities).toMatchObject([{ severity: 'info' }]);
  });

  test('leaves the report of the command line with all that the others found', () => {
    const files = [...workspace.files.values()]
      .filter(({ uri }) => uri === A || uri === B)
      .map((file) => ({ path: file.uri.slice('file:///'.length), file }));
    const report = reportOf([{ folder: 'plant', workspace, files }], false);
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining([internalError.code, 'unresolved-reference']));
  });
});

describe('a rule that fails where all of a unit is asked', () => {
  const text = '// Only a comment\n';
  const everywhere = defineRule({ ...failing, checks: { unit: () => Promise.reject.call(undefined) } });

  test('is told where nothing is declared, too', () => {
    const found = plantOf([...RULES, everywhere], { [A]: text }).findingsOf(A);
    const start = { line: 0, character: 0 };
    expect(found).toMatchObject([{ rule: internalError.code, range: { start, end: start } }]);
  });

  test('is told where another throws what is no error', () => {
    const thrower = defineRule({
      ...failing,
      checks: {
        unit() {
          throw undefined;
        },
      },
    });
    const found = plantOf([...RULES, thrower], { [A]: text }).findingsOf(A);
    expect(found).toMatchObject([{ message: expect.stringContaining('(undefined)') }]);
  });
});
