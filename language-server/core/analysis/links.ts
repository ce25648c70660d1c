import { keys, type Offer } from '../engine/contributions.ts';
import { type AssetRef, assetOf, conduitOf, type Entry, zoneOf } from '../engine/entry.ts';
import { endsOf, resolveElement } from '../engine/resolve.ts';
import type { View } from '../engine/view.ts';
import { controlsNamed } from './statements.ts';

interface Link {
  readonly key: string;
  readonly offer: Offer;
}

/** What a unit offers to others once its names are resolved: its conduits to their ends, and the controls it relies on. */
export function link(entry: Entry, view: View): Link[] {
  return [...conduitLinks(entry, view), ...namingLinks(entry, view)];
}

/** Each conduit, to the zones that it ends at, with what those ask of it, and to the assets that it passes. */
function conduitLinks(entry: Entry, view: View): Link[] {
  return entry.unit.conduits.flatMap((conduit, index) => {
    const ref = { entry, sort: 'conduit', index } as const;
    const via = conduit.via.flatMap((reference) => {
      const found = resolveElement(view, entry, reference);
      return found.kind === 'one' ? [found.target as AssetRef] : [];
    });
    const ends = endsOf(view, ref).flatMap((end) => end ?? []);
    const endPaths = ends.map((end) => `${end.entry.system}/${zoneOf(end).path}`);
    const types = via.map((asset) => assetOf(asset).type?.text);
    const signature = `${entry.system} ${conduitOf(ref).path} ${types} ${endPaths}`;
    return [
      ...ends.map((end) => ({
        key: keys.ends(end.entry.system, zoneOf(end).path),
        offer: { entry, sort: 'end', index, inner: -1, signature } as const,
      })),
      ...via.map((asset) => ({
        key: keys.via(asset.entry.system, assetOf(asset).path),
        offer: { entry, sort: 'via', index, inner: -1, signature: '' } as const,
      })),
    ];
  });
}

/** The controls that compensations and risks count on, however they are named. */
function namingLinks(entry: Entry, view: View): Link[] {
  const { system, zones, conduits, risks } = entry.unit;
  const blocks = [system ? [system] : [], zones, conduits].flat();
  const named = [
    ...blocks.flatMap(({ statements }) => statements.flatMap(({ compensatedBy }) => compensatedBy)),
    ...risks.flatMap(({ mitigatedBy }) => mitigatedBy),
  ];
  const controls = new Set(named.flatMap(({ text }) => controlsNamed(view, text)));
  return [...controls].map((control) => ({
    key: keys.naming(entry.system, control),
    offer: { entry, sort: 'naming', index: -1, inner: -1, signature: '' },
  }));
}
