import { ASSET_PROPERTIES, quoted, quotedList } from '../properties.ts';
import type { AssetRecord } from '../records.ts';
import { type TypeRecogniser, UNKNOWN_TYPE } from '../types/recognise-type.ts';
import { fill, fillAll, type Ledger, saysTheSame } from './fill.ts';
import { type KnownAsset, keysOf } from './identity.ts';
import { hintsOf } from './stated-name.ts';

/**
 * Fills what an asset of the plant has not, and tells where it says otherwise.
 * @param isByName true where the row names it: only then it speaks of its title
 * @param isAtHome false where the row has it in another zone
 */
export function compareAsset(
  ledger: Ledger,
  known: KnownAsset,
  record: AssetRecord,
  types: TypeRecogniser,
  { isByName, isAtHome }: { readonly isByName: boolean; readonly isAtHome: boolean },
): void {
  const { element } = known;
  const { declared } = element;
  if (record.title !== undefined && isByName) {
    fill(ledger, known, 'title', { file: record.title, model: declared.title?.value, text: quoted(record.title) });
  }
  compareType(ledger, known, record, types);
  fillAll(ledger, known, ASSET_PROPERTIES, record, declared as never);
  compareAddresses(ledger, known, record);
  const software =
    record.software?.filter((each) => !declared.software.some(({ value }) => saysTheSame(value, each))) ?? [];
  if (software.length > 0) {
    const model = declared.software.map(({ value }) => value).join(', ');
    fill(ledger, known, 'software', {
      file: software.join(', '),
      model: model || undefined,
      text: `software ${quotedList(software)}`,
    });
  }
  if (record.zone !== undefined && !isAtHome) {
    fill(ledger, known, 'zone', { file: record.zone, model: element.home.path, text: '' });
  }
}

function compareAddresses(ledger: Ledger, known: KnownAsset, record: AssetRecord): void {
  for (const property of ['addresses', 'macs'] as const) {
    const [file, model] = [record[property] ?? [], known.record[property] ?? []];
    const keys = new Set(keysOf({ [property]: model }));
    const isNew = keysOf({ [property]: file }).some((key) => !keys.has(key));
    fill(ledger, known, property === 'macs' ? 'mac' : 'address', {
      file: isNew ? file.join(', ') : undefined,
      model: model.length > 0 ? model.join(', ') : undefined,
      text: `address ${quotedList(file)}`,
    });
  }
}

function compareType(ledger: Ledger, known: KnownAsset, record: AssetRecord, types: TypeRecogniser): void {
  const model = known.element.declared.type?.text;
  if (model === undefined || (record.typeWords === undefined && model !== UNKNOWN_TYPE)) return;
  const { type, from, sure, others = [] } = types.of(hintsOf(record));
  if (type === UNKNOWN_TYPE || [type, ...others].some((name) => known.element.type?.names.includes(name))) return;
  if (model === UNKNOWN_TYPE) fill(ledger, known, 'type', { file: type, model: undefined, text: type });
  else if (from === 'alias' && sure === 'high') fill(ledger, known, 'type', { file: type, model, text: '' });
}
