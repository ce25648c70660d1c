import { expect, test } from 'vitest';
import type { Entry } from '../../language-server/core/engine/entry.ts';
import { keys } from '../../language-server/core/engine/keys.ts';
import {
  addOffer,
  createIndex,
  firstOffer,
  offersOf,
  removeOffer,
} from '../../language-server/core/engine/offer-index.ts';
import type { Offer } from '../../language-server/core/engine/offers.ts';

const offerIn = (file: string, position = 0): Offer => {
  const entry = { file, position, system: 's', library: false } as Entry;
  return { entry, sort: 'zone', index: 0, inner: -1, at: 0, value: undefined, signature: '' };
};

test('who asks for one name gets one list, in the order of the files, until an offer comes or goes', () => {
  const index = createIndex();
  const key = keys.path('s', 'a');
  const [a, b, c] = [offerIn('a'), offerIn('b'), offerIn('c')] as const;
  for (const offer of [c, a, b]) addOffer(index, key, offer);
  const list = offersOf(index, key);
  expect(list).toEqual([a, b, c]);
  // As many ask as there are units: each with a list of its own, they would take their number squared.
  expect(offersOf(index, key)).toBe(list);
  removeOffer(index, key, a);
  expect(offersOf(index, key)).toEqual([b, c]);
  expect(firstOffer(index, key)).toBe(b);
  addOffer(index, key, a);
  expect(firstOffer(index, key)).toBe(a);
  expect(offersOf(index, key)).toEqual([a, b, c]);
  for (const offer of [a, b, c]) removeOffer(index, key, offer);
  expect(offersOf(index, key)).toEqual([]);
  expect(firstOffer(index, key)).toBeUndefined();
});
