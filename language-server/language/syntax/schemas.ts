import type { BlockWord } from './words.generated.ts';

/** How a property may stand in a block: once with one value, once with a list, or several times with lists. */
type Times = 'once' | 'list' | 'many';

/** What a block takes: each property's name, and how often it may stand there with how many values. */
export type Schema = Readonly<Record<string, Times>>;

/** The plain properties of each block, by the word that begins it. */
export const SCHEMAS = {
  system: {
    description: 'once',
    owner: 'once',
    document: 'once',
    classification: 'once',
    function: 'once',
    'intended-use': 'once',
    equipment: 'many',
    'reference-model': 'once',
    baseline: 'many',
  },
  zone: {
    level: 'list',
    description: 'once',
    owner: 'once',
    criticality: 'once',
    safety: 'once',
    network: 'many',
    policy: 'many',
    assumption: 'many',
    'separated-from': 'many',
  },
  'access-point': { location: 'once', protection: 'once', 'used-by': 'many', closed: 'once' },
  asset: {
    description: 'once',
    vendor: 'once',
    product: 'once',
    version: 'once',
    owner: 'once',
    address: 'many',
    'shared-address': 'many',
    count: 'once',
    criticality: 'once',
    serial: 'once',
    location: 'once',
    supplier: 'once',
    'support-ends': 'once',
    certificate: 'once',
    classification: 'once',
    value: 'once',
    sil: 'once',
    software: 'many',
    'runs-on': 'once',
    'redundant-with': 'many',
  },
  conduit: {
    via: 'many',
    description: 'once',
    owner: 'once',
    trust: 'once',
    provider: 'once',
    criticality: 'once',
    safety: 'once',
    network: 'many',
    policy: 'many',
    assumption: 'many',
  },
  flow: { when: 'once', data: 'once', access: 'once' },
  risk: {
    category: 'many',
    source: 'many',
    threat: 'once',
    vulnerability: 'once',
    consequence: 'once',
    existing: 'list',
    'mitigated-by': 'list',
    treatment: 'once',
    owner: 'once',
  },
  'risk-matrix': { tolerable: 'once' },
  'essential-function': { description: 'once' },
  policy: { version: 'once', owner: 'once', document: 'once', supports: 'list' },
  countermeasure: { owner: 'once', description: 'once' },
  regulation: { authority: 'once', document: 'once' },
  'threat-source': { capability: 'once', description: 'once' },
  catalog: {},
  group: {},
  control: { applies: 'list', scope: 'once', independent: 'once', classes: 'list', clause: 'once', guidance: 'once' },
  'asset-type': {
    class: 'once',
    'alternate-class': 'once',
    level: 'list',
    range: 'list',
    kind: 'list',
    flags: 'many',
    role: 'once',
    alias: 'list',
    'defers-to': 'many',
    doc: 'once',
    vendor: 'once',
    product: 'once',
  },
  protocol: {
    authentication: 'once',
    encryption: 'once',
    integrity: 'once',
    'secured-by': 'once',
    network: 'once',
    category: 'list',
    medium: 'list',
    layer2: 'list',
    'person-to-person': 'list',
    ethertype: 'list',
    'mutual-authentication': 'list',
    'secured-by-note': 'list',
    standard: 'list',
    alias: 'list',
    'defers-to': 'many',
    doc: 'once',
  },
  'reference-model': {},
  kind: { level: 'list', flags: 'many' },
} as const satisfies Partial<Record<BlockWord, Schema>>;

type NamesOf<S> = S extends unknown ? keyof S : never;

/** The name of a plain property of some block. */
export type PropertyName = NamesOf<(typeof SCHEMAS)[keyof typeof SCHEMAS]> & string;

/** The names of all plain properties. */
export const PROPERTY_NAMES: ReadonlySet<string> = new Set(
  Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema)),
);

/** The schema of a block, by the word that begins it; one without properties, or without a word, has none. */
export function schemaOf(word: string | undefined): Schema {
  return (SCHEMAS as Readonly<Record<string, Schema>>)[word ?? ''] ?? {};
}
