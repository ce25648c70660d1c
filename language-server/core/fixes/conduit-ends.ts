import { type ConduitRef, conduitOf } from '../engine/element.ts';
import { listAnd } from '../text/words.ts';
import type { Fix } from './fix.ts';

/** Takes one of more than two ends out of a conduit's header. */
export function withoutEnd(ref: ConduitRef, index: number): Fix[] {
  const { name, ends, endsAt } = conduitOf(ref);
  const kept = ends?.filter((_, i) => i !== index).map(({ text }) => text) ?? [];
  if (endsAt === undefined || kept.length < 2) return [];
  const title = `Take '${ends![index]!.text}' out of conduit '${name.value}'`;
  return [{ title, edits: [{ kind: 'replace', at: endsAt, text: listAnd(kept) }] }];
}
