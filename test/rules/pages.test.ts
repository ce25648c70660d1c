import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { internalError } from '../../language-server/core/rules/internal-error.ts';
import { root } from '../../scripts/lib/process.mjs';
import { expectFindings } from '../support/fixture.ts';
import { textOf } from '../support/sources.ts';
import { examplesOf, pageOf, proseOf, rulesFolder } from './support/pages.ts';

const codes = RULES.map(({ code }) => code);
/** Those that a model can show: all but the one that speaks of a fault of the program. */
const shown = RULES.filter(({ code }) => code !== internalError.code);
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));

describe('every rule', () => {
  test('has a code of its own, a file, a page and a test', () => {
    expect(new Set(codes).size).toBe(codes.length);
    const files = new Set(filesIn(rulesFolder, '.ts'));
    const pages = new Set(filesIn(rulesFolder, '.md'));
    const tests = new Set(filesIn('test/rules', '.test.ts'));
    const lacking = codes.flatMap((code) => [
      ...(files.has(code) ? [] : [`${code}.ts`]),
      ...(pages.has(code) ? [] : [`${code}.md`]),
      ...(tests.has(code) ? [] : [`${code}.test.ts`]),
    ]);
    expect(lacking).toEqual([]);
    expect([...pages].filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('is listed: a file that defines a rule stands in index.ts', () => {
    const defined = filesIn(rulesFolder, '.ts').filter((name) =>
      textOf(`${rulesFolder}/${name}.ts`).includes('= defineRule({'),
    );
    expect(defined.sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  test('yields to rules that there are, and to none that yields to it', () => {
    const yields = RULES.flatMap(({ code, yieldsTo = [] }) => yieldsTo.map((cause) => ({ code, cause })));
    expect(yields.length).toBeGreaterThan(0);
    expect(yields.filter(({ cause }) => !codes.includes(cause))).toEqual([]);
    const back = yields.filter(({ code, cause }) =>
      yields.some((other) => other.code === cause && other.cause === code),
    );
    expect(back).toEqual([]);
  });

  test('is tested with fixtures by what all rules are tested by', () => {
    const untested = shown.filter(({ code }) => {
      const variable = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return !textOf(`test/rules/${code}.test.ts`).includes(`describeRule(${variable}, {`);
    });
    expect(untested).toEqual([]);
  });
});

describe.each(RULES)('the page of $code', ({ code, title, clauses }) => {
  const page = pageOf(code) ?? '';
  const examples = examplesOf(page);

  test('tells what it finds, why it matters, how to mend it and when not to', () => {
    const headings = [...page.matchAll(/^#+ .*$/gm)].map(([heading]) => heading);
    expect(headings).toEqual([`# ${title}`, '## Why it matters', '## How to mend it', '## When it is a false alarm']);
    const words = proseOf(page).split(/\s+/).length;
    expect(words).toBeGreaterThan(120);
    expect(words).toBeLessThan(420);
  });

  test('names each clause that the rule stands for', () => {
    const prose = proseOf(page);
    // `IEC 62443-3-2 ZCR 3.1` may stand as `ZCR 3.1` where the part of the standard is named before.
    const unnamed = clauses.filter((clause) => {
      const named = clause.replace(/^IEC [\d-]+ /, '').replace(/[.()]/g, String.raw`\$&`);
      return !new RegExp(String.raw`\b${named}(?![\d.]\d|\d)`).test(prose);
    });
    expect(unnamed).toEqual([]);
  });

  test('links only to what is there', () => {
    const links = [...proseOf(page).matchAll(/\]\((?<target>[^)]+)\)/g)].map(({ groups }) => groups!.target!);
    expect(links.filter((target) => !RULES.some((other) => target === `${other.code}.md`))).toEqual([]);
  });

  test.runIf(shown.some((rule) => rule.code === code))('has a wrong and a right example', () => {
    const sorts = examples.map(({ sort }) => sort);
    expect(sorts).toEqual(expect.arrayContaining(['wrong', 'right']));
    expect(sorts.filter((sort) => !['wrong', 'right', 'allowed'].includes(sort))).toEqual([]);
  });

  test.each(examples)('the $sort example is what it says', ({ sort, model }) => {
    const { findings } = expectFindings(model, { rules: [code] });
    const found = findings.filter(({ rule }) => rule === code);
    if (sort === 'wrong') expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
    if (sort === 'allowed') expect(model).toContain(`allow ${code} `);
    // A message that goes on says so: the reader takes it for what the editor shows.
    const messages = findings.map(({ message }) => message);
    const drawn = [...model.matchAll(/^ *\^+(?: …)? \w+ [\w-]+: (?<message>.*)$/gm)].map(
      ({ groups }) => groups!.message!,
    );
    expect(drawn.filter((message) => !message.endsWith('…') && !messages.includes(message))).toEqual([]);
  });
});
