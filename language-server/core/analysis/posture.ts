import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { createCommonMemo, createMemo, type View } from '../engine/view.ts';
import type { Conduit } from '../model/conduit.ts';
import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import type { Zone } from '../model/zone.ts';
import { type BaselineControl, systemBaseline } from './settings.ts';
import { type BlockContent, blocksOfConduit, blocksOfZone, sayersOf, systemBlock } from './statements.ts';
import { isMet, isPending, type Status, type Statuses, statusesOf } from './status.ts';
import { inherited } from './zone-facts.ts';

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

const zoneStatuses = createMemo<Zone, Statuses>();
const conduitStatuses = createMemo<Conduit, Statuses>();

export function statusesOfZone(view: View, ref: ZoneRef): Statuses {
  return zoneStatuses(view, zoneOf(ref), () => statusesOf(view, blocksOfZone(view, ref)));
}

export function statusesOfConduit(view: View, ref: ConduitRef): Statuses {
  return conduitStatuses(view, conduitOf(ref), () => statusesOf(view, blocksOfConduit(view, ref)));
}

export function requirementsOfZone(view: View, ref: ZoneRef): Requirements {
  return requirements(applicableTo(systemBaseline(view, ref.entry.system), 'zone', kindNameOf(ref)), slTOfZone(ref));
}

export function requirementsOfConduit(view: View, ref: ConduitRef): Requirements {
  return requirements(applicableTo(systemBaseline(view, ref.entry.system), 'conduit'), conduitOf(ref).slT?.vector);
}

const requirements = (applicable: Controls, slT: SlVector | undefined): Requirements => ({
  applicable,
  slT,
  required: slT && requiredAt(applicable, slT),
});

const kindNameOf = (ref: ZoneRef): string | undefined => inherited(ref, (zone) => zone.kind)?.text;
const slTOfZone = (ref: ZoneRef): SlVector | undefined => inherited(ref, (zone) => zone.slT)?.vector;

const zonePostures = createMemo<Zone, Posture>();
const conduitPostures = createMemo<Conduit, Posture>();

export function postureOfZone(view: View, ref: ZoneRef): Posture {
  return zonePostures(view, zoneOf(ref), () =>
    posture(systemStates(view, ref.entry.system, 'zone', kindNameOf(ref)), slTOfZone(ref), statusesOfZone(view, ref)),
  );
}

export function postureOfConduit(view: View, ref: ConduitRef): Posture {
  return conduitPostures(view, conduitOf(ref), () =>
    posture(systemStates(view, ref.entry.system, 'conduit'), conduitOf(ref).slT?.vector, statusesOfConduit(view, ref)),
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
function applicableTo(baseline: Controls, scope: 'zone' | 'conduit', kind?: string): Controls {
  return byScope(baseline, `${scope} ${kind ?? ''}`, () =>
    baseline.filter(({ control: { applies, kinds } }) => {
      return applies.includes(scope) && (kinds.length === 0 || kinds.some(({ text }) => text === kind));
    }),
  );
}

/** How a control stands, as far as levels and gaps go. */
const [OPEN, MET, PENDING] = [0, 1, 2];

const stateOf = (status: Status): number => (isMet(status) ? MET : isPending(status) ? PENDING : OPEN);

/** How the controls that can be asked stand by what the system states, which is the same wherever nothing is added. */
interface SystemStates {
  readonly applicable: Controls;
  readonly states: Uint8Array;
  /** Positions of those that the system compensates: whether that holds is another question in each place. */
  readonly open: readonly number[];
}

const statesInSystems = createCommonMemo<string, SystemStates>();

function systemStates(view: View, system: string, scope: 'zone' | 'conduit', kind?: string): SystemStates {
  return statesInSystems(view, `${system} ${scope} ${kind ?? ''}`, (view) => {
    const applicable = applicableTo(systemBaseline(view, system), scope, kind);
    const block = systemBlock(view, system);
    const statuses = statusesOf(view, block ? [block] : []);
    const states = new Uint8Array(applicable.length);
    const open: number[] = [];
    const judge = (position: number) => {
      const { id } = applicable[position]!.control;
      const origin = statuses.originOf(id);
      if (origin && sayersOf(origin).some(({ verb }) => verb === 'compensates')) open.push(position);
      else states[position] = stateOf(statuses.of(id));
    };
    for (const content of statuses.contents) eachSpokenOf(applicable, content, judge);
    return { applicable, states, open };
  });
}

function posture(system: SystemStates, slT: SlVector | undefined, statuses: Statuses): Posture {
  const { applicable } = system;
  const states = system.states.slice();
  const judge = (position: number) => {
    states[position] = stateOf(statuses.of(applicable[position]!.control.id));
  };
  system.open.forEach(judge);
  // Most controls are not spoken of and need not be looked at.
  for (const content of statuses.contents) if (!content.isCommon) eachSpokenOf(applicable, content, judge);
  const slA = achieved(applicable, states);
  return {
    applicable,
    slT,
    required: slT && requiredAt(applicable, slT),
    statuses,
    slA,
    missing: slT ? applicable.filter((item, i) => states[i] === OPEN && isRequired(item, slT)) : NONE,
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

/** Visits the positions in a list of the controls that are spoken of, or that enhance one that is. */
function eachSpokenOf(list: Controls, content: BlockContent, visit: (position: number) => void): void {
  const positions = positionsIn(list);
  for (const control of content.all().keys()) positions.get(control)?.forEach(visit);
}

const positionsIn = forList((list) => {
  const found = new Map<string, number[]>();
  list.forEach(({ control, parent }, position) => {
    for (const name of parent === undefined ? [control.id] : [control.id, parent])
      found.set(name, [...(found.get(name) ?? []), position]);
  });
  return found;
});

/** The positions of the controls of each FR, those of the lowest level first. */
const ladders = forList((list) =>
  FRS.map((_, fr) =>
    [...list.keys()].filter((i) => list[i]!.fr === fr).sort((a, b) => list[a]!.level - list[b]!.level),
  ),
);

/** The highest level of each FR at and below which all applicable controls are met. */
function achieved(applicable: Controls, states: Uint8Array): SlVector {
  return ladders(applicable).map((ladder) => {
    const first = ladder.find((position) => states[position] !== MET);
    return first === undefined ? MAX_LEVEL : applicable[first]!.level - 1;
  });
}

/** The controls that an SL-T vector asks for. */
export function requiredAt(applicable: Controls, slT: SlVector): Controls {
  return byTarget(applicable, slT.join(), () => applicable.filter((item) => isRequired(item, slT)));
}

/** Controls of no FR follow the highest level of the vector. */
const isRequired = ({ fr, level }: BaselineControl, slT: SlVector): boolean =>
  level <= (fr < 0 ? Math.max(...slT) : slT[fr]!);
