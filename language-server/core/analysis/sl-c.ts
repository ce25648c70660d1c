import { type AssetRef, assetOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ComponentClass, Control } from '../model/control.ts';
import { FRS, type Fr, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import { slCOfType, traitsOf } from './asset-traits.ts';
import { catalogOf } from './catalogs.ts';
import { allSaid, readBlock } from './statements.ts';
import { isSettled, statusesOf, statusIn } from './status.ts';

/** The catalogue whose requirements a component's capability is derived from. */
const COMPONENT_CATALOG = 'iec62443-4-2';

/** Where the capability of an asset comes from. */
export type SlCSource = 'stated' | 'derived' | 'type';

/** What holds a capability down in one FR: the requirements that are not met at the lowest level that misses any. */
export interface Cap {
  readonly fr: Fr;
  /** The level that is reached. */
  readonly level: number;
  readonly controls: readonly string[];
}

/** The security capability of an asset, and where it comes from. */
export interface Capability {
  readonly vector: SlVector;
  readonly source: SlCSource;
  /** For a derived capability, what caps it, in the order of the FRs; an FR at level 4 has no cap. */
  readonly caps: readonly Cap[];
}

/**
 * The capability of an asset: stated with `sl-c`, else derived from its statements about component requirements of
 * its class, else its type's. Undefined where none of these says anything.
 */
export function slCOf(query: Query, ref: AssetRef): Capability | undefined {
  const { slC, statements, type } = assetOf(ref);
  if (slC) return { vector: slC.vector, source: 'stated', caps: [] };
  const traits = traitsOf(query, ref);
  const derived = traits?.class && statements.length > 0 ? derivedSlC(query, ref, traits.class) : undefined;
  if (derived) return derived;
  const ofType = type && slCOfType(query, type.text);
  return ofType && { vector: ofType, source: 'type', caps: [] };
}

/**
 * In each FR the highest level at and below which all requirements for the class are met (0 if not even level 1).
 * Undefined where the asset states none of them: what is for systems or another class counts for nothing.
 */
function derivedSlC(query: Query, ref: AssetRef, componentClass: ComponentClass): Capability | undefined {
  const block = { entry: ref.entry, statements: assetOf(ref).statements };
  const said = allSaid(readBlock(query, block));
  const requirements = requirementsFor(query, componentClass);
  if (!requirements.some(({ id }) => said.has(id))) return undefined;
  const statuses = statusesOf(query, [block]);
  const unmet = requirements.filter(({ id }) => !isSettled(statusIn(statuses, id)));
  const caps = FRS.flatMap((fr): Cap[] => {
    const ofFr = unmet.filter(({ group }) => group === fr);
    if (ofFr.length === 0) return [];
    const lowest = Math.min(...ofFr.map(levelOf));
    const controls = ofFr.filter((control) => levelOf(control) === lowest).map(({ id }) => id);
    return [{ fr, level: lowest - 1, controls }];
  });
  const vector = FRS.map((fr) => caps.find((cap) => cap.fr === fr)?.level ?? MAX_LEVEL);
  return { vector, source: 'derived', caps };
}

const levelOf = ({ level }: Said<Control>): number => level ?? 1;

/** The component requirements of the catalogue that are for a class. */
export function requirementsFor(query: Query, componentClass: ComponentClass): readonly Said<Control>[] {
  return (catalogOf(query, COMPONENT_CATALOG)?.controls ?? []).filter(({ classes }) =>
    classes.includes(componentClass),
  );
}

/** Whether a component of a class has to meet a requirement where an SL-T holds. */
export type ComponentDemand =
  | 'required'
  | 'above' // only from a higher level on
  | 'other-class';

/** What an SL-T asks of a component; undefined for what belongs to no FR. */
export function demandOf(
  { classes, group, level }: Pick<Said<Control>, 'classes' | 'group' | 'level'>,
  componentClass: ComponentClass,
  slT: SlVector,
): ComponentDemand | undefined {
  if (classes.length > 0 && !classes.includes(componentClass)) return 'other-class';
  const target = slT[(FRS as readonly string[]).indexOf(group)];
  if (target === undefined) return undefined;
  return (level ?? 1) <= target ? 'required' : 'above';
}

/** The lowest capability per FR among assets that have one, and how many do; undefined where none has. */
export function lowestSlC(
  query: Query,
  assets: readonly AssetRef[],
): { readonly vector: SlVector; readonly count: number } | undefined {
  const known = assets.flatMap((asset) => {
    const found = slCOf(query, asset);
    return found ? [found.vector] : [];
  });
  if (known.length === 0) return undefined;
  return { vector: FRS.map((_, fr) => Math.min(...known.map((vector) => vector[fr]!))), count: known.length };
}
