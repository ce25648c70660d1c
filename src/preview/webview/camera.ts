import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import type { Area } from '../../../language-server/core/diagram/model/picture-options.ts';
import type { View } from '../messages.ts';

/** Pans and zooms the picture. */
export interface Camera {
  view(): View;
  /** The part of the picture that is in sight. */
  area(): Area;
  restore(view: View): void;
  /** Tells the size of the picture. */
  resize(width: number, height: number): void;
  /** The whole picture, not larger than it is. */
  fitAll(): void;
  /** As much of the picture from its top left as can be read: the whole where that can. */
  fitReadable(): void;
  actualSize(): void;
  zoomBy(factor: number): void;
  /** Moves the least that brings an element into sight. */
  reveal(node: Element): void;
}

const LEAST = 0.05;
const MOST = 4;
/** Below this scale labels of assets cannot be read, below the second no text at all: it is not painted. */
const READABLE = 0.4;
const VISIBLE = 0.2;
/** How long the picture must stand still to be at rest, in milliseconds: between two turns of a wheel it is not. */
const REST = 180;
const MARGIN = 16;
/** Titles of zones can be read at this scale. */
const LEGIBLE = 0.4;

export interface CameraEvents {
  onScale(scale: number): void;
  /** Another part of the picture is in sight. */
  onMove(): void;
  /** The picture has been moved and stands still. */
  onRest(view: View): void;
}

/** Shows a part of the picture: moved, scaled and fitted by the user or by what asks for it. */
export function createCamera(
  stage: HTMLElement,
  svg: SVGSVGElement,
  { onScale, onMove, onRest }: CameraEvents,
): Camera {
  let size = { width: 1, height: 1 };
  /** The size of the stage, kept as asking for it while the picture moves would lay it out. */
  let room = { width: stage.clientWidth, height: stage.clientHeight };
  let scale = 0;
  /** The scale that the picture was last painted for. */
  let painted = 0;
  let timer: number | undefined;
  /** The fit that holds until the picture is moved by hand: the scale is never less than this. */
  let fitted: number | undefined;
  /** The element that was brought into sight since: it stays there. */
  let revealed: Element | undefined;
  const selection = select<HTMLElement, unknown>(stage);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([LEAST, MOST])
    // The wheel scrolls, as it does in editors; with Ctrl, or pinched, it zooms.
    .filter((event: WheelEvent | MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.button,
    )
    .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      // A press of the mouse is a pan of no length.
      if (sourceEvent && isElsewhere(transform)) fitted = undefined;
      place(transform);
    });
  selection.call(behaviour).on('dblclick.zoom', null);
  stage.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      fitted = undefined;
      const line = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      const { k } = zoomTransform(stage);
      selection.call(behaviour.translateBy, (-dx * line) / k, (-dy * line) / k);
    },
    { passive: false },
  );

  const isElsewhere = ({ x, y, k }: ZoomTransform): boolean =>
    k !== standing.k || Math.abs(x - standing.x) + Math.abs(y - standing.y) > 2;

  function place({ x, y, k }: ZoomTransform): void {
    svg.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    svg.classList.add('moving');
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      svg.classList.remove('moving');
      if (scale !== painted) sharpen();
      onRest(view());
    }, REST);
    onMove();
    if (k === scale) return;
    scale = k;
    svg.classList.toggle('far', k < READABLE);
    svg.classList.toggle('farther', k < VISIBLE);
    onScale(k);
  }

  function sharpen(): void {
    painted = scale;
    svg.classList.add('sharpening');
    requestAnimationFrame(() => requestAnimationFrame(() => svg.classList.remove('sharpening')));
  }

  function view(): View {
    const { x, y, k } = zoomTransform(stage);
    return { x, y, k, fitted };
  }

  /** Where the picture was put last by what is no gesture. */
  let standing: Omit<View, 'fitted'> = { x: 0, y: 0, k: 1 };

  const moveTo = ({ x, y, k }: Omit<View, 'fitted'>): void => {
    standing = { x, y, k };
    selection.call(behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  };

  function fitAtLeast(least: number): void {
    const { clientWidth: w, clientHeight: h } = stage;
    if (w === 0 || h === 0) return;
    const k = Math.max(least, Math.min(1, (w - 2 * MARGIN) / size.width, (h - 2 * MARGIN) / size.height));
    const x = Math.max(MARGIN, (w - size.width * k) / 2);
    moveTo({ x, y: MARGIN, k });
    fitted = least;
    revealed = undefined;
  }

  function bringIntoSight(node: Element): void {
    const box = node.getBoundingClientRect();
    const around = stage.getBoundingClientRect();
    const dx = shift(box.left, box.right, around.left + MARGIN, around.right - MARGIN);
    const dy = shift(box.top, box.bottom, around.top + MARGIN, around.bottom - MARGIN);
    if (dx === 0 && dy === 0) return;
    const { x, y, k } = zoomTransform(stage);
    moveTo({ x: x + dx, y: y + dy, k });
    revealed = node;
  }

  // What was whole stays whole when the panel is widened or narrowed, or the text grows.
  new ResizeObserver(() => {
    room = { width: stage.clientWidth, height: stage.clientHeight };
    if (fitted === undefined) return onMove();
    const inSight = revealed;
    fitAtLeast(fitted);
    if (inSight?.isConnected) bringIntoSight(inSight);
  }).observe(stage);

  return {
    view,
    area() {
      const { x, y, k } = view();
      return { x: -x / k, y: -y / k, width: room.width / k, height: room.height / k };
    },
    restore(kept) {
      if (kept.fitted === undefined) moveTo(kept);
      else fitAtLeast(kept.fitted);
    },
    fitAll: () => fitAtLeast(LEAST),
    fitReadable: () => fitAtLeast(LEGIBLE),
    resize(width, height) {
      const isSame = size.width === width && size.height === height;
      size = { width, height };
      // An edit moves nothing away that was looked for.
      if (fitted !== undefined && !isSame && !revealed) fitAtLeast(fitted);
    },
    actualSize: () => {
      fitted = undefined;
      selection.call(behaviour.scaleTo, 1);
    },
    zoomBy: (factor) => {
      fitted = undefined;
      selection.call(behaviour.scaleBy, factor);
    },
    reveal: bringIntoSight,
  };
}

/** How far a span must move to lie in another; one that is longer shows its beginning, and stays where some of it shows. */
function shift(start: number, end: number, from: number, to: number): number {
  if (end - start > to - from) return start > to || end < from ? from - start : 0;
  if (start < from) return from - start;
  return end > to ? to - end : 0;
}
