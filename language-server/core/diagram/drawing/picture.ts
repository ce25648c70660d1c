import { layoutDiagram } from '../layout.ts';
import type { DiagramModel } from '../model/diagram-model.ts';
import type { PictureOptions } from '../model/picture-options.ts';
import { drawParts } from './draw.ts';
import { legendHeight } from './legend.ts';
import type { Part } from './part.ts';
import { partsInArea } from './parts-in-area.ts';

/** A picture in parts, for a page that exchanges what has changed. Sizes are in pixels, those of the whole picture. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** In the order they are painted; where an area is wanted, those that it shows some of. */
  readonly parts: readonly Part[];
}

/** Lays out a system and draws it. */
export function drawPicture(model: DiagramModel, options: PictureOptions = {}): Picture {
  const { colouring = 'kind', area } = options;
  const layout = layoutDiagram(model, options);
  const shown = area && partsInArea(layout, area);
  return {
    title: model.system.title,
    width: layout.width,
    height: layout.height + legendHeight(layout, colouring),
    parts: drawParts(layout, colouring).filter(({ id }) => !shown || shown.has(id)),
  };
}
