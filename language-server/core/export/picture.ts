import { toSvg } from '../diagram/files/svg.ts';
import { whyNotDrawn } from '../diagram/limits.ts';
import { pictureOfZone, type ZonePicture } from '../diagram/model/zone-picture.ts';
import type { ExportInput, ExportOptions, PictureFormat } from './frame/picture-format.ts';

/** The model and the options of the picture of a system, or of one zone; of a zone that is not there, that of all. */
const pictured = ({ model }: ExportInput, { zone, ...options }: ExportOptions): ZonePicture =>
  (zone === undefined ? undefined : pictureOfZone(model, zone, options)) ?? { model, options };

function refused(input: ExportInput, options: ExportOptions): string | undefined {
  const picture = pictured(input, options);
  return whyNotDrawn(picture.model, picture.options);
}

/** The picture of a system as the text of an SVG file. */
function writeSvg(input: ExportInput, options: ExportOptions): string {
  const picture = pictured(input, options);
  return toSvg(picture.model, { ...picture.options, theme: options.theme });
}

export const svg: PictureFormat = {
  id: 'svg',
  title: 'SVG',
  hint: 'sharp at every size; its text can be searched and changed',
  fileType: 'SVG image',
  ending: 'svg',
  refused,
  write: writeSvg,
};

export const png = {
  id: 'png',
  title: 'PNG',
  fileType: 'PNG image',
  ending: 'png',
  raster: {
    scales: [
      { scale: 1, hint: 'the smallest file' },
      { scale: 2, hint: 'sharp on paper and on dense screens' },
      { scale: 3, hint: 'for posters' },
    ],
    usual: 2,
  },
  refused,
  write: writeSvg,
} satisfies PictureFormat;
