import type { PlantAsset, PlantConduit, PlantFlow, PlantSide, PlantSystem, PlantZone } from '../plant/plant.ts';

/*
 * A system as a graph of nested groups, as texts for wikis draw it: zones are groups, assets nodes, flows lines between
 * what they name. A conduit without flows is a line between its zones, and one with equipment a group of its own.
 */

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly element: PlantZone | PlantConduit;
  readonly groups: readonly Group[];
  readonly nodes: readonly Node[];
}

export interface Node {
  readonly id: string;
  readonly label: string;
  readonly asset: PlantAsset;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `both` where either side opens it, `none` for a conduit without flows. */
  readonly direction: 'forward' | 'both' | 'none';
}

export interface Graph {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly lines: readonly Line[];
}

/** A system as a graph; ids are short and hold for this graph only. */
export function graphOf(system: PlantSystem): Graph {
  const ids = new Map<PlantZone | PlantAsset | PlantConduit, string>();
  const idOf = (element: PlantZone | PlantAsset | PlantConduit): string => {
    const id = ids.get(element) ?? `${element.sort.charAt(0)}${ids.size + 1}`;
    ids.set(element, id);
    return id;
  };
  const nodeOf = (asset: PlantAsset): Node => ({
    id: idOf(asset),
    label: withCount(asset),
    asset,
  });
  const groupOf = (zone: PlantZone): Group => ({
    id: idOf(zone),
    label: zone.title,
    element: zone,
    groups: zone.zones.map(groupOf),
    nodes: zone.assets.map(nodeOf),
  });
  const equipped = system.conduits.filter(({ assets }) => assets.length > 0);
  const groups = [
    ...system.topZones.map(groupOf),
    ...equipped.map(
      (conduit): Group => ({
        id: idOf(conduit),
        label: conduit.title,
        element: conduit,
        groups: [],
        nodes: conduit.assets.map(nodeOf),
      }),
    ),
  ];
  const flowLine = (flow: PlantFlow): Line[] => {
    const [from, to] = [sideIn(flow.source), sideIn(flow.target)];
    if (!from || !to) return [];
    const label = flow.declared.protocol?.text ?? flow.declared.title?.value ?? '';
    return [{ from: idOf(from), to: idOf(to), label, direction: flow.declared.both ? 'both' : 'forward' }];
  };
  const sideIn = ({ element }: PlantSide) => (element && ids.has(element) ? element : undefined);
  const bare = system.conduits.filter(({ flows, assets }) => flows.length === 0 && assets.length === 0);
  const lines = [
    ...system.flows.flatMap(flowLine),
    ...bare.flatMap(({ title, ends }): Line[] => {
      const [first, ...others] = ends.flatMap(({ zone }) => (zone && ids.has(zone) ? [idOf(zone)] : []));
      return first === undefined ? [] : others.map((to) => ({ from: first, to, label: title, direction: 'none' }));
    }),
    ...equipped.flatMap((conduit) =>
      conduit.ends.flatMap(({ zone }): Line[] =>
        zone && ids.has(zone) ? [{ from: idOf(conduit), to: idOf(zone), label: '', direction: 'none' }] : [],
      ),
    ),
  ];
  return { title: system.title, groups, lines };
}

const withCount = ({ title, declared: { count } }: PlantAsset): string =>
  count && count.value > 1 ? `${count.value} × ${title}` : title;
