import type { Reference, Sort } from '../model/reference.ts';
import type { Unit } from '../model/unit.ts';
import type { ElementRef, ElementSort } from './element.ts';
import type { Entry } from './entry.ts';

/** The sorts of elements that a reference may mean. */
export const WANTED: Partial<Record<Sort, readonly ElementSort[]>> = {
  zone: ['zone'],
  asset: ['asset'],
  side: ['asset', 'zone'],
  scope: ['zone', 'conduit'],
  risk: ['risk'],
};

/** True for references to elements of a system, which have paths; the others name something in a shared space. */
export function isPathReference(reference: Reference): boolean {
  return WANTED[reference.sort] !== undefined;
}

/** Paths of a unit's elements. A unit never changes, so its map is made once. */
const unitPaths = new WeakMap<Unit, Map<string, { sort: ElementSort; index: number }[]>>();

function pathsOf(unit: Unit): Map<string, { sort: ElementSort; index: number }[]> {
  let paths = unitPaths.get(unit);
  if (!paths) {
    paths = new Map();
    const add = (path: string, sort: ElementSort, index: number) => {
      const present = paths!.get(path);
      if (present) present.push({ sort, index });
      else paths!.set(path, [{ sort, index }]);
    };
    unit.zones.forEach((zone, i) => void add(zone.path, 'zone', i));
    unit.assets.forEach((asset, i) => void add(asset.path, 'asset', i));
    unit.conduits.forEach((conduit, i) => void add(conduit.path, 'conduit', i));
    unitPaths.set(unit, paths);
  }
  return paths;
}

/**
 * What a reference means in its own unit: searched from the innermost enclosing zone outwards; an enclosing zone may be
 * named by its own name, too.
 */
export function elementInside(entry: Entry, reference: Reference): ElementRef | undefined {
  const wanted = WANTED[reference.sort] ?? [];
  const { unit } = entry;
  const paths = pathsOf(unit);
  for (let zone = reference.zone; zone >= 0; zone = unit.zones[zone]!.parent) {
    const found = paths.get(`${unit.zones[zone]!.path}.${reference.text}`)?.find(({ sort }) => wanted.includes(sort));
    if (found) return { entry, ...found };
  }
  return undefined;
}

/** The asset of that name among the equipment of the conduit that a reference is written in. */
export function ownAssetNamed(entry: Entry, { sort, text, conduit }: Reference): ElementRef<'asset'> | undefined {
  if (!WANTED[sort]?.includes('asset')) return undefined;
  const { unit } = entry;
  const own = unit.conduits[conduit]?.assets;
  const index = own?.find((asset) => unit.assets[asset]!.name.value === text);
  return index === undefined ? undefined : { entry, sort: 'asset', index };
}
