import { type ConduitRef, conduitOf, type Handle } from '../engine/element.ts';
import { identityOf } from '../engine/handle.ts';
import { createCommonMemo, createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { type Achievement, FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import {
  type Achieved,
  achievedByConduit,
  achievedByZone,
  applicableTo,
  type ControlGroup,
  type Controls,
  EVIDENCED,
  type Grouping,
  groupingOf,
  MET,
  NOT_APPLICABLE,
  OPEN,
  type OpenControls,
  openOf,
  PENDING,
  requiredAt,
  type States,
} from './baseline.ts';
import { systemBaseline } from './settings.ts';
import { allSaid, blocksOfConduit, blocksOfZone, equalStatements, systemBlock } from './statements.ts';
import { isMet, isPending, type Statuses, standingIn, statusesOf } from './status.ts';

/** What is required of a zone or conduit. */
export interface Requirements {
  /** The baseline's controls that can be asked of it, in order. */
  readonly applicable: Controls;
  readonly slT?: SlVector;
  /** Those that its SL-T asks for; undefined without an SL-T. */
  readonly required?: Controls;
}

/** What the requirements make of a zone, or of a conduit with an SL-T. */
export interface Posture extends Requirements {
  /** The required ones that are not met and neither planned nor accepted, FR by FR; empty without an SL-T. */
  readonly open: readonly OpenControls[];
  /** What the model claims to be achieved of each FR. */
  readonly slA: Achievement;
  /** The part of it that has evidence. */
  readonly slAEvidenced: Achievement;
  readonly gap?: SlVector;
  readonly statuses: Statuses;
}

const zoneStatuses = createMemo<object, Statuses>();
const conduitStatuses = createMemo<object, Statuses>();

/** What is stated in a zone, the zones around it and the settings. */
export function statusesOfZone(query: Query, zone: Handle<'zone'>): Statuses {
  return zoneStatuses(query, identityOf(zone), () => statusesOf(query, blocksOfZone(query, zone)));
}

/** What is stated in a conduit and the settings. */
export function statusesOfConduit(query: Query, conduit: Handle<'conduit'>): Statuses {
  return conduitStatuses(query, identityOf(conduit), () => statusesOf(query, blocksOfConduit(query, conduit)));
}

/** What is required of a zone by its own or inherited SL-T, in the SuC or not. */
export function requirementsOfZone(query: Query, zone: Handle<'zone'>): Requirements {
  const applicable = applicableTo(systemBaseline(query, zone.entry.system), 'zone', query.fact(zone, 'kind'));
  return requirementsAt(applicable, query.fact(zone, 'slT'));
}

/** What is required of a conduit by its SL-T. */
export function requirementsOfConduit(query: Query, ref: ConduitRef): Requirements {
  return requirementsAt(applicableTo(systemBaseline(query, ref.entry.system), 'conduit'), conduitOf(ref).slT?.vector);
}

const requirementsAt = (applicable: Controls, slT: SlVector | undefined): Requirements => ({
  applicable,
  slT,
  required: slT && requiredAt(applicable, slT),
});

const zonePostures = createMemo<object, Posture>();
const conduitPostures = createMemo<object, Posture>();

/** How a zone stands by its own or inherited SL-T, in the SuC or not. */
export function postureOfZone(query: Query, zone: Handle<'zone'>): Posture {
  return zonePostures(query, identityOf(zone), () => {
    const system = bySystem(query, zone.entry.system, 'zone', query.fact(zone, 'kind'));
    return posture(system, query.fact(zone, 'slT'), statusesOfZone(query, zone));
  });
}

/** How a conduit stands by its SL-T. */
export function postureOfConduit(query: Query, ref: ConduitRef): Posture {
  return conduitPostures(query, identityOf(ref), () =>
    posture(bySystem(query, ref.entry.system, 'conduit'), conduitOf(ref).slT?.vector, statusesOfConduit(query, ref)),
  );
}

/** How what can be asked stands by what the system states: so it does wherever nothing is added. */
interface CommonPosture {
  readonly applicable: Controls;
  readonly grouping: Grouping;
  readonly states: States;
  /** Positions of those that the system compensates, which holds or not in each place anew. */
  readonly compensated: readonly number[];
  /** What each FR achieves by the states given. */
  readonly achieve: (group: ControlGroup | undefined, states: States, target: number) => Achieved;
  /** What follows with an SL-T, of zeros for none. */
  readonly at: (slT: SlVector) => {
    readonly required: Controls;
    readonly open: readonly OpenControls[];
    readonly achieved: readonly Achieved[];
  };
}

const commonPostures = createCommonMemo<string, CommonPosture>();

function bySystem(query: Query, system: string, sort: 'zone' | 'conduit', kind?: string): CommonPosture {
  return commonPostures(query, `${system} ${sort} ${kind ?? ''}`, (query) => {
    const applicable = applicableTo(systemBaseline(query, system), sort, kind);
    const grouping = groupingOf(applicable);
    const block = systemBlock(query, system);
    const statuses = statusesOf(query, block ? [block] : []);
    const states = applicable.map(() => OPEN);
    const compensated: number[] = [];
    for (const content of statuses.contents.all) {
      for (const [control, said] of allSaid(content)) {
        for (const position of grouping.positions.get(control) ?? []) {
          states[position] = stateIn(statuses, applicable[position]!.control.id);
          if (equalStatements(said).some(({ verb }) => verb === 'compensates')) compensated.push(position);
        }
      }
    }
    const achieve = sort === 'zone' ? achievedByZone : achievedByConduit;
    const groupOfFr = FRS.map((_, fr) => grouping.groups.find((candidate) => candidate.fr === fr));
    const at = forVector((slT) => ({
      required: requiredAt(applicable, slT),
      open: grouping.groups.map((group) => openOf(group, states, slT)),
      achieved: groupOfFr.map((group, fr) => achieve(group, states, slT[fr]!)),
    }));
    return { applicable, grouping, states, compensated, achieve, at };
  });
}

/** Most places have a word on few controls, and all else stands as the system has it. */
function posture(system: CommonPosture, slT: SlVector | undefined, statuses: Statuses): Posture {
  const { applicable, grouping, compensated } = system;
  const states = system.states.slice();
  const changed: number[] = [];
  const judge = (position: number) => {
    const state = stateIn(statuses, applicable[position]!.control.id);
    if (state === states[position]) return;
    states[position] = state;
    const group = grouping.groupAt[position]!;
    if (!changed.includes(group)) changed.push(group);
  };
  // All is asked of the system, so that the single questions need not be remembered.
  for (const content of statuses.contents.all) if (content.ask) allSaid(content);
  for (const content of statuses.contents.all) {
    if (!content.ask) for (const control of allSaid(content).keys()) grouping.positions.get(control)?.forEach(judge);
  }
  compensated.forEach(judge);
  const common = system.at(slT ?? NO_TARGET);
  const achieved = common.achieved.slice();
  const open = slT ? common.open.slice() : [];
  for (const index of changed) {
    const group = grouping.groups[index]!;
    if (group.fr >= 0) achieved[group.fr] = system.achieve(group, states, slT?.[group.fr] ?? 0);
    if (slT) open[index] = openOf(group, states, slT);
  }
  const slA = achieved.map(({ claimed }) => claimed);
  return {
    applicable,
    slT,
    required: slT && common.required,
    statuses,
    slA,
    slAEvidenced: achieved.map(({ evidenced }) => evidenced),
    open,
    gap: slT?.map((target, fr) => Math.max(0, target - (slA[fr] ?? target))),
  };
}

const NO_TARGET: SlVector = FRS.map(() => 0);

/** How a control stands, as far as levels and shortfalls go. */
function stateIn(statuses: Statuses, control: string): number {
  const { status, isEvidenced } = standingIn(statuses, control);
  if (isMet(status)) return isEvidenced ? EVIDENCED : MET;
  return status === 'excluded' ? NOT_APPLICABLE : isPending(status) ? PENDING : OPEN;
}

/** Works something out once for each vector. */
function forVector<T>(compute: (vector: SlVector) => T): (vector: SlVector) => T {
  const known = new Map<number, T>();
  return (vector) => {
    const key = vector.reduce((sum, level) => sum * (MAX_LEVEL + 1) + level, 0);
    const value = known.get(key) ?? compute(vector);
    known.set(key, value);
    return value;
  };
}
