import type { Deferral } from '../../core/model/deferral.ts';
import type { Sort } from '../../core/model/reference.ts';
import type { Property } from './properties.ts';
import { type PlacedWord, type Reader, referTo, report, textOf } from './reader.ts';

/** `defers-to plc, "Controller"`: names of what some words mean first, each with these words behind it. */
export function readDeferrals(reader: Reader, property: Property | undefined, sort: Sort): Deferral[] {
  const found: { name: PlacedWord; words: string[] }[] = [];
  for (const value of property?.values ?? []) {
    if (!value.raw.startsWith('"')) found.push({ name: value, words: [] });
    else if (found.length === 0) {
      const message = `'defers-to' says first what its words mean before this does: put that name before ${value.raw}.`;
      report(reader, 'invalid-value', value.at, message);
    } else found.at(-1)!.words.push(textOf(reader, value, 'A word')?.value ?? '');
  }
  for (const { name, words } of found) {
    if (words.length > 0) continue;
    const message = `'defers-to ${name.raw}' says of no word that it means '${name.raw}' first: add the words, as in 'defers-to ${name.raw}, "…"'.`;
    report(reader, 'invalid-value', name.at, message);
  }
  return found.map(({ name, words }) => ({ to: referTo(reader, sort, name), words }));
}
