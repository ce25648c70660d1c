import type { CanonicalUnit } from '../model/canonical.ts';
import type { Flow } from '../model/conduit.ts';
import type { SlVector } from '../model/levels.ts';
import { RECORD_SORTS, type RecordSort } from '../model/record.ts';
import type { Text } from '../model/reference.ts';
import type { RiskMatrix } from '../model/risk.ts';
import type { Allow } from '../model/statement.ts';
import type { SeveritySetting, SystemHeader } from '../model/system.ts';
import type { Candidate } from '../text/meant.ts';
import { DECLARED_SORTS, type DeclaredSort, type DeclaredValues } from './declared.ts';
import type { ElementSort, Handle } from './element.ts';
import type { Source } from './entry.ts';
import type { Said } from './said.ts';
import type { Terms } from './terms.ts';

/**
 * How the offers under a key count.
 * - `ordered`: the first in the order of the files does, so that the order matters too;
 * - `first`: as `ordered`, but nobody asks for more than which is the first, and whoever does points to it;
 * - `all`: all do, in whatever order;
 * - `compared`: all do, and readers ask which of two comes first in the files.
 */
type Mode = 'ordered' | 'first' | 'all' | 'compared';

/** What stands under a key: it comes from somewhere and may say something, which is all that its readers know of it. */
export interface Answer<Value = undefined> {
  readonly entry: Source;
  /** What it says: where that changes, whoever asked is evaluated again. */
  readonly value: Value;
  /** Its name's place, to be pointed to. */
  readonly at: number;
  /** Index in the unit's array of its sort, and inside the catalogue or reference model: what tells it from others. */
  readonly index: number;
  readonly inner: number;
}

/** An element that stands under a key. */
export type ElementAnswer<S extends ElementSort, Value = undefined> = Handle<S> & Answer<Value>;

declare const answers: unique symbol;

/** The text that names a question, with what the answers to it are. */
export type Key<A = unknown> = string & { readonly [answers]?: A };

const modes = new Map<string, Mode>();

/** How the offers under a key count, by the word that it begins with. */
export function modeOf(key: string): Mode {
  return modes.get(key.slice(0, key.indexOf(' ')))!;
}

/** True for keys whose offers' order matters, false for those under which all count alike. */
export function isOrdered(key: string): boolean {
  const mode = modeOf(key);
  return mode === 'ordered' || mode === 'first';
}

/** A question of a system. */
function ofSystem<A>(word: string, mode: Mode): (system: string) => Key<A> {
  modes.set(word, mode);
  return (system) => `${word} ${system}` as Key<A>;
}

/** A question of something in a system. */
function inSystem<A>(word: string, mode: Mode): (system: string, name: string) => Key<A> {
  modes.set(word, mode);
  return (system, name) => `${word} ${system}/${name}` as Key<A>;
}

/** Something of a name in any system. */
function inAny<A>(word: string, mode: Mode): (name: string) => Key<A> {
  modes.set(word, mode);
  return (name) => `${word} ${name}` as Key<A>;
}

/** A question of the whole workspace. */
function everywhere<A>(word: string, mode: Mode): () => Key<A> {
  modes.set(word, mode);
  return () => `${word} *`;
}

/** A name in a space that the whole workspace shares: the space is the word that the key begins with. */
function inSpace(mode: Mode): <S extends DeclaredSort>(sort: S, name: string) => Key<Answer<DeclaredValues[S]>> {
  for (const sort of DECLARED_SORTS) modes.set(sort, mode);
  return (sort, name) => `${sort} ${name}`;
}

/** A name in a space that a system has for each sort of declarations of its record. */
function inRecord(
  mode: Mode,
): <S extends RecordSort>(sort: S, system: string, name: string) => Key<Answer<RecordValues[S]>> {
  for (const sort of RECORD_SORTS) modes.set(sort, mode);
  return (sort, system, name) => `${sort} ${system}/${name}`;
}

