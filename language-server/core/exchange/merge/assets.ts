import type { PlantSystem } from '../../plant/plant.ts';
import { isName } from '../../text/names.ts';
import type { Conflict, Home, NewAsset } from '../plan.ts';
import { ASSET_PROPERTIES, quoted, quotedList } from '../properties.ts';
import type { AssetRecord } from '../records.ts';
import type { TypeRecogniser } from '../types/recognise-type.ts';
import { UNKNOWN_TYPE } from '../types/recognise-type.ts';
import { createFilling, fill, fillAll, type Ledger, saysTheSame } from './fill.ts';
import { contradictions, type Entry, isCertainlySame, type KnownAsset, keysOf, recordOf } from './identity.ts';
import { type Namer, nameFrom } from './names.ts';
import { joined } from './put-together.ts';

/** Where assets stand, as far as they need to know. */
export interface Homes {
  /** The homes that a word means; none where it is not known. */
  find(called: string): readonly Home[];
  named(called: string, level?: number): Home;
  around(address: string): Home | undefined;
  toBePlaced(): Home;
}

export interface Assets {
  add(record: AssetRecord): void;
  /** The new ones with names, types and homes; to be called once, when all is read. */
  finish(): readonly NewAsset[];
  /** The asset that a word or address means, when all is read. */
  find(called: string): readonly Entry[];
  readonly touched: ReadonlySet<KnownAsset>;
  readonly unknownTypes: ReadonlyMap<string, number>;
}

/** Of more assets with one name none is looked at one by one. */
const MOST_ALIKE = 50;

