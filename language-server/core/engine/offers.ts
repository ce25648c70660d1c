import { addressValue, bucketsOf, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import { canonicalUnit } from '../model/canonical.ts';
import { RECORD_SORTS, type RecordSort, recordedIn } from '../model/record.ts';
import type { Place, Text } from '../model/reference.ts';
import { type DeclaredSort, eachDeclared } from './declared.ts';
import { type ElementRef, type ElementSort, elementOf, type ZoneRef, zoneOf } from './element.ts';
import type { Entry } from './entry.ts';
import { factsApart, factsText } from './facts.ts';
import { pathOf } from './handle.ts';
import { type Answer, type Demand, type Key, keys } from './keys.ts';
import { textOf } from './said.ts';
import { inherited } from './zone-chain.ts';

/**
 * What a unit offers to others under a key. A key is dirty, and whoever read it is evaluated again, when the
 * signatures of its offers change; the offers themselves may be replaced freely.
 */
export interface Offer {
  readonly entry: Entry;
  readonly sort: OfferSort;
  /** Index in the unit's array of its sort. */
  readonly index: number;
  /** Index inside the catalogue or reference model; -1 for all else. */
  readonly inner: number;
  /** Where a finding may point to. */
  readonly at: Place;
  /** What readers of the key may read of it. */
  readonly value: unknown;
  /** Differs where the value, or a fact that is asked for under the key, says something else. */
  readonly signature: string;
}

export type OfferSort =
  | ElementSort
  | DeclaredSort
  | RecordSort
  | 'system'
  | 'matrix'
  | 'naming'
  | 'says'
  | 'suspected'
  | 'unit'
  | 'opening';

type ValueUnder<K> = K extends Key<infer A> ? (A extends Answer<infer Value> ? Value : never) : never;

/** An offer of a value: the type of the key says which, and the value is what is signed unless something else is. */
export function offerOf<K extends Key>(
  _key: K,
  entry: Entry,
  place: { readonly sort: OfferSort; readonly index: number; readonly inner?: number; readonly at?: Place },
  value: ValueUnder<K>,
  signature = textOf(value),
): Offer {
  const { sort, index, inner = -1, at = 0 } = place;
  return { entry, sort, index, inner, at, value, signature };
}

/** Calls `offer` for all that a unit offers by its own text. */
export function eachOffer(entry: Entry, offer: (key: string, value: Offer) => void): void {
  offerSaying(entry, offer);
  offerHeader(entry, offer);
  offerZones(entry, offer);
  offerAssets(entry, offer);
  offerConduits(entry, offer);
  entry.unit.risks.forEach((_, index) => {
    offerElement({ entry, sort: 'risk', index }, offer);
  });
  if (entry.unit.zones.some(({ separatedFrom }) => separatedFrom.length > 0)) {
    const key = keys.separations();
    offer(key, offerOf(key, entry, { sort: 'zone', index: -1 }, undefined));
  }
  if (entry.unit.risks.length > 0) {
    const key = keys.risks(entry.system);
    offer(key, offerOf(key, entry, { sort: 'risk', index: -1 }, undefined));
  }
  entry.unit.matrices.forEach((matrix, index) => {
    const key = keys.matrix(entry.system);
    offer(key, offerOf(key, entry, { sort: 'matrix', index, at: matrix.name.at }, matrix));
  });
  offerRecord(entry, offer);
  for (const name of entry.unit.suspected) {
    const key = keys.suspected(entry.system, name);
    offer(key, offerOf(key, entry, { sort: 'suspected', index: 0 }, undefined));
  }
  offerDeclared(entry, offer);
}

type Give = (key: string, value: Offer) => void;

/** All that a unit says. It is put into words when somebody asks: few systems name the hash of their text. */
function offerSaying(entry: Entry, offer: Give): void {
  if (entry.library) return;
  offer(keys.saying(entry.system), {
    entry,
    sort: 'unit',
    index: 0,
    inner: -1,
    at: 0,
    get value() {
      return canonicalUnit(entry.unit);
    },
    get signature() {
      return canonicalUnit(entry.unit).lines.join('\n') + (entry.unit.broken ? '\nbroken' : '');
    },
  });
}

function offerHeader(entry: Entry, offer: Give): void {
  const { system: header } = entry.unit;
  if (!header) return;
  const { system } = entry;
  const { settings, baseline, title, model, owner, document, rules } = header;
  const place = { sort: 'system', index: 0, at: header.name.at } as const;
  const add = <K extends Key>(key: K, value: ValueUnder<K>) => offer(key, offerOf(key, entry, place, value));
  // A header that only names the system says nothing that others ask for.
  if (settings || title) add(keys.system(system), { hasTitle: title !== undefined, settings, baseline });
  if (!settings) return;
  add(keys.systemHeader(system), undefined);
  add(keys.systemModel(system), model?.text);
  add(keys.systemOwner(system), owner?.value);
  add(keys.systemDocument(system), document !== undefined);
  // Of several lines about one rule the last counts.
  for (const { rule, severity } of new Map(rules.map((line) => [line.rule.text, line])).values()) {
    add(keys.systemRule(system, rule.text), severity);
  }
}

/** An element under its path and under the last segment of it. */
function offerElement(ref: ElementRef, offer: Give): void {
  const { entry, sort, index } = ref;
  const { name } = elementOf(ref);
  if (!name.value) return;
  const path = pathOf(ref);
  const place = { sort, index, at: name.at } as const;
  const said = factsText(ref);
  const exact = keys.path(entry.system, path);
  offer(exact, offerOf(exact, entry, place, undefined, said));
  const last = keys.last(entry.system, name.value);
  offer(last, offerOf(last, entry, place, undefined, `${path}\n${said}`));
  for (const { key: keyOf, read, text } of factsApart(sort)) {
    const value = read(ref);
    const signature = text(value);
    if (signature === '') continue;
    offer(keyOf(entry.system, path), { entry, sort, index, inner: -1, at: name.at, value, signature });
  }
}

function offerZones(entry: Entry, offer: Give): void {
  const { system } = entry;
  entry.unit.zones.forEach((zone, index) => {
    const ref: ZoneRef = { entry, sort: 'zone', index };
    const place = { sort: 'zone', index, at: zone.name.at } as const;
    offerElement(ref, offer);
    offerDemand(entry, place, demandOf(ref), offer);
    if (zone.parent < 0) {
      const key = keys.zones(system);
      offer(key, offerOf(key, entry, place, zone.kind?.text));
      const named = keys.zonesNamed(zone.name.value);
      offer(named, offerOf(named, entry, place, system));
    }
    offerNetworks(ref, offer);
  });
}

/** The networks that a zone or conduit states. */
function offerNetworks(ref: ElementRef<'zone' | 'conduit'>, offer: Give): void {
  const { entry, sort, index } = ref;
  const { name, path, networks } = entry.unit[`${sort}s`][index]!;
  const place = { sort, index, at: name.at } as const;
  // Where it stands is signed too: readers ask which of two comes first.
  const signature = `${entry.file} ${sort} ${path} ${networks.map(({ value }) => value)}`;
  for (const network of networks) {
    const read = readAddressIn(network);
    if (read.kind !== 'ip') continue;
    const [own, ...larger] = bucketsOf(read);
    const { system } = entry;
    for (const key of [keys.networks(system, own!), ...larger.map((bucket) => keys.networksInside(system, bucket))]) {
      offer(key, offerOf(key, entry, place, { networks }, signature));
    }
  }
}

function offerAssets(entry: Entry, offer: Give): void {
  entry.unit.assets.forEach((asset, index) => {
    offerElement({ entry, sort: 'asset', index }, offer);
    const valueIn = (text: Text) => addressValue(readAddressIn(text));
    const shared = new Set(asset.sharedAddresses.map(valueIn));
    const offered = new Set<string>();
    for (const address of allAddresses(asset)) {
      const value = valueIn(address);
      const { at } = address;
      if (!value || offered.has(value)) continue;
      offered.add(value);
      const key = keys.address(entry.system, value);
      // Where it stands is signed too: readers ask which of two assets comes first.
      const said = { shared: shared.has(value) };
      offer(key, offerOf(key, entry, { sort: 'asset', index, at }, said, `${entry.file} ${asset.path} ${said.shared}`));
    }
  });
}

function offerConduits(entry: Entry, offer: Give): void {
  entry.unit.conduits.forEach(({ name, slT }, index) => {
    const ref = { entry, sort: 'conduit', index } as const;
    offerElement(ref, offer);
    offerNetworks(ref, offer);
    if (!slT) return;
    const place = { sort: 'conduit', index, at: name.at } as const;
    offerDemand(entry, place, { scope: 'conduit', focused: false, slT: slT.vector }, offer);
  });
}

/** What decides which controls are required of a zone. */
export function demandOf(ref: ZoneRef): Demand {
  return {
    scope: 'zone',
    kind: inherited(ref, ({ kind }) => kind)?.text,
    focused: zoneOf(ref).kind !== undefined,
    slT: inherited(ref, ({ slT }) => slT)?.vector,
  };
}

function offerDemand(entry: Entry, place: Parameters<typeof offerOf>[2], demand: Demand, offer: Give): void {
  const key = keys.requiring(entry.system);
  offer(key, offerOf(key, entry, place, demand));
}

/** The declarations of the record, and what others ask of them. */
function offerRecord(entry: Entry, offer: Give): void {
  const { unit, system } = entry;
  for (const sort of RECORD_SORTS) {
    recordedIn(unit, sort).forEach(({ name: { value: name, at }, title }, index) => {
      if (!name) return;
      const until = sort === 'countermeasure' ? { until: unit.countermeasures[index]!.until?.value } : undefined;
      const place = { sort, index, at } as const;
      const exact = keys.recorded(sort, system, name);
      offer(exact, offerOf<Key<Answer<unknown>>>(exact, entry, place, until));
      const all = keys.recordedAs(system, sort);
      offer(all, offerOf(all, entry, place, { name, title: title?.value }));
    });
  }
}

function offerDeclared(entry: Entry, offer: Give): void {
  const { library } = entry;
  eachDeclared(entry, ({ sort, name, value, said, at, index, inner }) => {
    // The library never changes, so nothing is ever compared with its signatures.
    const signature = library ? '' : textOf(said);
    offer(keys.shared(sort, name), { entry, sort, index, inner, at, value, signature });
    // Whether there is one of the name is asked of what has names.
    if (!library && sort !== 'capability') {
      const key = keys.named(sort, name);
      offer(key, offerOf(key, entry, { sort, index, inner, at }, undefined));
    }
  });
}
