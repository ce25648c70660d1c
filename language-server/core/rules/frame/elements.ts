import type { AssetRef, ConduitRef, ElementSort, FlowRef, RiskRef, ZoneRef } from '../../engine/element.ts';
import type { Entry } from '../../engine/entry.ts';

/** The elements of a unit, as rules are asked about them. */
export interface Elements {
  readonly zones: readonly ZoneRef[];
  readonly assets: readonly AssetRef[];
  readonly conduits: readonly ConduitRef[];
  readonly flows: readonly FlowRef[];
  readonly risks: readonly RiskRef[];
}

/** Of the unit that was asked about last: the parts of its evaluation come one after the other. */
let last: { readonly entry: Entry; readonly elements: Elements } | undefined;

/** The elements of a unit, each the same object for all rules: tens of thousands would be made anew for each of them. */
export function elementsOf(entry: Entry): Elements {
  if (last?.entry === entry) return last.elements;
  const { zones, assets, conduits, flows, risks } = entry.unit;
  const refs = <S extends ElementSort>(sort: S, all: readonly unknown[]) =>
    all.map((_, index) => ({ entry, sort, index }) as const);
  const elements = {
    zones: refs('zone', zones),
    assets: refs('asset', assets),
    conduits: refs('conduit', conduits),
    flows: flows.map((_, index) => ({ entry, index })),
    risks: refs('risk', risks),
  };
  last = { entry, elements };
  return elements;
}
