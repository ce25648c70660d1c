import { sidesOf } from '../analysis/sides.ts';
import { type ConduitRef, conduitOf, flowOf, type Handle } from '../engine/element.ts';
import { isSameElement, isSameHome, pathFrom } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Fix } from './fix.ts';
import { staysTrueIn } from './flow-moves.ts';

/** The conduit's flows as flows of its zone; not where more than flows would be lost with it. */
export function intoFlows(query: Query, ref: ConduitRef, zone: Handle<'zone'>): Fix[] {
  const { entry } = ref;
  const { at, flows } = conduitOf(ref);
  const refs = flows.map((index) => ({ entry, index }));
  const isInside = refs.every(
    (flow) => sidesOf(query, flow)?.every(({ home }) => isSameHome(home, zone)) && staysTrueIn(query, flow, zone),
  );
  if (!isInside || saysMoreThanFlows(query, ref)) return [];
  const remove = { kind: 'remove', at } as const;
  if (flows.length === 0) return [{ title: 'Remove the conduit', edits: [remove], preferred: true }];
  const move = { kind: 'move', at: refs.map((flow) => flowOf(flow).at), to: zone } as const;
  return [{ title: `Turn into flows of zone '${pathFrom(ref, zone)}'`, edits: [move, remove], preferred: true }];
}

/** True where a conduit would take more along than its flows: something stands in it or is said of it, or a risk is on it. */
export function saysMoreThanFlows(query: Query, ref: ConduitRef): boolean {
  const { assets, via, trust, provider, ...conduit } = conduitOf(ref);
  const { slT, description, owner, criticality, safety } = conduit;
  const { networks, boundaries, accessPoints, policies, assumptions, statements, allows } = conduit;
  const single = [trust, provider, slT, description, owner, criticality, safety];
  const lists = [assets, via, networks, boundaries, accessPoints, policies, assumptions, statements, allows];
  return single.some((value) => value !== undefined) || lists.some(({ length }) => length > 0) || hasRisk(query, ref);
}

/** True where a risk is on a conduit, which would name nothing without it. */
function hasRisk(query: Query, { entry, index }: ConduitRef): boolean {
  const { name, path } = conduitOf({ entry, sort: 'conduit', index });
  const asked = [keys.last(entry.system, name.value), keys.path(entry.system, path)];
  return [...(query.overview?.readersOf(asked) ?? [])].some((reader) =>
    reader.unit.risks.some(({ on }) =>
      on.some((reference) => {
        const found = resolveElement(query, reader, reference);
        return found.kind === 'one' && isSameElement(found.target, { entry, sort: 'conduit', index });
      }),
    ),
  );
}
