import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { expectFindings } from '../support/fixture.ts';
import { meaning, read } from '../support/reading.ts';

describe('a vector of security levels', () => {
  it.each([
    ['2', [2, 2, 2, 2, 2, 2, 2]],
    ['2 { RDF 3, DC 1 }', [2, 2, 2, 1, 3, 2, 2]],
    ['2 { RDF 3 DC 1 }', [2, 2, 2, 1, 3, 2, 2]],
    ['2 { }', [2, 2, 2, 2, 2, 2, 2]],
    ['{ 2 2 0 1 3 1 3 }', [2, 2, 0, 1, 3, 1, 3]],
    ['{2,2,0,1,3,1,3}', [2, 2, 0, 1, 3, 1, 3]],
    ['{ IAC 2, UC 3, RA 1 }', [2, 3, 0, 0, 0, 0, 1]],
    ['{ RA 1\n UC 3 }', [0, 3, 0, 0, 0, 0, 1]],
    ['{ }', [0, 0, 0, 0, 0, 0, 0]],
  ])('is written %s', (written, vector) => {
    const { zones, assets, conduits, problems } = read(`
      zone z { sl-t ${written}  asset a : plc { sl-c ${written} } }
      conduit c between z and z { sl-t ${written} }`);
    expect(problems).toEqual([]);
    expect([zones[0]!.slT, assets[0]!.slC, conduits[0]!.slT].map((levels) => levels?.vector)).toEqual(
      Array(3).fill(vector),
    );
  });

  test('that contradicts itself is none', () => {
    expectFindings(
      `
      zone a { sl-t { 2 2 2 } }
                      ^^^^^ error invalid-value: A vector has seven levels
      zone b { sl-t { IAC 2, 3 } }
                      ^^^^^^^^ error invalid-value: Name the FR of each level
      zone c { sl-t 2 { RDF 3, RDF 1 } }
                               ^^^ error invalid-value: RDF has a level already
      zone d { sl-t 2 { XYZ 3 } }
                        ^^^ error invalid-value: A foundational requirement is IAC, UC, SI, DC, RDF, TRE or RA; XYZ is none of them.
      zone e { sl-t { 2 2 0 1 3 1 5 } }
                                  ^ error invalid-value: A security level is a whole number from 0 to 4; 5 is not.
      zone f { sl-t 1.5 }
                    ^^^ error invalid-value: A security level is a whole number from 0 to 4; 1.5 is not.
      `,
      { rules: ['invalid-value'] },
    );
  });
});

describe('a requirement', () => {
  it.each([
    ['SR 1.1', 'SR 1.1'],
    ['SR1.1', 'SR 1.1'],
    ['SR \t 1.1', 'SR 1.1'],
    ['SR 1.1 RE(1)', 'SR 1.1 RE(1)'],
    ['SR 1.1 RE (1)', 'SR 1.1 RE(1)'],
    ['SR 1.1 RE 1', 'SR 1.1 RE(1)'],
    ['SR1.1RE1', 'SR 1.1 RE(1)'],
    ['SR 1.1 (1)', 'SR 1.1 RE(1)'],
    ['SR 1.13 RE( 1 )', 'SR 1.13 RE(1)'],
    ['CR 2.12', 'CR 2.12'],
    ['SAR 3.2', 'SAR 3.2'],
    ['EDR 3.10', 'EDR 3.10'],
    ['HDR 2.4', 'HDR 2.4'],
    ['NDR 5.2 RE(3)', 'NDR 5.2 RE(3)'],
  ])('is written %j', (written, id) => {
    const { zones, problems } = read(`zone z { implements ${written}, x, ${written} }`);
    expect(problems).toEqual([]);
    expect(zones[0]!.statements[0]!.controls.map(({ text }) => text)).toEqual([id, 'x', id]);
  });

  it('of a family that stands alone is a name, and one in small letters is none', () => {
    const { profiles } = read('profile SR { }  profile p { SR\n CR }');
    expect(profiles.map(({ name }) => name.value)).toEqual(['SR', 'p']);
    expect(profiles[1]!.controls.map(({ text }) => text)).toEqual(['SR', 'CR']);
    expect(read('zone z { implements sr 1.1 }').problems).toHaveLength(1);
  });

  it('ends with its line', () => {
    const [first, second] = read('profile p { SR 1.1\n(1) }\nzone z { implements SR\n1.1 }').problems;
    expect([first?.rule, second?.rule]).toEqual(['syntax-error', 'syntax-error']);
  });
});

