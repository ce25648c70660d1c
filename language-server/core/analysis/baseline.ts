import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import type { BaselineControl } from './catalogs.ts';

export type Controls = readonly BaselineControl[];

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

/** The controls of a baseline that can be asked of a zone of a kind, or of a conduit: one list for all that are asked alike. */
export function applicableTo(baseline: Controls, scope: 'zone' | 'conduit', kind?: string): Controls {
  return byScope(baseline, `${scope} ${kind ?? ''}`, () => {
    const isForKinds = ({ control: { applies, kinds } }: BaselineControl) =>
      applies.includes(scope) && kinds.length > 0;
    if (kind !== undefined && !baseline.some(isForKinds)) return applicableTo(baseline, scope);
    return baseline.filter(
      ({ control: { applies, kinds } }) =>
        applies.includes(scope) && (kinds.length === 0 || kinds.some(({ text }) => text === kind)),
    );
  });
}

/** The controls that an SL-T vector asks for. */
export function requiredAt(applicable: Controls, slT: SlVector): Controls {
  return byTarget(applicable, slT.join(), () => applicable.filter((item) => isRequired(item, slT)));
}

/** Controls of no FR follow the highest level of the vector. */
const isRequired = ({ fr, level }: BaselineControl, slT: SlVector): boolean =>
  level <= (fr < 0 ? Math.max(...slT) : slT[fr]!);

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
export interface Grouping {
  /** The positions of each control and of those that enhance it, by its name. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** The controls of each FR, and of each catalogue those that belong to none. */
  readonly groups: readonly ControlGroup[];
  /** The index of the group that a position is in. */
  readonly groupAt: readonly number[];
}

/** Controls of one FR, or of a catalogue those that belong to none. */
export interface ControlGroup {
  /** The FR's name, or the catalogue's. */
  readonly name: string;
  /** The FR's index; -1 for a catalogue. */
  readonly fr: number;
  /** In the order of the list. */
  readonly items: readonly { readonly item: BaselineControl; readonly position: number }[];
  /** The lowest level first. */
  readonly ladder: readonly { readonly item: BaselineControl; readonly position: number }[];
}

export const groupingOf = forList((list): Grouping => {
  const positions = new Map<string, number[]>();
  const groups = new Map<string, { item: BaselineControl; position: number }[]>();
  list.forEach((item, position) => {
    const { control, parent } = item;
    for (const name of parent === undefined ? [control.id] : [control.id, parent]) putIn(positions, name, position);
    putIn(groups, groupNameOf(item), { item, position });
  });
  const names = [...groups.keys()];
  return {
    positions,
    groupAt: list.map((item) => names.indexOf(groupNameOf(item))),
    groups: [...groups].map(([name, items]) => ({
      name,
      fr: items[0]!.item.fr,
      items,
      ladder: items.toSorted((a, b) => a.item.level - b.item.level),
    })),
  };
});

const groupNameOf = ({ fr, control }: BaselineControl): string => FRS[fr] ?? control.catalog;

function putIn<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** How a control stands, as far as levels and shortfalls go. */
export const [OPEN, MET, PENDING, NOT_APPLICABLE, EVIDENCED] = [0, 1, 2, 3, 4];

/** How each control of a list stands. */
export type States = readonly number[];

/** True for a state of a control that is in place: with evidence, or claimed. */
const isMet = (state: number | undefined): boolean => state === MET || state === EVIDENCED;
const isEvidenced = (state: number | undefined): boolean => state === EVIDENCED;

/** What an FR has achieved: as claimed, and with evidence. Null where nothing can be achieved. */
export interface Achieved {
  readonly claimed: number | null;
  readonly evidenced: number | null;
}

const NOTHING: Achieved = { claimed: null, evidenced: null };

/**
 * What a zone achieves in an FR: the highest level at and below which all controls are met or not applicable, and at
 * least one is met; 0 where there is none, null where nothing that is asked at the target, or at SL 1, is applicable.
 * @param group none where a list has no control of an FR
 * @param target the SL-T of the FR, 0 without one
 */
export function achievedByZone(group: ControlGroup | undefined, states: States, target: number): Achieved {
  return canAchieve(group, states, Math.max(1, target)) ? achieved(group, states, MAX_LEVEL) : NOTHING;
}

/** What a conduit achieves in an FR: no more than its target, since nobody has looked beyond; null where that is 0. */
export function achievedByConduit(group: ControlGroup | undefined, states: States, target: number): Achieved {
  return canAchieve(group, states, target) ? achieved(group, states, target) : NOTHING;
}

const canAchieve = (group: ControlGroup | undefined, states: States, target: number): group is ControlGroup =>
  group?.ladder.some(({ item, position }) => item.level <= target && states[position] !== NOT_APPLICABLE) ?? false;

const achieved = (group: ControlGroup, states: States, most: number): Achieved => ({
  claimed: Math.min(most, highest(group, states, isMet)),
  evidenced: Math.min(most, highest(group, states, isEvidenced)),
});

function highest({ ladder }: ControlGroup, states: States, counts: (state: number | undefined) => boolean): number {
  let lowest: number | undefined; // the lowest level at which one counts
  for (const { item, position } of ladder) {
    const state = states[position];
    if (counts(state)) lowest ??= item.level;
    else if (state !== NOT_APPLICABLE) return lowest !== undefined && lowest < item.level ? item.level - 1 : 0;
  }
  return lowest === undefined ? 0 : MAX_LEVEL;
}

/** What is open of one FR, or of one catalogue where its controls belong to none. */
export interface OpenControls {
  /** The FR's name, or the catalogue's. */
  readonly group: string;
  /** The FR's index; -1 for a catalogue. */
  readonly fr: number;
  /** Maybe none. */
  readonly controls: Controls;
  /** Their names. */
  readonly ids: readonly string[];
}

/** The controls of a group that an SL-T vector asks for and that are open. */
export function openOf({ name, fr, items }: ControlGroup, states: States, slT: SlVector): OpenControls {
  const controls: BaselineControl[] = [];
  const ids: string[] = [];
  for (const { item, position } of items) {
    if (states[position] !== OPEN || !isRequired(item, slT)) continue;
    controls.push(item);
    ids.push(item.control.id);
  }
  return { group: name, fr, controls, ids };
}
