import type { Boundary } from '../core/model/boundary.ts';
import type { Surrounding } from '../core/model/record.ts';
import type { PropertyName } from '../language/syntax/schemas.ts';
import type { Keyword } from '../language/syntax/words.generated.ts';

/** Words that are written in the library, hardly ever in a model: none of them is explained. */
type LibraryWord =
  | 'unregistered'
  | 'alternate-class'
  | 'range'
  | 'role'
  | 'alias'
  | 'defers-to'
  | 'medium'
  | 'layer2'
  | 'person-to-person'
  | 'ethertype'
  | 'mutual-authentication'
  | 'secured-by-note'
  | 'standard';

type Words = Readonly<
  Record<Exclude<Keyword | PropertyName, LibraryWord> | Boundary['side'] | Surrounding['side'], string>
>;

/**
 * The words of the language with what each is for, in the order in which they are offered where several fit:
 * what a person writes first comes first.
 */
export const VOCABULARY = {
  system: 'The system under consideration (SuC) that the files of this name describe together',
  'sl-t': 'Target security level: what the risk assessment asks for, for each FR',
  asset: 'A device, host, application or network component of the zone or conduit',
  implements: 'Requirements that are met now',
  plans: 'Requirements that will be met; they count as missing until then',
  excludes: 'Requirements that do not apply here, and why',
  compensates: 'Requirements that other countermeasures meet',
  accepts: 'Requirements whose risk is accepted until a date',
  via: 'The boundary assets that the conduit passes: firewall, data diode, gateway',
  flow: 'Who opens a connection, to whom, over which protocol',
  zone: 'Assets with the same security requirements, grouped',
  conduit: 'The communication between two or more zones, grouped and protected together',
  risk: 'A risk of the detailed assessment (62443-3-2 ZCR 5)',
  countermeasure: 'A countermeasure that is no control: a locked cabinet, a guard',
  'essential-function': 'What the plant must go on doing, and the zones that it rests on',
  regulation: 'A law or regulation, and the requirements that it asks for',
  'threat-source': 'Who or what could cause a risk',
  profile: 'Controls that one countermeasure meets together, under a name',
  'asset-type': 'A type of asset of your own',
  between: 'The zones that the conduit joins, two or more',
  and: 'The last of the zones that the conduit joins',
  port: 'The port, where it is not the one of the protocol',
  over: 'What carries the protocol, such as a VPN',
  by: 'The assets that do it; for an acceptance or a line of the record, who it was',
  with: 'The controls and countermeasures that do the work instead; of a flow, the optional protections that are used',
  until: 'The date it holds until, YYYY-MM-DD',
  from: 'The risks that the SL-T comes from',
  because: 'The reason, as an assessor would ask for it',
  evidence: 'Where the evidence is: a document, a ticket',
  verified: 'On which day and by whom it was found to be in place',
  'sl-c': 'Capability security level: what the component can do, for each FR',
  description: 'What it is for, in a few sentences',
  owner: 'Who is accountable for it',
  network: 'IP networks and VLANs of the zone; of a conduit, the segment that its zones share',
  trust: 'Whether others carry the conduit, or it is open to them: trusted or untrusted',
  provider: 'Who carries the conduit',
  boundary: 'The logical or physical border of the zone',
  logical: 'What separates the zone in the network',
  physical: 'What separates the zone in the plant: room, cabinet, fence',
  none: 'Says that there is none',
  safety: 'Whether safety functions (SIS) are in the zone',
  criticality: 'How much depends on it: low, medium, high, critical',
  level: 'Purdue level, 0 (process) to 5 (enterprise); several where the zone spans them',
  policy: 'A policy or procedure: declared, or one that applies here',
  assumption: 'What is taken for granted about its surroundings',
  'access-point': 'Where somebody or something gets in: a socket, a door, a wireless network',
  protection: 'What keeps others out',
  'used-by': 'Who uses it',
  closed: 'Whether nobody gets in until somebody opens it',
  'separated-from': 'Zones that nothing may lead to from here, nor from there to here',
  document: 'Number of the document that the record is written in',
  function: 'What the plant does, and for whom',
  'intended-use': 'How it is operated',
  equipment: 'Equipment and process under control',
  environment: 'What surrounds the system: physical, logical, organizational',
  organizational: 'How the people around it are organised: shifts, contractors',
  assessment: 'The initial risk assessment (62443-3-2 ZCR 2.1)',
  initial: 'The assessment before the system is divided into zones',
  'tolerable-risk': 'What the owner of the plant can live with (62443-3-2 ZCR 6.8)',
  revision: 'A revision of the record: number, day, by whom, what changed',
  approval: 'Who approved the record, on which day (62443-3-2 ZCR 7.1)',
  of: 'The revision that is approved',
  hash: "What 'zones hash' prints: it tells whether the model has changed since",
  review: 'After how many months it is to be looked at again',
  supports: 'The requirements that the policy helps to meet',
  authority: 'Who enforces the regulation',
  requires: 'Requirements that the regulation asks for, whatever the SL-T',
  capability: 'The security level that is meant to withstand it, 1 to 4',
  source: 'The threat sources of a risk; of a threat source, where its assessment comes from',
  vendor: 'Who makes it',
  product: 'Product name or model',
  version: 'Version of the product or firmware',
  address: 'Network addresses of the asset',
  'shared-address': 'An address that a group of assets has together',
  count: 'How many of them there are',
  serial: 'Serial number',
  location: 'Where it stands on site: room, cabinet, rack',
  supplier: 'Who delivered it',
  'support-ends': 'The last day of support by its maker',
  certificate: 'A certificate of the component',
  value: 'What it is worth to its owner',
  sil: 'Safety integrity level, 1 to 4',
  software: 'Software components in it',
  'runs-on': 'The asset that hosts it',
  classification: 'How confidential it is',
  'redundant-with': 'The assets that stand in for it',
  when: 'When or under which condition the flow is open',
  data: 'What it carries',
  access: 'What the source may do at the target: read or write',
  'reference-model': 'The kinds of zones, and which may be joined: five-zones or purdue',
  baseline: 'The catalogues whose controls are required',
  rule: 'Sets how severe a rule is in this system, or turns it off',
  on: 'The zones and conduits that it is about; of a line of the record, the day',
  category: 'What it is about: safety, environment, supply …',
  threat: 'What or who could cause it',
  vulnerability: 'The weakness that makes it possible',
  consequence: 'What happens to the plant if it does',
  likelihood: 'How likely it is: a word of the risk matrix',
  impact: 'How bad it is: a word of the risk matrix',
  existing: 'Countermeasures that are there already',
  'mitigated-by': 'The controls and countermeasures that lower the risk',
  treatment: 'What is done about it: accept, mitigate, transfer or avoid',
  residual: 'Likelihood and impact with the mitigations in place',
  accepted: 'Until when the remaining risk is accepted, and why',
  allow: 'Silences a rule here, until a date, with the reason',
  extends: 'The type it is based on',
  class: 'Component class of IEC 62443-4-2',
  kind: 'A kind of zone; of an asset type: where it is at home',
  flags: 'Attributes that the rules ask for',
  doc: 'What it is',
  catalog: 'A catalogue of controls',
  edition: 'Which edition of the standard it follows',
  group: 'Controls that belong together, such as those of one FR',
  control: 'One control of a catalogue',
  pointer: 'A number of the standard that only points to other requirements',
  to: 'The requirements that it points to',
  sl: 'The lowest security level that requires the control',
  for: 'The kinds of zones that it is limited to',
  applies: 'What it is asked of: zone, conduit or asset',
  scope: 'What its statements are limited to: boundary, so that they do not reach nested zones',
  independent: 'Whether excluding what it enhances leaves it due',
  classes: 'The component classes that it is asked of',
  clause: 'The clause of the standard',
  guidance: 'What it asks, what meets it, how to check it',
  maps: 'Its place in another framework, such as ATT&CK or CSF',
  protocol: 'A communication protocol of your own',
  authentication: 'Whether the protocol authenticates its ends',
  encryption: 'Whether the protocol encrypts',
  integrity: 'Whether the protocol protects against changes',
  'secured-by': 'The secure variant of the protocol',
  'risk-matrix': 'Your scales of likelihood and impact, and what is tolerable',
  tolerable: 'Highest tolerable rank: the value of a row, or the product of the two positions',
  row: 'The value of each cell of one likelihood, the lowest impact first',
  rank: 'How far out the kind of zone is; external is highest',
  focus: 'A topic that zones of this kind must cover',
  adjacent: 'Kinds of zones that may be joined directly',
  framework: 'A published framework that controls map to',
  item: 'An entry of the framework',
} as const satisfies Words;

