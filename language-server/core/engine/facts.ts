import { addressValue, bucketsOf, readAddress } from '../model/address.ts';
import type { Statement } from '../model/statement.ts';
import type { Unit } from '../model/unit.ts';
import type { Zone } from '../model/zone.ts';
import type { ElementSort, Entry } from './entry.ts';

/**
 * What a unit offers to others under a key. A key is dirty, and whoever read it is evaluated again, when the
 * signatures of its offers change; the offers themselves may be replaced freely.
 */
export interface Offer {
  readonly entry: Entry;
  readonly sort: OfferSort;
  /** Index in the unit's array of its sort; for `control` and `kind`, see `inner`. */
  readonly index: number;
  /** Index inside the catalogue or reference model. */
  readonly inner: number;
  /** Everything of it that another unit's findings may depend on. */
  readonly signature: string;
}

export type OfferSort =
  | ElementSort
  | 'system'
  | 'profile'
  | 'catalog'
  | 'control'
  /** A number of a standard that only points to other requirements. */
  | 'pointer'
  | 'asset-type'
  /** The security levels that a type of asset is capable of. */
  | 'capability'
  | 'protocol'
  | 'reference-model'
  | 'kind'
  | 'framework'
  | 'matrix'
  /** A conduit that ends at a zone, and one that passes an asset. */
  | 'end'
  | 'via'
  /** A compensation or a risk that counts on a control. */
  | 'naming'
  /** What the settings of a system state of a control. */
  | 'said'
  | 'address'
  | 'network'
  /** A name that a text with syntax errors seems to declare. */
  | 'suspected';

/** The keys: one function a kind of question, so that no two modules spell a key differently. */
export const keys = {
  /** Elements of a system by full path. */
  path: (system: string, path: string) => `p ${system}/${path}`,
  /** Elements of a system by the last segment of their path. */
  last: (system: string, name: string) => `l ${system}/${name}`,
  /** Headers of a system by the model it names, which most units ask for. */
  systemModel: (system: string) => `d ${system}`,
  /** Headers of a system by the severity that they set for a rule. */
  systemRule: (system: string, code: string) => `v ${system}/${code}`,
  /** Headers of a system by its owner. */
  systemOwner: (system: string) => `o ${system}`,
  /** Headers of a system that have settings, by nothing else. */
  systemHeader: (system: string) => `h ${system}`,
  /** What the settings of a system state: of a control, with a verb, or (`*`) at all. */
  systemSays: (system: string, about: string) => `c ${system}/${about}`,
  /** Headers of a system by all other settings. */
  system: (system: string) => `s ${system}`,
  /** Names that broken texts of a system seem to declare. */
  suspected: (system: string, name: string) => `q ${system}/${name}`,
  /** Conduits that end at a zone. */
  ends: (system: string, path: string) => `e ${system}/${path}`,
  /** Conduits that pass an asset. */
  via: (system: string, path: string) => `w ${system}/${path}`,
  /** Zones and conduits of a system by what decides which controls are asked of them. */
  asking: (system: string) => `a ${system}`,
  /** Compensations and risks of a system that count on a control. */
  naming: (system: string, control: string) => `n ${system}/${control}`,
  /** Zones at the top of a system, with their kinds. */
  zones: (system: string) => `z ${system}`,
  /** What a zone or conduit states of requirements. */
  statements: (system: string, path: string) => `t ${system}/${path}`,
  /** Assets of a system by the value of an address. */
  address: (system: string, value: string) => `i ${system}/${value}`,
  /** Networks of a system's zones by the smallest bucket that each lies in. */
  networks: (system: string, bucket: string) => `b ${system}/${bucket}`,
  /** Networks of a system's zones by each larger bucket that they lie in. */
  networksInside: (system: string, bucket: string) => `b ${system}/in ${bucket}`,
  /** Anything in the workspace-wide spaces. */
  shared: (sort: OfferSort, name: string) => `${sort} ${name}`,
  /** As `shared`, by nothing but the name: whether there is one. */
  named: (sort: OfferSort, name: string) => `x ${sort} ${name}`,
  /** Risk matrices of a system. */
  matrix: (system: string) => `m ${system}`,
};

