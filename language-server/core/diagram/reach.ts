import { type DiagramModel, type DiagramZone, eachZone } from './diagram-model.ts';

/**
 * What reaches an element: the zones, with their assets, and the conduits along which connections can be opened towards
 * it, step by step; and the element itself with all that is in it. A conduit lets through what its flows open; one
 * without flows, nothing.
 */
export function reaching(model: DiagramModel, element: string): Set<string> {
  const zones = new Map<string, DiagramZone>();
  /** Where the ways lead to: the zone with all zones in it, the zone of an asset, the opening ends of a conduit. */
  let targets: string[] = [];
  eachZone(model.zones, (zone) => {
    zones.set(zone.id, zone);
    if (zone.id === element) eachZone([zone], ({ id }) => void targets.push(id));
    if (zone.assets.some(({ id }) => id === element)) targets = [zone.id];
  });
  for (const { id, ends, direction } of model.conduits) {
    if (id !== element) continue;
    if (direction === 'forward' || direction === 'both') targets.push(ends[0]);
    if (direction === 'backward' || direction === 'both') targets.push(ends[1]);
  }
  const openers = openersOf(model);
  const seen = new Set<string>(targets);
  const reached = new Set<string>([element]);
  for (const zone of seen) {
    reached.add(zone);
    const assets = zones.get(zone)?.assets ?? [];
    // Beside an asset its neighbours stand in the zone, but the question is not for them.
    if (!assets.some(({ id }) => id === element)) for (const { id } of assets) reached.add(id);
    for (const { from, by } of openers.get(zone) ?? []) {
      reached.add(by);
      seen.add(from);
    }
  }
  return reached;
}

/** For each zone the zones that open connections to it, and the conduits they use. */
function openersOf({ conduits }: DiagramModel): Map<string, { from: string; by: string }[]> {
  const openers = new Map<string, { from: string; by: string }[]>();
  const add = (to: string, from: string, by: string): void => {
    const present = openers.get(to);
    if (present) present.push({ from, by });
    else openers.set(to, [{ from, by }]);
  };
  for (const { id, ends, direction } of conduits) {
    if (direction === 'forward' || direction === 'both') add(ends[1], ends[0], id);
    if (direction === 'backward' || direction === 'both') add(ends[0], ends[1], id);
  }
  return openers;
}
