import { type ConduitRef, conduitOf, type ElementRef, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { keys } from '../engine/facts.ts';
import { createCommonMemo, type Query } from '../engine/query.ts';
import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import { applicableTo, requiredAt } from './baseline.ts';
import { kindNamed, systemBaseline, systemModel } from './settings.ts';
import { controlsNamed } from './statements.ts';
import { inherited } from './zone-facts.ts';

/** What decides which controls are asked of a zone or conduit. */
interface Demand {
  readonly scope: 'zone' | 'conduit';
  /** Own or inherited. */
  readonly kind?: string;
  /** True where the kind is its own, so that the kind's focus topics are asked, too. */
  readonly focused: boolean;
  readonly slT?: SlVector;
}

const HIGHEST: SlVector = FRS.map(() => MAX_LEVEL);

/**
 * The controls that a zone or conduit may be asked about: those that its SL-T requires and those of its focus topics.
 * A zone whose SL-T is not known yet may come to be asked about any.
 */
export function askedOf(query: Query, ref: ElementRef<'zone' | 'conduit'>): ReadonlySet<string> {
  const { system } = ref.entry;
  if (isConduit(ref)) {
    return asked(query, system, { scope: 'conduit', focused: false, slT: conduitOf(ref).slT?.vector });
  }
  const zone = ref as ZoneRef;
  return asked(query, system, {
    scope: 'zone',
    kind: inherited(zone, ({ kind }) => kind)?.text,
    focused: zoneOf(zone).kind !== undefined,
    slT: inherited(zone, ({ slT }) => slT)?.vector ?? HIGHEST,
  });
}

const isConduit = (ref: ElementRef): ref is ConduitRef => ref.sort === 'conduit';

const demands = createCommonMemo<string, ReadonlySet<string>>();

function asked(query: Query, system: string, { scope, kind: name, focused, slT }: Demand): ReadonlySet<string> {
  return demands(query, `${system} ${scope} ${name} ${focused} ${slT}`, (query) => {
    const { model } = systemModel(query, system);
    const kind = name !== undefined && model ? kindNamed(model, name) : undefined;
    if (kind?.flags.includes('external') || !slT) return new Set();
    const applicable = applicableTo(systemBaseline(query, system), scope, name);
    const topics = focused ? (kind?.focus ?? []) : [];
    return new Set([
      ...requiredAt(applicable, slT).map(({ control }) => control.id),
      ...topics.flatMap(({ controls }) => controls.flatMap(({ text }) => controlsNamed(query, text))),
    ]);
  });
}

const inSystem = createCommonMemo<string, ReadonlySet<string>>();

/** The controls that anything of a system may be asked about; undefined where it has neither zones nor conduits yet. */
export function askedInSystem(query: Query, system: string): ReadonlySet<string> | undefined {
  const asking = query.all(keys.asking(system));
  if (asking.length === 0) return undefined;
  return inSystem(query, system, (query) => {
    const distinct = new Map(asking.map((offer) => [`${offer.sort} ${offer.signature}`, offer]));
    return new Set(
      [...distinct.values()].flatMap(({ entry, sort, index }) => [
        ...askedOf(query, { entry, sort: sort as 'zone' | 'conduit', index }),
      ]),
    );
  });
}
