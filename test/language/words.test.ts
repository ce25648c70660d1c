import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COMPONENT_CLASS_FACTS, normaliseRequirement } from '../../language-server/core/model/control.ts';
import { VERBS } from '../../language-server/core/model/statement.ts';
import { explanationOf } from '../../language-server/editor/vocabulary.ts';
import { MEMBER_STARTS } from '../../language-server/language/parser/member-starts.ts';
import { split } from '../../language-server/language/parser/split.ts';
import { tokensOf } from '../../language-server/language/parser/tokens.ts';
import { beginsRequirement, REQUIREMENT_PATTERN } from '../../language-server/language/syntax/requirement.ts';
import { SCHEMAS } from '../../language-server/language/syntax/schemas.ts';
import {
  AFTER_WORD,
  BLOCK_WORDS,
  type BlockWord,
  DECLARATION_WORDS,
  DECLARING_WORDS,
  FIRST_WORDS,
  HEADERS,
  KEYWORDS,
  MEMBER_WORDS,
  PROPERTY_WORDS,
  REQUIREMENT_FAMILIES,
} from '../../language-server/language/syntax/words.generated.ts';
import { root } from '../../scripts/lib/process.mjs';
import { hoverAt, itemsAt, labelsAt } from '../support/marked.ts';
import { read } from '../support/reading.ts';
import { textOf } from '../support/sources.ts';

/** The words themselves, read from the text of the grammar: what is generated from it may be wrong. */
const written = [...textOf('language-server/language/zones.langium').matchAll(/'(?<word>[a-z][a-z-]*)'/g)];
const keywords = [...new Set(written.map(({ groups }) => groups!.word!))];

/** The headers of the blocks that lead to a block, the outermost first. */
function headersTo(block: BlockWord): string[] {
  const own = HEADERS[block];
  if ((DECLARATION_WORDS as readonly string[]).includes(block)) return [own];
  // An asset type has a property of that name.
  const holders = BLOCK_WORDS.filter((word) => block !== 'kind' || word !== 'asset-type');
  const holder = holders.find((word) => (MEMBER_WORDS[word] as readonly string[]).includes(block));
  return [...headersTo(holder!), own];
}

/** A text with something inside a block, which is closed with all around it. */
function inside(block: BlockWord, text: string): string {
  const headers = headersTo(block);
  return `${headers.join('\n')}\n${text}\n${'}'.repeat(headers.length)}`;
}

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}

/** The patterns of the TextMate grammar that give a scope. */
function patternsOf(scope: string): Pattern[] {
  const { patterns }: { patterns: Pattern[] } = JSON.parse(textOf('syntaxes/zones.tmLanguage.json'));
  return patterns.filter(({ name, captures }) => name === scope || captures?.[1]?.name === scope);
}

