import { LONGEST_CHAIN } from '../analysis/chain.ts';
import { assetTypeOf } from '../analysis/focus.ts';
import { profileOf } from '../analysis/statements.ts';
import { compareEntries, type Entry } from '../engine/entry.ts';
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
      check('type', entry.unit.assetTypes, typeStep);
      check('protocol', entry.unit.protocols, protocolStep);
    },
  },
});

interface Member {
  readonly name: string;
  readonly entry: Entry;
}

/** The entry that declares a name, and the names it refers to. */
type Next = (query: Query, name: string) => { entry: Entry; names: readonly string[] } | undefined;

const profileStep: Next = (query, name) => {
  const found = profileOf(query, name);
  return found && { entry: found.entry, names: found.profile.controls.map(({ text }) => text) };
};

const typeStep: Next = (query, name) => {
  const found = assetTypeOf(query, name);
  return found && { entry: found.entry, names: found.type.base ? [found.type.base.text] : [] };
};

const protocolStep: Next = (query, name) => {
  const offer = query.shared('protocol', name);
  const base = offer?.entry.unit.protocols[offer.index]?.base;
  return offer && { entry: offer.entry, names: base ? [base.text] : [] };
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
  return ring.every((member) => member.name === name || compareEntries(entry, member.entry) <= 0);
}
