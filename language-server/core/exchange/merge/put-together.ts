import { ASSET_PROPERTIES } from '../properties.ts';
import type { AssetRecord } from '../records.ts';
import { type TypeRecogniser, UNKNOWN_TYPE } from '../types/recognise-type.ts';
import { saysTheSame } from './fill.ts';

type Differing = (property: string, first: string, second: string) => void;

const LISTS = ['addresses', 'macs', 'software', 'ports'] as const;

/** Two rows about one asset as one: what the first does not say the second does; lists have what both have. */
export function joined(
  first: AssetRecord,
  second: AssetRecord,
  types: TypeRecogniser,
  differs: Differing,
): AssetRecord {
  for (const { id, of } of ASSET_PROPERTIES) {
    const [a, b] = [of(first), of(second)];
    if (a !== undefined && b !== undefined && !saysTheSame(a, b)) differs(id, a, b);
  }
  const lists = Object.fromEntries(
    LISTS.flatMap((list) => {
      const all = [...new Set([...(first[list] ?? []), ...(second[list] ?? [])])];
      return all.length > 0 ? [[list, all]] : [];
    }),
  );
  // Words that mean no type give way to those that do.
  const isTold = first.typeWords !== undefined && types.of({ words: first.typeWords }).type !== UNKNOWN_TYPE;
  const words = isTold ? first.typeWords : (second.typeWords ?? first.typeWords);
  return { ...second, ...first, ...(words !== undefined && { typeWords: words }), ...lists };
}
