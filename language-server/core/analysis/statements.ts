import type { Profile } from '../catalogue/control.ts';
import { parentOf } from '../catalogue/control.ts';
import { type ConduitRef, conduitOf, type Entry, type ZoneRef } from '../engine/entry.ts';
import { createMemo, type View } from '../engine/view.ts';
import type { Reference } from '../model/reference.ts';
import type { Statement } from '../model/statement.ts';
import { controlOf, settingsOf } from './settings.ts';

/** Statements that stand together: those of a zone, of a conduit or of the system's settings. */
export interface Block {
  readonly entry: Entry;
  readonly statements: readonly Statement[];
}

/** What a block says of one control: the statement that counts, and whether it names the control itself. */
export interface Standing {
  readonly statement: Statement;
  readonly direct: boolean;
}

/** Two statements of equal standing about one control in one block, in the order of the text. */
export interface Clash {
  readonly first: Statement;
  readonly second: Statement;
  readonly control: string;
  /** True when they say the same, which is untidy but contradicts nothing. */
  readonly same: boolean;
}

export interface BlockContent {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly clashes: readonly Clash[];
}

export function profileOf(view: View, name: string): { entry: Entry; profile: Profile } | undefined {
  const offer = view.shared('profile', name);
  return offer && { entry: offer.entry, profile: offer.entry.unit.profiles[offer.index]! };
}

const profileControls = createMemo<string, readonly string[]>();

/** The controls that a reference names: itself, or all of a profile's. Unknown names name nothing. */
export function controlsNamed(view: View, text: string, visiting: readonly string[] = []): readonly string[] {
  if (controlOf(view, text)) return [text];
  if (visiting.includes(text)) return [];
  return profileControls(view, text, () => {
    const found = profileOf(view, text);
    const controls = new Set<string>();
    for (const reference of found?.profile.controls ?? []) {
      for (const id of controlsNamed(view, reference.text, [...visiting, text])) controls.add(id);
    }
    return [...controls];
  });
}

export function zoneBlock({ entry, index }: ZoneRef): Block {
  return { entry, statements: entry.unit.zones[index]!.statements };
}

export function conduitBlock(ref: ConduitRef): Block {
  return { entry: ref.entry, statements: conduitOf(ref).statements };
}

export function systemBlock(view: View, system: string): Block | undefined {
  const { entry, statements } = settingsOf(view, system);
  return entry && { entry, statements };
}

/** The blocks whose statements reach a zone, the nearest first: its own, its ancestors', the system's. */
export function blocksOfZone(view: View, { entry, index }: ZoneRef): Block[] {
  const blocks: Block[] = [];
  for (let i = index; i >= 0; i = entry.unit.zones[i]!.parent)
    blocks.push(zoneBlock({ entry, sort: 'zone', index: i }));
  const system = systemBlock(view, entry.system);
  return system ? [...blocks, system] : blocks;
}

export function blocksOfConduit(view: View, ref: ConduitRef): Block[] {
  const system = systemBlock(view, ref.entry.system);
  return system ? [conduitBlock(ref), system] : [conduitBlock(ref)];
}

const contents = createMemo<readonly Statement[], BlockContent>();

/** What a block says, control by control. */
export function readBlock(view: View, block: Block): BlockContent {
  return contents(view, block.statements, () => {
    const standings = new Map<string, Standing>();
    const clashes: Clash[] = [];
    for (const statement of block.statements) {
      for (const reference of statement.controls) place(view, reference, statement, standings, clashes);
    }
    return { standings, clashes };
  });
}

function place(
  view: View,
  reference: Reference,
  statement: Statement,
  standings: Map<string, Standing>,
  clashes: Clash[],
): void {
  const direct = controlOf(view, reference.text) !== undefined;
  for (const control of controlsNamed(view, reference.text)) {
    const present = standings.get(control);
    if (!present || (direct && !present.direct)) standings.set(control, { statement, direct });
    else if (direct === present.direct && present.statement !== statement) {
      clashes.push({
        first: present.statement,
        second: statement,
        control,
        same: saySame(present.statement, statement),
      });
      if (isWeaker(statement, present.statement)) standings.set(control, { statement, direct });
    }
  }
}

const names = (references: readonly Reference[]) =>
  references
    .map(({ text }) => text)
    .sort()
    .join();

/** Two statements say the same of a control when verb, date and means agree. */
function saySame(a: Statement, b: Statement): boolean {
  return (
    a.verb === b.verb &&
    a.until?.value === b.until?.value &&
    names(a.by) === names(b.by) &&
    names(a.compensatedBy) === names(b.compensatedBy)
  );
}

/** Where statements conflict, the one that leaves the requirement unmet counts. */
const STRENGTH = { plans: 0, accepts: 0, compensates: 1, excludes: 2, implements: 2 };

function isWeaker(a: Statement, b: Statement): boolean {
  return STRENGTH[a.verb] < STRENGTH[b.verb];
}

/** Where a control's statement comes from. */
export interface Origin extends Standing {
  readonly block: Block;
  /** The requirement whose exclusion covers this enhancement, when it has no statement of its own. */
  readonly through?: string;
}

/** The statement that counts for a control: the nearest, or the exclusion of the requirement it enhances. */
export function originOf(view: View, blocks: readonly Block[], control: string): Origin | undefined {
  const own = nearest(view, blocks, control);
  if (own) return own;
  const parent = parentOf(control);
  const origin = parent === undefined ? undefined : nearest(view, blocks, parent);
  return origin?.statement.verb === 'excludes' ? { ...origin, through: parent } : undefined;
}

function nearest(view: View, blocks: readonly Block[], control: string): Origin | undefined {
  for (const block of blocks) {
    const standing = readBlock(view, block).standings.get(control);
    if (standing) return { ...standing, block };
  }
  return undefined;
}
