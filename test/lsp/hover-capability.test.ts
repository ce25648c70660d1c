import { expect, test } from 'vitest';
import { hoverAt } from '../support/marked.ts';

test('an asset shows which requirements hold its capability down, FR by FR', () => {
  const text = hoverAt(`
    zone line : cell {
      sl-t 1 { TRE 2 }
      asset pl|c-1 : plc {
        implements CR 6.1, CR 7.1, CR 7.2, CR 7.3, CR 7.4, CR 7.5, CR 7.6, CR 7.7
        excludes CR 4.1, CR 4.3 because "no confidential data"
        plans CR 4.2
      }
    }`)!;
  expect(text).toContain('SL-C derived from its component requirements.');
  // One requirement short of the next level, and what the zone asks for is met.
  expect(text).toContain('- DC 1: CR 4.2');
  expect(text).toContain('- RA 1: CR 7.1 RE(1)'.replace(/[()]/g, '\\$&'));
  // Below what the zone asks for.
  expect(text).toContain('- **TRE 1**: CR 6.2');
  expect(text).toMatch(/- \*\*IAC 0\*\*: CR 1\.1, .* and \d+ more/);
});

test('a capability that is stated, or comes with the type, has nothing that holds it down', () => {
  for (const asset of ['plc { sl-c 1  implements CR 1.1 }', 'house']) {
    const text = hoverAt(
      `asset-type house extends plc { sl-c 1 }\nzone line : cell { sl-t 2  asset pl|c-1 : ${asset} }`,
    );
    expect(text).toContain('SL-C');
    expect(text).not.toContain('Held there');
  }
});

test('a component that meets all requirements of an FR has no cap there', () => {
  const embedded = (verb: string) => hoverAt(`zone line : cell { asset pl|c-1 : plc { ${verb} CR 5.1 } }`)!;
  expect(embedded('plans')).toContain('- RDF 0: CR 5.1');
  expect(embedded('implements')).not.toContain('- RDF');
});
