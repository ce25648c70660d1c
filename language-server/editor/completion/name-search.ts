import type { ElementSort } from '../../core/engine/element.ts';
import type { Unit } from '../../core/model/unit.ts';
import { normaliseName } from '../../core/text/names.ts';
import { beginsRequirement } from '../../language/syntax/requirement.ts';
import { matches } from './matches.ts';

/** Of each element of a sort the letters of its path and title, and those that begin a word, as bits. */
interface Letters {
  readonly all: Int32Array;
  readonly first: Int32Array;
}

/** A unit never changes, so its letters are gathered once: the names of a large plant are searched at each key. */
const known = new WeakMap<Unit, Partial<Record<ElementSort, Letters>>>();

/**
 * The indexes of a unit's elements of a sort whose path or title matches what is typed (see `matches`), in their order.
 * Most that do not match lack a letter, and are passed over by that.
 */
export function* matching(unit: Unit, sort: ElementSort, written: string): Generator<number> {
  const typed = normaliseName(written);
  const elements = unit[`${sort}s`];
  if (elements.length === 0) return;
  const letters = beginsRequirement(typed) ? '' : typed.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const { all, first } = letters === '' ? NONE : lettersOf(unit, sort);
  const wanted = bitsOf(letters);
  // What is typed may begin with something else than a letter: then nothing is known of the first.
  const begin = /^[a-z0-9]/i.test(typed) ? bitsOf(letters[0] ?? '') : 0;
  for (let index = 0; index < elements.length; index++) {
    if ((wanted & ~all[index]!) !== 0 || (begin & ~first[index]!) !== 0) continue;
    if (typed === '' || matches(searched(elements[index]!), typed)) yield index;
  }
}

const NONE: Letters = { all: new Int32Array(), first: new Int32Array() };

type Named = Unit['zones' | 'assets' | 'conduits' | 'risks'][number];

/** The text in which typed letters are looked for. */
const searched = (element: Named): string =>
  `${'path' in element ? element.path : element.name.value} ${element.title?.value ?? ''}`;

function lettersOf(unit: Unit, sort: ElementSort): Letters {
  const ofUnit = known.get(unit) ?? {};
  known.set(unit, ofUnit);
  ofUnit[sort] ??= gather(unit[`${sort}s`]);
  return ofUnit[sort];
}

function gather(elements: readonly Named[]): Letters {
  const all = new Int32Array(elements.length);
  const first = new Int32Array(elements.length);
  elements.forEach((element, index) => {
    const text = searched(element).toLowerCase();
    let isWord = false;
    for (let at = 0; at < text.length; at++) {
      const bit = bitOf(text.charCodeAt(at));
      all[index]! |= bit;
      if (!isWord) first[index]! |= bit;
      isWord = bit !== 0;
    }
  });
  return { all, first };
}

function bitsOf(letters: string): number {
  let bits = 0;
  for (let at = 0; at < letters.length; at++) bits |= bitOf(letters.charCodeAt(at));
  return bits;
}

/** A bit for each letter of English; two digits share one. Other letters have none, so that nothing is told of them. */
function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return code >= 48 && code <= 57 ? 1 << (26 + ((code - 48) % 6)) : 0;
}
