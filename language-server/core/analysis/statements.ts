import type { ConduitRef, Handle, ZoneRef } from '../engine/element.ts';
import type { Entry, Source } from '../engine/entry.ts';
import { zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { createCommonMemo, createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import { readTerms, type SystemTerms, systemTerms } from '../engine/system-terms.ts';
import type { Terms } from '../engine/terms.ts';
import { apart, note } from '../engine/tracking.ts';
import type { Reference } from '../model/reference.ts';
import type { Statement, Verb } from '../model/statement.ts';
import { controlsNamed } from './profiles.ts';

/** The statements of a zone or conduit. */
export interface ElementBlock<T extends Terms = Terms> {
  readonly entry: Source;
  readonly statements: readonly T[];
  readonly isCommon?: undefined;
}

/** The statements of a system's settings, which reach all of its units. */
export interface SystemBlock<T extends Terms = Terms> {
  readonly entry: Source;
  readonly statements: SystemTerms<T>;
  readonly isCommon: true;
}

/** Statements that stand together. */
export type StatementBlock<T extends Terms = Terms> = ElementBlock<T> | SystemBlock<T>;

/** What a block says of one control: the statement that says it, and whether it names the control itself. */
export interface ControlStatement<T extends Terms = Terms> {
  readonly block: StatementBlock<T>;
  readonly statement: T;
  readonly direct: boolean;
  /** Further statements of the block with equal standing: of them all, the one that leaves it unmet counts. */
  readonly others?: readonly T[];
}

/** What a block says. It is asked by the functions below, so that what is asked of a system's is remembered. */
export interface BlockContent<T extends Terms = Terms> {
  readonly byControl: ByControl<T>;
  /** Of a system's: notes a question, a control or one of those under `ABOUT_ALL`. */
  readonly ask?: (about: string) => void;
}

/** What statements say, control by control. */
type ByControl<T extends Terms = Terms> = ReadonlyMap<string, ControlStatement<T>>;

/** The statements that a zone of the unit under check writes itself. */
export function zoneBlock({ entry, index }: ZoneRef): ElementBlock<Statement> {
  return { entry, statements: entry.unit.zones[index]!.statements };
}

/** The statements that a conduit of the unit under check writes itself. */
export function conduitBlock({ entry, index }: ConduitRef): ElementBlock<Statement> {
  return { entry, statements: entry.unit.conduits[index]!.statements };
}

/** The statements of a system's settings; undefined without a header. */
export function systemBlock(query: Query, system: string): SystemBlock | undefined {
  const found = systemTerms(query, system);
  return found && { ...found, isCommon: true };
}

/** A block where it is of the unit under check, all of whose statements may be read. */
export function blockIn(entry: Entry, block: StatementBlock): StatementBlock<Statement> | undefined {
  return block.entry === entry ? (block as StatementBlock<Statement>) : undefined;
}

/** The blocks whose statements reach a zone, the nearest first: its own, its ancestors', the system's. */
export function blocksOfZone(query: Query, zone: Handle<'zone'>): StatementBlock[] {
  const { entry } = zone;
  const blocks: StatementBlock[] = zonesAround(zone).map((each) => ({
    entry,
    statements: query.fact(each, 'statements'),
  }));
  const system = systemBlock(query, entry.system);
  return system ? [...blocks, system] : blocks;
}

/** The blocks whose statements reach a conduit: its own, then the system's. */
export function blocksOfConduit(query: Query, conduit: Handle<'conduit'>): StatementBlock[] {
  const { entry } = conduit;
  const own: StatementBlock = { entry, statements: query.fact(conduit, 'statements') };
  const system = systemBlock(query, entry.system);
  return system ? [own, system] : [own];
}

/** What blocks say that name controls of the library only: as long as the text stays, so does that. */
const settled = new WeakMap<object, { readonly entry: Source; readonly content: BlockContent }>();
export const contents = createMemo<object, BlockContent>();
const saidBySystems = createCommonMemo<object, ByControl>();

/** What a block says. */
export function readBlock<T extends Terms>(query: Query, block: StatementBlock<T>): BlockContent<T> {
  return contentOf(query, block) as BlockContent<T>;
}

function contentOf(query: Query, block: StatementBlock): BlockContent {
  const { entry, statements, isCommon } = block;
  const known = settled.get(statements);
  if (known?.entry === entry) return known.content;
  return contents(query, statements, () => {
    const reads = new Set<string>();
    if (isCommon) {
      // Read once for all. What it follows from is not noted: who asks is told by the keys of the answers (`links.ts`).
      const byControl = saidBySystems(apart(query, reads), statements, (query) => statementsByControl(query, block));
      return { byControl, ask: askingFor(query, entry.system) };
    }
    const content = { byControl: statementsByControl(apart(query, reads), block) };
    if (reads.size === 0) settled.set(statements, { entry, content });
    note(query, reads);
    return content;
  });
}

/** What a block says of one control. */
export function statementAbout<T extends Terms>(
  { byControl, ask }: BlockContent<T>,
  control: string,
): ControlStatement<T> | undefined {
  ask?.(control);
  return byControl.get(control);
}

/** What it says with one verb, control by control. */
export function saidWith<T extends Terms>(
  { byControl, ask }: BlockContent<T>,
  verb: Verb,
): readonly (readonly [string, ControlStatement<T>])[] {
  ask?.(about(verb));
  const found: [string, ControlStatement<T>][] = [];
  for (const each of byControl) if (each[1].statement.verb === verb) found.push(each);
  return found;
}

/** All that it says, control by control. */
export function allSaid<T extends Terms>({ byControl, ask }: BlockContent<T>): ByControl<T> {
  ask?.(ABOUT_ALL);
  return byControl;
}

/** What the statements of a block say, control by control. */
export function statementsByControl(query: Query, block: StatementBlock): ByControl {
  const byControl = new Map<string, Mutable<ControlStatement>>();
  for (const statement of block.isCommon ? readTerms(block.statements) : block.statements) {
    for (const reference of statement.controls) place(query, block, reference, statement, byControl);
  }
  return byControl;
}

/** Questions about the statements of a system besides those about one control. No control has such a name. */
export const ABOUT_ALL = '*';
export const about = (verb: Verb): string => `*${verb}`;

/** Remembers what is asked of a system's statements. Who has asked for all of it has asked for everything. */
function askingFor(query: Query, system: string): (about: string) => void {
  const asked = new Set<string>();
  return (about) => {
    if (asked.has(ABOUT_ALL) || asked.has(about)) return;
    asked.add(about);
    note(query, [keys.systemSays(system, about)]);
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function place(
  query: Query,
  block: StatementBlock,
  reference: Said<Reference>,
  statement: Terms,
  byControl: Map<string, Mutable<ControlStatement>>,
): void {
  const controls = controlsNamed(query, reference.text);
  const direct = controls[0] === reference.text;
  for (const control of controls) {
    const present = byControl.get(control);
    if (!present || (direct && !present.direct)) byControl.set(control, { block, statement, direct });
    else if (direct === present.direct && (present.others?.at(-1) ?? present.statement) !== statement) {
      // Pushed, not copied: of one control thousands may speak.
      if (present.others) (present.others as Terms[]).push(statement);
      else present.others = [statement];
    }
  }
}

/** The statements of a block that speak of a control with equal standing, in the order of the text. */
export const equalStatements = <T extends Terms>({ statement, others = [] }: ControlStatement<T>): readonly T[] => [
  statement,
  ...others,
];