/** The keys: one function a kind of question, so that no two modules spell a key differently. */
export const keys = {
  /** Elements by full path. Their facts are asked for by `query.fact`. */
  path: inSystem<ElementAnswer<ElementSort>>('p', 'ordered'),
  /** Elements by the last segment of their path. */
  last: inSystem<ElementAnswer<ElementSort>>('l', 'all'),
  /** What a zone or conduit states of requirements. */
  statements: inSystem<ElementAnswer<'zone' | 'conduit', readonly Terms[]>>('t', 'all'),
  /** The flows that are written in a zone or conduit. */
  flowsOf: inSystem<ElementAnswer<'zone' | 'conduit', readonly HeldFlow[]>>('fl', 'all'),
  /** The assets that stand directly in a zone, or are a conduit's own. */
  assetsOf: inSystem<ElementAnswer<'zone' | 'conduit', readonly HeldAsset[]>>('ao', 'all'),
  /** What is allowed in a zone. */
  allowsOf: inSystem<ElementAnswer<'zone', readonly Said<Allow>[]>>('al', 'all'),
  /** The networks that a zone or conduit states. */
  networksOf: inSystem<ElementAnswer<'zone' | 'conduit', readonly string[]>>('r', 'all'),
  /** The addresses of an asset that has several. */
  addressesOf: inSystem<ElementAnswer<'asset', readonly string[]>>('u', 'all'),
  /** The zones that a zone is separated from. */
  separatedFrom: inSystem<ElementAnswer<'zone', readonly string[]>>('sz', 'all'),
  /** Units with zones that are separated from others: whether there are any. */
  separations: everywhere<Answer>('sp', 'first'),
  /** The flows of all units, as long as a zone is separated from another. */
  openings: everywhere<Answer<readonly Opening[]>>('op', 'compared'),
  /** What an asset says hosts it. */
  hostOf: inSystem<ElementAnswer<'asset', readonly string[]>>('ho', 'all'),
  /** What an asset says stands in for it. */
  partnersOf: inSystem<ElementAnswer<'asset', readonly string[]>>('rw', 'all'),
  /** Assets that say of an asset that it stands in for them. */
  redundant: inSystem<ElementAnswer<'asset'>>('ro', 'all'),
  /** Conduits that end at a zone. */
  ends: inSystem<ElementAnswer<'conduit'>>('e', 'all'),
  /** Conduits that pass an asset. */
  via: inSystem<ElementAnswer<'conduit'>>('w', 'all'),
  /** Units of a system, with all that they say: for what is asked of the whole of it. */
  saying: ofSystem<Answer<CanonicalUnit>>('sy', 'all'),
  /** Zones at the top of a system, with the names of their kinds. */
  zones: ofSystem<ElementAnswer<'zone', string | undefined>>('z', 'all'),
  /** Zones at the top of any system, by their name, with the system. */
  zonesNamed: inAny<ElementAnswer<'zone', string>>('y', 'all'),
  /** Zones and conduits of a system, with what decides which controls are required of them. */
  requiring: ofSystem<ElementAnswer<'zone' | 'conduit', Demand>>('a', 'all'),
  /** Compensations and risks of a system that count on a control. */
  naming: inSystem<Answer>('n', 'all'),
  /** Units of a system that have risks: whether there are any. */
  risks: ofSystem<Answer>('k', 'all'),
  /** Risks on a zone or conduit. */
  risksOn: inSystem<ElementAnswer<'risk'>>('ko', 'all'),
  /** Assets by the value of an address, with whether they have it together with others. */
  address: inSystem<ElementAnswer<'asset', { readonly shared: boolean }>>('i', 'compared'),
  /** Networks of a system's zones and conduits by the smallest bucket that each lies in. */
  networks: inSystem<ElementAnswer<'zone' | 'conduit', StatedNetworks>>('b', 'compared'),
  /** The same by each larger bucket that they lie in. */
  networksInside: inSystem<ElementAnswer<'zone' | 'conduit', StatedNetworks>>('bi', 'compared'),
  /** Names that broken texts of a system seem to declare. */
  suspected: inSystem<Answer>('q', 'all'),
  /** Declarations of the record by their name. */
  recorded: inRecord('ordered'),
  /** All of a sort, by their names and titles. */
  recordedAs: inSystem<Answer<Candidate>>('rs', 'all') as (system: string, sort: RecordSort) => Key<Answer<Candidate>>,
  /** Risk matrices of a system. */
  matrix: ofSystem<Answer<Said<RiskMatrix>>>('m', 'ordered'),
  /** Headers of a system that have settings, by nothing else. */
  systemHeader: ofSystem<Answer>('h', 'ordered'),
  /** Headers with settings by the name of the reference model that they give, which most units ask for. */
  systemModel: ofSystem<Answer<string | undefined>>('d', 'ordered'),
  /** Headers with settings by the owner that they give. */
  systemOwner: ofSystem<Answer<string | undefined>>('o', 'ordered'),
  /** Headers with settings by whether they name the document of the record. */
  systemDocument: ofSystem<Answer<boolean>>('sd', 'ordered'),
  /** Headers with settings by the severity that they set for a rule. */
  systemRule: inSystem<Answer<SeveritySetting>>('v', 'ordered'),
  /** What the settings of a system state: of a control, with a verb, or (`*`) at all. */
  systemSays: inSystem<Answer<string>>('c', 'all'),
  /** Headers of a system that say more than its name, by all other settings. */
  system: ofSystem<Answer<SystemSettings>>('s', 'ordered'),
  /** What is declared in the workspace-wide spaces, by its name. */
  shared: inSpace('ordered'),
  /** As `shared`, by nothing but the name: whether there is one. */
  named: inSystem<Answer>('x', 'ordered') as (sort: DeclaredSort, name: string) => Key<Answer>,
};

