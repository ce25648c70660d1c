import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../language-server/language/source-file.ts';

const LIBRARY = join(import.meta.dirname, '../../language-server/language/library');

/** The requirements of a catalogue of the library, each with what it says of itself. */
function requirementsOf(file: string) {
  const { units } = readSource(readFileSync(join(LIBRARY, file), 'utf8'));
  return units.flatMap(({ source: { unit } }) => unit.catalogs).flatMap(({ controls }) => controls);
}

/** The parts that a text has beside what is asked for, in their order. */
const partsOf = (guidance: string): string[] =>
  [...guidance.matchAll(/^\*\*([\w ]+?):?\*\*/gm)].map(([, part]) => part!);

const FULL = ['Typically met by', 'Assessor checks', 'Pitfall'];
const OF_SUPPLIER = ['Ask the supplier', 'Shown by'];

test.each([
  ['iec62443-3-3.zones', 100],
  ['iec62443-4-2.zones', 126],
])('every requirement of %s has guidance of 40 to 120 words', (file, count) => {
  const controls = requirementsOf(file);
  expect(controls).toHaveLength(count);
  const lengths = controls.map(({ id, guidance }) => [id, guidance?.split(/\s+/).length ?? 0] as const);
  expect(lengths.filter(([, words]) => words < 40 || words > 120)).toEqual([]);
});

test('guidance says how a requirement is met and checked; of one that a system asks for too, what a supplier is asked', () => {
  const isFull = (parts: readonly string[]) => FULL.every((part, i) => parts[i] === part);
  const isOfSupplier = (parts: readonly string[]) => OF_SUPPLIER.every((part, i) => parts[i] === part);
  const systems = requirementsOf('iec62443-3-3.zones');
  expect(systems.filter(({ guidance }) => !isFull(partsOf(guidance!)))).toEqual([]);
  for (const { id, guidance, maps } of requirementsOf('iec62443-4-2.zones')) {
    const hasCounterpart = maps.some(({ framework }) => framework.text === 'iec62443-3-3');
    const isKnown = hasCounterpart || id.startsWith('CCSC') ? isOfSupplier : isFull;
    const parts = partsOf(guidance!);
    // A symmetric key and its hardware, for instance, have no requirement of a system beside them.
    expect([id, isKnown(parts)]).toEqual([id, true]);
  }
});
