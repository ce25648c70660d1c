import { statusesOfConduit, statusesOfZone } from '../../analysis/posture.ts';
import { blockIn, conduitBlock, type StatementBlock, systemBlock, zoneBlock } from '../../analysis/statements.ts';
import { type Statuses, statusesOf } from '../../analysis/status.ts';
import { createMemo } from '../../engine/memo.ts';
import type { Statement } from '../../model/statement.ts';
import type { Unit } from '../../model/unit.ts';
import { listAnd } from '../../text/words.ts';
import type { RuleContext, Subject } from '../frame/rule.ts';

/** A block of statements of the unit, with the element it is written in. */
export interface WrittenBlock {
  readonly block: StatementBlock<Statement>;
  readonly statements: readonly Statement[];
  readonly subject: Subject;
}

/** A block of statements about what the baseline asks, with how requirements stand there. */
export interface JudgedBlock extends WrittenBlock {
  readonly statuses: Statuses;
}

/** The blocks of statements in the assets of the unit under check, which speak of what components can do. */
export function assetBlocksOf({ entry }: RuleContext): WrittenBlock[] {
  return entry.unit.assets.flatMap(({ statements }, index) =>
    statements.length > 0
      ? [{ block: { entry, statements }, statements, subject: { sort: 'asset', index } as const }]
      : [],
  );
}

/** The blocks of statements that the unit under check writes: of its zones, its conduits, its settings. */
export function blocksOf({ entry, query }: RuleContext): JudgedBlock[] {
  const blocks: JudgedBlock[] = [];
  const { system, zones, conduits } = entry.unit;
  const common = system && systemBlock(query, entry.system);
  const own = common && blockIn(entry, common);
  if (own) {
    const { statements } = system;
    blocks.push({ block: own, statements, subject: { sort: 'system', index: -1 }, statuses: statusesOf(query, [own]) });
  }
  zones.forEach(({ statements }, index) => {
    const ref = { entry, sort: 'zone', index } as const;
    if (statements.length === 0) return;
    const statuses = statusesOfZone(query, ref);
    blocks.push({ block: zoneBlock(ref), statements, subject: { sort: 'zone', index }, statuses });
  });
  conduits.forEach(({ statements }, index) => {
    const ref = { entry, sort: 'conduit', index } as const;
    if (statements.length === 0) return;
    const statuses = statusesOfConduit(query, ref);
    blocks.push({ block: conduitBlock(ref), statements, subject: { sort: 'conduit', index }, statuses });
  });
  return blocks;
}

/** A statement with the element it is written in. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly subject: Subject;
}

const placed = createMemo<Unit, readonly PlacedStatement[]>();

/** All statements of a unit, with the element each is written in. */
export function placedStatements({ entry: { unit }, query }: RuleContext): readonly PlacedStatement[] {
  return placed(query, unit, () => {
    const found: PlacedStatement[] = [];
    const add = (subject: Subject, statements: readonly Statement[]) => {
      for (const statement of statements) found.push({ statement, subject });
    };
    add({ sort: 'system', index: -1 }, unit.system?.statements ?? []);
    for (const sort of ['zone', 'asset', 'conduit'] as const) {
      unit[`${sort}s`].forEach(({ statements }, index) => {
        if (statements.length > 0) add({ sort, index }, statements);
      });
    }
    return found;
  });
}

/** The controls and profiles that a statement names, as a list in a sentence. */
export const namesOf = (statement: Statement) => listAnd(statement.controls.map(({ text }) => text));