describe('a text', () => {
  const describedAs = (written: string) => {
    const { zones, problems } = read(`zone z { description ${written} }`);
    return problems.length > 0 ? problems.map(({ message }) => message) : zones[0]!.description!.value;
  };

  it.each([
    ['"plain"', 'plain'],
    [String.raw`"a \"quoted\" word"`, 'a "quoted" word'],
    [String.raw`"C:\\temp"`, 'C:\\temp'],
    [String.raw`"two\nlines"`, 'two\nlines'],
    [String.raw`"ends with \\"`, 'ends with \\'],
    ['"// no comment /* here */"', '// no comment /* here */'],
    ['"{ } zone é 水"', '{ } zone é 水'],
  ])('in quotes: %s', (written, value) => expect(describedAs(written)).toBe(value));

  it.each([
    ['the common indentation goes', '"""\n    one\n      two\n    """', 'one\n  two\n'],
    ['the closing quotes count for it', '"""\n      one\n    two\n  """', '    one\n  two\n'],
    ['closed on the last line, it ends without a break', '"""\n    one\n    two"""', 'one\ntwo'],
    ['white space at the ends of lines goes', '"""\n  one  \n  two\t\n  """', 'one\ntwo\n'],
    ['blank lines do not count', '"""\n\n    one\n\n    two\n    """', '\none\n\ntwo\n'],
    ['Windows lines are read as others', '"""\r\n  one\r\n  two\r\n  """', 'one\ntwo\n'],
    ['a break can be escaped', '"""\n  one \\\n  two\n  """', 'one two\n'],
    ['quotes stand in it', '"""\n  say "hello" and ""\n  """', 'say "hello" and ""\n'],
    ['three quotes are escaped', '"""\n  a \\""" b\n  """', 'a """ b\n'],
    ['escapes come after the indentation', '"""\n  a\\tb\\n  c\\s\n  """', 'a\tb\n  c \n'],
    ['on one line', '"""one"""', 'one'],
  ])('in a block: %s', (_, written, value) => expect(describedAs(written)).toBe(value));

  it.each(['""', '" "', '"""\n  """'])('that says nothing is told so: %j', (written) => {
    expect(describedAs(written)).toEqual([
      "'description' is blank, so it says nothing: write what is meant, or remove it.",
    ]);
  });

  it('that is not closed ends with its line, and a block with the declaration', () => {
    expect(describedAs('"open')).toEqual(['This text is not closed: put " at its end.']);
    expect(describedAs('"""open')).toEqual(['This text is not closed: put """ at its end.']);
  });
});

/** Unicode's White_Space and the byte order mark, but for the line breaks that an editor knows. */
const SPACES = [
  ...[0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, i) => 0x2000 + i),
].map((code) => [code.toString(16).padStart(4, '0'), String.fromCharCode(code)] as const);

const isLineBreak = (space: string) => /[\v\f\u0085\u2028\u2029]/.test(space);

describe('white space', () => {
  it.each(SPACES)('U+%s stands between words and is part of none', (_, space) => {
    const plain = `zone a "A" : cell level 1 { sl-t 2 implements SR 1.1 RE(1), x asset b : plc { count 2 } }
zone c : external`;
    // A requirement has no line break in it.
    const spaced = plain.replaceAll(' ', space).replace(/SR.1\.1.RE/, isLineBreak(space) ? 'SR 1.1 RE' : '$&');
    expect(meaning(read(spaced))).toEqual(meaning(read(plain)));
    const { zones } = read(`${space}${spaced}${space}`);
    expect(zones.map(({ name }) => name.value)).toEqual(['a', 'c']);
    expect(read(`zone a {}${space}zone b {}\n${space}zone c`).zones).toHaveLength(3);
  });

  it('alone is a file that says nothing', () => {
    const [problem] = read(SPACES.map(([, space]) => space).join('')).problems;
    expect(problem!.message).toContain('This file declares nothing yet');
  });

  it('keeps declarations apart that a brace does not', () => {
    const { zones } = read('zone a {\n  asset x : {\nzone\u00a0b : external\nzone\u3000c : external');
    expect(zones.map(({ name }) => name.value)).toEqual(['a', 'b', 'c']);
  });
});

