import type { ZoneKind } from '../catalogue/reference-model.ts';
import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { createMemo, type View } from '../engine/view.ts';
import type { Conduit } from '../model/conduit.ts';
import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import type { Zone } from '../model/zone.ts';
import { type BaselineControl, kindNamed, systemBaseline, systemModel } from './settings.ts';
import { blocksOfConduit, blocksOfZone } from './statements.ts';
import { isMet, isPending, type Statuses, statusesOf } from './status.ts';

/** What is required of a zone or conduit. */
export interface Requirements {
  /** The baseline's controls that can be asked of it, in order. */
  readonly applicable: readonly BaselineControl[];
  readonly slT?: SlVector;
  /** Those that its SL-T asks for; undefined without an SL-T. */
  readonly required?: readonly BaselineControl[];
}

/** What the requirements make of a zone, or of a conduit with an SL-T. */
export interface Posture extends Requirements {
  /** The required ones that are not met and neither planned nor accepted. */
  readonly missing: readonly BaselineControl[];
  readonly slA: SlVector;
  readonly gap?: SlVector;
  readonly statuses: Statuses;
}

/** The zone chain, the nearest first: the zone itself, then the zones around it. */
export function chainOf({ entry, index }: ZoneRef): Zone[] {
  const chain: Zone[] = [];
  for (let i = index; i >= 0; i = entry.unit.zones[i]!.parent) chain.push(entry.unit.zones[i]!);
  return chain;
}

