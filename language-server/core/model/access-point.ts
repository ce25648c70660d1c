import type { BOUNDARY_SIDES } from './boundary.ts';
import type { Located, Place, Text } from './reference.ts';

/** Where somebody or something gets into a zone or conduit: a maintenance socket, a door, a wireless network. */
export interface AccessPoint {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  /** The whole declaration. */
  readonly at: Place;
  readonly side?: Located<(typeof BOUNDARY_SIDES)[number]>;
  /** Where it is on site. */
  readonly location?: Text;
  /** What keeps others out. */
  readonly protection?: Text;
  readonly usedBy: readonly Text[];
  /** True where nobody gets in until somebody opens it. */
  readonly closed?: Located<boolean>;
}

/** An access point with where it stands: by the index in the unit's array of that sort. */
export interface PlacedAccessPoint {
  readonly sort: 'zone' | 'conduit';
  readonly index: number;
  /** Dotted, from the system's top. */
  readonly path: string;
  readonly point: AccessPoint;
}

interface Holding {
  readonly path: string;
  readonly accessPoints: readonly AccessPoint[];
}

/** All access points of a unit, in the order of its elements. */
export const accessPointsIn = (unit: {
  readonly zones: readonly Holding[];
  readonly conduits: readonly Holding[];
}): PlacedAccessPoint[] =>
  (['zone', 'conduit'] as const).flatMap((sort) =>
    unit[`${sort}s`].flatMap(({ path, accessPoints }, index) =>
      accessPoints.map((point) => ({ sort, index, path: `${path}.${point.name.value}`, point })),
    ),
  );
