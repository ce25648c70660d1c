import { expect, test } from 'vitest';
import { tokensOf } from '../../language-server/language/parser/tokens.ts';
import { readSource } from '../../language-server/language/source-file.ts';
import { EVERYTHING } from '../support/record-model.ts';

const problemsOf = (text: string) => readSource(text).units.flatMap(({ source }) => source.unit.problems);

test('wherever a declaration breaks off, what is due is told by its name', () => {
  const broken = EVERYTHING.flatMap((declaration) =>
    tokensOf(declaration).map(({ at, text }) => declaration.slice(0, at + text.length)),
  );
  const messages = broken.flatMap((text) => problemsOf(text).map(({ message }) => `${text.slice(-40)} → ${message}`));
  expect(messages.length).toBeGreaterThan(400);
  expect(messages.filter((message) => message.includes('something else'))).toEqual([]);
});

test.each([
  ['system s {\n  revision\n}', "Expected a number, or a text in quotes after 'revision'; the line ends here."],
  ['risk r {\n  residual\n}', "Expected likelihood or impact after 'residual'; the line ends here."],
])('%j', (text, message) => {
  expect(problemsOf(text).map((each) => each.message)).toEqual([message]);
});

test.each([
  'zone z : cell {\n  asset NAME : { runs-on x }\n}',
  'conduit k between a, NAME b and c',
  'zone z {\n  implements SR 1.1 by NAME evidence\n}',
])('a name that is a word of the language is taken for a name in a broken text, too: %j', (text) => {
  const said = (name: string) =>
    problemsOf(text.replace('NAME', name)).map(({ message }) => message.replaceAll(name, 'NAME'));
  expect(said('plain')).toHaveLength(1);
  expect(said('until')).toEqual(said('plain'));
});
