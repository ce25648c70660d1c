import { toSvg } from '../../diagram/files/svg.ts';
import { leastSize } from '../../diagram/layout.ts';
import { whyNotDrawn } from '../../diagram/limits.ts';
import { type DiagramModel, eachZone } from '../../diagram/model/diagram-model.ts';
import type { PictureOptions } from '../../diagram/model/picture-options.ts';
import { levelsOf } from '../../diagram/model/visible.ts';
import { pictureOfZone, type ZonePicture } from '../../diagram/model/zone-picture.ts';
import type { Block } from './blocks.ts';

/** A picture as the text of an SVG file, or why there is none: a sentence with what to do. */
export type Drawn =
  | {
      readonly svg: string;
      /** True where zones in it are closed that would make it too small to be read on paper. */
      readonly isClosed: boolean;
      /** True where it is too small all the same. */
      readonly isSmall: boolean;
    }
  | { readonly refused: string };

export interface DocumentPictures {
  readonly all: Drawn;
  /** By the path of the zone: it with its neighbours. */
  readonly zones: ReadonlyMap<string, Drawn>;
}

/**
 * The pictures of a system: all of it, and one of each of some zones. What they hold is open as far as it can be read on
 * paper: a zone that is closed has a picture of its own.
 */
export function drawPictures(model: DiagramModel, zones: readonly string[]): DocumentPictures {
  const wanted = new Set(zones);
  const depths = Array.from({ length: levelsOf(model) }, (_, closed) => levelsOf(model) - 1 - closed);
  const all = [{}, ...depths.map((depth) => ({ depth }))].map((options) => () => ({ model, options }));
  return {
    all: model.zones.length > 0 ? draw(all) : { refused: 'There is no zone to be drawn.' },
    zones: new Map(
      zones.flatMap((zone) => {
        const open = pictureOfZone(model, zone, {});
        if (!open) return [];
        const inner: string[] = [];
        eachZone(model.zones, ({ id }, _, parent) => {
          if (parent?.id === zone && wanted.has(id)) inner.push(id);
        });
        const closed = inner.length > 0 ? [() => pictureOfZone(model, zone, { collapsed: inner }) ?? open] : [];
        return [[zone, draw([() => open, ...closed])] as const];
      }),
    ),
  };
}

/** Of some pictures, at least one: the first that can be read on paper, or the last that can be drawn. */
function draw(pictures: readonly (() => ZonePicture)[]): Drawn {
  const drawable: (ZonePicture & { readonly isClosed: boolean })[] = [];
  let refused: string | undefined;
  for (const [i, picture] of pictures.entries()) {
    const { model, options } = picture();
    const reason = whyNotDrawn(model, options);
    refused ??= reason;
    if (reason !== undefined) continue;
    drawable.push({ model, options, isClosed: i > 0 });
    if (!isReadable(leastSize(model, options))) continue;
    const svg = drawn(model, options);
    if (isReadable(sizeOf(svg))) return { svg, isClosed: i > 0, isSmall: false };
  }
  const last = drawable.at(-1);
  return last
    ? { svg: drawn(last.model, last.options), isClosed: last.isClosed, isSmall: true }
    : { refused: refused! };
}

/** Paper is light. */
const drawn = (model: DiagramModel, options: PictureOptions): string => toSvg(model, { ...options, theme: 'light' });

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a picture whose text is 4 pt high on A4: the sheet of 673 by 718 pixels shows it less than half as large. */
const MOST: Size = { width: 1500, height: 1600 };

/** True for a picture whose text can be read on A4. */
const isReadable = ({ width, height }: Size): boolean => width <= MOST.width && height <= MOST.height;

function sizeOf(svg: string): Size {
  const [, width = 0, height = 0] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
  return { width, height };
}

/** The blocks of a picture: itself, and how to read what it does not show. */
export function pictureBlocks(drawn: Drawn, caption: string, alt: string): Block[] {
  if ('refused' in drawn) return [{ kind: 'paragraph', text: drawn.refused }];
  const { svg, isClosed, isSmall } = drawn;
  const notes = [...(isClosed ? [CLOSED] : []), ...(isSmall ? [SMALL] : [])];
  return [{ kind: 'picture', caption, alt, svg }, ...notes.map((text): Block => ({ kind: 'paragraph', text }))];
}

const CLOSED =
  'Zones that would make this picture too small to be read on A4 are closed in it: the drawing of a zone shows what it holds.';
const SMALL =
  "On A4 this picture is too small to be read: the table 'Assets of each zone and conduit' at the end of chapter 9 lists what stands where, and 'zones diagram' writes the picture as a file for a screen or for larger paper.";