export function createAssets(
  plant: PlantSystem,
  homes: Homes,
  types: TypeRecogniser,
  ledger: Ledger,
  namer: Namer,
): Assets {
  const byName = new Map<string, Entry | Entry[]>();
  const byKey = new Map<string, Entry>();
  const made: NewAsset[] = [];
  const touched = new Set<KnownAsset>();
  const unknownTypes = new Map<string, number>();
  const differing: (Omit<Conflict, 'path'> & { readonly asset: NewAsset })[] = [];
  const told = new Map<Entry, AssetRecord>();

  const know = (word: string, entry: Entry) => {
    const known = byName.get(word);
    if (known === undefined) byName.set(word, entry);
    else if (!Array.isArray(known)) known !== entry && byName.set(word, [known, entry]);
    else if (known.length <= MOST_ALIKE && !known.includes(entry)) known.push(entry);
  };
  const learnKeys = (record: AssetRecord, entry: Entry) => {
    for (const key of keysOf(record)) if (!byKey.has(key)) byKey.set(key, entry);
    if (record.id !== undefined && !byKey.has(`i ${record.id}`)) byKey.set(`i ${record.id}`, entry);
  };
  const named = (word: string): readonly Entry[] => {
    const found = byName.get(word);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  };

  for (const element of plant.assets) {
    const entry: KnownAsset = { sort: 'known-asset', ...createFilling(element), element };
    const words = [element.path, nameFrom(element.name), nameFrom(element.declared.title?.value ?? '')];
    for (const word of words) if (word !== '') know(word, entry);
    const record = recordOf(element);
    told.set(entry, record);
    learnKeys(record, entry);
    namer.note(element.home.path, element.name);
  }

  const recordFor = (entry: Entry): AssetRecord => (entry.sort === 'new-asset' ? entry.record : told.get(entry)!);

  function isSameZone(record: AssetRecord, entry: Entry): boolean {
    if (record.zone === undefined) return true;
    const home = entry.sort === 'new-asset' ? entry.home : entry.element.home;
    if (home === undefined) return false;
    return homes.find(record.zone).some((zone) => zone === home || home.path.startsWith(`${zone.path}.`));
  }

  const isTaken = (entry: Entry): boolean => entry.sort === 'new-asset' || entry.claimedBy !== undefined;

  /** The asset that a row speaks of: by its name, else by serial number, MAC or address. */
  function find(record: AssetRecord, word: string): Entry | undefined {
    const sameId = record.id === undefined ? undefined : byKey.get(`i ${record.id}`);
    if (sameId) return sameId;
    const keyed = keysOf(record).flatMap((key) => byKey.get(key) ?? []);
    const alike = word === '' ? [] : [...named(record.called ?? ''), ...named(word)];
    const sure = keyed.find((entry) => alike.includes(entry));
    if (sure && mayBe(record, sure)) return sure;
    const fitting = alike.filter((entry) => mayBe(record, entry));
    const best = fitting.find((entry) => isSameZone(record, entry)) ?? fitting[0];
    if (best) return best;
    if (alike.length > 0) return undefined;
    // Another name for what a row has named already is another device, such as one of two with one address.
    return keyed.find((entry) => !isTaken(entry) || word === '' || wordOf(entry) === '');
  }

  function mayBe(record: AssetRecord, entry: Entry): boolean {
    const other = recordFor(entry);
    if (isCertainlySame(record, other)) return true;
    const count = contradictions(record, other, isSameZone(record, entry));
    return isTaken(entry) ? count === 0 : count < 2;
  }

  const wordOf = (entry: Entry): string =>
    entry.sort === 'new-asset'
      ? nameFrom(statedName(entry.record) ?? '')
      : (entry.claimedBy ?? nameFrom(entry.element.name));

  function add(record: AssetRecord): void {
    noteType(record);
    const placed = withPath(record);
    const word = nameFrom(lastOf(placed, statedName(placed) ?? ''));
    const entry = find(placed, word);
    if (entry === undefined) {
      const asset: NewAsset = { sort: 'new-asset', name: '', record: placed };
      if (placed.zone !== undefined) asset.home = homes.named(placed.zone, placed.level);
      made.push(asset);
      if (word !== '') know(word, asset);
      learnKeys(placed, asset);
    } else if (entry.sort === 'new-asset') {
      entry.record = joined(entry.record, placed, (property, model, file) =>
        differing.push({ asset: entry, property, model, file }),
      );
      entry.home ??= placed.zone === undefined ? undefined : homes.named(placed.zone, placed.level);
      learnKeys(placed, entry);
    } else {
      entry.claimedBy ??= word;
      touched.add(entry);
      compare(entry, placed);
      learnKeys(placed, entry);
    }
  }

  function noteType({ typeWords }: AssetRecord): void {
    if (typeWords === undefined || types.ofWords(typeWords)) return;
    if (unknownTypes.has(typeWords) || unknownTypes.size < 1000) {
      unknownTypes.set(typeWords, (unknownTypes.get(typeWords) ?? 0) + 1);
    }
  }

  /** Fills what an asset of the plant has not, and tells where it says otherwise. */
  function compare(entry: KnownAsset, record: AssetRecord): void {
    const { element } = entry;
    const { declared } = element;
    const stated = declared.title?.value;
    if (record.title !== undefined && named(nameFrom(record.called ?? '')).includes(entry)) {
      fill(ledger, entry, 'title', { file: record.title, model: stated, text: quoted(record.title) });
    }
    compareType(entry, record);
    fillAll(ledger, entry, ASSET_PROPERTIES, record, declared as never);
    const own = recordFor(entry);
    for (const [property, file = [], model = []] of [
      ['address', record.addresses, own.addresses],
      ['mac', record.macs, own.macs],
    ] as const) {
      const known = new Set(keysOf({ addresses: model, macs: model }));
      const isNew = keysOf(property === 'mac' ? { macs: file } : { addresses: file }).some((key) => !known.has(key));
      fill(ledger, entry, property, {
        file: isNew ? file.join(', ') : undefined,
        model: model.length > 0 ? model.join(', ') : undefined,
        text: `address ${quotedList(file)}`,
      });
    }
    const software =
      record.software?.filter((each) => !declared.software.some(({ value }) => saysTheSame(value, each))) ?? [];
    const model = declared.software.map(({ value }) => value).join(', ');
    const text = `software ${quotedList(software)}`;
    if (software.length > 0) {
      fill(ledger, entry, 'software', { file: software.join(', '), model: model === '' ? undefined : model, text });
    }
    if (record.zone !== undefined && !isSameZone(record, entry)) {
      fill(ledger, entry, 'zone', { file: record.zone, model: element.home.path, text: '' });
    }
  }

  function compareType(entry: KnownAsset, record: AssetRecord): void {
    const model = entry.element.declared.type?.text;
    if (model === undefined || (record.typeWords === undefined && model !== UNKNOWN_TYPE)) return;
    const { type, from, sure, others = [] } = types.of(hintsOf(record));
    if (type === UNKNOWN_TYPE || [type, ...others].some((name) => entry.element.type?.names.includes(name))) return;
    if (model === UNKNOWN_TYPE) fill(ledger, entry, 'type', { file: type, model: undefined, text: type });
    else if (from === 'alias' && sure === 'high') fill(ledger, entry, 'type', { file: type, model, text: '' });
  }

  function finish(): readonly NewAsset[] {
    for (const asset of made) {
      const { record } = asset;
      asset.guess = types.of(hintsOf(record));
      asset.home ??=
        record.addresses?.map((address) => homes.around(address)).find((zone) => zone) ?? homes.toBePlaced();
      const stated = lastOf(record, statedName(record) ?? '');
      const name = record.isExact && isName(stated) ? stated : nameFrom(stated);
      asset.name = namer.take(asset.home.path, name || nameFrom(unnamed(asset)));
      asset.title = record.title ?? (name === '' || stated === name ? undefined : stated);
    }
    for (const { asset, ...conflict } of differing) ledger.conflicts.push({ path: pathOfNew(asset), ...conflict });
    return made;
  }

  return {
    add,
    finish,
    touched,
    unknownTypes,
    find(called) {
      const found = named(called).length > 0 ? named(called) : named(nameFrom(called.split('.').at(-1) ?? ''));
      const exact = found.filter((entry) => pathOfEntry(entry) === called);
      if (exact.length > 0) return exact;
      if (found.length > 0) return found;
      const keyed = keysOf({ addresses: [called] }).flatMap((key) => byKey.get(key) ?? []);
      return keyed.slice(0, 1);
    },
  };
}