/** First letters of the keys under which all offers count, in whatever order. */
const CANDIDATES = new Set(['l', 'q', 'e', 'w', 'a', 'c', 'n', 'z', 't', 'b']);

/** True for keys whose offers' order matters (the first of several counts), false for mere candidates. */
export function isOrdered(key: string): boolean {
  return key[1] !== ' ' || !CANDIDATES.has(key[0]!);
}

/**
 * True for keys under which all offers count, but whose readers ask which of two comes first in the files. The file is
 * in the signature.
 */
export const isCompared = (key: string): boolean => key.startsWith('b ');

/** True for ordered keys of which nobody asks more than which offer is the first, and names that in what it finds. */
export const isLed = (key: string): boolean => key.startsWith('i ');

/** Calls `offer` for all that a unit offers by its own text. */
export function eachOffer(entry: Entry, offer: (key: string, value: Offer) => void): void {
  const { unit, system } = entry;
  const add = (key: string, sort: OfferSort, index: number, signature = '', inner = -1) =>
    offer(key, { entry, sort, index, inner, signature });
  const element = (sort: ElementSort, path: string, name: string, index: number, signature: string) => {
    if (!name) return;
    add(keys.path(system, path), sort, index, signature);
    add(keys.last(system, name), sort, index, `${path}\n${signature}`);
  };
  for (const name of unit.suspected) add(keys.suspected(system, name), 'suspected', 0);
  // A header that only names the system says nothing that others ask for.
  if (unit.system?.settings || unit.system?.title) add(keys.system(system), 'system', 0, settingsSignature(unit));
  if (unit.system?.settings) {
    add(keys.systemHeader(system), 'system', 0);
    add(keys.systemModel(system), 'system', 0, `${unit.system.model?.text}`);
    for (const { rule, severity } of unit.system.rules) add(keys.systemRule(system, rule.text), 'system', 0, severity);
    add(keys.systemOwner(system), 'system', 0, `${unit.system.owner?.value}`);
  }
  unit.zones.forEach((zone, i) => {
    element('zone', zone.path, zone.name.value, i, zoneSignature(unit, zone));
    add(keys.asking(system), 'zone', i, demandSignature(unit, zone));
    if (zone.parent < 0) add(keys.zones(system), 'zone', i, `${zone.kind?.text}`);
    if (zone.statements.length > 0) add(keys.statements(system, zone.path), 'zone', i, stated(zone.statements));
    zone.networks.forEach((network, k) => {
      const read = readAddress(network.value);
      if (read.kind !== 'ip') return;
      const signature = `${entry.file} ${zone.path} ${zone.networks.map(({ value }) => value)}`;
      const [own, ...larger] = bucketsOf(read);
      add(keys.networks(system, own!), 'network', i, signature, k);
      for (const bucket of larger) add(keys.networksInside(system, bucket), 'network', i, signature, k);
    });
  });
  unit.assets.forEach((asset, i) => {
    const signature = `${asset.type?.text} ${asset.slC?.vector} ${asset.statements.length > 0 ? JSON.stringify(asset.statements) : ''}`;
    element('asset', asset.path, asset.name.value, i, signature);
    for (const { value: written } of asset.addresses) {
      const value = addressValue(readAddress(written));
      if (value) add(keys.address(system, value), 'address', i);
    }
  });
  unit.conduits.forEach((conduit, i) => {
    const ends = conduit.ends?.map((end) => end.text);
    element('conduit', conduit.path, conduit.name.value, i, `${ends} ${conduit.slT?.vector}`);
    if (conduit.slT) add(keys.asking(system), 'conduit', i, `${conduit.slT.vector}`);
    if (conduit.statements.length > 0) {
      add(keys.statements(system, conduit.path), 'conduit', i, stated(conduit.statements));
    }
  });
  unit.risks.forEach((risk, i) => {
    element('risk', risk.name.value, risk.name.value, i, '');
  });
  unit.matrices.forEach((matrix, i) => {
    add(keys.matrix(system), 'matrix', i, signatureOf(matrix));
  });
  eachDeclaration(entry, (sort, name, declared, index, inner) => {
    // The library never changes, so nothing is ever compared with its signatures.
    add(keys.shared(sort, name), sort, index, entry.library ? '' : signatureOf(declared), inner);
    if (!entry.library) add(keys.named(sort, name), sort, index, '', inner);
  });
  if (entry.library) return;
  unit.assetTypes.forEach(({ name, slC }, i) => {
    if (name.value) add(keys.shared('capability', name.value), 'capability', i, `${slC?.vector}`);
  });
}