test('what is generated is what the grammar says', () => {
  const { status, stderr } = spawnSync('node', ['scripts/generate-syntax.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the keywords are those of the grammar', () => {
  expect(keywords.length).toBeGreaterThan(50);
  expect([...KEYWORDS].sort()).toEqual([...keywords].sort());
});

describe.each(DECLARATION_WORDS)('the declaration %s', (word) => {
  const declaration = `${HEADERS[word]}\n}`;

  it('is read on its own, also where braces do not balance', () => {
    const chunksIn = (text: string) => split(text).map(({ start, declaration }) => [start, declaration]);
    const closed = 'zone first {\n}\n';
    expect(chunksIn(`${closed}${declaration}`)).toEqual([
      [0, true],
      [closed.length, true],
    ]);
    const open = 'zone first {\n';
    expect(chunksIn(`${open}${declaration}`)).toEqual([
      [0, true],
      [open.length, true],
    ]);
    expect(chunksIn(`zone first\n/** About it. */\n${declaration}`)).toHaveLength(2);
  });

  it('takes a name from the next line, though it is a keyword', () => {
    expect(split(`${word}\nrisk {\n}`)).toHaveLength(1);
  });

  it('is offered at the top of a file', () => expect(labelsAt('|')).toContain(word));

  it('is named where none stands, and guessed where it is misspelt', () => {
    const [problem] = read('nothing of the kind').problems;
    expect(problem!.message).toMatch(new RegExp(`\\(.*(?<![\\w-])${word}(?![\\w-]).*\\)`));
    expect(read(`${word}x y { }`).problems[0]!.message).toContain(`Did you mean '${word}'?`);
  });
});

describe.each(BLOCK_WORDS)('the block %s', (block) => {
  /** What it has by the grammar, and not by what it means. */
  const others: Partial<Record<BlockWord, string>> = {
    zone: 'sl-c',
    conduit: 'sl-c',
    asset: 'sl-t',
    'asset-type': 'sl-t',
  };
  const members: readonly string[] = MEMBER_WORDS[block];

  it('offers the words of its members', () => {
    const offered = labelsAt(inside(block, '|'));
    expect(members.filter((word) => !offered.includes(word))).toEqual([others[block] ?? []].flat());
  });
});

describe.each(MEMBER_STARTS)('the member %s', (word) => {
  const samples: Readonly<Record<string, string>> = {
    NAME: 'x',
    REFERENCE: 'x -> y',
    CONTROL: 'SR 1.1',
    NUMBER: '2',
    initial: 'initial',
    by: 'by "x"',
  };
  const [next] = (AFTER_WORD as Readonly<Record<string, readonly string[]>>)[word]!;

  it('begins on its line, whatever is missing before', () => {
    const holder = (MEMBER_WORDS.zone as readonly string[]).includes(word) ? 'zone' : 'system';
    const unfinished = holder === 'zone' ? 'asset' : 'rule';
    const { problems } = read(`${holder} x {\n${unfinished}\n${word} ${samples[next!]}\n}`);
    expect(problems[0]?.message).toBe(`Expected a name after '${unfinished}'; the line ends here.`);
  });

  it('is guessed where it is misspelt', () => {
    const { problems } = read(`zone x { ${word}x "y" }`);
    expect(problems[0]?.message).toContain(`did you mean '${word}'?`);
  });
});

describe.each(keywords)('the word %s', (word) => {
  const [keyword] = patternsOf('keyword.control.zones');
  const coloured = (text: string) => text.match(new RegExp(keyword!.match!, 'gu')) ?? [];

  it('is coloured, but not in a name', () => {
    expect(coloured(`${word} x`)).toEqual([word]);
    expect(coloured(`my-${word} ${word}-2 x.${word}`)).toEqual([]);
  });

  it('is one word for an editor', () => {
    const { pattern, flags } = JSON.parse(textOf('language-configuration.json')).wordPattern;
    expect(`${word}->${word}`.match(new RegExp(pattern, `${flags}g`))).toEqual([word, word]);
  });

  it('is explained, or what it declares', () => {
    const hover = hoverAt(`zone x { |${word} y }`);
    // Of the library's own words nothing is said.
    if (word === 'unregistered') expect(hover).toBe(undefined);
    else expect(hover).toContain(hover?.startsWith('**y**') ? word.slice(0, 4) : explanationOf(word));
  });
});

test('what declares a name is coloured with it, and may be meant where its text is broken', () => {
  const [declaring] = patternsOf('storage.type.zones');
  for (const word of DECLARING_WORDS) {
    expect(new RegExp(declaring!.match!, 'u').exec(`  ${word} some-name {`)?.slice(1)).toEqual([word, 'some-name']);
    expect(read(`zone broken { ) ${word} some-name }`).suspected).toContain('some-name');
  }
});

describe('where members begin on lines of their own', () => {
  it.each([
    ['system', 'rule', 'plans SR 1.1'],
    ['zone', 'asset', 'flow x -> y'],
    ['conduit', 'flow', 'allow zone-owner'],
    ['risk', 'likelihood', 'allow zone-owner'],
  ])('a %s is one of the declarations', (holder, unfinished, member) => {
    const { problems } = read(`${holder} x {\n${unfinished}\n${member}\n}`);
    expect(problems[0]?.message).toBe(`Expected a name after '${unfinished}'; the line ends here.`);
  });
});

test.each([
  'zone x : |zone',
  'conduit x between |zone and y',
  'conduit x between y and |zone',
  'risk x on |zone',
  'risk x on y, |zone',
  'asset-type x extends |zone',
  'catalog x { control C-1 for |zone }',
  'catalog x { control C-1 { maps |zone "x" } }',
  'zone x { flow |zone -> y }',
  'zone x { flow y -> |zone }',
  'zone x { flow y <-> |zone }',
  'zone x { flow y -> z over |zone }',
  'zone x { implements SR 1.1 by |zone }',
  'zone x { compensates SR 1.1 with |zone }',
  'conduit x between y and z { via |zone }',
])('after a word that names something a keyword is a name: %s', (text) => {
  expect(hoverAt(text) ?? '').not.toContain(explanationOf('zone'));
});

/** The plain properties of all blocks, and what is said of one whose value is a word that means nothing. */
const properties = Object.entries(SCHEMAS).flatMap(([block, schema]) =>
  Object.keys(schema)
    // What stands in the library alone is not explained, and what is a keyword is offered as such.
    .filter((name) => explanationOf(name) && !(PROPERTY_WORDS as readonly string[]).includes(name))
    .map((name) => {
      const { problems } = read(inside(block as BlockWord, `${name} nonsense`));
      const said = problems.find(({ message }) => message.includes('nonsense'))?.message ?? '';
      // What a protocol is is not checked.
      const isText = said.includes('in quotes') || (block === 'protocol' && name === 'doc');
      return { block: block as BlockWord, name, said, isText, isNumber: /number|A date/.test(said) };
    }),
);

test.each(properties)('the property $name of a $block is offered with quotes if it is a text', (property) => {
  const { block, name, isText } = property;
  const item = itemsAt(inside(block, '|'), { snippets: true }).find(({ label }) => label === name);
  expect(item?.textEdit).toMatchObject({ newText: isText ? `${name} "$0"` : `${name} ` });
});

test.each(['because', 'evidence'])('the clause %s is offered with quotes', (word) => {
  const item = itemsAt('zone x { accepts SR 1.1 | }', { snippets: true }).find(({ label }) => label === word);
  expect(item?.textEdit).toMatchObject({ newText: `${word} "$0"` });
});

const withWords = properties.filter(({ said }) => said.includes('none of them'));

test.each(withWords)('the words of the property $name of a $block are offered', ({ block, name, said }) => {
  const words = labelsAt(inside(block, `${name} |`));
  expect(words.length).toBeGreaterThan(name === 'scope' ? 0 : 1);
  for (const word of words) expect(said).toContain(word);
});

const withNames = properties.filter(({ isText, isNumber }) => !isText && !isNumber);

test.each([...new Set(withNames.map(({ name }) => name))])('the property %s is coloured before a word', (name) => {
  const matches = patternsOf('variable.other.property.zones').map(({ match }) => new RegExp(match!, 'u'));
  expect(matches.map((match) => match.exec(`  ${name} word`)?.[0]).filter(Boolean)).toEqual([name]);
});

test.each([
  ['zone', 'sl-t 2', 'sl-t'],
  ['asset', 'sl-c 2', 'sl-c'],
  ['zone', 'level 2', 'level'],
  ['system', 'reference-model purdue', 'reference-model'],
  ['risk', 'likelihood likely', 'likelihood'],
  ['risk', 'impact minor', 'impact'],
  ['risk', 'residual likelihood likely impact minor', 'residual'],
  ['risk', 'accepted until 2027-06-30 because "so"', 'accepted'],
] as const)('in a %s, what may stand once is offered once: %s', (block, member, word) => {
  expect(labelsAt(inside(block, '|'))).toContain(word);
  expect(labelsAt(inside(block, `${member}\n|`))).not.toContain(word);
});

test('a snippet that begins with a word begins with one of the language', () => {
  const snippets: readonly { body: string[] }[] = Object.values(JSON.parse(textOf('snippets/zones.json')));
  const first = snippets.flatMap(({ body }) => /^[a-z-]+/.exec(body[0]!)?.[0] ?? []);
  expect(first.length).toBeGreaterThan(0);
  expect(first.filter((word) => !keywords.includes(word))).toEqual([]);
});

describe('core, which knows nothing of the grammar,', () => {
  test('has its verbs', () => expect([...VERBS]).toEqual([...FIRST_WORDS.Statement]));

  test('has its families of requirements', () => {
    const ofClasses = Object.values(COMPONENT_CLASS_FACTS).map(({ abbreviation }) => abbreviation);
    expect([...REQUIREMENT_FAMILIES].sort()).toEqual(['SR', 'CR', ...ofClasses].sort());
  });

  test('reads every requirement that is one token, and writes one', () => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^${REQUIREMENT_PATTERN}$`)), (requirement) => {
        const id = normaliseRequirement(requirement);
        expect(id).toMatch(/^[A-Z]+ \d+\.\d+(?: RE\(\d+\))?$/);
        for (const text of [requirement, id]) {
          expect(tokensOf(text)).toEqual([{ text, at: 0, kind: 'word' }]);
          expect(beginsRequirement(text)).toBe(true);
          expect(normaliseRequirement(text)).toBe(id);
        }
      }),
    );
  });
});
