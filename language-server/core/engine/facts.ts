import { allAddresses } from '../model/asset.ts';
import type { Conduit } from '../model/conduit.ts';
import type { Reference } from '../model/reference.ts';
import type { Allow } from '../model/statement.ts';
import type { Zone } from '../model/zone.ts';
import { assetOf, conduitOf, type ElementRef, type ElementSort, type ZoneRef, zoneOf } from './element.ts';
import { pathOf } from './handle.ts';
import { elementInside, ownAssetNamed } from './inside.ts';
import { type HeldAsset, type HeldFlow, type Key, keys } from './keys.ts';
import { type Said, textOf } from './said.ts';
import { type Terms, termsText } from './terms.ts';
import { inherited, levelsOf } from './zone-chain.ts';

/** Reads a fact off an element of a unit. */
type Read<S extends ElementSort, T> = (ref: ElementRef<S>) => T;

/** A fact that few ask for: it has a key of its own, so that the others need not be asked again when it changes. */
export interface FactApart<S extends ElementSort, T> {
  readonly key: (system: string, path: string) => Key;
  readonly read: Read<S, T>;
  /** Differs where the value says something else. */
  readonly text: (value: T) => string;
}

/** What a zone gives, or else the nearest zone around it that does. */
const inheriting =
  <T>(read: (zone: Zone) => T | undefined): Read<'zone', T | undefined> =>
  (ref) =>
    inherited(ref, read);

/** A name as written, with the path of what it means in its own unit where it means something there. */
function written({ entry }: ElementRef, reference: Reference): string {
  const inside = ownAssetNamed(entry, reference) ?? elementInside(entry, reference);
  return inside ? `${reference.text} ${pathOf(inside)}` : reference.text;
}

const writtenEnds = new WeakMap<Conduit, readonly string[]>();

/** The ends of a conduit so; there may be thousands, and each zone among them asks. */
function endsWritten(ref: ElementRef<'conduit'>): readonly string[] | undefined {
  const conduit = conduitOf(ref);
  if (!conduit.ends) return undefined;
  const known = writtenEnds.get(conduit) ?? conduit.ends.map((end) => written(ref, end));
  writtenEnds.set(conduit, known);
  return known;
}

/** What is stated of requirements. */
const statements = <S extends 'zone' | 'conduit'>(read: Read<S, readonly Terms[]>): FactApart<S, readonly Terms[]> => ({
  key: keys.statements,
  read,
  text: termsText,
});

/** The assets that an element holds. */
const held = <S extends 'zone' | 'conduit'>(read: Read<S, readonly number[]>): FactApart<S, readonly HeldAsset[]> => ({
  key: keys.assetsOf,
  read: (ref) =>
    read(ref).map((index) => {
      const { name, type, version } = ref.entry.unit.assets[index]!;
      return { name: name.value, type: type?.text, hasVersion: version !== undefined };
    }),
  text: (assets) => assets.map(({ name, type, hasVersion }) => `${name} ${type} ${hasVersion}`).join('\n'),
});

/** The flows that are written in an element. */
const flows = <S extends 'zone' | 'conduit'>(read: Read<S, readonly number[]>): FactApart<S, readonly HeldFlow[]> => ({
  key: keys.flowsOf,
  read: (ref) =>
    read(ref).map((index) => {
      const flow = ref.entry.unit.flows[index]!;
      const { source, target, both, protocol, carrier, protections, access, when, ports } = flow;
      const ends = [written(ref, source), written(ref, target)] as const;
      return { both, protocol, carrier, protections, access, when, hasPort: ports.length > 0, ends };
    }),
  text: (held) => held.map((flow) => flowText(flow)).join('\n'),
});

const flowText = ({ ends, both, protocol, carrier, protections, access, when, hasPort }: HeldFlow): string =>
  [
    ...ends,
    both,
    protocol?.text,
    carrier?.text,
    protections.map(({ value }) => value),
    access?.value,
    when?.value,
    hasPort,
  ].join(' | ');

/** Texts as they are written; few ask for them. */
const texts = <S extends ElementSort>(
  key: FactApart<S, readonly string[]>['key'],
  read: Read<S, readonly string[]>,
): FactApart<S, readonly string[]> => ({ key, read, text: (values) => values.join('\n') });

/**
 * What may be asked of an element of another unit. This table is all there is: an element's offers are signed with the
 * values of its facts, so that whoever asked is evaluated again when one changes. A rule that needs another fact adds a
 * line here.
 */