/** What others may ask of the declarations of a record, besides whether there is one. */
export interface RecordValues {
  readonly 'essential-function': undefined;
  readonly policy: undefined;
  /** Until when it is in place. */
  readonly countermeasure: { readonly until: string | undefined };
  readonly regulation: undefined;
  readonly 'threat-source': undefined;
}

/** What decides which controls are required of a zone or conduit. */
export interface Demand {
  readonly scope: 'zone' | 'conduit';
  /** Own or inherited. */
  readonly kind?: string;
  /** True where the kind is its own, so that the kind's focus topics are asked, too. */
  readonly focused: boolean;
  /** Own or inherited. */
  readonly slT?: SlVector;
}

/** A flow as others may read it; what its ends mean is asked by `flowsIn`. */
export type HeldFlow = Pick<Said<Flow>, 'both' | 'protocol' | 'carrier' | 'protections' | 'access' | 'when'> & {
  readonly hasPort: boolean;
  readonly ends: readonly [string, string];
};

/** An asset by its name and that of its type, and whether it says of which version it is. */
export interface HeldAsset {
  readonly name: string;
  readonly type: string | undefined;
  readonly hasVersion: boolean;
}

/** What a flow names at one end. */
export interface OpeningEnd {
  readonly system: string;
  readonly path: string;
  /** True for the own equipment of a conduit, which stands in no zone. */
  readonly isEquipment: boolean;
}

/** A flow whose ends are known, with its place to be pointed to. */
export interface Opening {
  readonly from: OpeningEnd;
  readonly to: OpeningEnd;
  readonly both: boolean;
  readonly at: number;
}

/** The networks of a zone or conduit, with their places to be pointed to. */
export interface StatedNetworks {
  readonly networks: readonly Text[];
}

/** What a header says of its system that has no key of its own. */
export interface SystemSettings {
  readonly hasTitle: boolean;
  /** True when the header carries a `{ … }` block. */
  readonly settings: boolean;
  readonly baseline: Said<SystemHeader['baseline']>;
}