const DAY = 'The day, YYYY-MM-DD';
const WHO = 'Who it was';
const LINE_OF_RECORD = { on: DAY, by: WHO };
const WRITTEN = 'Where it is written: a file, an address, a number';

/** What words are for where that is something of its own: behind these words, or in the blocks of these. */
const ELSEWHERE: Readonly<Partial<Record<Keyword, Partial<Record<keyof typeof VOCABULARY, string>>>>> = {
  verified: LINE_OF_RECORD,
  assessment: LINE_OF_RECORD,
  'tolerable-risk': LINE_OF_RECORD,
  revision: LINE_OF_RECORD,
  approval: LINE_OF_RECORD,
  source: { on: DAY },
  implements: { by: 'The assets that do it' },
  plans: { by: 'The assets that will do it' },
  excludes: { by: 'Who approved it' },
  compensates: { by: 'Who approved it', with: 'The controls and countermeasures that do the work instead' },
  accepts: { by: 'Who accepts it' },
  accepted: { by: 'Who accepts it' },
  flow: { with: 'The optional protections of the protocol that are used' },
  environment: {
    physical: 'What surrounds it on site: fences, buildings, climate',
    logical: 'What surrounds it in the network: uplinks, other systems',
  },
  policy: { version: 'Version of the policy', document: WRITTEN },
  regulation: { document: WRITTEN, on: 'The zones that it asks it of; without them, all that have an SL-T' },
  'essential-function': { on: 'The zones that it rests on' },
  'threat-source': { source: 'Where the assessment of it comes from' },
  risk: { source: 'The threat sources behind it' },
  conduit: {
    boundary: 'The logical or physical border of the conduit',
    logical: 'What separates the conduit in the network',
    physical: 'What separates the conduit in the plant: tray, duct, cabinet',
    network: 'The segment that its zones share: addresses in it are at home in each of them',
    safety: 'Whether safety functions (SIS) depend on the conduit',
  },
  'access-point': {
    logical: 'It is in the network: a modem, a wireless network, a remote session',
    physical: 'It is on site: a socket, a door, a cabinet',
    location: 'Where it is on site: building, room, cabinet',
  },
};

