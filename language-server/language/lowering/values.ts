import type { Located, Reference, Sort, Text } from '../../core/model/reference.ts';
import type { Properties } from './properties.ts';
import { dateOf, type PlacedWord, type Reader, readingOf, referTo, report, textOf, wordOf } from './reader.ts';

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

/** The one text of a property. */
export function oneText<N extends string>(
  reader: Reader,
  properties: Properties<N>,
  name: NoInfer<N>,
): Text | undefined {
  const first = properties.get(name)?.values[0];
  return first && readingOf(reader, name, () => textOf(reader, first, `'${name}'`));
}

/** The texts of a property that may repeat. */
export function texts<N extends string>(reader: Reader, properties: Properties<N>, name: NoInfer<N>): Text[] {
  const values = properties.get(name)?.values ?? [];
  return readingOf(reader, name, () => values.flatMap((value) => textOf(reader, value, `'${name}'`) ?? []));
}

/** The one day of a property. */
export function oneDate<N extends string>(
  reader: Reader,
  properties: Properties<N>,
  name: NoInfer<N>,
): Text | undefined {
  const first = properties.get(name)?.values[0];
  return first && readingOf(reader, name, () => dateOf(reader, first));
}

/** What a property answers with yes or no. */
export function yesOrNo<N extends string>(
  reader: Reader,
  properties: Properties<N>,
  name: NoInfer<N>,
): Located<boolean> | undefined {
  const value = properties.get(name)?.values[0];
  const word = value && readingOf(reader, name, () => wordOf(reader, value, `'${name}'`, ['yes', 'no'] as const));
  return word && { value: word.value === 'yes', at: word.at };
}