describe('a name', () => {
  const grammar = readFileSync(join(import.meta.dirname, '../../language-server/language/zones.langium'), 'utf8');
  const keywords = [...new Set([...grammar.matchAll(/'(?<word>[a-z][a-z-]*)'/g)].map(({ groups }) => groups!.word!))];

  it.each(keywords)('may be the keyword %s, wherever a name is due', (word) => {
    const model = `
system ${word}
zone ${word} : external {
  asset ${word} : ${word} { vendor "V" }
  asset other : ${word}
  flow ${word} -> other : ${word}
  flow other->${word}
  implements ${word}, SR 1.1 by ${word}, other
  compensates SR 1.2 with ${word} because "so"
  plans
    ${word}
  zone inner : external { flow other -> ${word}.${word} }
}
zone b : external { asset c : firewall }
conduit link between ${word} and b {
  via ${word}.${word}, c
  flow ${word}.${word} -> c : ${word} over ${word}
}
conduit again between
  ${word} and
  b
risk r on ${word}, link { likelihood possible impact minor }
asset-type ${word} "T" extends plc { }
protocol ${word} "P" { authentication yes }
profile ${word} { SR 1.1 }
profile more { ${word}, SR 1.2
  ${word} }
catalog ${word} { group ${word} { control ${word}-1 "C" for ${word} } }
reference-model ${word} { kind ${word} rank 1 { focus ${word} { ${word} asset ${word} } } kind b rank 2 adjacent ${word} b }
risk-matrix ${word} { likelihood possible, ${word} impact minor, ${word} tolerable 2 }`;
    const findings = expectFindings(model, { defaultSystem: 'p', rules: [] }).findings;
    expect(findings).toEqual([]);
  });

  it('is of letters, digits, _ and -, of any script', () => {
    const names = ['plc-101', 'fw_1', '_x', 'Kühlung', 'größe-1', '水処理', 'насос_2', 'a--b', 'ñandú'];
    const { zones, problems } = read(names.map((name) => `zone ${name} { }`).join('\n'));
    expect(problems).toEqual([]);
    expect(zones.map(({ name }) => name.value)).toEqual(names.map((name) => name.normalize('NFC')));
  });

  it('does not end in -, so that an arrow may follow at once', () => {
    const { flows } = read('zone z { flow plc-1->fw-2 flow a<->b flow a.b->c.d }');
    expect(flows.map(({ source, target, both }) => [source.text, both, target.text])).toEqual([
      ['plc-1', false, 'fw-2'],
      ['a', true, 'b'],
      ['a.b', false, 'c.d'],
    ]);
  });

  it('is nothing else', () => {
    expectFindings(`
      zone 1st : external
           ^^^ error syntax-error: A name begins with a letter or '_': put one before 1st.
      zone c- : external
            ^ error syntax-error: A name does not end in '-'
      zone d.e : external
           ^^^ error syntax-error: A name has no dots: write 'zone e' in the braces of 'd', where it belongs.
      zone "f" : external
           ^^^ error syntax-error: No name stands between 'zone' and the title "f"…
      zone a★b : external
           ^^^ error syntax-error: 'a★b' is no name
      `);
  });
});

test('trailing clauses stand in any order', () => {
  const clauses = ['until 2027-06-30', 'because "why"', 'by "Manager"', 'evidence "e.md"'];
  const orders = (rest: readonly string[]): string[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((one) => orders(rest.filter((each) => each !== one)).map((all) => [one, ...all]));
  for (const order of orders(clauses)) {
    const { zones, problems } = read(`zone z { accepts SR 2.4 ${order.join(' ')} }`);
    expect(problems).toEqual([]);
    const { until, because, approver, evidence } = zones[0]!.statements[0]!;
    expect([until, because, approver, evidence[0]].map((text) => text?.value)).toEqual([
      '2027-06-30',
      'why',
      'Manager',
      'e.md',
    ]);
  }
});
