import { FRS } from '../../model/levels.ts';
import type { PlantFlow } from '../../plant/plant.ts';
import { type Draft, part, type Row, textOf } from './chapter.ts';
import { type CrsInput, placeCell, placesIn } from './input.ts';

/** What components are capable of, against what the SL-T asks where they stand. */
export function components(input: CrsInput): Draft {
  const assets = placesIn(input).flatMap((place) => place.assets);
  return {
    content: assets.map((asset) => {
      const { slC, home } = asset;
      const { slT } = home;
      return {
        asset: asset.path,
        title: asset.title,
        ...placeCell(home),
        class: asset.class ?? null,
        slC: slC?.vector ?? null,
        basis: slC?.source ?? null,
        slT: slT ?? null,
        shortfall: slC && slT ? FRS.filter((_, fr) => (slC.vector[fr] ?? 0) < (slT[fr] ?? 0)) : null,
        certificate: textOf(asset.declared.certificate),
      };
    }),
    parts: [
      part(assets, 'Add assets to the zones.'),
      part(
        assets.length > 0 && assets.every(({ slC }) => slC),
        "Add 'sl-c' to the assets that have none: ask their suppliers for the level by IEC 62443-4-2.",
      ),
    ],
  };
}

/** Every flow, of conduits and of zones. */
export function flows(input: CrsInput): Draft {
  const { zones, conduits } = input;
  const all = [...conduits, ...zones].flatMap((place) => place.flows);
  return {
    content: all.map(flowRow),
    parts: [
      part(all, "Add 'flow' to the conduits and zones: who opens a connection, to whom, over which protocol."),
      part(
        all.length > 0 && all.every(({ declared }) => declared.protocol),
        'Say behind a colon over which protocol each flow runs.',
      ),
    ],
  };
}

function flowRow({ declared, conduit, parent, source, target, ports, protections }: PlantFlow): Row {
  const side = ({ element, reference }: PlantFlow['source']) => element?.path ?? reference.text;
  return {
    conduit: conduit?.path ?? null,
    zone: conduit ? null : (parent?.path ?? null),
    from: side(source),
    to: side(target),
    both: declared.both,
    protocol: declared.protocol?.text ?? null,
    over: declared.carrier?.text ?? null,
    ports,
    via: conduit?.via.map(({ path }) => path) ?? [],
    protection: protections,
    access: declared.access?.value ?? null,
    when: textOf(declared.when),
    data: textOf(declared.data),
    title: textOf(declared.title),
  };
}
