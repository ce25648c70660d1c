import { isName } from '../../text/names.ts';
import { wordsOf } from '../../text/spelling.ts';
import { createHashIndex } from './hash-index.ts';

/** Longer names are no use to anybody. */
const LONGEST = 60;

/** Letters that Unicode takes apart into a Latin letter and its accent lose the accent; others stay as they are. */
const plainLetters = (word: string): string =>
  word.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

/** A title as a name of the language: `Pump PLC 3` is `pump-plc-3`. Empty where no letter or digit is in it. */
export function nameFrom(title: string): string {
  const joined = (PLAIN.test(title) ? plainJoined(title) : anyJoined(title)).slice(0, LONGEST).replace(/-+$/, '');
  if (joined === '' || isName(joined)) return joined;
  const named = `n-${joined}`;
  return isName(named) ? named : '';
}

/** Most titles have plain letters, of which less has to be asked. */
const PLAIN = /^[\w .:/()[\]#+-]*$/;

const plainJoined = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-/, '');

const anyJoined = (title: string): string =>
  title
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}&_]+/u)
    .flatMap((part) => wordsOf(part))
    .map(plainLetters)
    .join('-');

/** Gives names that nobody has in their scope: a second `pump` is `pump-2`. */
export interface Namer {
  take(scope: string, name: string): string;
  /** The number that goes behind a name in its scope; 0 for a name that stands as it is. */
  number(scope: string, name: string): number;
  /** Says that a name is used. */
  note(scope: string, name: string): void;
}

export function createNamer(): Namer {
  /** Of each name the number that the next one may have. */
  const used = createHashIndex();
  const keyOf = (scope: string, name: string): string => `${scope}\n${name}`;
  const numberOf = (scope: string, name: string): number => {
    const known = used.get(keyOf(scope, name));
    if (known === undefined) {
      used.set(keyOf(scope, name), 2);
      return 0;
    }
    let number = known;
    while (used.get(keyOf(scope, numbered(name, number))) !== undefined) number++;
    used.set(keyOf(scope, name), number + 1);
    used.set(keyOf(scope, numbered(name, number)), 2);
    return number;
  };
  return {
    note: (scope, name) => {
      used.add(keyOf(scope, name), 2);
    },
    number: numberOf,
    take: (scope, name) => numbered(name, numberOf(scope, name)),
  };
}

/** A name with its number. */
export const numbered = (name: string, number: number): string => (number === 0 ? name : `${name}-${number}`);
