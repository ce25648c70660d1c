import type { Entry } from '../core/engine/entry.ts';
import type { Unit } from '../core/model/unit.ts';

/** Which units write a name in a reference, a path's segments included: few do of the many of a large plant. */
export interface NameWriters {
  of(name: string): Iterable<Entry>;
  replace(removed: Iterable<Entry>, added: Iterable<Entry>): void;
}

/** Gathers the names of all units. A large plant has many, so it is made when somebody first asks. */
export function createNameWriters(entries: Iterable<Entry>): NameWriters {
  const writers = new Map<string, Set<Entry>>();
  const add = (entry: Entry) => {
    for (const name of namesIn(entry.unit)) {
      const known = writers.get(name);
      if (known) known.add(entry);
      else writers.set(name, new Set([entry]));
    }
  };
  for (const entry of entries) add(entry);
  return {
    of: (name) => writers.get(name) ?? [],
    replace(removed, added) {
      for (const entry of removed) {
        for (const name of namesIn(entry.unit)) {
          const known = writers.get(name);
          known?.delete(entry);
          if (known?.size === 0) writers.delete(name);
        }
      }
      for (const entry of added) add(entry);
    },
  };
}

const namesIn = ({ references }: Unit): ReadonlySet<string> =>
  new Set(references.flatMap(({ text }) => (text.includes('.') ? [text, ...text.split('.')] : text)));
