import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { starterModel } from '../../language-server/language/starter-model.ts';
import { DECLARATION_WORDS } from '../../language-server/language/syntax/words.generated.ts';
import SNIPPETS from '../../snippets/zones.json' with { type: 'json' };
import { filesOf } from '../support/fixture.ts';
import { projectFiles, textOf } from '../support/sources.ts';

const pages = projectFiles().filter((file) => file.endsWith('.md') && /```zones/.test(textOf(file)));
const models = projectFiles().filter((file) => file.endsWith('.zones') && !file.startsWith('test/'));

/** The models that a page shows, each by the line it begins at, without the drawings of findings below their lines. */
function snippetsOf(page: string): { line: number; text: string }[] {
  const source = textOf(page);
  return [...source.matchAll(/```zones[^\n]*\n([\s\S]*?)```/g)].flatMap(({ 1: text, index }) =>
    filesOf(text!).map((file) => ({ line: source.slice(0, index).split('\n').length, text: file.text })),
  );
}

/** With one line break at its end: what a fixture lacks is no fault. */
const expectFormatted = (text: string) => {
  const whole = `${text.trimEnd()}\n`;
  expect(formatText(whole)).toEqual({ text: whole, left: [] });
};

describe('what this project shows is written as its formatter writes', () => {
  test.each(models)('%s', (file) => {
    expect(formatText(textOf(file))).toEqual({ text: textOf(file), left: [] });
  });

  describe.each(pages)('%s', (page) => {
    const snippets = snippetsOf(page);
    test.each(snippets)('the model in line $line', ({ text }) => expectFormatted(text));
  });

  test('the starter', () => expectFormatted(starterModel('plant')));

  test.each(Object.entries(SNIPPETS))('the snippet %s', (_, { body }) => {
    const filled = body.join('\n').replaceAll('$CURRENT_YEAR', '2027');
    const text = filled
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}|\$\{\d+:([^}]*)\}|\n? *\$\d+/g, '$1$2')
      .replace(/^"""/, 'description """');
    const isMember = !new RegExp(`^(?:${DECLARATION_WORDS.join('|')})\\b`).test(text);
    expectFormatted(isMember ? `zone a {\n  ${text.replaceAll('\n', '\n  ')}\n}` : text);
  });
});
