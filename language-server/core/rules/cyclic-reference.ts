import { LONGEST_CHAIN } from '../analysis/chain.ts';
import { compareSources, type Entry, type Source } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Text } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

const messages = {
  profile:
    "Profile '{name}' contains itself ({ring}), so nobody can tell where it ends: take one of them out of the one before it.",
  type: "Asset type '{name}' extends itself ({ring}), so nothing gives its class and flags: let one of them extend something else, or nothing.",
  protocol:
    "Protocol '{name}' extends itself ({ring}), so nothing tells what it protects: let one of them extend something else, or nothing.",
  deep: "'{name}' leads through {most} others in a row and on, more than are followed to see whether it comes back to itself: build it from fewer.",
};

export const cyclicReference = defineRule({
  code: 'cyclic-reference',
  title: 'Cycle of names',
  group: 'names',
  severity: 'error',
  clauses: [],
  messages,
  checks: {
    unit({ entry, query }, report) {
      const check = (message: Exclude<keyof typeof messages, 'deep'>, items: readonly { name: Text }[], next: Next) => {
        for (const { name } of items) {
          const ring = ringOf(query, name.value, next);
          const place = { at: name.at, subject: { sort: 'declaration', index: -1 } } as const;
          if (ring === 'deep') report('deep', { name: name.value, most: LONGEST_CHAIN }, place);
          if (!ring || ring === 'deep' || !isFirst(ring, entry, name.value)) continue;
          const path = [...ring.map((member) => member.name), name.value].join(' → ');
          report(message, { name: name.value, ring: path }, place);
        }
      };
      check('profile', entry.unit.profiles, profileStep);
      check('type', entry.unit.assetTypes, extending('asset-type'));
      check('protocol', entry.unit.protocols, extending('protocol'));
    },
  },
});

interface Member {
  readonly name: string;
  readonly entry: Source;
}

/** Where a name is declared, and the names it refers to. */
type Next = (query: Query, name: string) => { entry: Source; names: readonly string[] } | undefined;

const profileStep: Next = (query, name) => {
  const found = query.shared('profile', name);
  return found && { entry: found.entry, names: found.value.controls.map(({ text }) => text) };
};

const extending =
  (sort: 'asset-type' | 'protocol'): Next =>
  (query, name) => {
    const found = query.shared(sort, name);
    return found && { entry: found.entry, names: found.value.base ? [found.value.base.text] : [] };
  };

/** The members of a ring through `start`, from `start` on; undefined when none leads back to it, or `deep` where that takes too long to tell. */
function ringOf(query: Query, start: string, next: Next): readonly Member[] | 'deep' | undefined {
  const seen = new Set<string>();
  const path: Member[] = [];
  let isDeep = false;
  const visit = (name: string): boolean => {
    if (path.length > 0 && name === start) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    const step = next(query, name);
    if (!step || step.entry.library) return false;
    if (path.length > LONGEST_CHAIN) {
      isDeep = true;
      return false;
    }
    path.push({ name, entry: step.entry });
    if (step.names.some(visit)) return true;
    path.pop();
    return false;
  };
  if (visit(start)) return path;
  return isDeep ? 'deep' : undefined;
}

/** One cycle is one fault: it is reported at its first member in the order of the files. */
function isFirst(ring: readonly Member[], entry: Entry, name: string): boolean {
  return ring.every((member) => member.name === name || compareSources(entry, member.entry) <= 0);
}
