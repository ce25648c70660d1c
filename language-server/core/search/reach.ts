import {
  accessPointOf,
  type DiagramFlow,
  type DiagramModel,
  type DiagramZone,
  eachZone,
} from '../diagram/model/diagram-model.ts';

/** A connection that one side may open to the other, and the conduit that it takes. */
interface Opening {
  readonly from: string;
  readonly to: string;
  readonly by?: string;
}

/**
 * What reaches an element: the assets and zones from which connections can be opened towards it, flow by flow, also
 * through others, the conduits that they take, and the element itself with all that is in it. A flow of a zone is one of
 * everything in it. What reaches a conduit is what opens its flows; what reaches an access point is what reaches behind it.
 */
export function reaching(model: DiagramModel, element: string): Set<string> {
  const point = accessPointOf(element);
  if (point) return reaching(model, point.home).add(element);
  const openings = openingsOf(model);
  const openersOf = new Map<string, Opening[]>();
  for (const opening of openings) {
    const present = openersOf.get(opening.to);
    if (present) present.push(opening);
    else openersOf.set(opening.to, [opening]);
  }
  const contents = contentsByZone(model.zones);
  const equipment = new Set(model.conduits.flatMap(({ assets }) => assets.map(({ id }) => id)));
  const reached = new Set<string>();
  const waiting: string[] = [];
  const reach = (id: string): void => {
    for (const each of [id, ...(contents.get(id) ?? [])]) {
      if (reached.has(each)) continue;
      reached.add(each);
      waiting.push(each);
    }
  };
  reach(element);
  for (const { id, assets } of model.conduits) if (id === element) for (const asset of assets) reach(asset.id);
  for (const { from, by } of openings) if (by === element) reach(from);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // What is opened to a zone around it is opened to it.
    for (const place of equipment.has(next) ? [next] : withZonesAround(next)) {
      for (const { from, by } of openersOf.get(place) ?? []) {
        if (by !== undefined) reached.add(by);
        reach(from);
      }
    }
  }
  return reached;
}

function openingsOf({ conduits, flows }: DiagramModel): Opening[] {
  const openings: Opening[] = [];
  const add = ({ source, target, both }: DiagramFlow, by?: string): void => {
    if (source === undefined || target === undefined) return;
    openings.push({ from: source, to: target, by });
    if (both) openings.push({ from: target, to: source, by });
  };
  for (const flow of flows) add(flow);
  for (const { id, flows: own } of conduits) for (const flow of own) add(flow, id);
  return openings;
}

/** The assets and zones in each zone, at any depth. */
function contentsByZone(zones: readonly DiagramZone[]): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  eachZone(zones, (zone) => {
    const inner: string[] = [];
    eachZone([zone], ({ id, assets }) => {
      if (id !== zone.id) inner.push(id);
      for (const asset of assets) inner.push(asset.id);
    });
    contents.set(zone.id, inner);
  });
  return contents;
}

/** The path of an element and those of the zones around it. */
function withZonesAround(id: string): string[] {
  const paths = [id];
  for (let dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) paths.push(id.slice(0, dot));
  return paths;
}
