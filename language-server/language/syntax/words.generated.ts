/** Made by scripts/generate-syntax.ts from zones.langium: the words and tokens of the language. */

/** All keywords that are words, in the order of the grammar. */
export const KEYWORDS = ['system', 'rule', 'reference-model', 'environment', 'assessment', 'initial', 'tolerable-risk', 'revision', 'approval', 'zone', 'level', 'asset', 'conduit', 'between', 'and', 'flow', 'over', 'with', 'port', 'unregistered', 'implements', 'plans', 'excludes', 'compensates', 'accepts', 'by', 'evidence', 'until', 'because', 'on', 'hash', 'review', 'from', 'of', 'verified', 'allow', 'sl-t', 'sl-c', 'boundary', 'none', 'access-point', 'policy', 'profile', 'risk', 'likelihood', 'impact', 'residual', 'accepted', 'source', 'risk-matrix', 'row', 'essential-function', 'countermeasure', 'regulation', 'requires', 'threat-source', 'catalog', 'edition', 'group', 'control', 'sl', 'for', 'pointer', 'to', 'maps', 'asset-type', 'extends', 'kind', 'protocol', 'rank', 'focus', 'adjacent', 'framework', 'item'] as const;

export type Keyword = (typeof KEYWORDS)[number];

/** The words that begin a top-level declaration. */
export const DECLARATION_WORDS = ['system', 'zone', 'conduit', 'profile', 'risk', 'risk-matrix', 'essential-function', 'policy', 'countermeasure', 'regulation', 'threat-source', 'catalog', 'asset-type', 'protocol', 'reference-model', 'framework'] as const;

/** The words that begin what has a block. */
export const BLOCK_WORDS = ['system', 'zone', 'asset', 'conduit', 'flow', 'sl-t', 'sl-c', 'access-point', 'profile', 'risk', 'risk-matrix', 'essential-function', 'policy', 'countermeasure', 'regulation', 'threat-source', 'catalog', 'group', 'control', 'asset-type', 'protocol', 'reference-model', 'kind', 'focus', 'framework', 'item'] as const;

export type BlockWord = (typeof BLOCK_WORDS)[number];

/** The words that begin what a rule of the grammar reads. */
export const FIRST_WORDS = {
  System: ['system'],
  RuleSetting: ['rule'],
  ModelProperty: ['reference-model'],
  Environment: ['environment'],
  Assessment: ['assessment'],
  TolerableRisk: ['tolerable-risk'],
  Revision: ['revision'],
  Approval: ['approval'],
  Zone: ['zone'],
  Asset: ['asset'],
  Conduit: ['conduit'],
  Flow: ['flow'],
  Port: ['port'],
  Statement: ['implements', 'plans', 'excludes', 'compensates', 'accepts'],
  Clause: ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified'],
  Allow: ['allow'],
  Levels: ['sl-t', 'sl-c'],
  Boundary: ['boundary'],
  BoundaryItem: ['none'],
  AccessPoint: ['access-point'],
  LevelProperty: ['level'],
  PolicyProperty: ['policy'],
  Profile: ['profile'],
  Risk: ['risk'],
  Rating: ['likelihood', 'impact'],
  Residual: ['residual'],
  Acceptance: ['accepted'],
  SourceProperty: ['source'],
  RiskMatrix: ['risk-matrix'],
  Row: ['row'],
  EssentialFunction: ['essential-function'],
  Policy: ['policy'],
  Countermeasure: ['countermeasure'],
  Term: ['evidence', 'until', 'verified'],
  Regulation: ['regulation'],
  Requires: ['requires'],
  ThreatSource: ['threat-source'],
  Source: ['source'],
  Catalog: ['catalog'],
  Group: ['group'],
  Control: ['control'],
  Pointer: ['pointer'],
  Maps: ['maps'],
  AssetType: ['asset-type'],
  KindProperty: ['kind'],
  Protocol: ['protocol'],
  ReferenceModel: ['reference-model'],
  Kind: ['kind'],
  Focus: ['focus'],
  Adjacent: ['adjacent'],
  Framework: ['framework'],
  FrameworkItem: ['item'],
} as const;