export const pathOfNew = ({ home, name }: NewAsset): string => (home ? `${home.path}.${name}` : name);

export const pathOfEntry = (entry: Entry): string =>
  entry.sort === 'new-asset' ? pathOfNew(entry) : entry.element.path;

/** What a row calls its asset; what has neither name nor anything else that tells it from others goes by its product. */
function statedName(record: AssetRecord): string | undefined {
  const { called, hostName, title, id, product, typeWords } = record;
  return called ?? hostName ?? title ?? (keysOf(record).length === 0 ? (id ?? product ?? typeWords) : undefined);
}

/** Where a name is a path of ours, the zone that it names. */
function withPath(record: AssetRecord): AssetRecord {
  const { called = '', isExact, zone } = record;
  if (!isExact || zone !== undefined || !called.includes('.') || !called.split('.').every(isName)) return record;
  return { ...record, zone: called.slice(0, called.lastIndexOf('.')) };
}

/** The name at the end of a path of ours. */
const lastOf = ({ isExact }: AssetRecord, stated: string): string =>
  isExact && stated.split('.').every(isName) ? stated.slice(stated.lastIndexOf('.') + 1) : stated;

/** What is called after what it is, and where it is found. */
function unnamed({ guess, record: { addresses = [], macs = [], serial } }: NewAsset): string {
  const type = guess === undefined || guess.type === UNKNOWN_TYPE ? 'device' : guess.type;
  return `${type} ${addresses[0] ?? macs[0] ?? serial ?? ''}`;
}

function hintsOf(record: AssetRecord) {
  const { typeWords: words, vendor, product, description, software, ports } = record;
  return {
    words,
    vendor,
    product,
    description,
    software,
    ports,
    title: `${record.title ?? ''} ${statedName(record) ?? ''}`,
  };
}
