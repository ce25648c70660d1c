import type { PlantAsset, PlantConduit, PlantZone } from '../../plant/plant.ts';
import type { Conflict, Fill } from '../plan.ts';
import type { Property } from '../properties.ts';

/** What is filled in and what differs, of all elements that are there. */
export interface Ledger {
  readonly fills: Fill[];
  readonly conflicts: Conflict[];
}

export const createLedger = (): Ledger => ({ fills: [], conflicts: [] });

/** True for texts that say the same, as people write it. */
export const saysTheSame = (a: string, b: string): boolean => a === b || folded(a) === folded(b);

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** An element that is there, and what the import has given it so far. */
export interface Filling {
  readonly element: PlantAsset | PlantZone | PlantConduit;
  readonly filled: Map<string, string>;
  isChanged: boolean;
}

export const createFilling = (element: Filling['element']): Filling => ({
  element,
  filled: new Map(),
  isChanged: false,
});

/** Fills a property, or tells that the model says otherwise. */
export function fill(
  ledger: Ledger,
  filling: Filling,
  property: string,
  {
    file,
    model,
    text,
  }: { readonly file: string | undefined; readonly model: string | undefined; readonly text: string },
): void {
  if (file === undefined) return;
  const { path } = filling.element;
  const known = model ?? filling.filled.get(property);
  if (known === undefined) {
    filling.filled.set(property, file);
    filling.isChanged = true;
    ledger.fills.push({ element: filling.element, path, property, text });
  } else if (!saysTheSame(known, file)) {
    filling.isChanged = true;
    ledger.conflicts.push({ path, property, model: known, file });
  }
}

/** Does so for all properties with one value. */
export function fillAll<R, D>(
  ledger: Ledger,
  filling: Filling,
  properties: readonly Property<R, D>[],
  record: R,
  declared: D,
): void {
  for (const { id, of, stated, write } of properties) {
    const file = of(record, declared);
    if (file !== undefined) fill(ledger, filling, id, { file, model: stated(declared), text: write(file) });
  }
}
