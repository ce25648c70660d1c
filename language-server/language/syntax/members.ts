import { schemaOf } from './schemas.ts';
import type { VectorWord } from './vector.ts';
import { BLOCK_WORDS, type BlockWord, FIRST_WORDS, MEMBER_WORDS } from './words.generated.ts';

/** The blocks that take each vector of security levels; the grammar takes any in all that have levels. */
export const VECTOR_BLOCKS: Readonly<Record<VectorWord, readonly BlockWord[]>> = {
  'sl-t': ['zone', 'conduit'],
  'sl-c': ['asset', 'asset-type'],
};

/** The words that begin a member of a block, without the plain properties. */
export function memberWordsOf(block: string): readonly string[] {
  const words = (MEMBER_WORDS as Readonly<Record<string, readonly string[]>>)[block] ?? [];
  return words.filter((word) => VECTOR_BLOCKS[word as VectorWord]?.includes(block as BlockWord) ?? true);
}

/** True for a word that begins a member of a block, or is a property of it. */
export const isMemberWordOf = (block: string, word: string): boolean =>
  Object.hasOwn(schemaOf(block), word) || memberWordsOf(block).includes(word);

/** Words that begin no property: what has a block of its own, statements, and what is about rules. */
const NO_PROPERTIES: ReadonlySet<string> = new Set([
  ...BLOCK_WORDS.filter((word) => !(word in VECTOR_BLOCKS)),
  ...FIRST_WORDS.Statement,
  ...FIRST_WORDS.Allow,
  ...FIRST_WORDS.RuleSetting,
]);

/** The names of what a block says in one line, in the order of the alphabet: its properties and what is written like one. */
export function propertyWordsOf(block: string): string[] {
  const own = Object.keys(schemaOf(block));
  const others = memberWordsOf(block).filter((word) => !NO_PROPERTIES.has(word));
  return [...new Set([...own, ...others])].sort();
}

/** Words of other tools and of the standard, by the properties that say the same here. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  address: ['ip', 'ip-address', 'ipv4', 'mac', 'host', 'hostname'],
  network: ['subnet', 'cidr', 'vlan', 'ip', 'ip-range', 'address'],
  'sl-t': ['security-level', 'target-level', 'security-level-target', 'sl', 'slt', 'sl-target', 'target'],
  'sl-c': ['security-level', 'capability', 'slc', 'sl-capability', 'sl'],
  vendor: ['manufacturer', 'supplier', 'make', 'brand'],
  product: ['model', 'product-name', 'part-number'],
  version: ['firmware', 'firmware-version', 'software-version', 'revision', 'release'],
  description: ['notes', 'note', 'comment', 'purpose', 'desc', 'text', 'title', 'name'],
  owner: ['responsible', 'owned-by', 'accountable'],
  criticality: ['critical', 'priority', 'importance'],
  count: ['quantity', 'number', 'qty', 'amount'],
  level: ['purdue-level', 'purdue', 'layer'],
  via: ['through', 'firewall', 'over', 'boundary'],
  'mitigated-by': ['mitigation', 'mitigations', 'countermeasure', 'countermeasures', 'treatment', 'controls'],
  baseline: ['catalog', 'catalogue', 'standard'],
  doc: ['description'],
};

/** The property of a block that a word of another tool means; undefined where it is none that is known. */
export function synonymIn(block: string, word: string): string | undefined {
  const lower = word.toLowerCase().replaceAll('_', '-');
  return propertyWordsOf(block).find((property) => SYNONYMS[property]?.includes(lower));
}