/**
 * What a word is for; undefined for what is no word of the language, or one of the library alone.
 * @param around the words before it in its member, the nearest first, then that of its block
 */
export function explanationOf(word: string, around: readonly (string | undefined)[] = []): string | undefined {
  const meanings = around.map(
    (head) => (ELSEWHERE as Readonly<Record<string, Readonly<Record<string, string>>>>)[head ?? ''],
  );
  const own = meanings.find((meaning) => meaning && Object.hasOwn(meaning, word))?.[word];
  return own ?? (VOCABULARY as Readonly<Record<string, string>>)[word];
}

const ORDER = new Map<string, number>(Object.keys(VOCABULARY).map((word, i) => [word, i]));

/** The place of a word in the order in which words are offered. */
export const orderOf = (word: string): number => ORDER.get(word) ?? ORDER.size;

/** What each security level withstands. */
export const SECURITY_LEVELS: readonly string[] = [
  'nothing is required',
  'slips and accidents: no attacker in mind',
  'a casual attacker: simple means, general skills',
  'a skilled attacker: knows the plant’s technology, moderate means',
  'a determined group: extended means, knows the plant itself',
];

/** The Purdue levels by their number. */
export const PURDUE_LEVELS: Readonly<Record<string, string>> = {
  0: 'process: sensors and actuators',
  1: 'basic control: controllers, safety systems',
  2: 'supervisory control: HMI, SCADA',
  3: 'site operations: historian, engineering',
  3.5: 'perimeter: industrial DMZ',
  4: 'site business systems',
  5: 'enterprise network',
};
