import { arrange, PAGE_ASPECT, widenToPage } from './box-layout.ts';
import { type Box, boxesOf, SIZE } from './boxes.ts';
import type { DiagramModel } from './diagram-model.ts';
import { orderByConduits } from './order.ts';
import { routeConduits } from './routing.ts';
import { textWidth } from './text-width.ts';
import { START_VIEW, type ViewState, type VisibleConduit, visibleModel } from './visible.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line of the picture: where it turns, and where its label stands. */
export interface PlacedConduit {
  readonly conduit: VisibleConduit;
  /** Titles of its two ends. */
  readonly titles: readonly [string, string];
  /** Which of its ends come to their zone's border from inside. */
  readonly inner: readonly [boolean, boolean];
  /** From the border of the first end to that of the second; consecutive points share an x or a y. */
  readonly points: readonly Point[];
  /** Centre and width of the pill with its name. */
  readonly label: Point & { readonly w: number; readonly text: string };
}

/** A picture in pixels, before it is drawn. */
export interface Layout {
  readonly model: DiagramModel;
  readonly root: Box;
  readonly conduits: readonly PlacedConduit[];
  readonly width: number;
  readonly height: number;
  /** Room around the picture. */
  readonly margin: number;
}

const MARGIN = 24;
const TITLE_HEIGHT = 44;
/** A title may make the picture of a small plant as wide as this; a longer one is cut. */
const WIDEST_TITLE = 720;

/** Lays out what is visible of a model. The same model and view give the same layout. */
export function layoutDiagram(model: DiagramModel, view: ViewState = START_VIEW): Layout {
  const visible = visibleModel(model, view);
  const root = boxesOf(visible);
  root.x = MARGIN;
  root.y = TITLE_HEIGHT;
  const { aspect = PAGE_ASPECT } = view;
  orderByConduits(root, visible.conduits);
  arrange(root, aspect);
  widenToPage(root, aspect);
  const conduits = routeConduits(root, visible.conduits);
  // A label at the very edge may be wider than the margin.
  const rightmost = conduits.reduce((most, { label }) => Math.max(most, label.x + label.w / 2), root.x + root.w);
  const titleWidth = Math.min(WIDEST_TITLE, textWidth(model.system.title, SIZE.heading, true));
  return {
    model,
    root,
    conduits,
    width: Math.max(420, rightmost + MARGIN, titleWidth + 2 * MARGIN),
    height: root.y + root.h,
    margin: MARGIN,
  };
}
