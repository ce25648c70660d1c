import { type DiagramModel, type DiagramZone, eachZone } from './diagram-model.ts';
import type { PictureOptions } from './picture-options.ts';

/** The model of a picture of one zone, and what of it is open and closed. */
export interface ZonePicture {
  readonly model: DiagramModel;
  readonly options: PictureOptions;
}

/**
 * A zone with a picture of its own: what is in it, its conduits, and as cards the zones they lead to. A zone around it
 * is drawn, without what else it holds, where a conduit ends at it.
 * @returns undefined where the model has no such zone
 */
export function pictureOfZone(model: DiagramModel, zone: string, options: PictureOptions): ZonePicture | undefined {
  const parents = new Map<string, string>();
  let target: DiagramZone | undefined;
  eachZone(model.zones, (candidate, _, parent) => {
    if (parent) parents.set(candidate.id, parent.id);
    if (candidate.id === zone) target = candidate;
  });
  if (!target) return undefined;
  const around = new Set<string>();
  for (let id = parents.get(zone); id !== undefined; id = parents.get(id)) around.add(id);
  const inside = new Set<string>();
  eachZone([target], ({ id }) => void inside.add(id));

  const conduits = model.conduits.filter(({ ends }) => ends.some((end) => inside.has(end)));
  const outside = new Set(conduits.flatMap(({ ends }) => ends).filter((end) => !inside.has(end)));
  const prune = (zones: readonly DiagramZone[]): DiagramZone[] =>
    zones.flatMap((candidate) => {
      const { id } = candidate;
      if (id === zone || (outside.has(id) && !around.has(id))) return [candidate];
      const inner = prune(candidate.zones);
      return outside.has(id) ? [{ ...candidate, assets: [], accessPoints: [], zones: inner }] : inner;
    });

  const neighbours = [...outside].filter((id) => !around.has(id));
  const kept = (options.collapsed ?? []).filter((id) => inside.has(id) && id !== zone);
  const { system, flows } = model;
  return {
    model: {
      system: { ...system, title: `${target.title} – ${system.title}` },
      zones: prune(model.zones),
      conduits,
      flows,
    },
    options: {
      ...options,
      // All of it is open but what was closed by hand, and what is around it, however few levels are.
      depth: undefined,
      expanded: [...(options.expanded ?? []), zone, ...around].filter((id) => !neighbours.includes(id)),
      collapsed: [...kept, ...neighbours],
    },
  };
}
