import { sidesOf } from '../analysis/sides.ts';
import { type ConduitRef, conduitOf, flowOf, type Handle } from '../engine/element.ts';
import { isSameElement, isSameHome, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Fix } from './fix.ts';
import { staysTrueIn } from './flow-moves.ts';

/** The conduit's flows as flows of its zone; not where more than flows would be lost with it. */
export function intoFlows(query: Query, ref: ConduitRef, zone: Handle<'zone'>): Fix[] {
  const { entry } = ref;
  const { at, assets, flows, statements, allows, slT } = conduitOf(ref);
  const refs = flows.map((index) => ({ entry, index }));
  const isInside = refs.every(
    (flow) => sidesOf(query, flow)?.every(({ home }) => isSameHome(home, zone)) && staysTrueIn(query, flow, zone),
  );
  if (!isInside || assets.length > 0 || statements.length > 0 || allows.length > 0 || slT || hasRisk(query, ref))
    return [];
  const remove = { kind: 'remove', at } as const;
  if (flows.length === 0) return [{ title: 'Remove the conduit', edits: [remove], preferred: true }];
  const move = { kind: 'move', at: refs.map((flow) => flowOf(flow).at), to: zone } as const;
  return [{ title: `Turn into flows of zone '${pathOf(zone)}'`, edits: [move, remove], preferred: true }];
}

/** True where a risk is on a conduit, which would name nothing without it. */
export function hasRisk(query: Query, { entry, index }: ConduitRef): boolean {
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