/** The words that begin a member, by the word of the block. */
export const MEMBER_WORDS = {
  system: ['implements', 'plans', 'excludes', 'compensates', 'accepts', 'rule', 'reference-model', 'environment', 'assessment', 'tolerable-risk', 'revision', 'approval'],
  zone: ['asset', 'flow', 'implements', 'plans', 'excludes', 'compensates', 'accepts', 'zone', 'conduit', 'allow', 'sl-t', 'sl-c', 'boundary', 'access-point', 'level', 'policy'],
  asset: ['implements', 'plans', 'excludes', 'compensates', 'accepts', 'allow', 'sl-t', 'sl-c'],
  conduit: ['asset', 'flow', 'implements', 'plans', 'excludes', 'compensates', 'accepts', 'allow', 'sl-t', 'sl-c', 'boundary', 'access-point', 'policy'],
  flow: ['allow', 'port'],
  'sl-t': [],
  'sl-c': [],
  'access-point': [],
  profile: [],
  risk: ['likelihood', 'impact', 'residual', 'accepted', 'allow', 'source'],
  'risk-matrix': ['likelihood', 'impact', 'row'],
  'essential-function': [],
  policy: [],
  countermeasure: ['evidence', 'until', 'verified'],
  regulation: ['requires'],
  'threat-source': ['source'],
  catalog: ['group', 'control', 'pointer'],
  group: ['control'],
  control: ['maps'],
  'asset-type': ['sl-t', 'sl-c', 'maps', 'kind', 'level'],
  protocol: ['port'],
  'reference-model': ['kind', 'adjacent'],
  kind: ['focus', 'level'],
  focus: ['asset'],
  framework: ['item'],
  item: ['maps'],
} as const;

/** The shortest header of each block, by its word. */
export const HEADERS = {
  system: 'system x {',
  zone: 'zone x {',
  asset: 'asset x {',
  conduit: 'conduit x {',
  flow: 'flow x -> x {',
  'sl-t': 'sl-t {',
  'sl-c': 'sl-c {',
  'access-point': 'access-point x {',
  profile: 'profile x {',
  risk: 'risk x {',
  'risk-matrix': 'risk-matrix x {',
  'essential-function': 'essential-function x {',
  policy: 'policy x {',
  countermeasure: 'countermeasure x {',
  regulation: 'regulation x {',
  'threat-source': 'threat-source x {',
  catalog: 'catalog x {',
  group: 'group x {',
  control: 'control x {',
  'asset-type': 'asset-type x {',
  protocol: 'protocol x {',
  'reference-model': 'reference-model x {',
  kind: 'kind x {',
  focus: 'focus x {',
  framework: 'framework x {',
  item: 'item "x" {',
} as const;

/** The rules that read a name and its values. */
export const PROPERTY_RULES = ['ModelProperty', 'LevelProperty', 'PolicyProperty', 'Property', 'SourceProperty', 'KindProperty', 'Fact'] as const;

/** The keywords among the names of properties. */
export const PROPERTY_WORDS = ['reference-model', 'level', 'policy', 'source', 'kind'] as const;

/** After these stands the name of what they declare. */
export const DECLARING_WORDS = ['system', 'zone', 'asset', 'conduit', 'access-point', 'profile', 'risk', 'risk-matrix', 'essential-function', 'policy', 'countermeasure', 'regulation', 'threat-source', 'catalog', 'group', 'control', 'pointer', 'asset-type', 'protocol', 'reference-model', 'kind', 'focus', 'framework', 'item'] as const;

/** After these words and signs, which begin no block, stands the name of an element, type or protocol. */
export const REFERRING_WORDS = [':', 'between', ',', 'and', '->', '<->', 'over', 'on', 'for', 'extends'] as const;

