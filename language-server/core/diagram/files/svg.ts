import { type Area, groupsIn } from '../drawing/area.ts';
import { drawGroups } from '../drawing/draw.ts';
import type { Group } from '../drawing/group.ts';
import { legendHeight } from '../drawing/legend.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { stylesheet, type Theme } from '../drawing/theme.ts';
import { type Layout, layoutDiagram } from '../layout.ts';
import type { Colouring } from '../model/colouring.ts';
import type { DiagramModel } from '../model/diagram-model.ts';
import type { ViewState } from '../model/visible.ts';
import { inlineStyle } from './inline-style.ts';

/** A picture in parts, for a page that patches what has changed. Sizes are in pixels. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly Group[];
}

export function drawPicture(model: DiagramModel, view?: ViewState, colouring: Colouring = 'kind'): Picture {
  return pictureOf(layoutDiagram(model, view), colouring);
}

function pictureOf(layout: Layout, colouring: Colouring): Picture {
  return {
    title: layout.model.system.title,
    width: layout.width,
    height: layout.height + legendHeight(layout, colouring),
    groups: drawGroups(layout, colouring),
  };
}

export interface SvgOptions {
  readonly theme: Theme;
  /** What is open and closed; by default as a large model starts. */
  readonly view?: ViewState;
  /** What the colours of zones say; by default their kind. */
  readonly colouring?: Colouring;
  /** The part of the picture to show; by default all of it. */
  readonly area?: Area;
}

/** A system as the text of one SVG file. It refers to nothing outside itself and needs no stylesheet. */
export function toSvg(model: DiagramModel, { theme, view, colouring = 'kind', area }: SvgOptions): string {
  const layout = layoutDiagram(model, view);
  const { title, width, height, groups } = pictureOf(layout, colouring);
  const { x, y, width: w, height: h } = wholePixels(area, { x: 0, y: 0, width, height });
  const shown = area && groupsIn(layout, area);
  const parts = groups.filter(({ id }) => !shown || shown.has(id)).map(({ svg }) => svg);
  const content = [
    `<title>${escapeText(title)}</title>`,
    element('rect', { class: 'z-ground', x: x || undefined, y: y || undefined, width: w, height: h }),
    element('g', { role: 'tree', 'aria-label': title }, `\n${parts.join('\n')}\n`),
  ];
  const head = `xmlns="http://www.w3.org/2000/svg" class="zones-picture" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}"`;
  return inlineStyle(`<svg ${head}>\n${content.join('\n')}\n</svg>\n`, stylesheet(theme));
}

/** The area, or the part of it that the picture has, in whole pixels. */
function wholePixels(area: Area | undefined, picture: Area): Area {
  const { x, y, width, height } = area ?? picture;
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(Math.ceil(x + width), Math.ceil(picture.width));
  const bottom = Math.min(Math.ceil(y + height), Math.ceil(picture.height));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