/** The first value given in the chain, and the zone that gives it. */
export function inherited<T>({ entry, index }: ZoneRef, read: (zone: Zone) => T | undefined): T | undefined {
  const { zones } = entry.unit;
  for (let i = index; i >= 0; i = zones[i]!.parent) {
    const value = read(zones[i]!);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The kind of a zone, its own or inherited; undefined where none is stated or it is unknown. */
export function kindOf(view: View, ref: ZoneRef): ZoneKind | undefined {
  return kinds(view, zoneOf(ref), () => {
    const name = inherited(ref, (zone) => zone.kind);
    const { model } = systemModel(view, ref.entry.system);
    return { kind: name && model && kindNamed(model, name.text) };
  }).kind;
}

const kinds = createMemo<Zone, { readonly kind?: ZoneKind }>();

/** The Purdue level: own, or inherited by a zone that does not state a kind of its own. */
export function levelOf(ref: ZoneRef): number | undefined {
  for (const zone of chainOf(ref)) {
    if (zone.level) return zone.level.value;
    if (zone.kind) return undefined;
  }
  return undefined;
}

export function isExternal(view: View, ref: ZoneRef): boolean {
  return kindOf(view, ref)?.flags.includes('external') ?? false;
}

const zoneStatuses = createMemo<Zone, Statuses>();
const conduitStatuses = createMemo<Conduit, Statuses>();

export function statusesOfZone(view: View, ref: ZoneRef): Statuses {
  return zoneStatuses(view, zoneOf(ref), () => statusesOf(view, blocksOfZone(view, ref)));
}

export function statusesOfConduit(view: View, ref: ConduitRef): Statuses {
  return conduitStatuses(view, conduitOf(ref), () => statusesOf(view, blocksOfConduit(view, ref)));
}

export function requirementsOfZone(view: View, ref: ZoneRef): Requirements {
  const kind = inherited(ref, (zone) => zone.kind)?.text;
  const applicable = applicableTo(systemBaseline(view, ref.entry.system), 'zone', kind);
  return requirements(applicable, inherited(ref, (zone) => zone.slT)?.vector);
}

export function requirementsOfConduit(view: View, ref: ConduitRef): Requirements {
  const applicable = applicableTo(systemBaseline(view, ref.entry.system), 'conduit', undefined);
  return requirements(applicable, conduitOf(ref).slT?.vector);
}

const requirements = (applicable: Controls, slT: SlVector | undefined): Requirements => ({
  applicable,
  slT,
  required: slT && requiredAt(applicable, slT),
});

const zonePostures = createMemo<Zone, Posture>();
const conduitPostures = createMemo<Conduit, Posture>();

export function postureOfZone(view: View, ref: ZoneRef): Posture {
  return zonePostures(view, zoneOf(ref), () => posture(requirementsOfZone(view, ref), statusesOfZone(view, ref)));
}

export function postureOfConduit(view: View, ref: ConduitRef): Posture {
  return conduitPostures(view, conduitOf(ref), () =>
    posture(requirementsOfConduit(view, ref), statusesOfConduit(view, ref)),
  );
}

type Controls = readonly BaselineControl[];

const NONE: Controls = [];

/** Selections from a list of controls, made once for each question: zones ask few different ones. */
function createSelections(): (from: Controls, question: string, select: () => Controls) => Controls {
  const known = new WeakMap<Controls, Map<string, Controls>>();
  return (from, question, select) => {
    const selections = known.get(from) ?? new Map<string, Controls>();
    known.set(from, selections);
    const selection = selections.get(question) ?? select();
    selections.set(question, selection);
    return selection;
  };
}

const byScope = createSelections();
const byTarget = createSelections();

/** The controls of a baseline that can be asked of a zone of a kind, or of a conduit. */
function applicableTo(baseline: Controls, scope: 'zone' | 'conduit', kind: string | undefined): Controls {
  return byScope(baseline, `${scope} ${kind ?? ''}`, () =>
    baseline.filter(({ control: { applies, kinds } }) => {
      return applies.includes(scope) && (kinds.length === 0 || kinds.some(({ text }) => text === kind));
    }),
  );
}

function posture(asked: Requirements, statuses: Statuses): Posture {
  const { applicable, slT, required } = asked;
  // Most controls are not spoken of: they are neither, and need not be looked at. Sets would cost more than the few do.
  const met: BaselineControl[] = [];
  const pending: BaselineControl[] = [];
  const positions = positionsIn(applicable);
  for (const content of statuses.contents) {
    for (const spoken of content.all().keys()) {
      for (const item of positions.get(spoken) ?? NONE) {
        if (met.includes(item) || pending.includes(item)) continue;
        const status = statuses.of(item.control.id);
        if (isMet(status)) met.push(item);
        else if (isPending(status)) pending.push(item);
      }
    }
  }
  const slA = achieved(applicable, met);
  return {
    ...asked,
    statuses,
    slA,
    missing: required?.filter((item) => !met.includes(item) && !pending.includes(item)) ?? NONE,
    gap: slT?.map((target, fr) => Math.max(0, target - slA[fr]!)),
  };
}

/** Works something out once for each list of controls: the lists are few and never change. */
function forList<T>(compute: (list: Controls) => T): (list: Controls) => T {
  const known = new WeakMap<Controls, { readonly value: T }>();
  return (list) => {
    let found = known.get(list);
    if (!found) {
      found = { value: compute(list) };
      known.set(list, found);
    }
    return found.value;
  };
}

/** The controls of a list by their own name and by what they enhance. */
const positionsIn = forList((list) => {
  const found = new Map<string, BaselineControl[]>();
  for (const item of list) {
    for (const name of item.parent === undefined ? [item.control.id] : [item.control.id, item.parent])
      found.set(name, [...(found.get(name) ?? []), item]);
  }
  return found;
});

/** The controls of each FR, those of the lowest level first. */
const ladders = forList((list) =>
  FRS.map((_, fr) => list.filter((item) => item.fr === fr).sort((a, b) => a.level - b.level)),
);

/** The highest level of each FR at and below which all applicable controls are met. */
function achieved(applicable: Controls, met: Controls): SlVector {
  return ladders(applicable).map((ladder) => {
    const first = ladder.find((item) => !met.includes(item));
    return first ? first.level - 1 : MAX_LEVEL;
  });
}

/** The controls that an SL-T vector asks for; controls of no FR follow the highest of its levels. */
export function requiredAt(applicable: readonly BaselineControl[], slT: SlVector): readonly BaselineControl[] {
  return byTarget(applicable, slT.join(), () => {
    const highest = Math.max(...slT);
    return applicable.filter(({ fr, level }) => level <= (fr < 0 ? highest : slT[fr]!));
  });
}
