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
  /** The required ones that are not met and neither planned nor accepted, FR by FR; empty without an SL-T. */
  readonly lacks: readonly Lack[];
  readonly slA: SlVector;
  readonly gap?: SlVector;
  readonly statuses: Statuses;
}

/** What is missing of one FR, or of one catalogue where its controls belong to none. */
export interface Lack {
  /** The FR's name, or the catalogue's. */
  readonly group: string;
  /** The FR's index; -1 for a catalogue. */
  readonly fr: number;
  /** Maybe none; where nothing is stated that makes a difference, all zones share one list. */
  readonly controls: readonly BaselineControl[];
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
  readonly outline: Outline;
  readonly states: Uint8Array;
  /** Positions of those that the system compensates: whether that holds is another question in each place. */
  readonly open: readonly number[];
  readonly slA: SlVector;
  lacksAt(slT: SlVector): readonly Lack[];
}

const statesInSystems = createCommonMemo<string, SystemStates>();

function systemStates(view: View, system: string, scope: 'zone' | 'conduit', kind?: string): SystemStates {
  return statesInSystems(view, `${system} ${scope} ${kind ?? ''}`, (view) => {
    const applicable = applicableTo(systemBaseline(view, system), scope, kind);
    const outline = outlineOf(applicable);
    const block = systemBlock(view, system);
    const statuses = statusesOf(view, block ? [block] : []);
    const states = new Uint8Array(applicable.length);
    const open: number[] = [];
    for (const content of statuses.contents) {
      eachSpokenOf(outline, content, (position) => {
        const { id } = applicable[position]!.control;
        const origin = statuses.originOf(id);
        if (origin && sayersOf(origin).some(({ verb }) => verb === 'compensates')) open.push(position);
        else states[position] = stateOf(statuses.of(id));
      });
    }
    const known = new Map<string, readonly Lack[]>();
    return {
      applicable,
      outline,
      states,
      open,
      slA: FRS.map((_, fr) => {
        const group = outline.groups.find((candidate) => candidate.fr === fr);
        return group ? achieved(group, states) : MAX_LEVEL;
      }),
      lacksAt(slT) {
        const lacks = known.get(`${slT}`) ?? outline.groups.map((group) => lackOf(group, states, slT));
        known.set(`${slT}`, lacks);
        return lacks;
      },
    };
  });
}

/** A place differs from its system in what it says itself: most have a word on few controls. */
function posture(system: SystemStates, slT: SlVector | undefined, statuses: Statuses): Posture {
  const { applicable, outline } = system;
  let { states } = system;
  const differing = new Set<number>();
  const judge = (position: number) => {
    const state = stateOf(statuses.of(applicable[position]!.control.id));
    if (state === states[position]) return;
    if (states === system.states) states = states.slice();
    states[position] = state;
    differing.add(outline.groupAt[position]!);
  };
  system.open.forEach(judge);
  for (const content of statuses.contents) if (!content.isCommon) eachSpokenOf(outline, content, judge);
  const slA = system.slA.slice();
  const lacks = slT ? system.lacksAt(slT).slice() : [];
  for (const index of differing) {
    const group = outline.groups[index]!;
    if (group.fr >= 0) slA[group.fr] = achieved(group, states);
    if (slT) lacks[index] = lackOf(group, states, slT);
  }
  return {
    applicable,
    slT,
    required: slT && requiredAt(applicable, slT),
    statuses,
    slA,
    lacks,
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

/** What follows from a list of controls alone. */
interface Outline {
  /** The positions of each control and of those that enhance it, by its name. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  readonly groups: readonly Group[];
  /** The index of the group that a position is in. */
  readonly groupAt: readonly number[];
}

/** The controls of one FR, or of one catalogue that belong to none: in the order of the list, and by level. */
interface Group extends Lack {
  readonly positions: readonly number[];
  readonly ladder: readonly { readonly position: number; readonly level: number }[];
}

const outlineOf = forList((list): Outline => {
  const positions = new Map<string, number[]>();
  const groups = new Map<string, number[]>();
  list.forEach((item, position) => {
    const { control, parent } = item;
    for (const name of parent === undefined ? [control.id] : [control.id, parent]) putIn(positions, name, position);
    putIn(groups, groupNameOf(item), position);
  });
  return {
    positions,
    groupAt: list.map((item) => [...groups.keys()].indexOf(groupNameOf(item))),
    groups: [...groups].map(([group, positions]) => {
      const controls = positions.map((position) => list[position]!);
      const ladder = positions.map((position) => ({ position, level: list[position]!.level }));
      return { group, fr: controls[0]!.fr, positions, controls, ladder: ladder.sort((a, b) => a.level - b.level) };
    }),
  };
});

const groupNameOf = ({ fr, control }: BaselineControl): string => FRS[fr] ?? control.catalog;

function putIn(lists: Map<string, number[]>, name: string, item: number): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** Visits the positions of the controls that are spoken of, and of those that enhance one. */
function eachSpokenOf({ positions }: Outline, content: BlockContent, visit: (position: number) => void): void {
  for (const control of content.all().keys()) positions.get(control)?.forEach(visit);
}

/** The highest level at and below which all of a group are met. */
function achieved({ ladder }: Group, states: Uint8Array): number {
  const first = ladder.find(({ position }) => states[position] !== MET);
  return first ? first.level - 1 : MAX_LEVEL;
}

function lackOf({ group, fr, controls, positions }: Group, states: Uint8Array, slT: SlVector): Lack {
  return {
    group,
    fr,
    controls: controls.filter((item, i) => states[positions[i]!] === OPEN && isRequired(item, slT)),
  };
}

/** The controls that an SL-T vector asks for. */
export function requiredAt(applicable: Controls, slT: SlVector): Controls {
  return byTarget(applicable, slT.join(), () => applicable.filter((item) => isRequired(item, slT)));
}

/** Controls of no FR follow the highest level of the vector. */
const isRequired = ({ fr, level }: BaselineControl, slT: SlVector): boolean =>
  level <= (fr < 0 ? Math.max(...slT) : slT[fr]!);