/** What may stand after a word that begins a member: names of terminals, words and signs. */
export const AFTER_WORD = {
  rule: ['NAME'],
  'reference-model': ['VALUE'],
  environment: ['NAME', 'STRING'],
  assessment: ['initial'],
  'tolerable-risk': ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'TEXT'],
  revision: ['NUMBER', 'TEXT'],
  approval: ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'TEXT'],
  zone: ['NAME'],
  asset: ['NAME'],
  conduit: ['NAME'],
  flow: ['REFERENCE'],
  port: ['NAME', 'NUMBER'],
  implements: ['CONTROL'],
  plans: ['CONTROL'],
  excludes: ['CONTROL'],
  compensates: ['CONTROL'],
  accepts: ['CONTROL'],
  by: ['VALUE'],
  evidence: ['VALUE'],
  until: ['VALUE'],
  because: ['VALUE'],
  with: ['VALUE'],
  on: ['VALUE'],
  hash: ['VALUE'],
  review: ['VALUE'],
  from: ['VALUE'],
  of: ['revision'],
  verified: ['on'],
  allow: ['NAME'],
  'sl-t': ['NUMBER', '{'],
  'sl-c': ['NUMBER', '{'],
  boundary: ['NAME', 'STRING', 'none'],
  'access-point': ['NAME'],
  level: ['VALUE'],
  policy: ['VALUE'],
  likelihood: ['NAME'],
  impact: ['NAME'],
  residual: ['likelihood', 'impact'],
  accepted: ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'TEXT'],
  source: ['VALUE', 'by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'TEXT'],
  row: ['NAME'],
  requires: ['CONTROL'],
  group: ['NAME'],
  control: ['CONTROL_NAME'],
  pointer: ['STRING'],
  maps: ['NAME'],
  kind: ['VALUE', 'NAME'],
  focus: ['NAME'],
  adjacent: ['NAME'],
  item: ['STRING'],
} as const;

/** The words that go on after a name in a declaration and in all that it holds, by its word; no names of properties. */
export const AFTER_NAME = {
  system: ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified'],
  zone: ['by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'over', 'port', 'between', 'and', 'none'],
  conduit: ['between', 'and', 'by', 'evidence', 'until', 'because', 'with', 'on', 'hash', 'review', 'from', 'of', 'verified', 'over', 'port', 'none'],
  risk: ['on', 'by', 'evidence', 'until', 'because', 'with', 'hash', 'review', 'from', 'of', 'verified'],
  'essential-function': ['on'],
  regulation: ['on'],
  catalog: ['edition'],
  'asset-type': ['extends'],
  protocol: ['extends'],
  'reference-model': ['rank', 'asset'],
  framework: ['edition'],
} as const;

/** The properties of each rule that name something declared elsewhere. */
export const REFERENCES = {
  Zone: ['kind'],
  Asset: ['type'],
  Conduit: ['ends'],
  Flow: ['source', 'target', 'protocol', 'carrier'],
  Statement: ['refs'],
  Profile: ['refs'],
  Risk: ['on'],
  EssentialFunction: ['on'],
  Requires: ['refs', 'on'],
  Control: ['kinds'],
  AssetType: ['base'],
  Protocol: ['base'],
  Focus: ['refs', 'types'],
} as const;

/** The tokens that a text matches. */
export const TERMINALS = {
  TEXT_BLOCK: /"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:"""|(?![\s\S]))/,
  STRING: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?/,
  DATE: /\d{1,4}-\d{1,2}-\d{1,4}(?![A-Za-z0-9_])/,
  NUMBER: /-?\d+(?:\.\d+)?/,
  REQUIREMENT: /(?:SR|CR|SAR|EDR|HDR|NDR)[^\S\r\n]*\d+\.\d+(?:[^\S\r\n]*(?:RE[^\S\r\n]*)?\([^\S\r\n]*\d+[^\S\r\n]*\)|[^\S\r\n]*RE[^\S\r\n]*\d+)?(?![A-Za-z0-9_])/,
  PATH: /[A-Za-z_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff](?:[A-Za-z0-9_\-\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]*[A-Za-z0-9_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff])?(?:\.[A-Za-z_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff](?:[A-Za-z0-9_\-\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]*[A-Za-z0-9_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff])?)+/,
  ID: /[A-Za-z_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff](?:[A-Za-z0-9_\-\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]*[A-Za-z0-9_\u0080-\u0084\u0086-\u009f\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff])?/,
  WS: /[\s\u0085\ufeff]+/,
  ML_COMMENT: /\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/,
  SL_COMMENT: /\/\/[^\r\n]*/,
} as const;

/** The tokens that stand for others. */
export const CATEGORIES = ['NAME', 'FACT_NAME', 'REFERENCE', 'CONTROL_NAME', 'CONTROL', 'TEXT', 'VALUE'] as const;

export type TokenName = keyof typeof TERMINALS | (typeof CATEGORIES)[number];

/** What a requirement of the standard begins with. */
export const REQUIREMENT_FAMILIES = ['SR', 'CR', 'SAR', 'EDR', 'HDR', 'NDR'] as const;
