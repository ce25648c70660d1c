import { chainBetween, type Step } from '../analysis/openings.ts';
import { type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { holds, idOf, isSameZone, pathFrom } from '../engine/handle.ts';
import type { OpeningEnd } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement, separatedOf } from '../engine/resolve.ts';
import type { Reference } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

/** Of a longer chain, so many of its first and of its last elements are named. */
const MOST_NAMED = 3;

/** So many flows are pointed to. */
const MOST_POINTED = 20;

export const separationBroken = defineRule({
  code: 'separation-broken',
  title: 'Flows between separated zones',
  group: 'partitioning',
  severity: 'error',
  basis: 'convention',
  // It alone reads the flows of all others.
  apart: true,
  clauses: ['IEC 62443-3-2 ZCR 3.1', 'IEC 62443-3-3 SR 5.1'],
  messages: {
    into: "Zone '{name}' is separated from '{other}', but flows lead from there into it, one after the other: {chain}. Who holds the first can come as far as the last: take one of the flows away, or the separation if it is not meant.",
    out: "Zone '{name}' is separated from '{other}', but flows lead out of it to there, one after the other: {chain}. What the one sends comes to the other: take one of the flows away, or the separation if it is not meant.",
    nested:
      "Zone '{name}' is separated from '{other}', though one of them lies in the other, so what the separation covers is left open: name zones that lie beside '{name}'.",
    itself: "Zone '{name}' is separated from itself, so nothing is separated: name the zone that is meant.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { separatedFrom, name } = zoneOf(ref);
      if (separatedFrom.length === 0) return;
      const { system } = ref.entry;
      const separations = separationsOf(query, ref);
      for (const { zone: other, reference } of separations) {
        const details = { at: reference.at, subject: { sort: 'zone', index: ref.index } } as const;
        const values = { name: name.value, other: pathFrom(ref, other) };
        if (isSameZone(ref, other)) report('itself', { name: name.value }, details);
        else if (holds(ref, other) || holds(other, ref)) report('nested', values, details);
        else {
          const chain = isToldThere(query, ref, other)
            ? undefined
            : chainBetween(query, ref, other, separations.length > 1);
          if (!chain) continue;
          const { steps, leadsIn } = chain;
          const flows = steps.map(({ from, to }) => `${nameIn(system, from)} -> ${nameIn(system, to)}`);
          const related = steps
            .slice(0, MOST_POINTED)
            .map(({ entry, at }, i) => ({ entry, at, message: `Step ${i + 1}: ${flows[i]}` }));
          report(
            leadsIn ? 'into' : 'out',
            { ...values, chain: chainText(system, steps) },
            { ...details, data: { flows }, related },
          );
        }
      }
    },
  },
});

/** The zones that a zone is separated from, each once, with where it says so. */
function separationsOf(query: Query, ref: ZoneRef): { zone: Handle<'zone'>; reference: Reference }[] {
  const seen = new Set<string>();
  return zoneOf(ref).separatedFrom.flatMap((reference) => {
    const found = resolveElement(query, ref.entry, reference);
    if (found.kind !== 'one' || seen.has(idOf(found.target))) return [];
    seen.add(idOf(found.target));
    return [{ zone: found.target as Handle<'zone'>, reference }];
  });
}

/** Where both say it of each other, one is told. */
const isToldThere = (query: Query, zone: ZoneRef, other: Handle<'zone'>): boolean =>
  idOf(other) < idOf(zone) && separatedOf(query, other).some((each) => isSameZone(each, zone));

/** A path as it is written in a system. */
const nameIn = (system: string, named: Pick<OpeningEnd, 'system' | 'path'>): string =>
  named.system === system ? named.path : `${named.system}.${named.path}`;

/** What a chain passes: `a → b → c`, of a long one the beginning and the end. */
function chainText(system: string, steps: readonly Step[]): string {
  const names: string[] = [];
  // A flow to a zone goes on from an asset in it.
  for (const name of steps.flatMap(({ from, to }) => [nameIn(system, from), nameIn(system, to)])) {
    if (names.at(-1) !== name) names.push(name);
  }
  if (names.length <= 2 * MOST_NAMED) return names.join(' → ');
  return [...names.slice(0, MOST_NAMED), '…', ...names.slice(-MOST_NAMED)].join(' → ');
}
