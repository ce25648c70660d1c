import { toSvg } from '../../diagram/files/svg.ts';
import { whyNotDrawn } from '../../diagram/limits.ts';
import type { DiagramModel } from '../../diagram/model/diagram-model.ts';
import type { PictureOptions } from '../../diagram/model/picture-options.ts';
import { pictureOfZone } from '../../diagram/model/zone-picture.ts';

/** A picture as the text of an SVG file, or why there is none: a sentence with what to do. */
export type Drawn = { readonly svg: string } | { readonly refused: string };

export interface DocumentPictures {
  readonly all: Drawn;
  /** By the path of the zone: it with its neighbours. */
  readonly zones: ReadonlyMap<string, Drawn>;
}

/** The pictures of a system: all of it with every zone open, and one of each of some zones. */
export function drawPictures(model: DiagramModel, zones: readonly string[]): DocumentPictures {
  return {
    all: model.zones.length > 0 ? draw(model, {}) : { refused: 'There is no zone to be drawn.' },
    zones: new Map(
      zones.flatMap((zone) => {
        const picture = pictureOfZone(model, zone, {});
        return picture ? [[zone, draw(picture.model, picture.options)] as const] : [];
      }),
    ),
  };
}

/** Paper is light. */
function draw(model: DiagramModel, options: PictureOptions): Drawn {
  const refused = whyNotDrawn(model, options);
  return refused === undefined ? { svg: toSvg(model, { ...options, theme: 'light' }) } : { refused };
}
