import type { Located } from '../../core/model/reference.ts';
import type { Zone } from '../../core/model/zone.ts';
import type { Zone as ZoneNode } from '../generated/ast.ts';
import { nameOfBlock, type Properties } from './properties.ts';
import { numberOf, type PlacedWord, placedWords, placeOf, type Reader, readingOf, report } from './reader.ts';

const RANGE = { min: 0, max: 5, whole: false };

/** A level as it is written, with its number. */
type Written = Located<number> & { readonly word: PlacedWord };

/** The levels that a zone spans, of its header or of a member; what cannot be is reported, and the first counts then. */
export function readPurdueLevels(
  reader: Reader,
  node: ZoneNode,
  properties: Properties<'level'>,
): Pick<Zone, 'level' | 'furtherLevels'> {
  const head = placedWords(reader, node, 'levels');
  const given = properties.get('level');
  if (head.length > 0 && given) {
    const message = `${nameOfBlock(node, 'A zone')} gives its level after its kind already; that counts, so remove this one.`;
    report(reader, 'duplicate-property', given.nameAt, message);
  }
  const words = head.length > 0 ? head : (given?.values ?? []);
  const written = readingOf(reader, 'level', () =>
    words.flatMap((word): Written[] => {
      const level = numberOf(reader, word, 'A Purdue level', RANGE);
      return level ? [{ ...level, word }] : [];
    }),
  );
  const levels = readingOf(reader, 'level', () => neighbours(reader, withoutRepeated(reader, written)));
  const highest = levels.toSorted((a, b) => b.value - a.value)[0];
  const plain = ({ value, at }: Written): Located<number> => ({ value, at });
  return {
    level: highest && plain(highest),
    furtherLevels: levels.filter((level) => level !== highest).map(plain),
  };
}

function withoutRepeated(reader: Reader, levels: readonly Written[]): Written[] {
  return levels.filter(({ value, at, word }, i) => {
    if (!levels.slice(0, i).some((earlier) => earlier.value === value)) return true;
    report(reader, 'invalid-value', at, `Level ${value} is listed already: remove this one.`, {
      text: '',
      title: `Remove this ${word.raw}`,
      at: placeOf(reader, endOf(levels[i - 1]!), endOf(levels[i]!)),
    });
    return false;
  });
}

const endOf = ({ word }: Written): number => word.start + word.raw.length;

/** The levels where each is next to another; else the first alone. */
function neighbours(reader: Reader, levels: readonly Written[]): readonly Written[] {
  const sorted = levels.toSorted((a, b) => a.value - b.value);
  const gap = sorted.findIndex(({ value }, i) => i > 0 && value - sorted[i - 1]!.value > 1);
  const [low, high] = [sorted[gap - 1], sorted[gap]];
  const [first, second] = levels;
  if (gap < 0 || !low || !high || !first || !second) return levels;
  const later = levels.indexOf(low) < levels.indexOf(high) ? high : low;
  // Half of the world writes 3,5 for 3.5.
  const isDecimal = levels.length === 2 && second.word.raw === '5' && /^[0-4]$/.test(first.word.raw);
  if (isDecimal) {
    const decimal = `${first.value}.5`;
    const message = `Levels ${first.value} and 5 are no neighbours, and a zone spans only levels that are: write ${decimal} if that is meant, or make two zones of it.`;
    const at = placeOf(reader, first.word.start, endOf(second));
    report(reader, 'invalid-value', later.at, message, { text: decimal, title: `Change to ${decimal}`, at });
  } else {
    const message = `Levels ${low.value} and ${high.value} are no neighbours, and a zone spans only levels that are: list those between them too, or make two zones of it.`;
    report(reader, 'invalid-value', later.at, message);
  }
  return [first];
}
