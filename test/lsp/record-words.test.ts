import { describe, expect, test } from 'vitest';
import { hoverAt, itemsAt, labelsAt } from '../support/marked.ts';

/** What completion says that an offered word is for. */
function meaningAt(fixture: string, label: string): string {
  const item = itemsAt(fixture).find((each) => each.label === label);
  return JSON.stringify([item?.detail, item?.labelDetails, item?.documentation]);
}

describe('completion of the record', () => {
  test.each([
    // Each statement has its own evidence, whatever those before it have.
    [
      'zone a {\n  implements SR 1.1 by x evidence "x" verified on 2026-01-01 by "x"\n  implements SR 1.2 |\n}',
      'by because evidence verified',
    ],
    ['zone a {\n  implements SR 1.1 evidence "x"\n  excludes SR 1.2 because "x" |\n}', 'by evidence'],
    ['conduit k between a and b { flow x -> y : opc-ua with integrity | }', 'port over'],
    ['conduit k between a and b { flow x -> y : opc-ua over ipsec port 80 | }', 'port with'],
    ['threat-source c { capability | }', '1 2 3 4'],
    ['zone a { asset b : plc { sil | } }', '1 2 3 4'],
    ['system s {\n  approval on 2026-01-01 by "x" review |\n}', '12 6 24 36'],
    ['system s {\n  revision |\n}', '1'],
    ['system s {\n  revision 3 on 2026-01-01 by "x" "y"\n  revision |\n}', '4'],
    ['zone a { boundary physical | }', 'none'],
    ['zone a { boundary physical "x", | }', 'logical physical'],
    ['risk r { category | }', 'safety environment supply quality'],
    ['zone a { asset x : plc { runs-on | }  asset y : plc }', 'y'],
    ['zone a { asset x : plc { redundant-with y, | }  asset y : plc  asset z : plc }', 'z'],
    ['zone a { separated-from | }\nzone b', 'b'],
    ['risk r { category safety, | }', 'environment supply quality'],
    ['risk q { category image }\nrisk r { category safety, | }', 'image environment supply quality'],
    ['risk r { category safety  treatment | }', 'accept mitigate transfer avoid'],
  ])('%s', (fixture, expected) => {
    expect(labelsAt(fixture).join(' ')).toBe(expected);
  });

  test('a countermeasure says once what is its evidence, a library’s port may be unregistered, a name may be a word', () => {
    const ofMeasure = labelsAt('countermeasure c {\n  evidence "x"\n  until 2026-12-31\n  |\n}');
    expect(ofMeasure).toEqual(expect.arrayContaining(['description', 'owner', 'verified']));
    expect(ofMeasure).not.toContain('evidence');
    expect(labelsAt('protocol p { port 80 | }')).toContain('unregistered');
    const via = 'zone a { asset via : firewall  asset f : firewall }\nzone b\nconduit c between a and b { via via, | }';
    expect(labelsAt(via)).toContain('f');
    expect(labelsAt(via)).not.toContain('via');
  });

  test.each([
    ['conduit k between a and b { trust | }', 'untrusted', 'Carried by somebody else'],
    ['risk r { treatment | }', 'avoid', 'What causes it is given up'],
    ['policy p {\n|\n}', 'version', 'Version of the policy'],
    ['policy p {\n|\n}', 'document', 'Where it is written'],
    ['system s {\n|\n}', 'document', 'Number of the document that the record is written in'],
    ['zone a { access-point x : | }', 'physical', 'a socket, a door, a cabinet'],
    ['zone a { boundary | }', 'physical', 'What separates the zone in the plant'],
    ['countermeasure c { verified | }', 'on', 'The day'],
    ['regulation r { requires SR 1.1 | }', 'on', 'The zones that it asks it of'],
    ['risk r | ', 'on', 'The zones and conduits that it is about'],
    ['zone a { implements SR 1.1 | }', 'by', 'The assets that do it'],
    ['zone a { accepts SR 1.1 until 2026-12-31 because "x" | }', 'by', 'Who accepts it'],
    ['conduit k between a and b { flow x -> y : opc-ua | }', 'with', 'optional protections'],
    ['zone a { compensates SR 1.1 | }', 'with', 'do the work instead'],
    ['threat-source s {\n|\n}', 'source', 'Where the assessment of it comes from'],
    ['risk r {\n|\n}', 'source', 'The threat sources behind it'],
  ])('says what a word is for where it stands: %s %s', (fixture, label, expected) => {
    expect(meaningAt(fixture, label)).toContain(expected);
  });
});

test.each([
  ['zone a\nzone b\nconduit c between a and b { trust un|trusted }', 'Carried by somebody else'],
  ['conduit c between a and b { flow x -> y : opc-ua with authentication, inte|grity }', 'unnoticed'],
  ['conduit c between a and b { flow x -> y : opc-ua { access wr|ite } }', 'changes something at the target'],
  ['risk r { treatment mit|igate }', 'less likely'],
  ['policy p { vers|ion "4" }', 'Version of the policy'],
  ['zone a { asset x : plc { vers|ion "4" } }', 'Version of the product'],
  ['zone a { access-point x : phys|ical }', 'It is on site'],
  ['zone a { boundary phys|ical "x" }', 'What separates the zone in the plant'],
  ['zone a {\n  implements SR 1.1 verified o|n 2026-01-01 by "x"\n}', 'The day'],
  ['zone a {\n  implements SR 1.1 verified on 2026-01-01 b|y "x"\n}', 'Who it was'],
  [
    'zone a {\n  implements SR 1.1 verified on 2026-01-01 by "x"\n  implements SR 1.2 b|y y\n}',
    'The assets that do it',
  ],
  ['system s {\n  approval on 2026-01-01 b|y "x"\n}', 'Who it was'],
  ['regulation r { requires SR 1.1 o|n a }', 'The zones that it asks it of'],
  // The second and later ones of a list say what they are, too.
  ['system s { environment phys|ical "x" }', 'What surrounds it on site'],
  ['system s { environment physical "x", logi|cal "y" }', 'What surrounds it in the network'],
  ['system s { environment physical "x", organi|zational "y" }', 'How the people around it are organised'],
  ['zone a { boundary logical "x", phys|ical none because "y" }', 'What separates the zone in the plant'],
  ['conduit c between a and b { boundary phys|ical "x" }', 'What separates the conduit in the plant'],
  ['risk-matrix m { likelihood seldom, oft|en  impact low, high  tolerable 1 }', '2 of 2'],
  // What follows a name that is a word of the language is none.
  ['risk risk on a\nzone a { sl-t 1 from risk beca|use "x" }', 'The reason'],
  ['policy policy\nzone a { policy policy  bound|ary logical "x" }', 'The logical or physical border'],
  ['zone on\nregulation r { requires SR 1.1 on on requ|ires SR 1.2 on on, on }', 'Requirements that the regulation'],
  ['conduit k between a and b { flow x -> y : opc-ua wi|th integrity }', 'optional protections'],
])('hover says what a word is for where it stands: %s', (fixture, expected) => {
  expect(hoverAt(fixture)).toContain(expected);
});

test.each([
  'risk r { category saf|ety }',
  'risk r { category supply, environ|ment }',
  'asset-type t { flags saf|ety }',
  'zone on\nregulation r { requires SR 1.1 on x, o|n }',
])('hover takes no value for the word that is written alike: %s', (fixture) => {
  expect(hoverAt(fixture) ?? '').not.toMatch(
    /Whether safety functions|What surrounds the system|The zones that it asks/,
  );
});
