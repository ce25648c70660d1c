import type { AstNode } from 'langium';
import { BOUNDARY_SIDES } from '../../core/model/boundary.ts';
import { ENVIRONMENT_SIDES } from '../../core/model/record.ts';
import type { Place } from '../../core/model/reference.ts';
import { closest } from '../../core/text/closest.ts';
import { listOr } from '../../core/text/words.ts';
import type { Flow as FlowNode, Zone as ZoneNode, ZonesAstType } from '../generated/ast.ts';
import { MEMBER_STARTS } from '../parser/member-starts.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { memberWordsOf, propertyWordsOf, synonymIn } from '../syntax/members.ts';
import { PROPERTY_NAMES, type Schema } from '../syntax/schemas.ts';
import { readString } from '../syntax/text.ts';
import { type BlockWord, FIRST_WORDS, type Keyword, PROPERTY_RULES } from '../syntax/words.generated.ts';
import {
  type Feature,
  type PlacedWord,
  placedWord,
  placedWords,
  placeOf,
  placeOfNode,
  type Reader,
  report,
} from './reader.ts';
import { reportRepeated } from './repeated.ts';

export interface Property {
  readonly nameAt: Place;
  readonly values: readonly PlacedWord[];
}

/** The properties of a block; only those of its schema can be asked for. */
export type Properties<Name extends string> = Pick<ReadonlyMap<Name, Property>, 'get'>;

/** A node with a block of members. */
export type BlockNode = Extract<ZonesAstType[keyof ZonesAstType], { members: unknown[] }>;

export type MemberNode = BlockNode['members'][number];

type PropertyNode = Extract<MemberNode, { $type: (typeof PROPERTY_RULES)[number] }>;

const isProperty = (member: MemberNode): member is PropertyNode =>
  (PROPERTY_RULES as readonly string[]).includes(member.$type);

/**
 * The plain properties of a block by name. Reports those the block does not take and those given twice;
 * of the latter the first counts.
 *
 * @param what the element in a message, such as `A zone`
 */
export function readProperties<S extends Schema>(
  reader: Reader,
  block: BlockNode,
  schema: S,
  what: string,
): Properties<keyof S & string> {
  const found = new Map<string, { nameAt: Place; values: PlacedWord[] }>();
  for (const member of block.members) {
    if (!isProperty(member)) continue;
    const name = placedWord(reader, member, 'name');
    if (!name) continue;
    const values = placedWords(reader, member, 'values');
    const known = schema[name.raw];
    const earlier = found.get(name.raw);
    // The levels of a zone are read with those of its head.
    const isListed = known === 'many' || (known === 'list' && !(block.$type === 'Zone' && name.raw === 'level'));
    if (isListed) reportRepeated(reader, values, earlier?.values);
    if (!known) reportUnknown(reader, name, schema, what, FIRST_WORDS[block.$type][0]);
    else if (!earlier) {
      found.set(name.raw, { nameAt: name.at, values });
      if (known === 'once') reportMore(reader, name.raw, values);
    } else if (known === 'many') for (const value of values) earlier.values.push(value);
    else {
      const better = known === 'list' ? joining(reader, earlier.values, name, values) : undefined;
      reportTwice(reader, name, nameOfBlock(block, what), member, better);
    }
  }
  return found;
}

/** What a block that declares a type says of the properties of what is of the type. */
const INSTANCES: Partial<Record<BlockWord, { readonly block: BlockWord; readonly message: string }>> = {
  'asset-type': {
    block: 'asset',
    message: 'which differs from one asset to the next: write it in the braces of each asset of this type.',
  },
};

/** The members of a block whose items begin with a side: without its comma, the second is read as a property. */
const SIDED: Readonly<Record<string, { readonly member: Keyword; readonly sides: readonly string[] }>> = {
  zone: { member: 'boundary', sides: BOUNDARY_SIDES },
  conduit: { member: 'boundary', sides: BOUNDARY_SIDES },
  system: { member: 'environment', sides: ENVIRONMENT_SIDES },
};