/** Calls `declare` for all that a unit declares in the workspace-wide spaces, with what others may ask of it. */
function eachDeclaration(
  { unit }: Entry,
  declare: (sort: OfferSort, name: string, declared: unknown, index: number, inner?: number) => void,
): void {
  const named = <T extends { name: { value: string } }>(
    sort: OfferSort,
    items: readonly T[],
    ask: (item: T) => unknown = (item) => item,
  ) => {
    items.forEach((item, i) => {
      if (item.name.value) declare(sort, item.name.value, ask(item), i);
    });
  };
  named('profile', unit.profiles);
  // Its security levels have a key of their own; vendor, product and description decide no finding.
  named('asset-type', unit.assetTypes, ({ slC, vendor, product, description, doc, aliases, maps, ...rest }) => rest);
  named('protocol', unit.protocols);
  named('framework', unit.frameworks, () => '');
  named('reference-model', unit.models);
  unit.models.forEach((model, i) => {
    model.kinds.forEach((kind, k) => {
      declare('kind', kind.name, kind, i, k);
    });
  });
  named('catalog', unit.catalogs);
  unit.catalogs.forEach((catalog, i) => {
    catalog.controls.forEach((control, k) => {
      declare('control', control.id, control, i, k);
    });
    catalog.pointers.forEach((pointer, k) => {
      declare('pointer', pointer.name, pointer, i, k);
    });
  });
}

/** Places are left out: a declaration that only moved says the same as before. */
function signatureOf(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === 'at' || key.endsWith('At') ? undefined : inner));
}

function settingsSignature({ system }: Unit): string {
  if (!system) return '';
  const { title, doc, name, description, owner, model, rules, statements, ...rest } = system;
  return `${title !== undefined} ${signatureOf(rest)}`;
}

/** What conduits and nested names ask of a zone: its own word on kind, level, SL-T …, and its ancestors'. */
function zoneSignature(unit: Unit, zone: Zone): string {
  const own = `${zone.kind?.text} ${zone.level?.value} ${zone.slT?.vector} ${zone.safety?.value}`;
  return zone.parent < 0 ? own : `${own}\n${zoneSignature(unit, unit.zones[zone.parent]!)}`;
}

/** What decides which controls are asked of a zone: its kind, whether that is its own, its SL-T. */
function demandSignature(unit: Unit, zone: Zone): string {
  let [kind, slT] = [zone.kind, zone.slT];
  for (let i = zone.parent; i >= 0; i = unit.zones[i]!.parent) {
    kind ??= unit.zones[i]!.kind;
    slT ??= unit.zones[i]!.slT;
  }
  return `${kind?.text} ${zone.kind !== undefined} ${slT?.vector}`;
}

/** What statements say of requirements: all that decides how those stand. */
export function stated(statements: readonly Statement[]): string {
  return statements.map((statement) => `${termsOf(statement)} ${namesIn(statement.controls)}`).join('\n');
}

/** What a statement says of each of its controls. */
export function termsOf({ verb, until, compensatedBy }: Statement): string {
  return `${verb} ${until?.value ?? ''} ${namesIn(compensatedBy)}`;
}

const namesIn = (references: Statement['controls']): string => references.map(({ text }) => text).join();
