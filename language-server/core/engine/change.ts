import { isOrdered, modeOf } from './keys.ts';
import { compareOffers, countOffers, firstOffer, type OfferIndex } from './offer-index.ts';
import type { Offer } from './offers.ts';
import { putIn } from './sets.ts';

/** Collects what was removed and added under each key, to tell which keys say something else now. */
export interface Change {
  removed(key: string, offer: Offer): void;
  added(key: string, offer: Offer): void;
  dirty(): Set<string>;
}

export const NO_CHANGE: Change = { removed: () => {}, added: () => {}, dirty: () => new Set() };

/** Gathers what an update takes from the index and adds to it, and tells which keys answer otherwise. */
export function createChange(index: OfferIndex): Change {
  /** Signatures by key: how many more times each is offered than before. */
  const balance = new Map<string, Map<string, number>>();
  /** Keys of mode `first` whose first offer is another one. */
  const overtaken = new Set<string>();
  /** New offers under compared keys. */
  const compared = new Map<string, Set<Offer>>();

  const count = (key: string, { sort, signature }: Offer, by: number) => {
    const signatures = balance.get(key) ?? new Map<string, number>();
    balance.set(key, signatures);
    const id = `${sort} ${signature}`;
    signatures.set(id, (signatures.get(id) ?? 0) + by);
  };

  /** True where another unit of the file of a new offer offers under the key, too: they may have changed places. */
  const mayHavePassed = (key: string): boolean => {
    const present = index.offers.get(key);
    if (!(present instanceof Set)) return false;
    const fresh = [...(compared.get(key) ?? [])].filter((offer) => present.has(offer));
    return fresh.some(({ entry }) =>
      [...present].some((other) => other.entry !== entry && other.entry.file === entry.file),
    );
  };

  const isDirty = (key: string, signatures: ReadonlyMap<string, number>): boolean => {
    if (modeOf(key) === 'first') return overtaken.has(key);
    if ([...signatures.values()].some((n) => n !== 0)) return true;
    if (modeOf(key) === 'compared') return mayHavePassed(key);
    // Where several have one name, their order matters too, and an exchange may have changed it.
    return isOrdered(key) && countOffers(index, key) > 1;
  };

  return {
    removed(key, offer) {
      count(key, offer, -1);
      if (modeOf(key) !== 'first') return;
      const next = firstOffer(index, key);
      if (!next || compareOffers(offer, next) < 0) overtaken.add(key);
    },
    added(key, offer) {
      count(key, offer, 1);
      if (modeOf(key) === 'first' && firstOffer(index, key) === offer) overtaken.add(key);
      if (modeOf(key) === 'compared') putIn(compared, key, offer);
    },
    dirty: () => new Set([...balance].flatMap(([key, signatures]) => (isDirty(key, signatures) ? [key] : []))),
  };
}
