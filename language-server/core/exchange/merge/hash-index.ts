/**
 * Numbers by texts, for millions of them: a text counts as its hash of 64 bits, and takes 12 bytes. Two texts with one
 * hash are not told apart; of four million that happens once in two million imports.
 */
export interface HashIndex {
  get(text: string): number | undefined;
  /** Keeps the number for a text that has none yet; answers the one that counts. */
  add(text: string, number: number): number;
  /** Keeps it in the place of the one before. */
  set(text: string, number: number): void;
}

/** How full the table may get before it grows. */
const FULLEST = 0.8;

export function createHashIndex(): HashIndex {
  let capacity = 1 << 10;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  // One more than the number: 0 is an empty place.
  let numbers = new Uint32Array(capacity);
  let size = 0;

  /** The place of a hash, or the empty one that it may have. */
  const placeOf = (h: number, l: number): number => {
    let at = (h ^ Math.imul(l, 0x9e3779b1)) & (capacity - 1);
    while (numbers[at] !== 0 && (high[at] !== h || low[at] !== l)) at = (at + 1) & (capacity - 1);
    return at;
  };
  const put = (at: number, h: number, l: number, number: number): void => {
    if (numbers[at] === 0) size++;
    high[at] = h;
    low[at] = l;
    numbers[at] = number + 1;
  };
  const growIfFull = (): void => {
    if (size < capacity * FULLEST) return;
    const [oldHigh, oldLow, oldNumbers] = [high, low, numbers];
    capacity *= 2;
    [high, low, numbers, size] = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity), 0];
    for (let i = 0; i < oldNumbers.length; i++) {
      const number = oldNumbers[i]!;
      if (number !== 0) put(placeOf(oldHigh[i]!, oldLow[i]!), oldHigh[i]!, oldLow[i]!, number - 1);
    }
  };
  return {
    get(text) {
      hash(text);
      const number = numbers[placeOf(highHash, lowHash)]!;
      return number === 0 ? undefined : number - 1;
    },
    set(text, number) {
      growIfFull();
      hash(text);
      put(placeOf(highHash, lowHash), highHash, lowHash, number);
    },
    add(text, number) {
      growIfFull();
      hash(text);
      const at = placeOf(highHash, lowHash);
      const known = numbers[at]!;
      if (known !== 0) return known - 1;
      put(at, highHash, lowHash, number);
      return number;
    },
  };
}

/** The two halves of the hash of the text that was hashed last: a pair for each of millions would be garbage. */
let highHash = 0;
let lowHash = 0;

/** FNV-1a twice, mixed once more: texts that differ in the last letter are to lie far apart. */
function hash(text: string): void {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
  }
  highHash = mixed(high);
  lowHash = mixed(low);
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 12)) >>> 0;
}
