import { escapeXml } from '../../text/xml.ts';
import { element } from '../drawing/markup.ts';
import { drawPicture } from '../drawing/picture.ts';
import { stylesheet, type Theme } from '../drawing/theme.ts';
import type { DiagramModel } from '../model/diagram-model.ts';
import type { Area, PictureOptions } from '../model/picture-options.ts';
import { inlineStyle } from './inline-style.ts';

export interface SvgOptions extends PictureOptions {
  readonly theme: Theme;
}

/** A system as the text of one SVG file. It refers to nothing outside itself and needs no stylesheet. */
export function toSvg(model: DiagramModel, { theme, ...options }: SvgOptions): string {
  const { title, width, height, parts } = drawPicture(model, options);
  const { x, y, width: w, height: h } = wholePixels(options.area, { x: 0, y: 0, width, height });
  const content = [
    `<title>${escapeXml(title)}</title>`,
    element('rect', { class: 'z-ground', x: x || undefined, y: y || undefined, width: w, height: h }),
    element('g', { role: 'tree', 'aria-label': title }, `\n${parts.map(({ svg }) => svg).join('\n')}\n`),
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