function reportUnknown(reader: Reader, name: PlacedWord, schema: Schema, what: string, block: string): void {
  const sided = SIDED[block];
  if (sided?.sides.includes(name.raw)) {
    const text = `${sided.member} ${name.raw}`;
    const message = `'${name.raw}' is a side of '${sided.member}', and begins nothing itself: write '${text}', or a comma before it.`;
    report(reader, 'syntax-error', name.at, message, { text, title: `Write '${text}'` });
    return;
  }
  const own = [...Object.keys(schema), ...memberWordsOf(block)];
  // What another block has is not misspelt, but out of its place.
  const near = (PROPERTY_NAMES.has(name.raw) ? undefined : closest(name.raw, own)) ?? synonymIn(block, name.raw);
  const names = propertyWordsOf(block);
  const instance = INSTANCES[block as BlockWord];
  if (!near && instance && propertyWordsOf(instance.block).includes(name.raw)) {
    report(reader, 'syntax-error', name.at, `${what} has no property '${name.raw}', ${instance.message}`);
    return;
  }
  const guess = near ?? (PROPERTY_NAMES.has(name.raw) ? undefined : closest(name.raw, MEMBER_STARTS));
  report(
    reader,
    'syntax-error',
    name.at,
    `${what} has no property '${name.raw}'${guess ? `; did you mean '${guess}'?` : names.length > 0 ? `. It takes ${listOr(names)}.` : '.'}`,
    guess ? { text: guess, title: `Change to '${guess}'` } : undefined,
  );
}

/** Reports the second of several values where one is due; the first counts. */
export function reportMore(reader: Reader, name: string, [first, second, ...others]: readonly PlacedWord[]): void {
  if (!first || !second) return;
  const last = others.at(-1) ?? second;
  const end = last.start + last.raw.length;
  const after = placeOf(reader, first.start + first.raw.length, end);
  if (/^"(?!"")/.test(first.raw) && second.raw.startsWith('"')) {
    const texts = [first, second, ...others].map(({ raw }) => readString(raw).value.replace(/["\\]/g, String.raw`\$&`));
    const message = `'${name}' is one text: join ${second.raw} with ${first.raw}, or remove it.`;
    const all = placeOf(reader, first.start, end);
    report(reader, 'invalid-value', second.at, message, {
      text: `"${texts.join(', ')}"`,
      title: 'Join the texts',
      at: all,
    });
    return;
  }
  const message = `'${name}' is one value: keep ${first.raw} or ${second.raw}, not both; the first counts.`;
  report(reader, 'invalid-value', second.at, message, { text: '', title: `Keep ${first.raw}`, at: after });
}

/**
 * An element in a message by its name or, of a flow, its ends: `Zone 'dmz'`.
 * @param what the element without its name, such as `A zone`
 */
export function nameOfBlock(block: AstNode, what: string): string {
  const { $words } = syntaxOf(block);
  const said = (feature: Feature<FlowNode> | Feature<ZoneNode>) => $words.find((word) => word.feature === feature)?.raw;
  const ends = [said('source'), said('target')];
  const name = said('name') ?? (ends.every((end) => end !== undefined) ? ends.join(' -> ') : undefined);
  const noun = what.replace(/^An? /, '');
  return name === undefined ? what : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} '${name}'`;
}

/** Reports a member that may stand once and stands again; the fix removes the second, unless there is a better one. */
export function reportTwice(reader: Reader, name: PlacedWord, what: string, member: AstNode, better?: TextFix): void {
  const message = `${what} gives '${name.raw}' twice; the first counts, so remove this one or merge the two.`;
  const fix = better ?? { text: '', title: `Remove this '${name.raw}'`, at: placeOfNode(reader, member) };
  report(reader, 'duplicate-property', name.at, message, fix);
}

type TextFix = Parameters<typeof report>[4];

/** Makes one list of two that stand one right after the other; undefined where something stands in between. */
function joining(
  reader: Reader,
  earlier: readonly PlacedWord[],
  name: PlacedWord,
  [next]: readonly PlacedWord[],
): TextFix {
  const last = earlier.at(-1);
  if (!last || !next) return undefined;
  const end = last.start + last.raw.length;
  if (reader.text.slice(end, name.start).trim() !== '') return undefined;
  return { text: ', ', title: `Join the two lists of '${name.raw}'`, at: placeOf(reader, end, next.start) };
}
