import type { Entry } from '../engine/entry.ts';
import { pathOf } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys, type Opening, type OpeningEnd } from '../engine/keys.ts';
import { offerOf } from '../engine/offers.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, partnersOf, resolveElement, viaOf } from '../engine/resolve.ts';
import type { KeyedOffer } from '../engine/store.ts';
import { decisionText, termsText } from '../engine/terms.ts';
import type { Statement, Verb } from '../model/statement.ts';
import { meansNamed } from './means.ts';
import { type Side, sidesOf } from './sides.ts';
import { ABOUT_ALL, about, equalStatements, statementsByControl } from './statements.ts';

/**
 * What a unit offers to others once its names are resolved: its conduits to their ends, its risks to what they are on, the
 * controls it relies on, what its system states of each.
 */
export function link(entry: Entry, query: Query): KeyedOffer[] {
  return [
    ...conduitLinks(entry, query),
    ...partnerLinks(entry, query),
    ...riskLinks(entry, query),
    ...namingLinks(entry, query),
    ...statementLinks(entry, query),
    ...openingLinks(entry, query),
  ];
}

/** Each conduit, to the zones that it ends at and to the assets that it passes. What it says else is a fact of it. */
function conduitLinks(entry: Entry, query: Query): KeyedOffer[] {
  return entry.unit.conduits.flatMap((conduit, index) => {
    const ref = { entry, sort: 'conduit', index } as const;
    const ends = endsOf(query, ref).flatMap((end) => end ?? []);
    const place = { sort: 'conduit', index, at: conduit.name.at } as const;
    const linkTo = (key: Key<ElementAnswer<'conduit'>>, signature: string): KeyedOffer => ({
      key,
      offer: offerOf(key, entry, place, undefined, signature),
    });
    return [
      ...ends.map((end) => linkTo(keys.ends(end.entry.system, pathOf(end)), `${entry.system} ${conduit.path}`)),
      ...viaOf(query, ref).map((asset) => linkTo(keys.via(asset.entry.system, pathOf(asset)), '')),
    ];
  });
}

/** Each asset, to those of which it says that they stand in for it: they stand in for each other. */
function partnerLinks(entry: Entry, query: Query): KeyedOffer[] {
  return entry.unit.assets.flatMap(({ name, path, redundantWith }, index) => {
    if (redundantWith.length === 0) return [];
    return partnersOf(query, { entry, sort: 'asset', index }).map((partner) => {
      const key = keys.redundant(partner.entry.system, pathOf(partner));
      const place = { sort: 'asset', index, at: name.at } as const;
      return { key, offer: offerOf(key, entry, place, undefined, `${entry.system} ${path}`) };
    });
  });
}

/** Each risk, to the zones and conduits that it is on. */
function riskLinks(entry: Entry, query: Query): KeyedOffer[] {
  return entry.unit.risks.flatMap(({ name, on }, index) =>
    on.flatMap((reference): KeyedOffer[] => {
      const found = resolveElement(query, entry, reference);
      if (found.kind !== 'one') return [];
      const key = keys.risksOn(found.target.entry.system, pathOf(found.target));
      return [{ key, offer: offerOf(key, entry, { sort: 'risk', index, at: name.at }, undefined) }];
    }),
  );
}

/** The controls that compensations and risks count on, however they are named. */
function namingLinks(entry: Entry, query: Query): KeyedOffer[] {
  const { system, zones, conduits, risks } = entry.unit;
  const blocks = [system ? [system] : [], zones, conduits].flat();
  const named = [
    ...blocks.flatMap(({ statements }) => statements.flatMap(({ compensatedBy }) => compensatedBy)),
    ...risks.flatMap(({ existing, mitigatedBy }) => [...existing, ...mitigatedBy]),
  ];
  const controls = new Set(named.flatMap(({ text }) => meansNamed(query, entry.system, text).controls));
  return [...controls].map((control) => {
    const key = keys.naming(entry.system, control);
    return { key, offer: offerOf(key, entry, { sort: 'naming', index: -1 }, undefined) };
  });
}

/**
 * The flows, to those who ask what leads where. Only where a zone is separated from another does anybody ask, and all
 * others are spared it.
 */
function openingLinks(entry: Entry, query: Query): KeyedOffer[] {
  if (entry.unit.flows.length === 0 || !query.first(keys.separations())) return [];
  const openings = entry.unit.flows.flatMap(({ both, at }, index): Opening[] => {
    const [from, to] = sidesOf(query, { entry, index })?.map(endOf) ?? [];
    return from && to ? [{ from, to, both, at }] : [];
  });
  if (openings.length === 0) return [];
  const key = keys.openings();
  // Where it stands is signed, too: of chains of one length the first in the order of the files is told.
  const said = openings.map(({ from, to, both }) => [endText(from), both, endText(to)].join(' '));
  const signature = [entry.file, ...said].join('\n');
  return [{ key, offer: offerOf(key, entry, { sort: 'opening', index: -1 }, openings, signature) }];
}

const endOf = ({ element, home }: Side): OpeningEnd => ({
  system: element.entry.system,
  path: pathOf(element),
  isEquipment: home.sort === 'conduit',
});

const endText = ({ system, path, isEquipment }: OpeningEnd): string => `${system}/${path} ${isEquipment}`;

/** What the settings of a system state: of each control, with each verb, and all together. */
function statementLinks(entry: Entry, query: Query): KeyedOffer[] {
  const { system } = entry.unit;
  if (!system?.settings) return [];
  const { statements } = system;
  const said = [...statementsByControl(query, { entry, statements })].map(([control, said]) => ({
    control,
    verb: said.statement.verb,
    signature: equalStatements(said).map(decisionText).join('\n'),
  }));
  const together = (items: typeof said, made: readonly Statement[]) =>
    [termsText(made), ...items.map(({ control, signature }) => `${control} ${signature}`)].join('\n');
  const verbs = [...new Set(statements.map(({ verb }) => verb))];
  return [
    ...said.map(({ control, signature }) => [control, signature] as const),
    ...verbs.map((verb) => {
      const isWithVerb = (each: { readonly verb: Verb }) => each.verb === verb;
      return [about(verb), together(said.filter(isWithVerb), statements.filter(isWithVerb))] as const;
    }),
    [ABOUT_ALL, together(said, statements)] as const,
  ].map(([question, said]) => {
    const key = keys.systemSays(entry.system, question);
    return { key, offer: offerOf(key, entry, { sort: 'says', index: -1 }, said) };
  });
}
