import type { Control } from '../catalogue/control.ts';
import { type AssetRef, assetOf } from '../engine/entry.ts';
import type { View } from '../engine/view.ts';
import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import { assetTypeOf, typeLine } from './focus.ts';
import { catalogOf } from './settings.ts';
import { isMet, statusesOf } from './status.ts';

/** The catalogue whose requirements a component's capability is derived from. */
export const COMPONENT_CATALOG = 'iec62443-4-2';

/** Where the capability of an asset comes from. */
export type SlCSource = 'stated' | 'derived' | 'type';

/**
 * The capability of an asset: stated with `sl-c`, else derived from its statements about component requirements of
 * its class, else its type's. Undefined where none of these says anything.
 */
export function slCOf(
  view: View,
  ref: AssetRef,
): { readonly vector: SlVector; readonly source: SlCSource } | undefined {
  const asset = assetOf(ref);
  if (asset.slC) return { vector: asset.slC.vector, source: 'stated' };
  const derived = asset.statements.length > 0 ? derivedSlC(view, ref) : undefined;
  if (derived) return { vector: derived, source: 'derived' };
  const types = asset.type
    ? typeLine(view, asset.type.text).flatMap((name) => assetTypeOf(view, name)?.type ?? [])
    : [];
  const vector = types.find(({ slC }) => slC)?.slC?.vector;
  return vector && { vector, source: 'type' };
}

/** In each FR the highest level at and below which all requirements for the class are met (0 if not even level 1). */
function derivedSlC(view: View, ref: AssetRef): SlVector | undefined {
  const asset = assetOf(ref);
  const types = asset.type
    ? typeLine(view, asset.type.text).flatMap((name) => assetTypeOf(view, name)?.type ?? [])
    : [];
  const componentClass = types.find((type) => type.class)?.class;
  if (!componentClass) return undefined;
  const controls = requirementsFor(view, componentClass);
  const statuses = statusesOf(view, [{ entry: ref.entry, statements: asset.statements }]);
  const levels = FRS.map(() => MAX_LEVEL);
  for (const { id, group, level = 1 } of controls) {
    const fr = (FRS as readonly string[]).indexOf(group);
    if (fr >= 0 && level <= levels[fr]! && !isMet(statuses.of(id))) levels[fr] = level - 1;
  }
  return levels;
}

function requirementsFor(view: View, componentClass: Control['classes'][number]): readonly Control[] {
  return (catalogOf(view, COMPONENT_CATALOG)?.controls ?? []).filter(({ classes }) => classes.includes(componentClass));
}

/** The lowest capability per FR among assets that have one, and how many do; undefined where none has. */
export function lowestSlC(
  view: View,
  assets: readonly AssetRef[],
): { readonly vector: SlVector; readonly count: number } | undefined {
  const known = assets.flatMap((asset) => {
    const found = slCOf(view, asset);
    return found ? [found.vector] : [];
  });
  if (known.length === 0) return undefined;
  return { vector: FRS.map((_, fr) => Math.min(...known.map((vector) => vector[fr]!))), count: known.length };
}
