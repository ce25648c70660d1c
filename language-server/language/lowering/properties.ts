import type { AstNode } from 'langium';
import type { Place } from '../../core/model/reference.ts';
import { closest } from '../../core/text/closest.ts';
import { listOr } from '../../core/text/words.ts';
import { MEMBER_WORDS } from '../parser/member-starts.ts';
import { syntaxOf } from '../parser/syntax.ts';
import { placeOfNode, type Reader, report, type Token, token, tokens } from './reader.ts';

/** What a block takes: each property's name, and whether it may stand more than once. */
export type Schema = Readonly<Record<string, 'once' | 'many'>>;

export interface Property {
  readonly nameAt: Place;
  readonly values: readonly Token[];
}

export type Properties = ReadonlyMap<string, Property>;

/** A node with a block of members. */
export interface BlockNode extends AstNode {
  readonly members: readonly AstNode[];
}

const PROPERTY_TYPES = new Set(['Property', 'ModelProperty', 'LevelProperty', 'KindProperty']);

/**
 * The plain properties of a block by name. Reports those the block does not take and those given twice;
 * of the latter the first counts.
 *
 * @param what the element in a message, such as `A zone`
 */
export function readProperties(reader: Reader, block: BlockNode, schema: Schema, what: string): Properties {
  const found = new Map<string, { nameAt: Place; values: Token[] }>();
  for (const member of block.members) {
    if (!PROPERTY_TYPES.has(member.$type)) continue;
    const name = token(reader, member, 'name');
    if (!name) continue;
    const values = tokens(reader, member, 'values');
    const known = schema[name.raw];
    const earlier = found.get(name.raw);
    if (!known) reportUnknown(reader, name, schema, what);
    else if (!earlier) found.set(name.raw, { nameAt: name.at, values });
    else if (known === 'many') for (const value of values) earlier.values.push(value);
    else reportTwice(reader, name, nameOfBlock(block, what), member);
  }
  return found;
}

function reportUnknown(reader: Reader, name: Token, schema: Schema, what: string): void {
  const guess = closest(name.raw, [...Object.keys(schema), ...MEMBER_WORDS]);
  const names = Object.keys(schema).sort();
  report(
    reader,
    'syntax-error',
    name.at,
    `${what} has no property '${name.raw}'${guess ? `; did you mean '${guess}'?` : `. It takes ${listOr(names)}.`}`,
    guess ? { text: guess, title: `Change to '${guess}'` } : undefined,
  );
}

/**
 * An element in a message by its name or, of a flow, its ends: `Zone 'dmz'`.
 * @param what the element without its name, such as `A zone`
 */
export function nameOfBlock(block: AstNode, what: string): string {
  const { $words } = syntaxOf(block);
  const said = (feature: string) => $words.find((word) => word.feature === feature)?.raw;
  const ends = [said('source'), said('target')];
  const name = said('name') ?? (ends.every((end) => end !== undefined) ? ends.join(' -> ') : undefined);
  const noun = what.replace(/^An? /, '');
  return name === undefined ? what : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} '${name}'`;
}

/** Reports a member that may stand once and stands again; the fix removes the second. */
export function reportTwice(reader: Reader, name: Token, what: string, member: AstNode): void {
  const message = `${what} gives '${name.raw}' twice; the first counts, so remove this one or merge the two.`;
  const at = placeOfNode(reader, member);
  report(reader, 'duplicate-property', name.at, message, { text: '', title: `Remove this '${name.raw}'`, at });
}
