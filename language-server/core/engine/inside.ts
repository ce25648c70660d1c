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

/** The elements in a zone or conduit by their names. */
type Contents = Map<string, { sort: ElementSort; index: number }[]>;

/** What a unit has, by the path of what it stands in, and the same of each of its zones. */
interface Inside {
  readonly byPath: ReadonlyMap<string, Contents>;
  readonly ofZones: readonly (Contents | undefined)[];
}

/** A unit never changes, so this is made once. */
const unitInsides = new WeakMap<Unit, Inside>();

/** Names are looked up as they are written: a path made for each zone around each reference costs more than all else. */
function insideOf(unit: Unit): Inside {
  const known = unitInsides.get(unit);
  if (known) return known;
  const byPath = new Map<string, Contents>();
  const add = (path: string, sort: ElementSort, index: number) => {
    const [outer, name] = cut(path);
    const contents = byPath.get(outer) ?? new Map();
    byPath.set(outer, contents);
    const present = contents.get(name);
    if (present) present.push({ sort, index });
    else contents.set(name, [{ sort, index }]);
  };
  unit.zones.forEach((zone, i) => void add(zone.path, 'zone', i));
  unit.assets.forEach((asset, i) => void add(asset.path, 'asset', i));
  unit.conduits.forEach((conduit, i) => void add(conduit.path, 'conduit', i));
  const inside = { byPath, ofZones: unit.zones.map(({ path }) => byPath.get(path)) };
  unitInsides.set(unit, inside);
  return inside;
}

/** What a path leads through, empty where that is nothing, and its last segment. */
function cut(path: string): [outer: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
}

/**
 * What a reference means in its own unit: searched from the innermost enclosing zone outwards; an enclosing zone may be
 * named by its own name, too.
 */
export function elementInside(entry: Entry, reference: Reference): ElementRef | undefined {
  const wanted = WANTED[reference.sort] ?? [];
  const { unit } = entry;
  const { byPath, ofZones } = insideOf(unit);
  const { text } = reference;
  const [outer, name] = text.includes('.') ? cut(text) : ['', text];
  for (let zone = reference.zone; zone >= 0; zone = unit.zones[zone]!.parent) {
    const contents = outer === '' ? ofZones[zone] : byPath.get(`${unit.zones[zone]!.path}.${outer}`);
    const found = contents?.get(name)?.find(({ sort }) => wanted.includes(sort));
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
