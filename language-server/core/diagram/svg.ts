import type { Colouring } from './colouring.ts';
import type { DiagramModel } from './diagram-model.ts';
import { drawGroups, type Group } from './draw.ts';
import { layoutDiagram } from './layout.ts';
import { legendHeight } from './legend.ts';
import { element, escapeText } from './markup.ts';
import { stylesheet, type Theme } from './theme.ts';
import type { ViewState } from './visible.ts';

/** A picture in parts, for a page that patches what has changed. Sizes are in pixels. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly Group[];
}

export function drawPicture(model: DiagramModel, view?: ViewState, colouring: Colouring = 'kind'): Picture {
  const layout = layoutDiagram(model, view);
  return {
    title: model.system.title,
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
}

/** A system as the text of one SVG file, with its stylesheet and nothing outside itself. */
export function toSvg(model: DiagramModel, { theme, view, colouring }: SvgOptions): string {
  const { title, width, height, groups } = drawPicture(model, view, colouring);
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const ground = element('rect', { class: 'z-ground', width: w, height: h });
  const content = [
    `<title>${escapeText(title)}</title>`,
    `<style>${stylesheet(theme)}</style>`,
    ground,
    element('g', { role: 'tree', 'aria-label': title }, `\n${groups.map(({ svg }) => svg).join('\n')}\n`),
  ];
  const head = `xmlns="http://www.w3.org/2000/svg" class="zones-picture" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`;
  return `<svg ${head}>\n${content.join('\n')}\n</svg>\n`;
}
