import { LONGEST_CHAIN } from '../analysis/chain.ts';
import { assetOf, type Handle } from '../engine/element.ts';
import { idOf, isSameElement, pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { hostOf, resolveElement } from '../engine/resolve.ts';
import type { Text } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

const messages = {
  profile:
    "Profile '{name}' contains itself ({ring}), so nobody can tell where it ends: take one of them out of the one before it.",
  type: "Asset type '{name}' extends itself ({ring}), so nothing gives its class and flags: let one of them extend something else, or nothing.",
  protocol:
    "Protocol '{name}' extends itself ({ring}), so nothing tells what it protects: let one of them extend something else, or nothing.",
  host: "Asset '{name}' runs on itself ({ring}), so no machine is the one that hosts the others: take 'runs-on' out of the one that is.",
  partner: "Asset '{name}' is to stand in for itself, so nothing does when it fails: name the asset that takes over.",
  deep: "'{name}' leads through {most} others in a row and on, more than are followed to see whether it comes back to itself: build it from fewer.",
};

export const cyclicReference = defineRule({
  code: 'cyclic-reference',
  title: 'Cycle of names',
  group: 'names',
  severity: 'error',
  basis: 'convention',
  clauses: [],
  messages,
  checks: {
    unit({ entry, query }, report) {
      const check = (message: 'profile' | 'type' | 'protocol', items: readonly { name: Text }[], next: Next) => {
        for (const { name } of items) {
          const ring = ringOf(query, name.value, next);
          const place = { at: name.at, subject: { sort: 'declaration', index: -1 } } as const;
          if (ring === 'deep') report('deep', { name: name.value, most: LONGEST_CHAIN }, place);
          if (!ring || ring === 'deep' || !isFirst(ring, name.value)) continue;
          const path = [...ring, name.value].join(' → ');
          report(message, { name: name.value, ring: path }, place);
        }
      };
      check('profile', entry.unit.profiles, profileStep);
      check('type', entry.unit.assetTypes, extending('asset-type'));
      check('protocol', entry.unit.protocols, extending('protocol'));
    },
    asset(ref, { entry, query }, report) {
      const { name, runsOn, redundantWith } = assetOf(ref);
      const subject = { sort: 'asset', index: ref.index } as const;
      const hosts = runsOn ? hostsOf(query, ref) : [];
      const last = hosts.at(-1);
      if (runsOn && last && last !== ref && isSameElement(last, ref)) {
        const around = hosts.slice(0, -1);
        const ids = around.map(idOf);
        const ring = [...around, around[0]!].map((host) => pathFrom(ref, host)).join(' → ');
        if (isFirst(ids, ids[0]!)) report('host', { name: name.value, ring }, { at: runsOn.at, subject });
      }
      for (const reference of redundantWith) {
        const found = resolveElement(query, entry, reference);
        if (found.kind !== 'one' || !isSameElement(found.target, ref)) continue;
        report('partner', { name: name.value }, { at: reference.at, subject });
        return;
      }
    },
  },
});

/** The names that a name refers to; undefined for one that is no user's. */
type Next = (query: Query, name: string) => readonly string[] | undefined;

const profileStep: Next = (query, name) => {
  const found = query.shared('profile', name);
  return found && !found.entry.library ? found.value.controls.map(({ text }) => text) : undefined;
};

const extending =
  (sort: 'asset-type' | 'protocol'): Next =>
  (query, name) => {
    const found = query.shared(sort, name);
    return found && !found.entry.library ? [found.value.base?.text ?? []].flat() : undefined;
  };

/** The members of a ring through `start`, from `start` on; undefined when none leads back to it, or `deep` where that takes too long to tell. */
function ringOf(query: Query, start: string, next: Next): readonly string[] | 'deep' | undefined {
  const seen = new Set<string>();
  const path: string[] = [];
  let isDeep = false;
  const visit = (name: string): boolean => {
    if (path.length > 0 && name === start) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    const names = next(query, name);
    if (!names) return false;
    if (path.length > LONGEST_CHAIN) {
      isDeep = true;
      return false;
    }
    path.push(name);
    if (names.some(visit)) return true;
    path.pop();
    return false;
  };
  if (visit(start)) return path;
  return isDeep ? 'deep' : undefined;
}

/** One cycle is one fault: it is reported at its first member by name, as their order in the files may change unnoticed. */
const isFirst = (ring: readonly string[], name: string): boolean => ring.every((member) => name <= member);

/** An asset, what hosts it, what hosts that and so on, up to the one that nothing hosts, or that has been there. */
function hostsOf(query: Query, asset: Handle<'asset'>): Handle<'asset'>[] {
  const hosts = [asset];
  const seen = new Set<string>();
  for (
    let host: Handle<'asset'> | undefined = asset;
    host && !seen.has(idOf(host)) && hosts.length <= LONGEST_CHAIN;
  ) {
    seen.add(idOf(host));
    host = hostOf(query, host);
    if (host) hosts.push(host);
  }
  return hosts;
}
