import { type AssetRef, assetOf, conduitOf, type Entry, zoneOf } from '../engine/entry.ts';
import { keys, type Offer, stated, termsOf } from '../engine/facts.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, resolveElement } from '../engine/resolve.ts';
import type { Statement, Verb } from '../model/statement.ts';
import { ABOUT_ALL, about, controlsNamed, sayersOf, standingsIn } from './statements.ts';

interface Link {
  readonly key: string;
  readonly offer: Offer;
}

/**
 * What a unit offers to others once its names are resolved: its conduits to their ends, the controls it relies on, what
 * its system states of each.
 */
export function link(entry: Entry, query: Query): Link[] {
  return [...conduitLinks(entry, query), ...namingLinks(entry, query), ...statementLinks(entry, query)];
}

/** Each conduit, to the zones that it ends at, with what those ask of it, and to the assets that it passes. */
function conduitLinks(entry: Entry, query: Query): Link[] {
  return entry.unit.conduits.flatMap((conduit, index) => {
    const ref = { entry, sort: 'conduit', index } as const;
    const via = conduit.via.flatMap((reference) => {
      const found = resolveElement(query, entry, reference);
      return found.kind === 'one' ? [found.target as AssetRef] : [];
    });
    const ends = endsOf(query, ref).flatMap((end) => end ?? []);
    const endPaths = ends.map((end) => `${end.entry.system}/${zoneOf(end).path}`);
    const types = via.map((asset) => assetOf(asset).type?.text);
    const signature = `${entry.system} ${conduitOf(ref).path} ${types} ${endPaths}`;
    return [
      ...ends.map((end) => ({
        key: keys.ends(end.entry.system, zoneOf(end).path),
        offer: { entry, sort: 'end', index, inner: -1, signature } as const,
      })),
      ...via.map((asset) => ({
        key: keys.via(asset.entry.system, assetOf(asset).path),
        offer: { entry, sort: 'via', index, inner: -1, signature: '' } as const,
      })),
    ];
  });
}

/** The controls that compensations and risks count on, however they are named. */
function namingLinks(entry: Entry, query: Query): Link[] {
  const { system, zones, conduits, risks } = entry.unit;
  const blocks = [system ? [system] : [], zones, conduits].flat();
  const named = [
    ...blocks.flatMap(({ statements }) => statements.flatMap(({ compensatedBy }) => compensatedBy)),
    ...risks.flatMap(({ mitigatedBy }) => mitigatedBy),
  ];
  const controls = new Set(named.flatMap(({ text }) => controlsNamed(query, text)));
  return [...controls].map((control) => ({
    key: keys.naming(entry.system, control),
    offer: { entry, sort: 'naming', index: -1, inner: -1, signature: '' },
  }));
}

/** What the settings of a system state: of each control, with each verb, and all together. */
function statementLinks(entry: Entry, query: Query): Link[] {
  const { system } = entry.unit;
  if (!system?.settings) return [];
  const { statements } = system;
  const said = [...standingsIn(query, { entry, statements })].map(([control, standing]) => ({
    control,
    verb: standing.statement.verb,
    signature: sayersOf(standing).map(termsOf).join('\n'),
  }));
  const together = (items: typeof said, made: readonly Statement[]) =>
    [stated(made), ...items.map(({ control, signature }) => `${control} ${signature}`)].join('\n');
  const verbs = [...new Set(statements.map(({ verb }) => verb))];
  return [
    ...said.map(({ control, signature }) => [control, signature] as const),
    ...verbs.map((verb) => {
      const isWithVerb = (each: { readonly verb: Verb }) => each.verb === verb;
      return [about(verb), together(said.filter(isWithVerb), statements.filter(isWithVerb))] as const;
    }),
    [ABOUT_ALL, together(said, statements)] as const,
  ].map(([question, signature]) => ({
    key: keys.systemSays(entry.system, question),
    offer: { entry, sort: 'said', index: -1, inner: -1, signature },
  }));
}
