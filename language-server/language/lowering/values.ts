import type { Reference, Sort, Text } from '../../core/model/reference.ts';
import { type PlacedWord, type Reader, referTo, report, textOf } from './reader.ts';

/** A number as it is written, or a text: what something is called that is mostly counted. */
export function numberOrText(reader: Reader, value: PlacedWord, what: string): Text | undefined {
  return /^-?\d/.test(value.raw) ? { value: value.raw, at: value.at } : textOf(reader, value, what);
}

/** True for what is written as a name: neither text nor number. */
const isNameLike = ({ raw }: PlacedWord): boolean => !/^["\d-]/.test(raw);

/** Names of a sort where a text may stand instead. */
export function namesOrTexts(
  reader: Reader,
  values: readonly PlacedWord[],
  sort: Sort,
  what: string,
): (Text | Reference)[] {
  return values.flatMap((value) =>
    isNameLike(value) ? referTo(reader, sort, value) : (textOf(reader, value, what) ?? []),
  );
}

/**
 * Names of a sort; what is no name is reported and left out.
 * @param expected the whole sentence that says what is due, without its end: `A source is a threat source by its name`
 */
export function names(reader: Reader, values: readonly PlacedWord[], sort: Sort, expected: string): Reference[] {
  return values.flatMap((value) => {
    if (isNameLike(value)) return referTo(reader, sort, value);
    report(reader, 'invalid-value', value.at, `${expected}; ${value.raw} is no name.`);
    return [];
  });
}