const FACTS = {
  zone: {
    /** The name of its kind. */
    kind: inheriting((zone) => zone.kind?.text),
    /** The highest of its levels. */
    level: (ref: ZoneRef) => levelsOf(ref).at(-1),
    slT: inheriting((zone) => zone.slT?.vector),
    /** Whether it says that it is safety related: its own word, and what it gets from a zone around it. */
    ownSafety: (ref: ZoneRef) => zoneOf(ref).safety?.value,
    safety: inheriting((zone) => zone.safety?.value),
    statements: statements<'zone'>((ref) => zoneOf(ref).statements),
    /** Those that stand directly in it, not in zones nested there. */
    assets: held<'zone'>((ref) => zoneOf(ref).assets),
    /** Those that are written directly in it; asked by `flowsIn`. */
    flows: flows<'zone'>((ref) => zoneOf(ref).flows),
    /** Its own, not those around it. */
    allows: {
      key: keys.allowsOf,
      read: (ref: ElementRef<'zone'>): readonly Said<Allow>[] => zoneOf(ref).allows,
      text: (allows: readonly Said<Allow>[]) =>
        allows
          .map(({ rule, until, because }) => `${rule.text} ${until?.value ?? ''} ${because !== undefined}`)
          .join('\n'),
    },
    /** The zones that it says it is separated from, as written; asked by `separatedOf`. */
    separatedFrom: texts<'zone'>(keys.separatedFrom, (ref) =>
      zoneOf(ref).separatedFrom.map((zone) => written(ref, zone)),
    ),
    /** Its own, not those around it. */
    networks: texts<'zone'>(keys.networksOf, (ref) => zoneOf(ref).networks.map(({ value }) => value)),
  },
  asset: {
    /** The name of its type. */
    type: (ref: ElementRef<'asset'>) => assetOf(ref).type?.text,
    /** True for a conduit's own equipment, which stands in no zone: its path does not tell. */
    isEquipment: (ref: ElementRef<'asset'>) => (assetOf(ref).conduit < 0 ? undefined : true),
    /** The addresses of one that has several: with a single one it stands where it is written, and nobody asks. */
    addresses: texts<'asset'>(keys.addressesOf, (ref) => {
      const addresses = allAddresses(assetOf(ref));
      return addresses.length > 1 ? addresses.map(({ value }) => value) : [];
    }),
    /** What hosts it, as written, and what that means in its unit; asked by `hostOf`. */
    runsOn: texts<'asset'>(keys.hostOf, (ref) => {
      const { runsOn } = assetOf(ref);
      return runsOn ? [written(ref, runsOn)] : [];
    }),
    /** What it says stands in for it, likewise; asked by `partnersOf`. */
    redundantWith: texts<'asset'>(keys.partnersOf, (ref) =>
      assetOf(ref).redundantWith.map((partner) => written(ref, partner)),
    ),
  },
  conduit: {
    /** Its ends as written, and what they mean in its unit; what they mean after all is asked by `endsOf`. */
    ends: (ref: ElementRef<'conduit'>) => endsWritten(ref),
    /** What it passes, likewise; asked by `viaOf`. */
    via: (ref: ElementRef<'conduit'>) => conduitOf(ref).via.map((asset) => written(ref, asset)),
    /** What it says of that itself. */
    trust: (ref: ElementRef<'conduit'>) => conduitOf(ref).trust?.value,
    statements: statements<'conduit'>((ref) => conduitOf(ref).statements),
    /** Its own equipment; asked by `ownAssetsOf`. */
    assets: held<'conduit'>((ref) => conduitOf(ref).assets),
    /** Those that are written in it; asked by `flowsIn`. */
    flows: flows<'conduit'>((ref) => conduitOf(ref).flows),
    /** Those of the segment that its zones share. */
    networks: texts<'conduit'>(keys.networksOf, (ref) => conduitOf(ref).networks.map(({ value }) => value)),
  },
  risk: {},
} as const;

type Facts = typeof FACTS;
export type FactName<S extends ElementSort> = keyof Facts[S] & string;

/** What a fact says. */
export type FactValue<S extends ElementSort, F extends FactName<S>> = Facts[S][F] extends (ref: never) => infer T
  ? T
  : Facts[S][F] extends { read: (ref: never) => infer T }
    ? T
    : never;

/** Any fact of the table. */
type AnyFact = Read<ElementSort, unknown> | FactApart<ElementSort, unknown>;

/** A row of the table of facts. */
export function factOf(sort: ElementSort, name: string): AnyFact {
  return (FACTS[sort] as Readonly<Record<string, AnyFact>>)[name]!;
}

const together: Partial<Record<ElementSort, readonly Read<ElementSort, unknown>[]>> = {};
const apart: Partial<Record<ElementSort, readonly FactApart<ElementSort, unknown>[]>> = {};
for (const sort of Object.keys(FACTS) as ElementSort[]) {
  const all = Object.values<unknown>(FACTS[sort]) as AnyFact[];
  together[sort] = all.filter((fact) => typeof fact === 'function');
  apart[sort] = all.filter((fact) => typeof fact !== 'function');
}

/** What an element says under its path, as a text that differs where a fact does. */
export function factsText(ref: ElementRef): string {
  return together[ref.sort]!.map((read) => textOf(read(ref))).join('\n');
}

/** The facts of an element that have keys of their own. */
export const factsApart = (sort: ElementSort): readonly FactApart<ElementSort, unknown>[] => apart[sort]!;
