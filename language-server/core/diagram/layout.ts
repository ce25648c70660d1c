import { arrange, PAGE_ASPECT, widenToPage } from './layout/box-layout.ts';
import { type Box, boxesOf, eachBox, SIZE } from './layout/boxes.ts';
import { addBars } from './layout/bus-box.ts';
import { orderByConduits } from './layout/order.ts';
import { textWidth, wrapText } from './layout/text-width.ts';
import type { DiagramModel } from './model/diagram-model.ts';
import type { PictureOptions } from './model/picture-options.ts';
import { type VisibleModel, visibleModel } from './model/visible.ts';
import type { PlacedConduit } from './routing/placed-conduit.ts';
import { type PlacedPort, placePorts } from './routing/ports.ts';
import { routeConduits } from './routing/route-conduits.ts';

/** A picture in pixels, before it is drawn. */
export interface Layout {
  readonly model: DiagramModel;
  readonly root: Box;
  readonly conduits: readonly PlacedConduit[];
  /** The access points of what is shown. */
  readonly ports: readonly PlacedPort[];
  readonly width: number;
  readonly height: number;
  /** Room around the picture. */
  readonly margin: number;
  /** The title of the picture, in lines. */
  readonly title: readonly string[];
}

const MARGIN = 24;
const TITLE_HEIGHT = 44;
/** A title may make the picture of a small plant as wide as this; a longer one goes on in a second line. */
const WIDEST_TITLE = 720;
const TITLE_LINES = 2;

/** Lays out what is visible of a model. The same model and options give the same layout. */
export function layoutDiagram(model: DiagramModel, options: PictureOptions = {}): Layout {
  const visible = visibleModel(model, options);
  const root = placeBoxes(visible, options);
  const conduits = routeConduits(root, visible.conduits);
  // A label at the very edge may be wider than the margin.
  const rightmost = conduits.reduce((most, { label }) => Math.max(most, label.x + label.w / 2), root.x + root.w);
  const titleWidth = Math.min(WIDEST_TITLE, textWidth(model.system.title, SIZE.heading, true));
  const width = Math.max(420, rightmost + MARGIN, titleWidth + 2 * MARGIN);
  const title = wrapText(model.system.title, width - 2 * MARGIN, TITLE_LINES, SIZE.heading, true);
  const placed = movedDown(root, conduits, (title.length - 1) * SIZE.headingLine);
  const ports = placePorts(root, placed);
  return { model, root, conduits: placed, ports, width, height: root.y + root.h, margin: MARGIN, title };
}

/** How large a picture is at least, in pixels: its boxes alone, which are placed in a fraction of the time of its lines. */
export function leastSize(model: DiagramModel, options: PictureOptions = {}): { width: number; height: number } {
  const { w, h } = placeBoxes(visibleModel(model, options), options);
  return { width: w, height: h };
}

function placeBoxes(visible: VisibleModel, { aspect = PAGE_ASPECT }: PictureOptions): Box {
  const root = boxesOf(visible);
  addBars(root, visible.buses);
  root.x = MARGIN;
  root.y = TITLE_HEIGHT;
  orderByConduits(root, visible.conduits);
  arrange(root, aspect);
  widenToPage(root, aspect);
  return root;
}

/** Makes room above a picture. How wide it is, and so how high its title, is known when all is placed. */
function movedDown(root: Box, conduits: readonly PlacedConduit[], by: number): readonly PlacedConduit[] {
  if (by <= 0) return conduits;
  eachBox(root, (box) => {
    box.y += by;
    for (const card of box.assets) card.y += by;
  });
  return conduits.map((conduit) => ({
    ...conduit,
    points: conduit.points.map(({ x, y }) => ({ x, y: y + by })),
    label: { ...conduit.label, y: conduit.label.y + by },
  }));
}
