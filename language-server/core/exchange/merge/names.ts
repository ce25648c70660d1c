import { isName } from '../../text/names.ts';
import { wordsOf } from '../../text/spelling.ts';

/** Longer names are no use to anybody. */
const LONGEST = 60;

/** Letters that Unicode takes apart into a Latin letter and its accent lose the accent; others stay as they are. */
const plainLetters = (word: string): string =>
  word.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

/** A title as a name of the language: `Pump PLC 3` is `pump-plc-3`. Empty where no letter or digit is in it. */
export function nameFrom(title: string): string {
  const joined = title
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}&_]+/u)
    .flatMap((part) => wordsOf(part))
    .map(plainLetters)
    .join('-')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  if (joined === '' || isName(joined)) return joined;
  const named = `n-${joined}`;
  return isName(named) ? named : '';
}

/** Gives names that nobody has in their scope: a second `pump` is `pump-2`. */
export interface Namer {
  take(scope: string, name: string): string;
  /** Says that a name is used. */
  note(scope: string, name: string): void;
}

export function createNamer(): Namer {
  const used = new Map<string, Set<string>>();
  const next = new Map<string, number>();
  const namesIn = (scope: string): Set<string> => {
    const names = used.get(scope) ?? new Set();
    used.set(scope, names);
    return names;
  };
  return {
    note: (scope, name) => {
      namesIn(scope).add(name);
    },
    take(scope, name) {
      const names = namesIn(scope);
      let free = name;
      if (names.has(free)) {
        const key = `${scope}\0${name}`;
        let number = next.get(key) ?? 2;
        while (names.has(`${name}-${number}`)) number++;
        free = `${name}-${number}`;
        next.set(key, number + 1);
      }
      names.add(free);
      return free;
    },
  };
}
